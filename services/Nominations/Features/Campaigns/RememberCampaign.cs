using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Features.Eligibility;
using Emulation.Nominations.Features.Quotas;
using MassTransit;

namespace Emulation.Nominations.Features.Campaigns;

/// <summary>Keeps the rules of each launched campaign, and judges open nominations again, their lateness too, when they are amended or the campaign closes.</summary>
internal sealed class RememberCampaign(NominationsDbContext db, Rejudging rejudging, Lateness lateness, OverQuotaCount overQuota)
    : IConsumer<CampaignLaunched>, IConsumer<CampaignAmended>, IConsumer<CampaignClosed>
{
    public Task Consume(ConsumeContext<CampaignLaunched> context) =>
        TakeOverAsync(context.Message.Campaign, "Phát động phong trào.", context.Message.ActedBy, context.CancellationToken);

    public Task Consume(ConsumeContext<CampaignAmended> context) =>
        TakeOverAsync(context.Message.Campaign, $"Điều chỉnh kế hoạch: {context.Message.Reason}.", context.Message.ActedBy, context.CancellationToken);

    public async Task Consume(ConsumeContext<CampaignClosed> context)
    {
        var closed = context.Message;
        var known = await db.Campaigns.FindAsync([closed.CampaignId], context.CancellationToken);
        // It may overtake the launch: then remember the closing alone.
        if (known is null)
            db.Campaigns.Add(known = new KnownCampaign { Id = closed.CampaignId, Code = "", UnitCode = "" });
        known.Closed = true;
        await rejudging.SaveAndRunAsync(n => n.CampaignId == closed.CampaignId, $"Kết thúc phong trào: {closed.Reason}.", closed.ActedBy, context.CancellationToken);
    }

    private async Task TakeOverAsync(CampaignSnapshot campaign, string cause, string actedBy, CancellationToken ct)
    {
        var known = await db.Campaigns.FindAsync([campaign.CampaignId], ct);
        if (known?.Version >= campaign.Version)
            return;
        if (known is null)
            db.Campaigns.Add(known = new KnownCampaign { Id = campaign.CampaignId, Code = campaign.Code, UnitCode = campaign.UnitCode });
        var before = known.Snapshot;
        (known.Code, known.UnitCode, known.Version, known.Snapshot) = (campaign.Code, campaign.UnitCode, campaign.Version, campaign);
        await lateness.ReviewAsync(known, before, cause, actedBy, ct);
        await rejudging.SaveAndRunAsync(n => n.CampaignId == campaign.CampaignId, cause, actedBy, ct);
        await overQuota.RunAsync(known, null, ct);
    }
}
