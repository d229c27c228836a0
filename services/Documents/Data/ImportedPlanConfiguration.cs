using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class ImportedPlanConfiguration : IEntityTypeConfiguration<ImportedPlan>
{
    public void Configure(EntityTypeBuilder<ImportedPlan> builder)
    {
        builder.ToTable("imported_plans");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Nodes).AsJson();
        builder.Property(p => p.Fields).AsJson();
        builder.Property(p => p.Warnings).AsJson();
        builder.Property(p => p.Tables).AsJson();
        // The same file of the same unit is one import.
        builder.HasIndex(p => new { p.UnitCode, p.Sha256 }).IsUnique().HasDatabaseName("ux_imported_plans_file");
    }
}

internal sealed class ImportedFileConfiguration : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> builder)
    {
        builder.ToTable("imported_files");
        builder.HasKey(f => f.ImportId);
        builder.HasOne<ImportedPlan>().WithOne().HasForeignKey<ImportedFile>(f => f.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
