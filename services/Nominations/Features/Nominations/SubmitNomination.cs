using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>Hands in a draft or a returned nomination.</summary>
public sealed record SubmitNominationRequest
{
    /// <summary>Why it is handed in late, if it is (C-02).</summary>
    [Text(1000)]
    public string? LateReason { get; init; }
}

internal static class SubmitNomination
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/{id:guid}/submit", Handle)
        .RequireAuthorization(Policies.NominationsWrite).WithIdempotency()
        .WithName(nameof(SubmitNomination)).WithSummary("Nộp hồ sơ đề nghị; quá hạn thì được đánh dấu, không bị từ chối")
        .Produces<NominationResponse>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, SubmitNominationRequest request, Transition transition, StepRules rules, NominationsDbContext db, CancellationToken ct) =>
        transition.RunAsync(id, Scope.Proposer, (nomination, campaign) =>
            ApplyAsync(nomination, campaign, request.LateReason, db, rules, transition.User, transition.Now, ct), ct);

    public static async Task<Problem?> ApplyAsync(
        Nomination nomination, KnownCampaign campaign, string? lateReason, NominationsDbContext db, StepRules rules, CurrentUser user, DateTimeOffset now, CancellationToken ct)
    {
        if (campaign.Closed)
            return Problems.CampaignClosed;
        var category = campaign.Category(nomination.CategoryKey)!;
        var tooLate = category.InternalDeadline.TooLateFrom(nomination.Year) ?? category.CityDeadline.TooLateFrom(nomination.Year);
        if (await rules.RefuseAsync(Step.Submit, nomination, campaign, ct) is { } forbidden)
            return forbidden;
        if (nomination.Submit(now, tooLate, lateReason) is { } refused)
            return refused;
        db.Publish(new NominationSubmitted { Nomination = nomination.Snapshot(campaign), OccurredAt = now, ActedBy = user.Id });
        db.Audit("nomination", nomination.Id, "submitted", user.Id, now, lateReason,
            new { nomination.Late, TooLateFrom = tooLate, nomination.Eligibility }, user.RemoteAddress);
        return null;
    }
}
