using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>What must hold for any figures.</summary>
public class FormulaPropertyTests
{
    private static readonly Arbitrary<decimal> Figure = Gen.Choose(0, 2_000_000).Select(n => n / 10_000m).ToArbitrary();
    private static readonly Arbitrary<(decimal, decimal)> Pairs = Figure.Generator.Two().Select(p => (p.Item1, p.Item2)).ToArbitrary();

    public static TheoryData<string> RisingLeaves => ["III.2", "III.3.1", "III.3.4", "VI.1", "VI.2", "VII.4.2"];

    [Theory]
    [MemberData(nameof(RisingLeaves))]
    public void Points_OfABetterValue_AreNeverFewer(string code)
    {
        var leaf = Samples.Commune.Definition.LeafByCode[code];
        Prop.ForAll(Pairs, pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            return leaf.Formula.Mark(Samples.Value(low), leaf.Max) <= leaf.Formula.Mark(Samples.Value(high), leaf.Max);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("VIII.2")]
    [InlineData("I.1.1")]
    public void Points_WhereLessIsBetter_NeverRiseWithTheValue(string code)
    {
        var leaf = Samples.Commune.Definition.LeafByCode[code];
        Prop.ForAll(Pairs, pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            return leaf.Formula.Mark(Samples.Value(low), leaf.Max) >= leaf.Formula.Mark(Samples.Value(high), leaf.Max);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Points_OfAnyRatio_StayWithinTheMaximumAndRiseWithWhatIsDone() =>
        Prop.ForAll(Pairs, pair =>
        {
            var total = pair.Item2 + 0.0001m;
            var (less, more) = (new RatioWithFloor { Floor = 0.5m }.Mark(Samples.Of(pair.Item1, total), 3), new RatioWithFloor { Floor = 0.5m }.Mark(Samples.Of(pair.Item1 + 1, total), 3));
            return less >= 0 && more <= 3 && less <= more && decimal.Round(less!.Value, 4) == less;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Index_OfAnySheet_IsWithin0And100()
    {
        var definition = Samples.Small();
        Prop.ForAll(Pairs, pair =>
        {
            var score = Samples.Score(definition, ("A.1", Samples.Of(pair.Item1, pair.Item2 + 1)), ("A.2", Samples.NotApplicable), ("B.1", Samples.Value(pair.Item2)), ("X.1", new LeafInput { Count = 5 }));
            return score.Index is >= 0 and <= 100 && score.Bonus == 2;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Index_OfLeavesThatDoNotApply_IsThatOfTheOthersAlone()
    {
        var definition = Samples.Commune.Definition;
        string[] mayNotApply = [.. definition.Leaves.Where(l => l.NotApplicableAllowed).Select(l => l.Code)];
        // Each leaf its part done in tenths, and which of those that may not apply do not.
        var sheets = Gen.Zip(Gen.Choose(0, 10).ArrayOf(definition.Leaves.Count), ArbMap.Default.GeneratorFor<bool>().ArrayOf(mayNotApply.Length)).ToArbitrary();
        Prop.ForAll(sheets, sheet =>
        {
            var excluded = mayNotApply.Where((_, i) => sheet.Item2[i]).ToHashSet();
            var scored = definition.Leaves.Select((l, i) => (l.Code, l.Max, Points: l.Max * sheet.Item1[i] / 10)).ToDictionary(l => l.Code);
            var score = Scorer.Score(definition, code => excluded.Contains(code) ? new Standing(Samples.NotApplicable, null) : scored.TryGetValue(code, out var leaf) ? new Standing(null, leaf.Points) : null);
            var applies = scored.Values.Where(l => !excluded.Contains(l.Code)).ToList();
            return score.Points == applies.Sum(l => l.Points) && score.Max == applies.Sum(l => l.Max) && score.Missing.Length == 0;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ranking_WhateverTheOrderOfEntry_IsTheSame()
    {
        var definition = Samples.Small(b: new Relative());
        // Few different values, so that ties are common.
        var block = Gen.Choose(0, 4).Two().ArrayOf(12).ToArbitrary();
        Prop.ForAll(block, units =>
        {
            var candidates = units.Select((u, i) => new Candidate($"{10000 + i}", $"Phường {i}", Guid.Empty, 1,
                Samples.Score(definition, ("A.1", Samples.Of(u.Item1, 4)), ("A.2", Samples.Met()), ("B.1", Samples.Value(u.Item2))))).ToList();
            var one = RankingTable.Rank(definition, candidates);
            candidates.Reverse();
            var other = RankingTable.Rank(definition, candidates);
            return one.Select(r => (r.UnitCode, r.Rank, r.Index, r.Tied)).SequenceEqual(other.Select(r => (r.UnitCode, r.Rank, r.Index, r.Tied)))
                && one.All(r => r.Rank == 1 + one.Count(o => o.Index > r.Index))
                && one.All(r => r.Tied == (one.Count(o => o.Rank == r.Rank) > 1));
        }).QuickCheckThrowOnFailure();
    }
}
