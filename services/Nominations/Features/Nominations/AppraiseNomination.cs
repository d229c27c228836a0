using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>The city's department of home affairs has looked through a forwarded nomination and found it in order; what is not in order is returned instead.</summary>
public sealed record AppraiseNominationRequest
{
    /// <summary>Finding, in Vietnamese; kept in the history.</summary>
    [Text(2000)]
    public string? Note { get; init; }
}

internal static class AppraiseNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/appraise", Handle)
        .RequireAuthorization(Policies.NominationsDecide).WithIdempotency()
        .WithName(nameof(AppraiseNomination)).WithSummary("Thẩm định hồ sơ đã chuyển thành phố")
        .Produces<NominationResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, AppraiseNominationRequest request, Transition transition, StepRules rules, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Decider, async (nomination, campaign) =>
        {
            if (await rules.RefuseAsync(Step.Appraise, nomination, campaign, ct) is { } forbidden)
                return forbidden;
            if (nomination.Appraise(transition.Now, request.Note) is { } refused)
                return refused;
            transition.Audit(nomination, "appraised", request.Note);
            return null;
        }, ct);
}
