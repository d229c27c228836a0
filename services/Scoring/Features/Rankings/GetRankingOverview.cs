using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A whole block at a glance.</summary>
public sealed record RankingOverview
{
    /// <summary>The ranking.</summary>
    public required RankingReference Ranking { get; init; }

    /// <summary>Index over the block.</summary>
    public required Distribution Index { get; init; }

    /// <summary>Number of units of the block without a rank.</summary>
    public required int Unranked { get; init; }

    /// <summary>Areas in the order of the set.</summary>
    public required AreaOverview[] Areas { get; init; }

    /// <summary>Classes from the best down, also those that no unit has; empty when the set has none.</summary>
    public required ClassShare[] Classes { get; init; }

    /// <summary>Units of rank n or better, in order; more than n when units share rank n.</summary>
    public required RankedPlace[] Top { get; init; }

    /// <summary>The last n units, the last first.</summary>
    public required RankedPlace[] Bottom { get; init; }

    /// <summary>The ranking of the year before, in the version that holds now; null when there is none.</summary>
    public RankingReference? Before { get; init; }

    /// <summary>The n units that gained most places against the year before.</summary>
    public required Movement[] Risers { get; init; }

    /// <summary>The n units that lost most places.</summary>
    public required Movement[] Fallers { get; init; }
}

/// <summary>One area over a block.</summary>
/// <param name="Code">Code of the area.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Max">Most points by the set.</param>
/// <param name="Rate">Points in per cent of the maximum that applies; null when the area applies to no unit.</param>
/// <param name="MeanLostIndex">Points of the index that a unit loses here, on average.</param>
/// <param name="BestUnits">Units with the best rate, by code, at most five.</param>
/// <param name="BestCount">Number of units with the best rate.</param>
public sealed record AreaOverview(string Code, string Name, decimal Max, Distribution? Rate, decimal MeanLostIndex, TiedUnit[] BestUnits, int BestCount);

/// <summary>How many units are of a class.</summary>
/// <param name="Class">Name of the class.</param>
/// <param name="Units">Number of units.</param>
/// <param name="Percent">The same in per cent of the ranked units, two decimals.</param>
public sealed record ClassShare(string Class, int Units, decimal Percent);

/// <summary>A unit's place in a ranking.</summary>
/// <param name="Rank">Competition rank.</param>
/// <param name="Tied">True when another unit has the same rank.</param>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="UnitName">Name of the unit when published.</param>
/// <param name="Index">Index, 0–100 before bonus, four decimals.</param>
/// <param name="IndexShown">The same with two decimals, half up.</param>
/// <param name="Class">Class by the index set's table.</param>
public sealed record RankedPlace(int Rank, bool Tied, string UnitCode, string UnitName, decimal Index, decimal IndexShown, string? Class);

internal static class GetRankingOverview
{
    private const int Named = 5;
    private const int MostNamed = 50;

    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/overview", Handle)
        .WithName(nameof(GetRankingOverview)).WithSummary("Toàn cảnh một khối: trung bình, trung vị, cao nhất, khoảng cách theo lĩnh vực; phân bố xếp loại; nhóm đầu, nhóm cuối; thay đổi nhiều nhất. top: số đơn vị mỗi nhóm, 1–50, mặc định 5")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(404);

    private static async Task<Results<Ok<RankingOverview>, ProblemHttpResult>> Handle(Guid id, int? top, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await PublishedRankings.Find(db, id, user, cancellationToken) is not { } ranking)
            return CommonProblems.NotFound.Result();
        var named = Math.Clamp(top ?? Named, 1, MostNamed);
        var definition = (await sets.Find(db, ranking.IndexSetCode, cancellationToken))!.Definition;
        var before = await PublishedRankings.Latest(db, ranking.Year - 1, ranking.Block, cancellationToken);
        var moved = Movement.Between(ranking, before).Where(m => m.RankChange is not null and not 0).ToList();
        var rows = ranking.InOrder().ToList();
        return TypedResults.Ok(new RankingOverview
        {
            Ranking = await PublishedRankings.Reference(db, ranking, cancellationToken),
            Index = Distribution.Of(rows.Select(r => r.Index))!,
            Unranked = ranking.Unranked.Length,
            Areas = [.. definition.Areas.Select(a => Area(a, rows))],
            Classes = [.. definition.Classes.Select(c => Share(c.Name, rows))],
            Top = [.. rows.TakeWhile(r => r.Rank <= named).Select(Place)],
            Bottom = [.. Enumerable.Reverse(rows).Take(named).Select(Place)],
            Before = before is null ? null : RankingReference.Of(before, current: true),
            Risers = [.. moved.Where(m => m.RankChange > 0).OrderByDescending(m => m.RankChange).ThenBy(m => m.Rank).Take(named)],
            Fallers = [.. moved.Where(m => m.RankChange < 0).OrderBy(m => m.RankChange).ThenBy(m => m.Rank).Take(named)],
        });
    }

    private static AreaOverview Area(Area area, List<RankingRow> rows)
    {
        var (best, count) = AreaFigures.Best(rows, area.Code);
        var lost = rows.Select(r => (Row: r, Area: r.Areas.Single(a => a.Code == area.Code))).Average(r => AreaFigures.InIndex(r.Area.Max - r.Area.Points, r.Row));
        return new AreaOverview(area.Code, area.Name, area.Max, AreaFigures.Of(rows, area.Code), Scale.Keep(lost), best, count);
    }

    private static ClassShare Share(string name, List<RankingRow> rows)
    {
        var units = rows.Count(r => r.Class == name);
        return new(name, units, Scale.Show(units * 100m / rows.Count));
    }

    private static RankedPlace Place(RankingRow r) => new(r.Rank, r.Tied, r.UnitCode, r.UnitName, r.Index, Scale.Show(r.Index), r.Class);
}
