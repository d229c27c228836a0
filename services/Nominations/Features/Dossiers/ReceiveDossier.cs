using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Features.Nominations;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Dossiers;

/// <summary>The standing section of the proposing unit has looked a dossier through and takes it in as complete (LTN-26-30/IV.2.3); what is not complete is returned instead.</summary>
public sealed record ReceiveDossierRequest
{
    /// <summary>Remark, in Vietnamese; kept in the history.</summary>
    [Text(2000)]
    public string? Note { get; init; }
}

internal static class ReceiveDossier
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/receive", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(ReceiveDossier)).WithSummary("Bộ phận thường trực kiểm tra, tiếp nhận hồ sơ đủ thành phần")
        .Produces<NominationResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, ReceiveDossierRequest request, Transition transition, DossierDesk desk, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, async (nomination, campaign) =>
        {
            if (transition.User.UnitCode != nomination.ProposingUnitCode)
                return CommonProblems.Forbidden.With("Bộ phận thường trực của đơn vị đề nghị tiếp nhận hồ sơ.");
            var file = await db.Dossiers.FirstOrDefaultAsync(d => d.NominationId == id, ct);
            if (file?.IsReceived(nomination) == true)
                return Problems.ReceivedAlready;
            if (nomination.Receive() is { } refused)
                return refused;
            if (await desk.StandingAsync(nomination, campaign, ct) is { } standing && standing.Missing(PartDue.Receipt) is { Length: > 0 } missing)
                return DossierDesk.Incomplete(missing);
            if (file is null)
                db.Dossiers.Add(file = new Dossier { NominationId = id });
            file.Receive(transition.User.Id, request.Note, transition.Now);
            var due = WorkingDays.After(nomination.SubmittedAt!.Value, Term.Check);
            db.Audit("nomination", id, "received", transition.User.Id, transition.Now, request.Note,
                new { Unit = transition.User.UnitCode, Due = due, Late = VietnamTime.DateOf(transition.Now) > due }, transition.User.RemoteAddress);
            return null;
        }, ct);
}
