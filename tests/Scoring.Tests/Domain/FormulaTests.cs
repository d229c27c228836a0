using Emulation.Scoring.Domain.Formulas;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class FormulaTests
{
    [Theory]
    [InlineData(BoundOperator.Inclusive, "8")]
    [InlineData(BoundOperator.Exclusive, "0")]
    public void RatioWithFloor_AtTheFloor_GoesByTheOperator(BoundOperator op, string points) =>
        Assert.Equal(decimal.Parse(points), new RatioWithFloor { Floor = 0.8m, Operator = op }.Mark(Samples.Of(80, 100), 10));

    // C-34: LTN-TD-26/III.1.8b says “trên” (over), the other plans “từ … trở lên” (at least).
    [Theory]
    [InlineData(BoundOperator.Inclusive, 90, 2)]
    [InlineData(BoundOperator.Exclusive, 90, 1)]
    [InlineData(BoundOperator.Exclusive, 91, 2)]
    public void Steps_AtTheBound_GoByTheOperator(BoundOperator op, int value, int points)
    {
        var steps = new Steps { Table = [new PointStep { Bound = 90, Points = 2, Operator = op }, new PointStep { Bound = 80, Points = 1 }] };
        Assert.Equal(points, steps.Mark(Samples.Value(value), 2));
    }

    [Theory]
    [InlineData(94, 0)]
    [InlineData(95, 0)]
    [InlineData(100, 4)]
    [InlineData(105, 4)]
    public void LinearBetween_AtAndBeyondItsBounds_StaysWithinThem(int value, int points) =>
        Assert.Equal(points, new LinearBetween { Low = 95, High = 100 }.Mark(Samples.Value(value), 4));

    [Fact]
    public void Ratio_OneThirdThreeTimes_KeepsFourPlaces() => Assert.Equal(0.3333m, new Ratio().Mark(Samples.Of(1, 3), 1));

    [Fact]
    public void Ratio_MoreDoneThanPlanned_GivesTheMaximum() => Assert.Equal(2, new Ratio().Mark(Samples.Of(7, 5), 2));

    [Fact]
    public void Target_NegativeValue_GivesNothing() => Assert.Equal(0, new Target { Goal = 30 }.Mark(Samples.Value(-5), 2));

    [Fact]
    public void Deduction_SeveralCases_TakesEachItsOwn()
    {
        var formula = new Deduction { Cases = [new ScoredCase { Key = "tre", Name = "Báo cáo trễ", Points = 0.25m }, new ScoredCase { Key = "kl", Name = "Kỷ luật", Points = 0.5m }] };
        var input = new LeafInput { Counts = new Dictionary<string, int> { ["tre"] = 2, ["kl"] = 1 } };
        Assert.Null(formula.Fault(input, false));
        Assert.Equal(1m, formula.Mark(input, 2));
        Assert.NotNull(formula.Fault(new LeafInput { Count = 1 }, false));
        Assert.NotNull(formula.Fault(new LeafInput { Counts = new Dictionary<string, int> { ["khac"] = 1 } }, false));
    }

    [Theory]
    [InlineData("5", BoundOperator.Inclusive, "0.4")]
    [InlineData("5", BoundOperator.Exclusive, "0")]
    [InlineData("5.1", BoundOperator.Inclusive, "0")]
    [InlineData("2", BoundOperator.Inclusive, "1")]
    [InlineData("0", BoundOperator.Inclusive, "1")]
    public void Inverse_AroundTargetAndLimit_FallsWithTheValue(string value, BoundOperator op, string points) =>
        Assert.Equal(decimal.Parse(points), new Inverse { Goal = 2, Limit = 5, LimitOperator = op }.Mark(Samples.Value(decimal.Parse(value)), 1));

    [Theory]
    [InlineData(40, 40, BelowMean.Zero, BoundOperator.Inclusive, "2")]
    [InlineData(40, 40, BelowMean.Zero, BoundOperator.Exclusive, "0")]
    [InlineData(30, 40, BelowMean.Proportional, BoundOperator.Inclusive, "1.5")]
    [InlineData(30, 40, BelowMean.Zero, BoundOperator.Inclusive, "0")]
    [InlineData(0, 0, BelowMean.Proportional, BoundOperator.Inclusive, "2")]
    public void Relative_AgainstTheMean_GivesPoints(int value, int mean, BelowMean below, BoundOperator op, string points) =>
        Assert.Equal(decimal.Parse(points), new Relative { BelowMean = below, Operator = op }.Mark(Samples.Value(value), 2, mean));

    [Fact]
    public void Relative_BeforeTheBlockIsKnown_GivesNoPoints() => Assert.Null(new Relative().Mark(Samples.Value(5), 1));

    [Theory]
    [InlineData(Effect.Bonus, 1, 1)]
    [InlineData(Effect.Bonus, 9, 2)]
    [InlineData(Effect.Penalty, 9, -2)]
    [InlineData(Effect.Penalty, 0, 0)]
    public void BonusPenalty_ManyCases_StopsAtTheCap(Effect effect, int count, int points) =>
        Assert.Equal(points, new BonusPenalty { Effect = effect, Cap = 2, Cases = [new ScoredCase { Key = "c", Name = "c", Points = 1 }] }.Signed(new LeafInput { Count = count }));

    public static TheoryData<string, LeafInput> WrongInputs => new()
    {
        { "I.7.1", new LeafInput() },
        { "I.7.1", Samples.Value(1) },
        { "I.7.1", Samples.NotApplicable },
        { "I.1.2", new LeafInput { Done = 3 } },
        { "I.1.2", Samples.Of(-1, 3) },
        { "I.1.2", Samples.Of(1, 0) },
        { "I.1.2", Samples.Of(0, 0) },
        { "III.3.1", new LeafInput { Value = 99, Done = 1, Total = 2 } },
        { "III.3.1", Samples.Value(1e27m) },
        { "III.3.1", Samples.Value(0.0000001m) },
        { "III.6", new LeafInput { NotApplicable = true, Done = 1, Total = 2 } },
        { "I.2", new LeafInput { Count = -1 } },
        { "VIII.2", Samples.Value(-1) },
        { "IX.1.1", new LeafInput { SurveyPercent = 100.01m } },
    };

    [Theory]
    [MemberData(nameof(WrongInputs))]
    public void Fault_InputThatDoesNotFit_IsNamed(string leaf, LeafInput input)
    {
        var found = Samples.Commune.Definition.LeafByCode[leaf];
        Assert.False(string.IsNullOrWhiteSpace(found.Formula.Fault(input, found.NotApplicableAllowed)));
    }

    [Fact]
    public void Mark_LargestAndSmallestFigures_DoesNotOverflow()
    {
        Assert.Equal(100, new Ratio().Mark(Samples.Of(Scale.Largest, 0.000001m), 100));
        Assert.Equal(100, new Target { Goal = 0.000001m }.Mark(Samples.Of(Scale.Largest, 0.000001m), 100));
        Assert.Equal(0, new Inverse { Goal = 0.000001m }.Mark(Samples.Of(Scale.Largest, 0.000001m), 100));
        Assert.Equal(0, new LinearBetween { Low = Scale.Largest - 1, High = Scale.Largest }.Mark(Samples.Value(-Scale.Largest), 100));
    }
}
