using Emulation.Scoring.Domain.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("evidence_files");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.UnitCode).HasMaxLength(40);
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.HasOne(f => f.Content).WithMany().HasForeignKey(f => f.Hash).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.UnitCode, f.Hash, f.Name }).IsUnique();
    }
}

internal sealed class EvidenceContentConfiguration : IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<EvidenceContent> builder)
    {
        builder.ToTable("evidence_contents");
        builder.HasKey(c => c.Hash);
        builder.Property(c => c.Hash).HasMaxLength(64);
        builder.Property(c => c.MediaType).HasMaxLength(100);
    }
}
