using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using MassTransit;

namespace Emulation.Documents.Features.Lines;

/// <summary>A nomination taken back, sent back or turned down leaves the drafts; what is issued stays as it was.</summary>
internal sealed class RemoveNomineeWhenNominationWithdrawn(DocumentsDbContext db, LineKeeper lines) : IConsumer<NominationWithdrawn>
{
    public Task Consume(ConsumeContext<NominationWithdrawn> context) => RemoveNominee.Handle(db, lines, context.Message.Nomination, context.CancellationToken);
}

/// <inheritdoc cref="RemoveNomineeWhenNominationWithdrawn"/>
internal sealed class RemoveNomineeWhenNominationReturned(DocumentsDbContext db, LineKeeper lines) : IConsumer<NominationReturned>
{
    public Task Consume(ConsumeContext<NominationReturned> context) => RemoveNominee.Handle(db, lines, context.Message.Nomination, context.CancellationToken);
}

/// <inheritdoc cref="RemoveNomineeWhenNominationWithdrawn"/>
internal sealed class RemoveNomineeWhenNominationRejected(DocumentsDbContext db, LineKeeper lines) : IConsumer<NominationRejected>
{
    public Task Consume(ConsumeContext<NominationRejected> context) => RemoveNominee.Handle(db, lines, context.Message.Nomination, context.CancellationToken);
}

internal static class RemoveNominee
{
    public static async Task Handle(DocumentsDbContext db, LineKeeper lines, NominationSnapshot nomination, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var known = await lines.KnownAsync(nomination.NominationId, cancellationToken);
        if (!known.Advance(nomination.Version))
            return;
        foreach (var draft in await lines.DraftsWithAsync(nomination.NominationId, cancellationToken))
            draft.Remove(nomination.NominationId, lines.Now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
