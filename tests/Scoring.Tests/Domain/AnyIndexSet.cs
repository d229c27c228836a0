using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Tests.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>Sound index sets of any shape: all twelve kinds, both operators, odd texts, figures of six decimals.</summary>
internal sealed class AnyIndexSet(Random random)
{
    private int _codes;

    public static Arbitrary<CreateIndexSetRequest> Sets => Gen.Choose(0, int.MaxValue).Select(seed => new AnyIndexSet(new Random(seed)).Make()).ToArbitrary();

    private CreateIndexSetRequest Make()
    {
        var areas = Parts(100, Some(1, 5)).Select(max => Area(max)).ToArray();
        return new CreateIndexSetRequest
        {
            Code = $"bo-{random.Next(1000)}",
            Name = Text(),
            Issuer = Text(),
            Edition = random.Next(1, 1001),
            Replaces = Either(null, "bo-cu"),
            Blocks = Any(["phuong"], ["phuong", "xa-dac-khu"], new[] { "so-nganh" }),
            Areas = areas,
            Adjustments = [.. Many(0, 3, () => new Adjustment { Code = Code(), Name = Text(), Formula = Bonus(), VerificationDocument = Either(null, Text()) })],
            Classes = Classes(),
            TieRule = new TieRule { BreakBy = [.. areas.Where(_ => Coin()).Select(a => a.Code)], ThenCouncil = Coin() },
            RankBy = Either(RankBy.Index, RankBy.Total),
        };
    }

    private Area Area(decimal max) => new() { Code = Code(), Name = Text(), Max = max, Criteria = [.. Parts(max, Some(1, 4)).Select(Criterion)] };

    private Criterion Criterion(decimal max)
    {
        var split = Coin();
        return new Criterion
        {
            Code = Code(), Name = Text(), Max = max, Unit = Either(null, Text(50)), Clause = Either(null, Text(100)), VerificationDocument = Either(null, Text()),
            NotApplicableAllowed = !split && Coin(),
            Formula = split ? null : Formula(max),
            Leaves = !split ? [] : [.. Parts(max, Some(1, 4)).Select(m => new SubCriterion
            {
                Code = Code(), Name = Text(), Max = m, Formula = Formula(m), NotApplicableAllowed = Coin(),
                Unit = Either(null, Text(50)), Clause = Either(null, Text(100)), VerificationDocument = Either(null, Text()),
            })],
        };
    }

    private Formula Formula(decimal max) => random.Next(11) switch
    {
        0 => new YesNo(),
        1 => new Ratio(),
        2 => new RatioWithFloor { Floor = random.Next(1, 1_000_001) / 1_000_000m, Operator = Op() },
        3 => Figure(-1) is var low ? new LinearBetween { Low = low, High = Tidy(low + Figure()) } : null!,
        4 => Steps(max),
        5 => new Target { Goal = Figure() },
        6 => new CountTimesPoints { Each = Below(max) },
        7 => new Deduction { Cases = Cases() },
        8 => Coin() ? new Inverse { Goal = Figure() } : Figure() is var goal ? new Inverse { Goal = goal, Limit = Tidy(goal + Figure()), LimitOperator = Op() } : null!,
        9 => new Relative { Operator = Op(), BelowMean = Either(BelowMean.Zero, BelowMean.Proportional) },
        _ => new Survey(),
    };

    private Steps Steps(decimal max)
    {
        var better = Either(Better.Higher, Better.Lower);
        var (bound, points) = (Figure(-1), max);
        var steps = new List<PointStep> { new() { Bound = bound, Points = points, Operator = Op() } };
        foreach (var _ in Enumerable.Range(0, random.Next(0, 5)))
        {
            // An exclusive bound may be followed by the same one inclusive.
            var same = steps[^1].Operator == BoundOperator.Exclusive && Coin();
            bound = Tidy(bound + (same ? 0 : better == Better.Higher ? -Figure() : Figure()));
            points = Tidy(Math.Round(points * random.Next(1, 9) / 10, 6));
            if (points == steps[^1].Points)
                break;
            steps.Add(new PointStep { Bound = bound, Points = points, Operator = same ? BoundOperator.Inclusive : Op() });
        }
        return new Steps { Better = better, Table = [.. steps] };
    }

    private BonusPenalty Bonus() => new() { Effect = Either(Effect.Bonus, Effect.Penalty), Cap = random.Next(1, 100_000_000) / 1_000_000m, Cases = Cases() };

    private ScoredCase[] Cases() => [.. Many(1, 4, () => new ScoredCase { Key = $"k-{++_codes}", Name = Text(outerBlanks: true), Points = random.Next(1, 100_000_000) / 1_000_000m })];

    private ClassCutOff[] Classes()
    {
        var from = Many(0, 4, () => random.Next(1, 100_000_000) / 1_000_000m).Distinct().OrderDescending().ToList();
        return from.Count == 0 ? [] : [.. from.Append(0).Select((f, i) => new ClassCutOff { Code = $"loai-{i}", Name = $"{i} {Text(60)}", From = f })];
    }

    /// <summary>Parts of four decimals at most, over 0, that add up.</summary>
    private IEnumerable<decimal> Parts(decimal whole, int count)
    {
        var units = (int)(whole * 10_000);
        var cuts = Enumerable.Range(0, count - 1).Select(_ => random.Next(1, Math.Max(2, units))).Where(c => c < units).Append(0).Append(units).Distinct().Order().ToList();
        return cuts.Zip(cuts.Skip(1), (from, to) => (to - from) / 10_000m);
    }

    private decimal Below(decimal max) => random.Next(1, (int)(max * 1_000_000) + 1) / 1_000_000m;

    /// <summary>Over 0, from millionths to a hundred billion; negative too when asked.</summary>
    private decimal Figure(int sign = 1) => Tidy(random.NextInt64(1, Any(1_000_000L, 100_000_000_000_000_000L)) / 1_000_000m * (sign < 0 && Coin() ? -1 : 1));

    /// <summary>Without idle zeros: 2.50 is the same number as 2.5, but not the same text.</summary>
    private static decimal Tidy(decimal number) => number / 1.0000000000000000000000000000m;

    // Codes that a spreadsheet program would take for a number or a date are tried as well.
    private string Code() => Any($"I.{++_codes}", $"{++_codes}", $"Đ{++_codes}.a.{_codes}", $"{++_codes}.1");

    private string Text(int most = 500, bool outerBlanks = false)
    {
        // Never longer than allowed once normalised; a workbook does not keep outer blanks of a cell.
        var text = string.Concat(Many(1, 12, () => Any(SpreadsheetWriterTests.OddPieces))).Normalize();
        text = text[..Math.Min(text.Length, most - 1)];
        text = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
        text = outerBlanks ? text : text.Trim();
        return string.IsNullOrWhiteSpace(text) ? "x" : text;
    }

    private BoundOperator Op() => Either(BoundOperator.Inclusive, BoundOperator.Exclusive);

    private bool Coin() => random.Next(2) == 0;

    private int Some(int least, int most) => random.Next(least, most + 1);

    private T Either<T>(T one, T other) => Coin() ? one : other;

    private T Any<T>(params T[] of) => of[random.Next(of.Length)];

    private IEnumerable<T> Many<T>(int least, int most, Func<T> one) => Enumerable.Range(0, Some(least, most)).Select(_ => one()).ToList();
}
