using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Takes a nomination back.</summary>
public sealed record WithdrawNominationRequest
{
    /// <summary>Why, in Vietnamese; told to the other side and kept in the history.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class WithdrawNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/withdraw", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(WithdrawNomination)).WithSummary("Rút hồ sơ, kèm lý do")
        .Produces<NominationResponse>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, WithdrawNominationRequest request, Transition transition, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, (nomination, campaign) =>
        {
            if (nomination.Withdraw(request.Reason) is { } refused)
                return refused;
            db.Publish(new NominationWithdrawn { Nomination = nomination.Snapshot(campaign), Reason = request.Reason, OccurredAt = transition.Now, ActedBy = transition.User.Id });
            transition.Audit(nomination, "withdrawn", request.Reason);
            return null;
        }, ct);
}
