using Emulation.Contracts.Documents;
using Emulation.Nominations.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Decisions;

/// <summary>The decision got its number as a document: it goes onto the decision and into the register.</summary>
internal sealed class NumberWhenDocumentIssued(NominationsDbContext db) : IConsumer<DocumentIssued>
{
    private const string DecisionType = "QĐ";

    public async Task Consume(ConsumeContext<DocumentIssued> context)
    {
        var (issued, ct) = (context.Message, context.CancellationToken);
        if (issued.Type != DecisionType)
            return;
        // Messages from before the decision was named tell it by its nominations.
        var id = issued.DecisionId ?? await db.Nominations.Where(n => issued.NominationIds.Contains(n.Id) && n.DecisionId != null).Select(n => n.DecisionId).FirstOrDefaultAsync(ct);
        if (await db.Decisions.FirstOrDefaultAsync(d => d.Id == id, ct) is not { } decision || decision.DocumentId == issued.DocumentId)
            return;
        // A number typed for paper stands; the file is added to it.
        if (decision.Numbered(issued.Symbol, issued.Date, issued.DocumentId) is not null)
            decision.Filed(issued.DocumentId);
        await NumberDecision.EnterAsync(decision, $"/documents/{issued.DocumentId}", db, ct);
        db.Audit("decision", decision.Id, "numbered", issued.ActedBy, issued.OccurredAt, changes: new { decision.Number, decision.Date, issued.DocumentId });
        await db.SaveChangesAsync(ct);
    }
}
