using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Turns a nomination down for good.</summary>
public sealed record RejectNominationRequest
{
    /// <summary>Why, in Vietnamese; told to the other side and kept in the history.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class RejectNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/reject", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(RejectNomination)).WithSummary("Không xét hồ sơ, kèm lý do")
        .Produces<NominationResponse>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, RejectNominationRequest request, Transition transition, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Decider, (nomination, campaign) =>
        {
            if (nomination.Reject(request.Reason) is { } refused)
                return refused;
            db.Publish(new NominationRejected { Nomination = nomination.Snapshot(campaign), Reason = request.Reason, OccurredAt = transition.Now, ActedBy = transition.User.Id });
            transition.Audit(nomination, "rejected", request.Reason);
            return null;
        }, ct);
}
