using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using MassTransit;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>A nomination came or went: others of its unit may be over the quota now, or no longer (LTN-26-30/III.2.b.q3).</summary>
internal sealed class CountWhenNominationMoves(NominationsDbContext db, OverQuotaCount overQuota)
    : IConsumer<NominationSubmitted>, IConsumer<NominationReturned>, IConsumer<NominationWithdrawn>, IConsumer<NominationRejected>
{
    public Task Consume(ConsumeContext<NominationSubmitted> context) => CountAsync(context.Message.Nomination, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationReturned> context) => CountAsync(context.Message.Nomination, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationWithdrawn> context) => CountAsync(context.Message.Nomination, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationRejected> context) => CountAsync(context.Message.Nomination, context.CancellationToken);

    private async Task CountAsync(NominationSnapshot moved, CancellationToken ct)
    {
        if (await db.Campaigns.FindAsync([moved.CampaignId], ct) is { } campaign)
            await overQuota.RunAsync(campaign, moved.ProposingUnitCode, ct);
    }
}
