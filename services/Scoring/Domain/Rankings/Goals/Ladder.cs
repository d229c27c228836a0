using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.Rankings.Goals;

/// <summary>The figures that a leaf can climb through: rung 1 is the first better one, the top gives all points. No rung gives fewer points than the one below.</summary>
/// <remarks>Rungs are as fine as the figures are given: one case, one item done of a whole number, else the decimals of the figure, at least two.</remarks>
internal sealed record Ladder(long Top, Func<long, LeafInput> At)
{
    // The most that may be entered.
    private const int MostCount = 1_000_000;

    public LeafInput Best => At(Top);

    /// <param name="formula">How the leaf is scored.</param>
    /// <param name="max">Its maximum; the cap of a bonus or penalty.</param>
    /// <param name="from">Figures to climb from; null when there are none yet.</param>
    /// <param name="meanOfOthers">For a leaf against the block: mean of the units that it applies to, without this one; null when there is none.</param>
    public static Ladder Of(Formula formula, decimal max, LeafInput? from, decimal? meanOfOthers) => formula switch
    {
        YesNo => new Ladder(1, _ => new LeafInput { Met = true }),
        Ratio or RatioWithFloor => Done(from?.Done ?? 0, from?.Total ?? 100, from?.Total ?? 100),
        CountTimesPoints f => Climb(from?.Count ?? 0, Math.Min(MostCount, decimal.Ceiling(max / f.Each)), 1, n => new LeafInput { Count = (int)n }),
        Survey => Value(from?.SurveyPercent ?? 0, 100, v => new LeafInput { SurveyPercent = v }),
        Deduction f => Fewer(f.Cases, from),
        BonusPenalty { Effect: Effect.Penalty } f => Fewer(f.Cases, from),
        BonusPenalty f => More(f.Cases, from, f.Cap),
        Target f => Rising(from, f.Goal, BoundOperator.Inclusive),
        LinearBetween f => Rising(from, f.High, BoundOperator.Inclusive),
        Relative f => Rising(from, meanOfOthers ?? 0, f.Operator),
        Steps { Better: Better.Higher } f => Rising(from, f.Table[0].Bound, f.Table[0].Operator),
        Steps f => Falling(from, f.Table[0].Bound, f.Table[0].Operator),
        Inverse f => Falling(from, f.Goal, BoundOperator.Inclusive),
        _ => throw new InvalidOperationException($"No ladder for {formula.GetType().Name}."),
    };

    private static Ladder Rising(LeafInput? from, decimal bound, BoundOperator op)
    {
        if (from is { Done: { } done, Total: { } total })
        {
            var step = StepOf(done, total);
            var best = Up(bound * total / 100, step);
            while (!op.Reached(best * 100 / total, bound))
                best += step;
            return Done(done, best, total);
        }
        if (from?.Count is { } count)
            return Climb(count, Beyond(decimal.Ceiling(bound), 1), 1, n => new LeafInput { Count = (int)n });
        var fine = Fineness(from?.Value ?? 0, bound);
        return Value(from?.Value ?? 0, Beyond(Up(bound, fine), fine), v => new LeafInput { Value = v });

        decimal Beyond(decimal figure, decimal step) => op.Reached(figure, bound) ? figure : figure + step;
    }

    private static Ladder Falling(LeafInput? from, decimal bound, BoundOperator op)
    {
        if (from is { Done: { } done, Total: { } total })
        {
            var step = StepOf(done, total);
            var best = decimal.Floor(bound * total / 100 / step) * step;
            while (best > 0 && !op.Kept(best * 100 / total, bound))
                best -= step;
            return Done(done, best, total);
        }
        if (from?.Count is { } count)
            return Climb(count, Below(decimal.Floor(bound), 1), -1, n => new LeafInput { Count = (int)n });
        var fine = Fineness(from?.Value ?? 0, bound);
        var goal = Below(decimal.Floor(bound / fine) * fine, fine);
        // Without a figure there is nothing to come down from.
        return Value(from?.Value ?? goal, goal, v => new LeafInput { Value = v });

        decimal Below(decimal figure, decimal step) => op.Kept(figure, bound) ? figure : figure - step;
    }

    private static Ladder Done(decimal from, decimal to, decimal total) =>
        Climb(from, to, StepOf(from, total) * (to < from ? -1 : 1), d => new LeafInput { Done = d, Total = total });

    private static Ladder Value(decimal from, decimal to, Func<decimal, LeafInput> input) =>
        Climb(from, to, Fineness(from, to) * (to < from ? -1 : 1), input);

    private static Ladder Climb(decimal from, decimal to, decimal step, Func<decimal, LeafInput> input)
    {
        var top = Math.Max(1, (long)decimal.Ceiling((to - from) / step));
        return new Ladder(top, rung => input(rung >= top ? to : from + rung * step));
    }

    /// <summary>One case less on each rung, the dearest first.</summary>
    private static Ladder Fewer(ScoredCase[] cases, LeafInput? from)
    {
        var dearest = cases.OrderByDescending(c => c.Points).Select(c => (c.Key, Count: CountOf(cases, from, c.Key))).ToArray();
        return new Ladder(Math.Max(1, dearest.Sum(c => (long)c.Count)), rung =>
        {
            var left = rung;
            return Cases(cases, dearest.Select(c =>
            {
                var gone = (int)Math.Min(left, c.Count);
                left -= gone;
                return (c.Key, c.Count - gone);
            }));
        });
    }

    /// <summary>One case more on each rung, of the kind that is worth most.</summary>
    private static Ladder More(ScoredCase[] cases, LeafInput? from, decimal cap)
    {
        var best = cases.MaxBy(c => c.Points)!;
        var have = cases.Sum(c => CountOf(cases, from, c.Key) * c.Points);
        return new Ladder(Math.Clamp((long)decimal.Ceiling((cap - have) / best.Points), 1, MostCount), rung =>
            Cases(cases, cases.Select(c => (c.Key, CountOf(cases, from, c.Key) + (c.Key == best.Key ? (int)rung : 0)))));
    }

    private static LeafInput Cases(ScoredCase[] cases, IEnumerable<(string Key, int Count)> counts) =>
        cases.Length == 1 ? new LeafInput { Count = counts.Single().Count } : new LeafInput { Counts = counts.ToDictionary(c => c.Key, c => c.Count) };

    private static int CountOf(ScoredCase[] cases, LeafInput? from, string key) =>
        cases.Length == 1 && from?.Count is { } count ? count : from?.Counts?.GetValueOrDefault(key) ?? 0;

    private static decimal StepOf(decimal done, decimal total) => done == decimal.Floor(done) && total == decimal.Floor(total) ? 1 : 0.000001m;

    // A mean has no end of decimals, an entry may have six: what two suffice for is asked in two.
    private static decimal Fineness(decimal from, decimal to)
    {
        var decimals = Math.Max(2, Math.Max(Decimals(from), Decimals(to) is var d and <= 6 ? d : 0));
        return new decimal(1, 0, 0, false, (byte)Math.Min(6, decimals));
    }

    private static int Decimals(decimal number) => (number / 1.0000000000000000000000000000m).Scale;

    private static decimal Up(decimal figure, decimal step) => decimal.Ceiling(figure / step) * step;
}
