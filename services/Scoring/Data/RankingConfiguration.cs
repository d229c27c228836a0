using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class RankingConfiguration : IEntityTypeConfiguration<Ranking>
{
    public const string UniqueVersion = "ix_rankings_year_block_version";

    public void Configure(EntityTypeBuilder<Ranking> builder)
    {
        builder.ToTable("rankings");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.IndexSetCode).HasMaxLength(40);
        builder.Property(r => r.Block).HasMaxLength(40);
        builder.Property(r => r.Unranked).AsJson();
        builder.Property(r => r.Moved).AsJson();
        builder.Property(r => r.CouncilOrder).AsJson().HasDefaultValueSql("'[]'");
        builder.HasMany(r => r.Rows).WithOne().HasForeignKey(r => r.RankingId);
        // A block and year has one ranking, by whichever set; of two who publish or correct at once, one fails here.
        builder.HasIndex(r => new { r.Year, r.Block, r.Version }).IsUnique().HasDatabaseName(UniqueVersion);
    }
}

internal sealed class RankingRowConfiguration : IEntityTypeConfiguration<RankingRow>
{
    public void Configure(EntityTypeBuilder<RankingRow> builder)
    {
        builder.ToTable("ranking_rows");
        builder.HasKey(r => new { r.RankingId, r.UnitCode });
        builder.Property(r => r.UnitCode).HasMaxLength(40);
        builder.Property(r => r.Index).HasPrecision(9, 4);
        builder.Property(r => r.Bonus).HasPrecision(9, 4);
        builder.Property(r => r.Total).HasPrecision(9, 4);
        builder.Property(r => r.DecidedBy).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.DecidedByArea).HasMaxLength(40);
        // Rows are frozen: nobody need watch them for changes, which for JSON is dear.
        builder.Property(r => r.Areas).AsJson().Metadata.SetValueComparer(new ValueComparer<AreaScore[]>((a, b) => ReferenceEquals(a, b), v => v.Length, v => v));
        builder.HasIndex(r => r.UnitCode);
    }
}
