using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Dossiers;
using Emulation.Nominations.Features.Dossiers;
using Emulation.Nominations.Law;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Sends a nomination back for correction, instead of editing another unit's paper.</summary>
public sealed record ReturnNominationRequest
{
    /// <summary>Why, in Vietnamese; told to the other side and kept in the history.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    /// <summary>What is wanting in single parts of the dossier; at most 20.</summary>
    [Items(0, 20)]
    public PartReason[] Parts { get; init; } = [];
}

internal static class ReturnNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/return", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(ReturnNomination)).WithSummary("Trả hồ sơ để bổ sung, kèm lý do")
        .Produces<NominationResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, ReturnNominationRequest request, Transition transition, DossierDesk desk, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, async (nomination, campaign) =>
        {
            // Who has it before the eyes sends it back: the standing section until it has left the unit, then the city.
            if (!transition.User.SeesWholeCity && (transition.User.UnitCode != nomination.ProposingUnitCode || nomination.State is NominationState.Forwarded or NominationState.Appraised))
                return CommonProblems.Forbidden.With("Cơ quan đang xử lý hồ sơ mới được trả lại.");
            var standing = await desk.StandingAsync(nomination, campaign, ct) ?? new([]);
            if (Array.FindIndex(request.Parts, p => standing.Part(p.Part) is null) is >= 0 and var unknown)
                return DossierDesk.UnknownPart(standing, request.Parts[unknown].Part).At($"/parts/{unknown}/part");
            // The term runs while who may return it has not taken it in.
            var (start, received) = (nomination.ForwardedAt >= nomination.SubmittedAt ? nomination.ForwardedAt : nomination.SubmittedAt, await desk.ReturnedAsync(nomination, request.Parts, ct));
            DateOnly? due = start is { } at && !received ? WorkingDays.After(at, Term.Check) : null;
            if (nomination.Return(request.Reason) is { } refused)
                return refused;
            db.Publish(new NominationReturned { Nomination = nomination.Snapshot(campaign), Reason = request.Reason, OccurredAt = transition.Now, ActedBy = transition.User.Id });
            db.Audit("nomination", id, "returned", transition.User.Id, transition.Now, request.Reason,
                new { nomination.State, nomination.Eligibility, request.Parts, Due = due, Late = due is { } day && VietnamTime.DateOf(transition.Now) > day }, transition.User.RemoteAddress);
            return null;
        }, ct);
}
