using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.Rankings;

internal static class GetRankedUnit
{
    // Of fewer, a member of the block could work the others out.
    private const int FewestForMean = 5;

    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/units/{unitCode}", Handle)
        .WithName(nameof(GetRankedUnit)).WithSummary("Phân tích kết quả của một đơn vị: mạnh ở đâu, mất điểm ở đâu so với khối; tiêu chí thành phần của đơn vị chỉ hiện trong phạm vi được xem")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(404);

    private static async Task<Results<Ok<RankedUnitAnalysis>, ProblemHttpResult>> Handle(
        Guid id, string unitCode, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await PublishedRankings.Find(db, user, id, cancellationToken) is not { } ranking)
            return CommonProblems.NotFound.Result();
        if (ranking.Rows.Find(r => r.UnitCode == unitCode) is not { } unit)
            return Array.Find(ranking.Unranked, u => u.UnitCode == unitCode) is { } left ? Problems.UnitUnranked.With(left.Reason).Result() : CommonProblems.NotFound.Result();
        var definition = (await sets.Find(db, ranking.IndexSetCode, cancellationToken))!.Definition;
        var sums = await RankedSheets.Sums(db, ranking.Rows, cancellationToken);
        var leaves = await Leaves(definition, ranking, unit, sums, db, user, cancellationToken);
        var areas = AreaFigures.Compare(definition, ranking.Rows, unit);
        var now = sums.GetValueOrDefault(unit.SheetId).Version;
        return TypedResults.Ok(new RankedUnitAnalysis
        {
            Ranking = await PublishedRankings.Reference(db, ranking, cancellationToken),
            Unit = RankedUnitResponse.Of(unit),
            Of = ranking.Rows.Count,
            Index = Distribution.Of(ranking.Rows.Select(r => r.Index))!,
            Areas = areas,
            Strengths = HighlightPicker.Strengths(unit, areas, leaves),
            Losses = HighlightPicker.Losses(areas, leaves),
            Leaves = leaves,
            Sheet = user.Sees(unitCode) ? new SheetBasis(unit.SheetId, unit.SheetVersion, now, now != unit.SheetVersion) : null,
            SheetsChangedSince = ranking.Rows.Count(r => sums.GetValueOrDefault(r.SheetId).Version != r.SheetVersion),
        });
    }

    private static async Task<LeafComparison[]> Leaves(
        IndexDefinition definition, Ranking ranking, RankingRow unit, Dictionary<Guid, (int Version, SheetScore Score)> sums, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var figures = new LeafFigures(definition, Scorer.Means(sums.Values.Select(s => s.Score)));
        Func<string, Standing?>? own = null;
        await foreach (var (sheet, standing) in RankedSheets.Leaves(db, ranking.Rows, cancellationToken))
        {
            figures.Add(standing);
            if (sheet == unit.SheetId && user.Sees(unit.UnitCode))
                own = standing;
        }
        return figures.Compare(unit, own, ranking.Rows.TrueForAll(r => user.Sees(r.UnitCode)) ? 1 : FewestForMean);
    }
}
