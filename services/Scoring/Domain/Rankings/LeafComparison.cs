using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>One leaf of one unit beside the block.</summary>
public sealed record LeafComparison
{
    /// <summary>Code of the leaf.</summary>
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the area.</summary>
    public required string Area { get; init; }

    /// <summary>Most points.</summary>
    public required decimal Max { get; init; }

    /// <summary>Points of the unit, four decimals; null when the leaf does not apply, or the caller does not see the unit's sheet.</summary>
    public decimal? Points { get; init; }

    /// <summary>What the lost points cost the unit in points of its index, four decimals; null as the points are.</summary>
    public decimal? LostIndex { get; init; }

    /// <summary>True when the leaf does not apply to the unit; null when the caller does not see the unit's sheet.</summary>
    public bool? NotApplicable { get; init; }

    /// <summary>Mean points of the block's units that the leaf applies to, four decimals; withheld with fewer than five of them.</summary>
    public decimal? BlockMean { get; init; }

    /// <summary>Most points that a unit of the block has; withheld as the mean is.</summary>
    public decimal? BlockBest { get; init; }

    /// <summary>Number of the block's units that the leaf applies to.</summary>
    public required int Units { get; init; }
}

/// <summary>Sums over the leaves of the sheets of a block, sheet by sheet: no more than one sheet's leaves are held at a time.</summary>
internal sealed class LeafFigures(IndexDefinition definition, IReadOnlyDictionary<string, decimal> means)
{
    private readonly int[] _units = new int[definition.Leaves.Count];
    private readonly decimal[] _sums = new decimal[definition.Leaves.Count];
    private readonly decimal[] _best = new decimal[definition.Leaves.Count];

    public void Add(Func<string, Standing?> standing)
    {
        for (var i = 0; i < _units.Length; i++)
        {
            if (Points(definition.Leaves[i], standing) is not { } points)
                continue;
            _units[i]++;
            _sums[i] += points;
            _best[i] = Math.Max(_best[i], points);
        }
    }

    /// <param name="unit">The unit's line, for what a point is worth in its index.</param>
    /// <param name="own">The unit's leaves; null for a caller who does not see them.</param>
    /// <param name="fewest">Number of units below which mean and best would give single units away.</param>
    public LeafComparison[] Compare(RankingRow unit, Func<string, Standing?>? own, int fewest) =>
    [
        .. definition.Leaves.Select((leaf, i) =>
        {
            var points = own is null ? null : Points(leaf, own);
            return new LeafComparison
            {
                Code = leaf.Code,
                Name = leaf.Name,
                Area = leaf.Area,
                Max = leaf.Max,
                Points = points,
                LostIndex = points is { } p ? AreaFigures.InIndex(leaf.Max - p, unit) : null,
                NotApplicable = own is null ? null : own(leaf.Code) is { Points: null, Input.LeavesBothSums: true },
                BlockMean = _units[i] == 0 || _units[i] < fewest ? null : Scale.Keep(_sums[i] / _units[i]),
                BlockBest = _units[i] == 0 || _units[i] < fewest ? null : _best[i],
                Units = _units[i],
            };
        }),
    ];

    private decimal? Points(Leaf leaf, Func<string, Standing?> standing) =>
        standing(leaf.Code) is not { } given || (given.Points is null && given.Input!.LeavesBothSums) ? null
        : Scorer.PointsOf(leaf, given) ?? (means.TryGetValue(leaf.Code, out var mean) ? leaf.Formula.Mark(given.Input!, leaf.Max, mean) : null);
}
