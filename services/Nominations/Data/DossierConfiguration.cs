using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Nominations.Data;

/// <summary>A document of the register, as the event told of its issue.</summary>
public sealed class KnownDocument
{
    public required Guid Id { get; init; }
    public required string UnitCode { get; init; }
    public required string Type { get; init; }
    public required string Symbol { get; init; }
    public required DateOnly Date { get; init; }
    public required Guid[] NominationIds { get; init; }
    public required string PdfSha256 { get; init; }
}

internal sealed class DossierConfiguration : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> dossier)
    {
        dossier.ToTable("dossiers").HasKey(d => d.NominationId);
        dossier.Property(d => d.Returned).AsFrozenJson();
        dossier.HasOne<Nomination>().WithOne().HasForeignKey<Dossier>(d => d.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperConfiguration : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("dossier_papers").HasKey(p => p.Id);
        paper.Property(p => p.PartKey).HasMaxLength(60);
        paper.Property(p => p.Hash).HasMaxLength(64);
        paper.Property(p => p.Minutes).HasConversion<string>();
        paper.HasIndex(p => new { p.NominationId, p.PartKey, p.Number }).IsUnique();
        paper.HasOne<Nomination>().WithMany().HasForeignKey(p => p.NominationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperContentConfiguration : IEntityTypeConfiguration<PaperContent>
{
    public void Configure(EntityTypeBuilder<PaperContent> content)
    {
        content.ToTable("dossier_contents").HasKey(c => c.Hash);
        content.Property(c => c.Hash).HasMaxLength(64);
    }
}

internal sealed class KnownDocumentConfiguration : IEntityTypeConfiguration<KnownDocument>
{
    public void Configure(EntityTypeBuilder<KnownDocument> document) => document.ToTable("known_documents").HasKey(d => d.Id);
}
