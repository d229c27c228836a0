using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulation.Nominations.Data;

internal sealed class NominationConfiguration : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> nomination)
    {
        nomination.ToTable("nominations");
        nomination.ComplexProperty(n => n.Nominee);
        nomination.Property(n => n.Attestations).AsFrozenJson();
        nomination.Property(n => n.Grades).AsFrozenJson();
        nomination.Property(n => n.Service).AsFrozenJson();
        nomination.Property(n => n.Verdict!).AsFrozenJson();
        nomination.Property(n => n.State).HasConversion<string>();
        nomination.Property(n => n.Level).HasConversion<string>();
        nomination.Property(n => n.Eligibility).HasConversion<string>();
        nomination.HasIndex(n => new { n.CreatedBy, n.ExternalRef }).IsUnique();
        nomination.HasIndex(n => new { n.ProposingUnitCode, n.Id });
        nomination.HasIndex(n => new { n.RankedUnitCode, n.State });
        nomination.HasIndex(n => new { n.CampaignId, n.State });
        nomination.HasIndex(n => n.InitiativeIds).HasMethod("gin");
        nomination.HasIndex(n => new { n.CampaignId, n.CategoryKey, n.Year, n.NomineeKey }).IsUnique().HasFilter("state = 'Awarded'").HasDatabaseName("ix_nominations_awarded_once");
    }
}

internal sealed class InitiativeConfiguration : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> initiative)
    {
        initiative.ToTable("initiatives");
        initiative.HasIndex(i => new { i.UnitCode, i.Id });
        initiative.HasIndex(i => i.Key);
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decisions");
        decision.Property(d => d.Level).HasConversion<string>();
        decision.HasIndex(d => new { d.DecidingUnitCode, d.Id });
    }
}

internal sealed class KnownCampaignConfiguration : IEntityTypeConfiguration<KnownCampaign>
{
    public void Configure(EntityTypeBuilder<KnownCampaign> campaign)
    {
        campaign.ToTable("known_campaigns");
        campaign.Property(c => c.Snapshot!).AsFrozenJson();
        campaign.HasIndex(c => c.Code);
    }
}

internal sealed class KnownUnitConfiguration : IEntityTypeConfiguration<KnownUnit>
{
    public void Configure(EntityTypeBuilder<KnownUnit> unit) => unit.ToTable("known_units").HasKey(u => u.Code);
}

internal sealed class KnownRankingConfiguration : IEntityTypeConfiguration<KnownRanking>
{
    public void Configure(EntityTypeBuilder<KnownRanking> ranking) =>
        ranking.ToTable("known_rankings").HasKey(r => new { r.IndexSetCode, r.Year, r.Block });
}

internal sealed class KnownRankConfiguration : IEntityTypeConfiguration<KnownRank>
{
    public void Configure(EntityTypeBuilder<KnownRank> rank)
    {
        rank.ToTable("known_ranks").HasKey(r => new { r.IndexSetCode, r.Year, r.Block, r.UnitCode });
        rank.HasIndex(r => new { r.UnitCode, r.Year });
    }
}
