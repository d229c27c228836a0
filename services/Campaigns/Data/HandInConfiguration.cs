using Emulation.Campaigns.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Campaigns.Data;

internal sealed class HandInConfiguration : IEntityTypeConfiguration<HandIn>
{
    public void Configure(EntityTypeBuilder<HandIn> builder)
    {
        builder.ToTable("hand_ins");
        builder.HasKey(h => new { h.CampaignId, h.Category, h.Year, h.Stage, h.UnitCode });
        builder.Property(h => h.Category).HasMaxLength(60);
        builder.Property(h => h.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Property(h => h.UnitCode).HasMaxLength(40);
        builder.Property(h => h.ProposingUnitCode).HasMaxLength(40);
    }
}
