using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Nominations;

/// <summary>What the machine would say of a nomination, and what is missing.</summary>
/// <param name="Eligibility">Outcome of the whole standard.</param>
/// <param name="Reading">Reading that was judged (C-05).</param>
/// <param name="TooLateFrom">First instant that would be too late, UTC; null = no deadline.</param>
/// <param name="Missing">Leaf conditions that are not met or not yet known.</param>
/// <param name="Verdict">The verdict, clause by clause.</param>
public sealed record EligibilityResponse(Outcome Eligibility, Reading Reading, DateTimeOffset? TooLateFrom, IReadOnlyList<VerdictNode> Missing, VerdictNode Verdict);

internal static class CheckEligibility
{
    public static void Map(IEndpointRouteBuilder nominations) => nominations.MapPost("/check", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(CheckEligibility)).WithSummary("Xét thử tiêu chuẩn, không lưu hồ sơ")
        .Produces<EligibilityResponse>().ProducesProblem(400).ProducesProblem(403);

    private static async Task<IResult> Handle(DraftNominationRequest request, Drafting drafting, CancellationToken ct)
    {
        var (nomination, campaign, problem) = await drafting.DraftAsync(request, ct);
        if (problem is not null)
            return problem.Result();
        var category = campaign!.Category(nomination!.CategoryKey)!;
        var missing = nomination.Verdict!.All().Where(n => n.Children.Length == 0 && n.Outcome != Outcome.Met).ToList();
        return TypedResults.Ok(new EligibilityResponse(nomination.Eligibility, nomination.Reading,
            category.InternalDeadline.TooLateFrom(nomination.Year) ?? category.CityDeadline.TooLateFrom(nomination.Year), missing, nomination.Verdict));
    }
}
