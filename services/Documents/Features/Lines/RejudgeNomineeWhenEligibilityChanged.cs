using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using MassTransit;

namespace Emulation.Documents.Features.Lines;

/// <summary>Drafts show the verdict as it stands; an issued document keeps the one it was issued with.</summary>
internal sealed class RejudgeNomineeWhenEligibilityChanged(DocumentsDbContext db, LineKeeper lines) : IConsumer<EligibilityChanged>
{
    public async Task Consume(ConsumeContext<EligibilityChanged> context)
    {
        var (nomination, verdict) = (context.Message.Nomination, context.Message.Current);
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await lines.KnownAsync(nomination.NominationId, cancel);
        if (!known.Judge(nomination.Version, verdict))
            return;
        foreach (var draft in await lines.DraftsWithAsync(nomination.NominationId, cancel))
            draft.Judge(nomination.NominationId, nomination.Version, verdict, lines.Now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
