using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>One area of one unit beside the block. Rates are per cent of the maximum that applies, so that “not applicable” does not count against anyone.</summary>
public sealed record AreaComparison
{
    /// <summary>Code of the area.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Points of the unit.</summary>
    public required decimal Points { get; init; }

    /// <summary>Most points, without leaves that do not apply to the unit.</summary>
    public required decimal Max { get; init; }

    /// <summary>Points in per cent of the maximum, four decimals; null when the area does not apply.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Maximum less points.</summary>
    public required decimal LostPoints { get; init; }

    /// <summary>What the lost points cost the unit in points of its index, four decimals.</summary>
    public required decimal LostIndex { get; init; }

    /// <summary>Rate of the block's units that the area applies to; null when it applies to none.</summary>
    public Distribution? Block { get; init; }

    /// <summary>Units with the best rate, by code, at most five.</summary>
    public required TiedUnit[] BestUnits { get; init; }

    /// <summary>Number of units with the best rate.</summary>
    public required int BestCount { get; init; }

    /// <summary>Competition rank in this area alone; null when it does not apply.</summary>
    public int? Rank { get; init; }
}

/// <summary>The areas of a ranking, from its rows alone.</summary>
internal static class AreaFigures
{
    private const int Named = 5;

    public static decimal? Rate(AreaScore area) => area.Max == 0 ? null : Scale.Keep(area.Points * 100 / area.Max);

    /// <summary>What points lost cost in points of the index of a unit.</summary>
    public static decimal InIndex(decimal points, RankingRow row) => row.Areas.Sum(a => a.Max) is var max && max == 0 ? 0 : Scale.Keep(points * 100 / max);

    public static Distribution? Of(IReadOnlyCollection<RankingRow> rows, string area) => Distribution.Of(Rates(rows, area).Select(r => r.Rate));

    public static (TiedUnit[] Units, int Count) Best(IReadOnlyCollection<RankingRow> rows, string area)
    {
        var rates = Rates(rows, area).ToList();
        var top = rates.Select(r => r.Rate).DefaultIfEmpty().Max();
        var best = rates.Where(r => r.Rate == top).Select(r => new TiedUnit(r.Row.UnitCode, r.Row.UnitName)).OrderBy(u => u.UnitCode, StringComparer.Ordinal).ToList();
        return ([.. best.Take(Named)], best.Count);
    }

    public static AreaComparison[] Compare(IndexDefinition definition, IReadOnlyCollection<RankingRow> rows, RankingRow unit) =>
    [
        .. definition.Areas.Select(area =>
        {
            var own = unit.Areas.Single(a => a.Code == area.Code);
            var rate = Rate(own);
            var (best, count) = Best(rows, area.Code);
            return new AreaComparison
            {
                Code = area.Code,
                Name = area.Name,
                Points = own.Points,
                Max = own.Max,
                Rate = rate,
                LostPoints = own.Max - own.Points,
                LostIndex = InIndex(own.Max - own.Points, unit),
                Block = Of(rows, area.Code),
                BestUnits = best,
                BestCount = count,
                Rank = rate is null ? null : 1 + Rates(rows, area.Code).Count(r => r.Rate > rate),
            };
        }),
    ];

    private static IEnumerable<(RankingRow Row, decimal Rate)> Rates(IReadOnlyCollection<RankingRow> rows, string area) =>
        rows.Select(r => (Row: r, Rate: Rate(r.Areas.Single(a => a.Code == area)))).Where(r => r.Rate is not null).Select(r => (r.Row, r.Rate!.Value));
}
