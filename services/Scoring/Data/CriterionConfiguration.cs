using Emulation.Scoring.Domain.Criteria;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Scoring.Data;

internal sealed class KnownCampaignConfiguration : IEntityTypeConfiguration<KnownCampaign>
{
    public void Configure(EntityTypeBuilder<KnownCampaign> builder)
    {
        builder.ToTable("campaigns");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.UnitCode).HasMaxLength(40);
        builder.Property(c => c.Criteria).AsJson();
        builder.Property(c => c.ClassScales).AsJson();
        // Two messages about one campaign at once: the slower one is tried again and sees the other's version.
        builder.Property(c => c.Version).IsConcurrencyToken();
        // Not unique: a campaign whose closing overtook its launch has no code yet.
        builder.HasIndex(c => c.Code);
    }
}

internal sealed class CriterionFigureConfiguration : IEntityTypeConfiguration<CriterionFigure>
{
    public const string UniqueFigure = "ix_criterion_figures_campaign_unit_criterion_period";

    public void Configure(EntityTypeBuilder<CriterionFigure> builder)
    {
        builder.ToTable("criterion_figures");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.UnitCode).HasMaxLength(40);
        builder.Property(f => f.Criterion).HasMaxLength(60);
        builder.Property(f => f.Period).HasMaxLength(Periods.MaxLength);
        builder.Property(f => f.Figure).AsJson();
        builder.Property(f => f.Assessment!).AsJson();
        builder.HasOne<KnownCampaign>().WithMany().HasForeignKey(f => f.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.CampaignId, f.UnitCode, f.Criterion, f.Period }).IsUnique().HasDatabaseName(UniqueFigure);
    }
}
