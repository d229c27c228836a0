using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.HasKey(u => u.Code);
        builder.Property(u => u.Code).HasMaxLength(40);
        builder.Property(u => u.Name).UseCollation(ServiceDbContext.Vietnamese);
        builder.Property(u => u.Kind).HasConversion<string>().HasMaxLength(20);
        // Two messages about one unit at once: the slower one is tried again and sees the other's version.
        builder.Property(u => u.Version).IsConcurrencyToken();
        builder.HasIndex(u => u.Block);
    }
}
