using Emulation.Portal.Clients;

namespace Emulation.Portal.Scoring;

/// <summary>Points of a leaf against its figure, as a line to draw; only for formulas of one figure.</summary>
/// <param name="Low">Left end of the axis.</param>
/// <param name="High">Right end.</param>
/// <param name="Max">Most points.</param>
/// <param name="Corners">Corners of the line, from left to right; two of the same X are a jump.</param>
internal sealed record RuleCurve(decimal Low, decimal High, decimal Max, (decimal X, decimal Y)[] Corners)
{
    private const string Lower = "lower", Zero = "zero";

    /// <param name="leaf">The leaf.</param>
    /// <param name="mean">Mean of the block, where the leaf is scored against it and it is known.</param>
    /// <param name="shown">Figures to be marked: the axis reaches as far.</param>
    public static RuleCurve? Of(IndexLeaf leaf, decimal? mean, IEnumerable<decimal> shown)
    {
        var (f, max) = (leaf.Formula, leaf.Max);
        var marked = shown.ToArray();
        return f.Kind switch
        {
            "ratio" or "survey" => Drawn([(0, 0), (100, max)]),
            "ratioWithFloor" when f.Floor * 100 is { } floor => Drawn([(0, 0), (floor, 0), (floor, max * floor / 100), (100, max)]),
            "linearBetween" when (f.Low, f.High) is ({ } low, { } high) => Drawn([(low - (high - low), 0), (low, 0), (high, max)], leaf.Unit == "%" && high == 100 ? 0 : 0.3m),
            "target" when f.Goal is { } goal => Drawn([(0, 0), (goal, max)], 0.3m),
            "countTimesPoints" when f.Each is > 0 and var each => Drawn([(0, 0), (max / each, max)], 0.3m),
            "deduction" when f.Cases is [{ Points: > 0 } only] => Drawn([(0, max), (max / only.Points, 0)], 0.3m),
            "relative" when mean is > 0 and var m => f.BelowMean == Zero ? Drawn([(0, 0), (m, 0), (m, max)], 0.5m) : Drawn([(0, 0), (m, max)], 0.5m),
            "inverse" when f.Goal is > 0 and var goal => Inverse(goal, f.Limit),
            "steps" when f.Table is { Length: > 0 } table => f.Better == Lower ? Falling(table) : Rising(table),
            _ => null,
        };

        // The line goes on level to the right of its last corner.
        RuleCurve Drawn((decimal X, decimal Y)[] corners, decimal beyond = 0)
        {
            var (low, high) = (corners[0].X, corners[^1].X + ((corners[^1].X - corners[0].X) * beyond));
            (low, high) = (marked.Append(low).Min(), marked.Append(f.Kind is "countTimesPoints" or "deduction" ? Math.Ceiling(high) : high).Max());
            return new RuleCurve(low, high, max, [(low, corners[0].Y), .. corners, (high, corners[^1].Y)]);
        }

        RuleCurve Inverse(decimal goal, decimal? limit)
        {
            var end = limit ?? goal * 4;
            return Drawn([(0, max), .. Enumerable.Range(0, 31).Select(i => goal + ((end - goal) * i / 30)).Select(x => (x, max * goal / x)), .. limit is { } cut ? new[] { (cut, 0m) } : []], limit is null ? 0 : 0.3m);
        }

        RuleCurve Rising(StepAnswer[] best) => Drawn([(Math.Min(0, best[^1].Bound), 0), .. best.Reverse().SelectMany((s, i) => new[] { (s.Bound, i == 0 ? 0 : best[^i].Points), (s.Bound, s.Points) })], 0.25m);

        RuleCurve Falling(StepAnswer[] best) => Drawn([(Math.Min(0, best[0].Bound), max), .. best.SelectMany((s, i) => new[] { (s.Bound, s.Points), (s.Bound, i + 1 < best.Length ? best[i + 1].Points : 0) })], 0.25m);
    }

    /// <summary>The one figure that a formula looks at; null when there is none, or several.</summary>
    public static decimal? FigureOf(Figures? figures) => figures switch
    {
        null or { LeavesBothSums: true } => null,
        { Counts: { Count: 1 } only } => only.Values.Single(),
        { Done: { } done, Total: > 0 and var total } => done * 100 / total,
        _ => figures.Value ?? figures.Count ?? figures.SurveyPercent,
    };
}
