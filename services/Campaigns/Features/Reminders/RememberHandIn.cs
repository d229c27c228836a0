using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Nominations;
using MassTransit;

namespace Emulation.Campaigns.Features.Reminders;

/// <summary>A nomination came in: for its category and year the unit is not reminded any more.</summary>
internal sealed class RememberHandIn(CampaignsDbContext db) : IConsumer<NominationSubmitted>, IConsumer<NominationForwarded>
{
    public Task Consume(ConsumeContext<NominationSubmitted> context) =>
        RememberAsync(context.Message.Nomination, DeadlineStage.Internal, context.Message.OccurredAt, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationForwarded> context) =>
        RememberAsync(context.Message.Nomination, DeadlineStage.City, context.Message.OccurredAt, context.CancellationToken);

    private async Task RememberAsync(NominationSnapshot n, DeadlineStage stage, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // The first one counts.
        if (await db.HandIns.FindAsync([n.CampaignId, n.CategoryKey, n.Year, stage, n.Nominee.UnitCode], cancellationToken) is not null)
            return;
        db.HandIns.Add(new HandIn
        {
            CampaignId = n.CampaignId, Category = n.CategoryKey, Year = n.Year, Stage = stage, UnitCode = n.Nominee.UnitCode, ProposingUnitCode = n.ProposingUnitCode, At = at,
        });
    }
}
