using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Sends a nomination back for correction, instead of editing another unit's paper.</summary>
public sealed record ReturnNominationRequest
{
    /// <summary>Why, in Vietnamese; told to the other side and kept in the history.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class ReturnNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/return", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(ReturnNomination)).WithSummary("Trả hồ sơ để bổ sung, kèm lý do")
        .Produces<NominationResponse>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, ReturnNominationRequest request, Transition transition, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Decider, (nomination, campaign) =>
        {
            if (nomination.Return(request.Reason) is { } refused)
                return refused;
            db.Publish(new NominationReturned { Nomination = nomination.Snapshot(campaign), Reason = request.Reason, OccurredAt = transition.Now, ActedBy = transition.User.Id });
            transition.Audit(nomination, "returned", request.Reason);
            return null;
        }, ct);
}
