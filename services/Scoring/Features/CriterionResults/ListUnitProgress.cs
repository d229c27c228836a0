using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>Units against criteria, a page of units at a time.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Items">Units of this page, in the order of their codes.</param>
/// <param name="Next">Value for <c>after</c> of the next page; null on the last one.</param>
public sealed record UnitProgressPage(CriterionCampaign Campaign, IReadOnlyList<UnitProgress> Items, string? Next);

/// <summary>One row of the matrix.</summary>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="Reported">Number of figures reported.</param>
/// <param name="Gates">How what must be reached stands.</param>
/// <param name="Aims">How what is strived for stands.</param>
/// <param name="Cells">One for each criterion and period, in the order of the plan.</param>
public sealed record UnitProgress(string UnitCode, string UnitName, int Reported, OutcomeCounts Gates, OutcomeCounts Aims, ProgressCell[] Cells);

/// <summary>One cell of the matrix.</summary>
/// <param name="Criterion">Key of the criterion.</param>
/// <param name="Period">Period.</param>
/// <param name="Outcome">Met, not met, or not yet known.</param>
/// <param name="Number">The figure as a number, where it is one.</param>
/// <param name="Exceeded">Whether it goes beyond the target, where the plan asks.</param>
/// <param name="AimReached">Whether the aim is reached, where the plan names one.</param>
public sealed record ProgressCell(string Criterion, string Period, CriterionOutcome Outcome, decimal? Number, bool? Exceeded, bool? AimReached);

internal static class ListUnitProgress
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{campaign}/units", Handle)
        .WithName(nameof(ListUnitProgress)).WithSummary("Bảng tiến độ của phong trào: từng đơn vị trong phạm vi với từng tiêu chí; lọc theo năm bằng year")
        .RequireAuthorization(Policies.ScoresRead)
        .Produces<UnitProgressPage>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(
        string campaign, int? year, string? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var (known, problem) = await GetUnitCriteria.FindAsync(db, user, campaign, year, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var units = TakingPart(db, user, known!);
        if (after is not null)
            units = units.Where(u => u.Code.CompareTo(after) > 0);
        var take = Paging.Limit(limit);
        var page = (await units.OrderBy(u => u.Code).Take(take + 1).ToListAsync(cancellationToken)).ToPage(take, u => u.Code);
        var table = await ResultTable.LoadAsync(db, known!, [.. page.Items.Select(u => u.Code)], year, cancellationToken);
        return TypedResults.Ok(new UnitProgressPage(CriterionCampaign.Of(known!), [.. page.Items.Select(u => Row(u, table.Of(u.Code)))], page.Next));
    }

    /// <summary>Units in the campaign that the caller sees; one that was dissolved stays as long as it has reported.</summary>
    internal static IQueryable<Domain.Unit> TakingPart(ScoringDbContext db, CurrentUser user, KnownCampaign campaign) =>
        db.Units.AsNoTracking().VisibleTo(user, u => u.Code).CoveredBy(campaign)
            .Where(u => u.Active || db.CriterionFigures.Any(f => f.CampaignId == campaign.Id && f.UnitCode == u.Code));

    private static UnitProgress Row(Domain.Unit unit, List<Judged> judged) => new(
        unit.Code, unit.Name, judged.Count(j => j.Figure is not null), OutcomeCounts.Of(judged, gate: true), OutcomeCounts.Of(judged, gate: false),
        [.. judged.Select(j => new ProgressCell(j.Criterion.Key!, j.Period, j.Verdict.Outcome, j.Verdict.Number, j.Verdict.Exceeded, j.Verdict.AimReached))]);
}
