using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using MassTransit;

namespace Emulation.Documents.Features.Lines;

/// <summary>A nominee late no more loses the mark on the drafts; an issued document keeps it, as it was right then.</summary>
internal sealed class LiftLatenessWhenDeadlineMoved(DocumentsDbContext db, LineKeeper lines) : IConsumer<NominationLatenessLifted>
{
    public async Task Consume(ConsumeContext<NominationLatenessLifted> context)
    {
        var nomination = context.Message.Nomination;
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await lines.KnownAsync(nomination.NominationId, cancel);
        var overtook = known.ListingVersion == 0;
        // Handed in again since, or gone: that hand-in speaks for itself.
        if (!known.Advance(nomination.Version))
            return;
        if (overtook)
            (await lines.OpenDraftAsync(nomination, cancel)).Put(nomination, order: null, lines.Now);
        foreach (var draft in await lines.DraftsWithAsync(nomination.NominationId, cancel))
            draft.LiftLateness(nomination.NominationId, lines.Now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
