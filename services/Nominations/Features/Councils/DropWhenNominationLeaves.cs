using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>A nomination was withdrawn, returned or turned down while it stood on an agenda: its item falls off with a note.</summary>
internal sealed class DropWhenNominationLeaves(NominationsDbContext db, SessionWork work) : IConsumer<NominationWithdrawn>, IConsumer<NominationReturned>, IConsumer<NominationRejected>
{
    public Task Consume(ConsumeContext<NominationWithdrawn> context) => DropAsync(context.Message.Nomination.NominationId, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationReturned> context) => DropAsync(context.Message.Nomination.NominationId, context.CancellationToken);

    public Task Consume(ConsumeContext<NominationRejected> context) => DropAsync(context.Message.Nomination.NominationId, context.CancellationToken);

    private async Task DropAsync(Guid nominationId, CancellationToken ct)
    {
        if (await db.CouncilSessions.Include(s => s.Items).FirstOrDefaultAsync(s => s.Items.Any(i => i.Live && i.NominationId == nominationId), ct) is { } session)
            await work.SyncAsync(session, ct);
    }
}
