using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.ServiceDefaults;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>Laws of the engine, over made standards of every kind of condition and made facts.</summary>
public sealed class JudgePropertyTests
{
    private static readonly Gen<Outcome[]> Lists = Gen.Elements(Enum.GetValues<Outcome>()).NonEmptyListOf().Select(l => l.ToArray());

    [Fact]
    public void Cases_BetweenThem_HoldEveryKindOfConditionAndEveryOutcome()
    {
        var cases = Enumerable.Range(0, 400).Select(seed => new AnyCase(seed)).ToArray();
        var kinds = cases.SelectMany(c => SamplePlans.NodesOf(c.Condition)).Select(c => c.GetType()).ToHashSet();
        Assert.Equal(typeof(Condition).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Condition))).Order(ByName), kinds.Order(ByName));
        var outcomes = cases.SelectMany(c => Judge.Of(c.Condition, c.Facts).All()).Select(n => (n.Kind, n.Outcome)).Distinct().Count();
        Assert.Equal(12 * 3, outcomes);
    }

    [Fact]
    public void AllOfAndAnyOf_AreCommutativeAssociativeIdempotentAndAbsorbEachOther() =>
        Prop.ForAll(Lists.ToArbitrary(), Lists.ToArbitrary(), (one, two) =>
        {
            foreach (var all in new[] { true, false })
            {
                Outcome Of(params Outcome[] parts) => Combine(all, parts);
                Outcome Other(params Outcome[] parts) => Combine(!all, parts);
                Assert.Equal(Of(one), Of([.. one.Reverse()]));
                Assert.Equal(Of([.. one, .. two]), Of(Of(one), Of(two)));
                Assert.Equal(Of(one), Of([.. one, .. one]));
                Assert.Equal(Of(one), Of(Of(one), Other([Of(one), .. two])));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void AllOfAndAnyOf_AreDual_AndAreCountsOfWhatIsMet() =>
        Prop.ForAll(Lists.ToArbitrary(), parts =>
        {
            Assert.Equal(Not(Combine(true, parts)), Combine(false, [.. parts.Select(Not)]));
            // All-of is “n of n”, any-of “one of n”: the same counting as years in the list.
            Assert.Equal(Combine(true, parts), Years(parts, parts.Length));
            Assert.Equal(Combine(false, parts), Years(parts, 1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void AllOfAndAnyOf_SettlingOneOpenPart_KeepsWhatIsSettled() =>
        Prop.ForAll(Lists.ToArbitrary(), Gen.Elements(Outcome.Met, Outcome.NotMet).ToArbitrary(), (parts, settled) =>
        {
            var open = Array.IndexOf(parts, Outcome.NotYetKnown);
            foreach (var all in new[] { true, false })
            {
                var before = Combine(all, parts);
                var after = Combine(all, [.. parts.Select((p, i) => i == open ? settled : p)]);
                Assert.True(before == Outcome.NotYetKnown || after == before);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    /// <summary>
    /// News that tells what was open and contradicts nothing: the ranking of a year not yet published, the first word on a statement, an open question
    /// on an initiative answered, the first grade, service declared or its end known, the passing of time, a flag nominee. It settles, never re-opens, never turns.
    /// </summary>
    [Fact]
    public void News_ThatContradictsNothing_LeavesEverySettledNodeAsItIs() => ForEachCase(c =>
    {
        var before = Judge.Of(c.Condition, c.Facts).All().ToArray();
        foreach (var informed in c.Informed())
        {
            var after = Judge.Of(c.Condition, informed).All().ToArray();
            Assert.All(before.Zip(after), pair => Assert.True(pair.First.Outcome == Outcome.NotYetKnown || pair.Second.Outcome == pair.First.Outcome,
                $"{pair.First.Kind} {pair.First.Clause}: {pair.First.Outcome} → {pair.Second.Outcome}; {pair.First.Explanation} → {pair.Second.Explanation}"));
        }
    });

    [Fact]
    public void SecondWord_OnAStatement_MayTurnMetIntoNotMet_NothingElseThatIsSettled() => ForEachCase(c =>
    {
        var before = Judge.Of(c.Condition, c.Facts).All().Where(n => n.Children.Length == 0).ToArray();
        var after = Judge.Of(c.Condition, c.Facts with { Attestations = [.. c.Facts.Attestations, c.Attestation()] }).All().Where(n => n.Children.Length == 0).ToArray();
        Assert.All(before.Zip(after), pair => Assert.True(pair.First.Outcome is Outcome.NotYetKnown || pair.First.Outcome == pair.Second.Outcome
            || (pair.First.Kind is "attested" or "byLaw" && pair.First.Outcome == Outcome.Met && pair.Second.Outcome == Outcome.NotMet)));
    });

    [Fact]
    public void MoreOnThePaper_AnInitiativeOrAPeriod_NeverLowersAnything() => ForEachCase(c =>
    {
        var before = Judge.Of(c.Condition, c.Facts).All().ToArray();
        var more = c.Facts with
        {
            Initiatives = [.. c.Facts.Initiatives, c.Initiative()],
            // Declaring the first period answers an open question and may answer it with “no”.
            Service = c.Facts.Service is { Length: > 0 } periods ? [.. periods, c.Period()] : c.Facts.Service,
        };
        Assert.All(before.Zip(Judge.Of(c.Condition, more).All()), pair => Assert.True(pair.Second.Outcome >= pair.First.Outcome,
            $"{pair.First.Kind}: {pair.First.Outcome} → {pair.Second.Outcome}; {pair.First.Explanation} → {pair.Second.Explanation}"));
    });

    [Fact]
    public void LaterGrade_MayTurnAGradeButNeverReopensIt() => ForEachCase(c =>
    {
        var before = Judge.Of(c.Condition, c.Facts).All();
        var after = Judge.Of(c.Condition, c.Facts with { Grades = [.. c.Facts.Grades, c.LaterGrade()] }).All();
        Assert.All(before.Zip(after).Where(p => p.First.Kind == "completionGrade" && p.First.Outcome != Outcome.NotYetKnown), p => Assert.NotEqual(Outcome.NotYetKnown, p.Second.Outcome));
    });

    [Fact]
    public void CorrectedRank_WhileAYearIsStillOpen_MayReopenTheGate()
    {
        // A correction is not news: it takes a fact back. Three of four in the list, then two, with 2029 to come.
        var gate = Plans.PeriodGate("LTN-26-30/III.2.b.c3", "phuong", 10);
        Facts Ranked(int in2028) => SamplePlans.Nothing with { Ranks = [.. new[] { (2026, 1), (2027, 1), (2028, in2028) }.Select(r => new RankFact(r.Item1, "phuong", r.Item2, 1, ""))] };
        Assert.Equal(Outcome.Met, Judge.Of(gate, Ranked(10)).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(gate, Ranked(11)).Outcome);
    }

    [Fact]
    public void Verdict_ReadByAnotherEvaluatorFromItsJsonAlone_ComesOutTheSameAtEveryNode() => ForEachCase(c =>
    {
        var told = JsonSerializer.Deserialize<VerdictNode>(JsonSerializer.Serialize(Judge.Of(c.Condition, c.Facts), Json.Options), Json.Options)!;
        Assert.All(told.All(), n => Assert.Equal(n.Outcome, VerdictReader.Reckon(n)));
    });

    private static void ForEachCase(Action<AnyCase> holds) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => holds(new AnyCase(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    private static Outcome Not(Outcome outcome) => outcome switch { Outcome.Met => Outcome.NotMet, Outcome.NotMet => Outcome.Met, _ => outcome };

    private static Outcome Combine(bool all, params Outcome[] outcomes)
    {
        Condition[] parts = [.. outcomes.Select((_, i) => new Attested { Clause = $"{i}", Text = "x", Statement = $"s{i}" })];
        var said = outcomes.Select((o, i) => (o, i)).Where(p => p.o != Outcome.NotYetKnown).Select(p => SamplePlans.Says($"s{p.i}", Attester.City, p.o == Outcome.Met));
        return Judge.Of(all ? new AllOf { Clause = "x", Text = "x", Conditions = parts } : new AnyOf { Clause = "x", Text = "x", Conditions = parts },
            SamplePlans.Nothing with { Attestations = [.. said] }).Outcome;
    }

    private static Outcome Years(Outcome[] outcomes, int atLeast)
    {
        var condition = new YearsInTop { Clause = "x", Text = "x", Tops = [new() { Block = "*", Rank = 10 }], AtLeast = atLeast, FromYear = 2000, ToYear = 2000 + outcomes.Length - 1 };
        var ranks = outcomes.Select((o, i) => (o, i)).Where(p => p.o != Outcome.NotYetKnown).Select(p => new RankFact(2000 + p.i, "phuong", p.o == Outcome.Met ? 10 : 11, 1, ""));
        return Judge.Of(condition, SamplePlans.Nothing with { Ranks = [.. ranks], LastKnowableYear = null }).Outcome;
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}
