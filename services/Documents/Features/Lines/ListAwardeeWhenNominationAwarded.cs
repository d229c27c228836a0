using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Lines;

/// <summary>Each nomination granted becomes a line of the Quyết định khen thưởng it was granted by.</summary>
internal sealed class ListAwardeeWhenNominationAwarded(DocumentsDbContext db, LineKeeper lines) : IConsumer<NominationAwarded>
{
    public async Task Consume(ConsumeContext<NominationAwarded> context)
    {
        var message = context.Message;
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockKeyAsync($"decision {message.DecisionId}", cancel);
        var id = await db.Documents.Where(d => d.DecisionId == message.DecisionId).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancel);
        var decision = id is { } found ? await db.LockDocumentAsync(found, cancel) : null;
        // Only a complete decision can be signed or issued, so whatever arrives after that is a repeat.
        if (decision is { State: not DocumentState.Draft })
            return;
        if (decision is null)
            db.Documents.Add(decision = Document.Decision(message, lines.Now));
        decision.Put(message.Nomination, message.Order, lines.Now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
