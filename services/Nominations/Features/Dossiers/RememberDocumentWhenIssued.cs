using Emulation.Contracts.Documents;
using Emulation.Nominations.Data;
using MassTransit;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>Keeps what was issued, so that a dossier can name it instead of an upload.</summary>
internal sealed class RememberDocumentWhenIssued(NominationsDbContext db) : IConsumer<DocumentIssued>
{
    public async Task Consume(ConsumeContext<DocumentIssued> context)
    {
        var issued = context.Message;
        if (await db.Documents.FindAsync([issued.DocumentId], context.CancellationToken) is null)
            db.Documents.Add(new KnownDocument
            {
                Id = issued.DocumentId,
                UnitCode = issued.UnitCode,
                Type = issued.Type,
                Symbol = issued.Symbol,
                Date = issued.Date,
                NominationIds = issued.NominationIds,
                PdfSha256 = issued.PdfSha256,
            });
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
