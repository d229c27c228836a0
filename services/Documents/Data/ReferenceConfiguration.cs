using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("files");
        builder.HasKey(f => new { f.DocumentId, f.Format });
        builder.Property(f => f.Format).HasConversion<string>();
        builder.HasOne<Document>().WithMany().HasForeignKey(f => f.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentNumberConfiguration : IEntityTypeConfiguration<DocumentNumber>
{
    public void Configure(EntityTypeBuilder<DocumentNumber> builder)
    {
        builder.ToTable("document_numbers");
        builder.HasKey(n => new { n.UnitCode, n.Type, n.Year });
    }
}

internal sealed class KnownNominationConfiguration : IEntityTypeConfiguration<KnownNomination>
{
    public void Configure(EntityTypeBuilder<KnownNomination> builder)
    {
        builder.ToTable("known_nominations");
        builder.HasKey(n => n.NominationId);
        builder.Property(n => n.Verdict).HasConversion<string>();
    }
}

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.HasKey(u => u.Code);
        builder.Property(u => u.Kind).HasConversion<string>();
        builder.Ignore(u => u.BareName);
        builder.Ignore(u => u.IsCommuneLevel);
    }
}

internal sealed class PlaceNameConfiguration : IEntityTypeConfiguration<PlaceName>
{
    public void Configure(EntityTypeBuilder<PlaceName> builder)
    {
        builder.ToTable("place_names");
        builder.HasKey(p => p.UnitCode);
    }
}

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.LegalBases).AsJson();
    }
}
