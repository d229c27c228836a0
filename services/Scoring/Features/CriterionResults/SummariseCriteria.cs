using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>How all units in the campaign stand, criterion by criterion.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Units">Number of units counted: those in the campaign that the caller sees.</param>
/// <param name="Items">Criteria of this page, in the order of the plan.</param>
/// <param name="Next">Value for <c>after</c> of the next page; null on the last one.</param>
public sealed record CriteriaSummaryResponse(CriterionCampaign Campaign, int Units, CriterionSummary[] Items, string? Next);

/// <summary>One criterion over all units.</summary>
/// <param name="Criterion">Key of the criterion.</param>
/// <param name="Clause">Clause of the plan.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Target">What is to be reached, in Vietnamese.</param>
/// <param name="Gate">True when it must be reached.</param>
/// <param name="Periods">Counts period by period.</param>
public sealed record CriterionSummary(string Criterion, string Clause, string Measure, string Target, bool Gate, PeriodSummary[] Periods);

/// <summary>One criterion and period over all units.</summary>
/// <param name="Period">Period.</param>
/// <param name="Reported">Units that have reported.</param>
/// <param name="Outcomes">How the units stand.</param>
/// <param name="Exceeded">Units beyond the target, where the plan asks for it.</param>
/// <param name="AimReached">Units that reached the aim, where the plan names one.</param>
public sealed record PeriodSummary(string Period, int Reported, OutcomeCounts Outcomes, int? Exceeded, int? AimReached);

internal static class SummariseCriteria
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{campaign}/summary", Handle)
        .WithName(nameof(SummariseCriteria)).WithSummary("Tổng hợp từng tiêu chí trên mọi đơn vị trong phạm vi: số đơn vị đạt, không đạt, chưa đủ căn cứ, đã báo cáo")
        .RequireAuthorization(Policies.ScoresRead)
        .Produces<CriteriaSummaryResponse>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(
        string campaign, int? year, string? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var (known, problem) = await GetUnitCriteria.FindAsync(db, user, campaign, year, cancellationToken);
        if (problem is not null)
            return problem.Result();
        if (GetUnitCriteria.PageStart(known!, after) is not { } start)
            return Problems.CriterionUnknown.At("?after").Result();
        var units = await ListUnitProgress.TakingPart(db, user, known!).Select(u => u.Code).ToListAsync(cancellationToken);
        var table = await ResultTable.LoadAsync(db, known!, units, year, cancellationToken);
        var judged = units.SelectMany(table.Of).ToLookup(j => (j.Criterion.Key, j.Period));
        var take = Paging.Limit(limit);
        var page = known!.Criteria.Skip(start).Take(take + 1).ToList().ToPage(take, c => c.Key!);
        return TypedResults.Ok(new CriteriaSummaryResponse(CriterionCampaign.Of(known), units.Count,
            [
                .. page.Items.Select(c => new CriterionSummary(c.Key!, c.Clause, c.Measure, c.Target(known.ClassScales), c.Gate,
                    [.. known.PeriodsOf(c, year).Select(p => Of(p, c.ExceedAsked, c.Aim is not null, [.. judged[(c.Key, p)]]))])),
            ], page.Next));
    }

    private static PeriodSummary Of(string period, bool exceedAsked, bool hasAim, Judged[] units) => new(
        period, units.Count(u => u.Figure is not null), OutcomeCounts.Of(units.Select(u => u.Verdict.Outcome)),
        exceedAsked ? units.Count(u => u.Verdict.Exceeded == true) : null, hasAim ? units.Count(u => u.Verdict.AimReached == true) : null);
}
