using Emulation.Identity.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Identity.Data;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => new { a.Kind, a.UserName });
        builder.Property(a => a.UserName).HasMaxLength(60).IsRequired();
        builder.Property(a => a.NormalizedUserName).HasMaxLength(60).IsRequired();
        builder.Property(a => a.DisplayName).HasMaxLength(200);
        builder.Property(a => a.UnitCode).HasMaxLength(40);
        builder.Property(a => a.Role).HasMaxLength(40);
        builder.Property(a => a.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        // Parts of Identity that this system does not use.
        builder.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed)
            .Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
    }
}
