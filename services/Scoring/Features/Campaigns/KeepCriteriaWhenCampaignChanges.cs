using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using MassTransit;

namespace Emulation.Scoring.Features.Campaigns;

/// <summary>Keeps the criteria of launched campaigns, and locks their figures when a campaign closes.</summary>
internal sealed class KeepCriteriaWhenCampaignChanges(ScoringDbContext db) : IConsumer<CampaignLaunched>, IConsumer<CampaignAmended>, IConsumer<CampaignClosed>
{
    public Task Consume(ConsumeContext<CampaignLaunched> context) => Keep(context.Message.Campaign.CampaignId, c => c.Learn(context.Message.Campaign), context.CancellationToken);

    public Task Consume(ConsumeContext<CampaignAmended> context) => Keep(context.Message.Campaign.CampaignId, c => c.Learn(context.Message.Campaign), context.CancellationToken);

    // It may overtake the launch: then the closing alone is remembered.
    public Task Consume(ConsumeContext<CampaignClosed> context) => Keep(context.Message.CampaignId, c => c.Close(context.Message.OccurredAt), context.CancellationToken);

    private async Task Keep(Guid id, Action<KnownCampaign> learn, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.FindAsync([id], cancellationToken);
        if (campaign is null)
            db.Campaigns.Add(campaign = new KnownCampaign { Id = id });
        learn(campaign);
        await db.SaveChangesAsync(cancellationToken);
    }
}
