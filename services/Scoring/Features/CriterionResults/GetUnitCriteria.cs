using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>The criteria of a campaign as one unit stands to them.</summary>
public sealed record UnitCriteriaResponse
{
    /// <summary>The campaign.</summary>
    public required CriterionCampaign Campaign { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>How what must be reached stands, over all pages.</summary>
    public required OutcomeCounts Gates { get; init; }

    /// <summary>How what is strived for stands, over all pages.</summary>
    public required OutcomeCounts Aims { get; init; }

    /// <summary>Criteria of this page, in the order of the plan.</summary>
    public required CriterionResponse[] Items { get; init; }

    /// <summary>Value for <c>after</c> of the next page; null on the last one.</summary>
    public string? Next { get; init; }
}

internal static class GetUnitCriteria
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{campaign}/units/{unitCode}", Handle)
        .WithName(nameof(GetUnitCriteria)).WithSummary("Bảng tiêu chí của một đơn vị trong một phong trào: mức cần đạt, số liệu, kết luận, lý do, điều khoản; lọc theo năm bằng year")
        .RequireAuthorization(Policies.ScoresRead)
        .Produces<UnitCriteriaResponse>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(
        string campaign, string unitCode, int? year, string? after, int? limit, ScoringDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (known, problem) = await FindAsync(db, user, campaign, year, cancellationToken);
        if (problem is not null)
            return problem.Result();
        if (await db.Units.AsNoTracking().VisibleTo(user, u => u.Code).CoveredBy(known!).SingleOrDefaultAsync(u => u.Code == unitCode, cancellationToken) is not { } unit)
            return CommonProblems.NotFound.Result();
        var judged = (await ResultTable.LoadAsync(db, known!, [unit.Code], year, cancellationToken)).Of(unit.Code);
        if (PageStart(known!, after) is not { } start)
            return Problems.CriterionUnknown.At("?after").Result();
        var (take, today) = (Paging.Limit(limit), VietnamTime.Today(time));
        var clauses = judged.GroupBy(j => (j.Criterion.Clause, j.Period)).ToDictionary(g => g.Key, g => CriterionJudge.Clause([.. g.Select(j => (j.Criterion, j.Verdict))]));
        var page = known!.Criteria.Skip(start).Take(take + 1).ToList().ToPage(take, c => c.Key!);
        return TypedResults.Ok(new UnitCriteriaResponse
        {
            Campaign = CriterionCampaign.Of(known), UnitCode = unit.Code, UnitName = unit.Name,
            Gates = OutcomeCounts.Of(judged, gate: true), Aims = OutcomeCounts.Of(judged, gate: false),
            Items =
            [
                .. page.Items.Select(c => new CriterionResponse
                {
                    Criterion = c, Target = c.Target(known.ClassScales), Direction = c.Direction(),
                    Results = [.. judged.Where(j => j.Criterion.Key == c.Key).Select(j => CriterionResultResponse.Of(known, j, today, clauses[(c.Clause, j.Period)]))],
                }),
            ],
            Next = page.Next,
        });
    }

    /// <summary>The campaign that a caller looks into, and whether the year asked for is one of its own.</summary>
    internal static async Task<(KnownCampaign? Campaign, Problem? Problem)> FindAsync(ScoringDbContext db, CurrentUser user, string campaign, int? year, CancellationToken cancellationToken) =>
        await db.Campaigns.AsNoTracking().ReadableBy(user).Named(campaign).SingleOrDefaultAsync(cancellationToken) is not { } known ? (null, Problems.CampaignUnknown)
        : year < known.FromYear || year > known.ToYear ? (null, Problems.YearOutsideCampaign.At("?year", $"Phong trào từ năm {known.FromYear} đến năm {known.ToYear}."))
        : (known, null);

    /// <summary>Where a page of criteria begins; null when there is no such criterion.</summary>
    internal static int? PageStart(KnownCampaign campaign, string? after) =>
        after is null ? 0 : Array.FindIndex(campaign.Criteria, c => c.Key == after) is var last and >= 0 ? last + 1 : null;
}
