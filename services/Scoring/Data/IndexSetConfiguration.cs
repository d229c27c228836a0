using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class IndexSetConfiguration : IEntityTypeConfiguration<IndexSet>
{
    public const string UniqueCode = "ix_index_sets_code";

    public void Configure(EntityTypeBuilder<IndexSet> builder)
    {
        builder.ToTable("index_sets");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Code).HasMaxLength(40);
        builder.Property(s => s.Replaces).HasMaxLength(40);
        builder.Property(s => s.Owner).HasMaxLength(40).HasDefaultValue(Auth.CityUnit);
        builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(s => s.Definition).AsJson();
        builder.HasIndex(s => s.Code).IsUnique().HasDatabaseName(UniqueCode);
    }
}
