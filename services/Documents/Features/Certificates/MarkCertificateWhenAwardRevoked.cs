using Emulation.Contracts.Nominations;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using MassTransit;

namespace Emulation.Documents.Features.Certificates;

/// <summary>A cancelled award leaves its decision as issued; its certificate is no longer printed and no longer stands when checked.</summary>
internal sealed class MarkCertificateWhenAwardRevoked(DocumentsDbContext db) : IConsumer<AwardRevoked>
{
    public async Task Consume(ConsumeContext<AwardRevoked> context)
    {
        var message = context.Message;
        var cancel = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockKeyAsync($"revoked {message.Nomination.NominationId}", cancel);
        if (await db.FindAsync<RevokedAward>([message.Nomination.NominationId], cancel) is null)
            db.Add(new RevokedAward { NominationId = message.Nomination.NominationId, DecisionId = message.DecisionId, At = message.OccurredAt, LegalBasis = message.LegalBasis });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
