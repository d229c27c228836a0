using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class BulkJobConfiguration : IEntityTypeConfiguration<BulkJob>
{
    public void Configure(EntityTypeBuilder<BulkJob> builder)
    {
        builder.ToTable("bulk_jobs");
        builder.HasKey(j => j.Id);
        builder.Property(j => j.Content).HasConversion<string>();
        builder.Property(j => j.Format).HasConversion<string>();
        builder.Property(j => j.State).HasConversion<string>();
        builder.Ignore(j => j.IsOpen);
        builder.HasIndex(j => new { j.UnitCode, j.Id });
        builder.HasIndex(j => j.CreatedAt).HasFilter("state IN ('Waiting', 'Running')").HasDatabaseName("ix_bulk_jobs_open");
        builder.HasIndex(j => j.ExpiresAt).HasFilter("state = 'Done'").HasDatabaseName("ix_bulk_jobs_expiring");
        builder.HasOne<Document>().WithMany().HasForeignKey(j => j.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BulkChunkConfiguration : IEntityTypeConfiguration<BulkChunk>
{
    public void Configure(EntityTypeBuilder<BulkChunk> builder)
    {
        builder.ToTable("bulk_chunks");
        builder.HasKey(c => new { c.JobId, c.Number });
        builder.HasOne<BulkJob>().WithMany().HasForeignKey(c => c.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BulkPartConfiguration : IEntityTypeConfiguration<BulkPart>
{
    public void Configure(EntityTypeBuilder<BulkPart> builder)
    {
        builder.ToTable("bulk_parts");
        builder.HasKey(p => new { p.JobId, p.Number });
        builder.HasOne<BulkJob>().WithMany().HasForeignKey(p => p.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BulkRefusalConfiguration : IEntityTypeConfiguration<BulkRefusal>
{
    public void Configure(EntityTypeBuilder<BulkRefusal> builder)
    {
        builder.ToTable("bulk_refusals");
        builder.HasKey(r => new { r.JobId, r.Order });
        builder.Property(r => r.Order).HasColumnName("Ordinal");
        builder.HasOne<BulkJob>().WithMany().HasForeignKey(r => r.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
