using System.Globalization;
using Emulation.Scoring.Domain.Formulas;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>The BLOCK formula of the point scale (LTN-TD-26/IV.1.b), values reckoned by hand.</summary>
public class AgainstLeaderTests
{
    private static readonly AgainstLeader Higher = new(), Lower = new() { Better = Better.Lower };

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    // The point scale of the emulation block (LTN-TD-26/IV.1.b).
    [Theory]
    // Below the pledge: half the maximum × actual ÷ pledge; known without the leader.
    [InlineData("10", "80", "60", null, "3.75")]
    [InlineData("10", "80", "0", null, "0")]
    [InlineData("10", "3", "1", null, "1.6667")]
    [InlineData("15", "105", "98.7", "112", "7.05")]
    // Exactly the pledge: half the maximum, whoever leads.
    [InlineData("10", "80", "80", null, "5")]
    [InlineData("10", "80", "80", "96", "5")]
    [InlineData("7.5", "95", "95.00", null, "3.75")]
    // The leader: all of it.
    [InlineData("10", "80", "96", "96", "10")]
    [InlineData("10", "80", "80.000001", "80.000001", "10")]
    // Ahead of the pledge but behind the leader: half + (actual − pledge) ÷ (leader − pledge) × half.
    [InlineData("10", "80", "88", "96", "7.5")]
    [InlineData("10", "80", "84.5", "96", "6.4063")]
    [InlineData("15", "95", "97.3", "99.1", "11.7073")]
    // Ahead, and the leader is not known yet.
    [InlineData("10", "80", "88", null, null)]
    // A pledge of 0 is met by 0; anything more is ahead, a loss is nothing.
    [InlineData("10", "0", "0", null, "5")]
    [InlineData("10", "0", "3", "4", "8.75")]
    [InlineData("10", "0", "-1", null, "0")]
    [InlineData("10", "5", "-3", null, "0")]
    public void Points_MoreIsBetter_AreThoseOfThePointScale(string max, string pledge, string actual, string? leader, string? points) =>
        Assert.Equal(Number(points), Higher.Against(Number(actual)!.Value, Number(pledge)!.Value, Number(leader), Number(max)!.Value));

    [Theory]
    // The mirror image: pledge ÷ actual below the plan, distances downwards above it (LTN-TD-26/III.1.5).
    [InlineData("10", "0.2", "0.25", null, "4")]
    [InlineData("10", "0.2", "0.4", null, "2.5")]
    [InlineData("10", "0.2", "0.2", "0.05", "5")]
    [InlineData("10", "0.2", "0.05", "0.05", "10")]
    [InlineData("10", "0.2", "0.15", "0.05", "6.6667")]
    [InlineData("10", "0.2", "0.15", null, null)]
    // Less than none there is not: a pledge of 0 can be met, not bettered.
    [InlineData("10", "0", "0", null, "5")]
    [InlineData("10", "0", "2", null, "0")]
    public void Points_LessIsBetter_AreTheMirrorImage(string max, string pledge, string actual, string? leader, string? points) =>
        Assert.Equal(Number(points), Lower.Against(Number(actual)!.Value, Number(pledge)!.Value, Number(leader), Number(max)!.Value));

    [Fact]
    public void Leader_IsTheBestOfThoseWhoBetteredTheirOwnPledge()
    {
        Assert.Equal(96, Higher.Leader([(88, 80), (96, 80), (60, 80)]));
        // 100 is the best figure, but below its own pledge of 120: no leader.
        Assert.Equal(90, Higher.Leader([(100, 120), (90, 80)]));
        Assert.Null(Higher.Leader([(80, 80), (70, 80)]));
        Assert.Null(Higher.Leader([]));
        Assert.Equal(0.05m, Lower.Leader([(0.15m, 0.2m), (0.05m, 0.2m), (0.01m, 0.005m)]));
        // The same figure leads only where it is better than what was pledged.
        Assert.Equal((true, false, false), (Higher.Leads(90, 80, 90), Higher.Leads(90, 90, 90), Higher.Leads(90, 100, 90)));
    }

    private static readonly Gen<decimal> Figure = Gen.Choose(0, 2_000_000).Select(n => n / 10_000m);

    /// <summary>Own pledge, two own figures, and figures with pledges of the others.</summary>
    private static readonly Arbitrary<(decimal Pledge, (decimal, decimal) Own, (decimal, decimal)[] Others)> Blocks =
        (from pledge in Figure from own in Figure.Two() from others in Figure.Two().ArrayOf() select (pledge, (own.Item1, own.Item2), others.Select(o => (o.Item1, o.Item2)).ToArray())).ToArbitrary();

    private static decimal Points(AgainstLeader formula, decimal actual, decimal pledge, (decimal, decimal)[] others) =>
        formula.Against(actual, pledge, formula.Leader([.. others, (actual, pledge)]), 12)!.Value;

    public static TheoryData<Better> Directions => [Better.Higher, Better.Lower];

    [Theory]
    [MemberData(nameof(Directions))]
    public void Points_OfABetterFigure_AreNeverFewerWhateverTheOthersDo(Better better)
    {
        var formula = new AgainstLeader { Better = better };
        Prop.ForAll(Blocks, b =>
        {
            var (low, high) = (Math.Min(b.Own.Item1, b.Own.Item2), Math.Max(b.Own.Item1, b.Own.Item2));
            var (worse, best) = better == Better.Higher ? (low, high) : (high, low);
            return Points(formula, worse, b.Pledge, b.Others) <= Points(formula, best, b.Pledge, b.Others);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void Points_AreWithin0AndTheMaximum_AboveHalfExactlyWhenAheadOfThePledge(Better better)
    {
        var formula = new AgainstLeader { Better = better };
        Prop.ForAll(Blocks, b =>
        {
            var points = Points(formula, b.Own.Item1, b.Pledge, b.Others);
            var ahead = better == Better.Higher ? b.Own.Item1 - b.Pledge : b.Pledge - b.Own.Item1;
            return points is >= 0 and <= 12 && decimal.Round(points, 4) == points && (ahead > 0 ? points >= 6 : ahead < 0 ? points <= 6 : points == 6);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public void Points_AtThePledge_DoNotJump(Better better)
    {
        // Who leads gets all of it: no jump is meant for everybody else, with a leader who stands clear of the plan.
        var formula = new AgainstLeader { Better = better };
        var near = (from pledge in Gen.Choose(20_000, 1_000_000) from gap in Gen.Choose(10_000, 1_000_000) from step in Gen.Choose(1, 100) select (pledge / 10_000m, gap / 10_000m, step / 10_000m)).ToArbitrary();
        Prop.ForAll(near, n =>
        {
            var (pledge, gap, step) = n;
            var sign = better == Better.Higher ? 1 : -1;
            (decimal, decimal)[] others = [(pledge + sign * gap, pledge)];
            var (under, over) = (Points(formula, pledge - sign * step, pledge, others), Points(formula, pledge + sign * step, pledge, others));
            // Slopes are half ÷ pledge and half ÷ gap; a ten-thousandth is the rounding.
            return 6 - under <= 6 * step / pledge + 0.0001m && over - 6 <= 6 * step / gap + 0.0001m && under <= 6 && over >= 6;
        }).QuickCheckThrowOnFailure();
    }
}
