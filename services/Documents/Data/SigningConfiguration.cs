using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class SigningCaseConfiguration : IEntityTypeConfiguration<SigningCase>
{
    public void Configure(EntityTypeBuilder<SigningCase> builder)
    {
        builder.ToTable("signing_cases");
        builder.HasKey(c => c.DocumentId);
        builder.Property(c => c.Step).HasConversion<string>();
        builder.Property(c => c.Place).AsFrozenJson();
        builder.HasOne<Document>().WithOne().HasForeignKey<SigningCase>(c => c.DocumentId);
    }
}

/// <summary>A file that somebody sends to be checked is looked for by its hash.</summary>
internal sealed class StoredFileHashConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder) => builder.HasIndex(f => f.Sha256);
}

internal sealed class PreparedSignatureConfiguration : IEntityTypeConfiguration<PreparedSignature>
{
    public void Configure(EntityTypeBuilder<PreparedSignature> builder)
    {
        builder.ToTable("prepared_signatures");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Role).HasConversion<string>();
        builder.Ignore(p => p.File);
        builder.HasIndex(p => p.ExpiresAt);
        builder.HasOne<Document>().WithMany().HasForeignKey(p => p.DocumentId);
    }
}

internal sealed class SigningCertificateConfiguration : IEntityTypeConfiguration<SigningCertificate>
{
    public void Configure(EntityTypeBuilder<SigningCertificate> builder)
    {
        builder.ToTable("signing_certificates");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Role).HasConversion<string>();
        builder.HasIndex(c => c.Thumbprint).IsUnique();
        builder.HasIndex(c => new { c.UnitCode, c.Role });
    }
}
