using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>Adds up a sheet: index = Σ points ÷ Σ applicable maxima × 100 (domain 2.4).</summary>
internal static class Scorer
{
    /// <param name="definition">The tree.</param>
    /// <param name="standing">What counts for a leaf; null when nothing was entered.</param>
    public static SheetScore Score(IndexDefinition definition, Func<string, Standing?> standing)
    {
        var areas = definition.Areas.ToDictionary(a => a.Code, _ => (Points: 0m, Max: 0m));
        List<string> missing = [];
        List<PendingLeaf> pending = [];
        foreach (var leaf in definition.Leaves)
        {
            if (standing(leaf.Code) is not { } given)
            {
                missing.Add(leaf.Code);
                continue;
            }
            if (given.Points is null && given.Input!.LeavesBothSums)
                continue;
            if (PointsOf(leaf, given) is { } points)
                areas[leaf.Area] = (areas[leaf.Area].Points + points, areas[leaf.Area].Max + leaf.Max);
            else
                pending.Add(new PendingLeaf { Leaf = leaf.Code, Value = given.Input!.Figure });
        }
        return new SheetScore
        {
            Points = areas.Values.Sum(a => a.Points),
            Max = areas.Values.Sum(a => a.Max),
            Areas = [.. definition.Areas.Select(a => new AreaScore { Code = a.Code, Points = areas[a.Code].Points, Max = areas[a.Code].Max })],
            Bonus = definition.Adjustments.Sum(a => standing(a.Code) is { } given ? PointsOf(a, given) : 0),
            Missing = [.. missing],
            Pending = [.. pending],
        };
    }

    /// <summary>Points of a leaf that applies; null when they wait for the block.</summary>
    public static decimal? PointsOf(Leaf leaf, Standing given) => given.Points ?? leaf.Formula.Mark(given.Input!, leaf.Max);

    public static decimal PointsOf(Adjustment adjustment, Standing given) => given.Points ?? adjustment.BonusPenalty.Signed(given.Input!);

    /// <summary>The sums once the means of the block are known.</summary>
    public static SheetScore WithMeans(this SheetScore score, IndexDefinition definition, IReadOnlyDictionary<string, decimal> means)
    {
        if (score.Pending.Length == 0)
            return score;
        var areas = score.Areas.ToArray();
        var (added, max) = (0m, 0m);
        foreach (var pending in score.Pending)
        {
            var leaf = definition.LeafByCode[pending.Leaf];
            var points = Scale.Keep(((Relative)leaf.Formula).Against(pending.Value, means[pending.Leaf], leaf.Max));
            var at = 0;
            while (areas[at].Code != leaf.Area)
                at++;
            areas[at] = new AreaScore { Code = leaf.Area, Points = areas[at].Points + points, Max = areas[at].Max + leaf.Max };
            (added, max) = (added + points, max + leaf.Max);
        }
        return score with { Areas = areas, Points = score.Points + added, Max = score.Max + max, Pending = [] };
    }

    /// <summary>Mean of each leaf that is scored against the block, over the units that it applies to.</summary>
    public static Dictionary<string, decimal> Means(IEnumerable<SheetScore> block) =>
        block.SelectMany(s => s.Pending).GroupBy(p => p.Leaf).ToDictionary(g => g.Key, g => g.Average(p => p.Value));
}
