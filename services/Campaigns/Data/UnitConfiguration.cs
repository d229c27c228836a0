using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Campaigns.Data;

internal sealed class UnitConfiguration : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("units");
        builder.HasKey(u => u.Code);
        builder.Ignore(u => u.Id).Ignore(u => u.Entry);
        builder.Property(u => u.Code).HasMaxLength(40);
        builder.Property(u => u.ParentCode).HasMaxLength(40);
        builder.Property(u => u.MergedInto).HasMaxLength(40);
        builder.Property(u => u.Name).HasMaxLength(200).UseCollation(ServiceDbContext.Vietnamese);
        builder.Property(u => u.RankingBlock).HasMaxLength(20);
        builder.Property(u => u.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(u => u.History).AsJson();
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.MergedInto).OnDelete(DeleteBehavior.Restrict);
        // The order of the list people read.
        builder.HasIndex(u => new { u.Name, u.Code });
    }
}
