using Emulation.Scoring.Domain.Rounds;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class RoundConfiguration : IEntityTypeConfiguration<Round>
{
    public const string UniqueYearAndBlock = "ix_rounds_year_block";

    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("rounds");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Block).HasMaxLength(40);
        builder.Property(r => r.IndexSetCode).HasMaxLength(40);
        builder.Property(r => r.Extensions).AsJson();
        builder.HasIndex(r => new { r.Year, r.Block }).IsUnique().HasDatabaseName(UniqueYearAndBlock);
    }
}
