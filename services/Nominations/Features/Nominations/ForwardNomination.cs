using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Sends a handed-in nomination from the commune to the city (CVA-26/III.2.2). What is surely not met is not sent.</summary>
public sealed record ForwardNominationRequest
{
    /// <summary>Why it is late, if it is and no reason was given before (C-02).</summary>
    [Text(1000)]
    public string? LateReason { get; init; }
}

internal static class ForwardNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/forward", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(ForwardNomination)).WithSummary("Chuyển hồ sơ lên thành phố")
        .Produces<NominationResponse>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, ForwardNominationRequest request, Transition transition, StepRules rules, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, async (nomination, campaign) =>
        {
            // An office hands in; only its commune speaks to the city.
            if (!transition.User.Sees(nomination.ProposingUnitCode))
                return CommonProblems.Forbidden.With("Chỉ đơn vị đề nghị được chuyển hồ sơ lên thành phố.");
            var category = campaign.Category(nomination.CategoryKey)!;
            if (await rules.RefuseAsync(Step.Forward, nomination, campaign, ct) is { } forbidden)
                return forbidden;
            if (nomination.Forward(transition.Now, category.CityDeadline.TooLateFrom(nomination.Year), request.LateReason, StepRules.CouncilFirst(category)) is { } refused)
                return refused;
            db.Publish(new NominationForwarded { Nomination = nomination.Snapshot(campaign), OccurredAt = transition.Now, ActedBy = transition.User.Id });
            transition.Audit(nomination, "forwarded", request.LateReason);
            return null;
        }, ct);
}
