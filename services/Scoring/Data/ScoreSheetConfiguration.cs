using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class ScoreSheetConfiguration : IEntityTypeConfiguration<ScoreSheet>
{
    public const string UniqueSheet = "ix_score_sheets_year_index_set_code_unit_code";
    public const string UniqueExternalRef = "ix_score_sheets_created_by_external_ref";

    public void Configure(EntityTypeBuilder<ScoreSheet> builder)
    {
        builder.ToTable("score_sheets");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.UnitCode).HasMaxLength(40);
        builder.Property(s => s.IndexSetCode).HasMaxLength(40);
        builder.Property(s => s.Block).HasMaxLength(40);
        builder.Property(s => s.ExternalRef).HasMaxLength(100);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Approver).HasMaxLength(200);
        builder.Property(s => s.SelfIndex).HasPrecision(9, 4);
        builder.Property(s => s.Leaves).AsJson();
        builder.Property(s => s.Score).AsJson();
        builder.HasIndex(s => new { s.Year, s.IndexSetCode, s.UnitCode }).IsUnique().HasDatabaseName(UniqueSheet);
        builder.HasIndex(s => new { s.CreatedBy, s.ExternalRef }).IsUnique().HasDatabaseName(UniqueExternalRef);
        builder.HasIndex(s => s.UnitCode);
        // A block of a year is ranked from its sheets: without it each costs a pass over the sheets of all years.
        builder.HasIndex(s => new { s.Year, s.Block });
    }
}
