using Emulation.Documents.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Documents.Data;

internal sealed class RevokedAwardConfiguration : IEntityTypeConfiguration<RevokedAward>
{
    public void Configure(EntityTypeBuilder<RevokedAward> builder)
    {
        builder.ToTable("revoked_awards");
        builder.HasKey(r => r.NominationId);
    }
}

internal sealed class VerificationSecretConfiguration : IEntityTypeConfiguration<VerificationSecret>
{
    public void Configure(EntityTypeBuilder<VerificationSecret> builder)
    {
        builder.ToTable("verification_secrets");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
    }
}
