using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Campaigns.Data;

internal sealed class CampaignConfiguration : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.UnitCode).HasMaxLength(40);
        builder.Property(c => c.Level).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.StandingUnitCode).HasMaxLength(40);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Plan).AsJson();
        builder.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => new { c.UnitCode, c.Id });
    }
}

internal sealed class CampaignVersionConfiguration : IEntityTypeConfiguration<CampaignVersion>
{
    public void Configure(EntityTypeBuilder<CampaignVersion> builder)
    {
        builder.ToTable("campaign_versions");
        builder.HasKey(v => new { v.CampaignId, v.Version });
        builder.Property(v => v.Action).HasConversion<string>().HasMaxLength(20);
        builder.Property(v => v.Changes).AsJson();
        builder.Property(v => v.Plan).AsJson();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(v => v.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CampaignDeadlineConfiguration : IEntityTypeConfiguration<CampaignDeadline>
{
    public void Configure(EntityTypeBuilder<CampaignDeadline> builder)
    {
        builder.ToTable("campaign_deadlines");
        builder.HasKey(d => new { d.CampaignId, d.Category, d.Stage, d.Year });
        builder.Property(d => d.Stage).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Boundary).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId);
        builder.HasIndex(d => d.LastDay);
    }
}
