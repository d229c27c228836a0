using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using MassTransit;

namespace Emulation.Documents.Features.Lines;

/// <summary>A nomination handed in becomes a line of its unit's draft Tờ trình; handed in again, it replaces the line.</summary>
internal sealed class ListNomineeWhenNominationSubmitted(DocumentsDbContext db, LineKeeper lines) : IConsumer<NominationSubmitted>
{
    public async Task Consume(ConsumeContext<NominationSubmitted> context)
    {
        var nomination = context.Message.Nomination;
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await lines.KnownAsync(nomination.NominationId, cancel);
        if (!known.Advance(nomination.Version))
            return;

        // The same nomination never stands in two open drafts, should a correction have moved it to another year or level.
        var draft = await lines.OpenDraftAsync(nomination, cancel);
        foreach (var other in await lines.DraftsWithAsync(nomination.NominationId, cancel))
        {
            if (other.Id != draft.Id)
                other.Remove(nomination.NominationId, lines.Now);
        }

        draft.Put(nomination, order: null, lines.Now);
        // A verdict may overtake the hand-in that it judges.
        if (known.Verdict is { } verdict)
            draft.Judge(nomination.NominationId, known.VerdictVersion, verdict, lines.Now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
