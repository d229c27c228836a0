using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.ServiceDefaults;
using static Emulation.Nominations.Tests.SamplePlans;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>The standards of the five plans as they ship, judged clause by clause on made cases.</summary>
public sealed class PlanStandardTests
{
    private const string Block = "phuong";

    /// <summary>Every leaf condition of every category: plan, category, number of the leaf, clause.</summary>
    public static TheoryData<string, string, int, string> Leaves()
    {
        var data = new TheoryData<string, string, int, string>();
        foreach (var (plan, category) in Plans().SelectMany(p => p.Categories.Select(c => (p.Code, c))))
        {
            var leaves = LeavesOf(category.Standard.Canonical).ToList();
            for (var i = 0; i < leaves.Count; i++)
                data.Add(plan, category.Key, i, leaves[i].Clause);
        }
        return data;
    }

    [Theory, MemberData(nameof(Leaves))]
    public void Leaf_ItsFactMetNotMetMissing_IsJudgedSoAndTheWholeFollows(string plan, string category, int leaf, string clause)
    {
        var standard = Standard(plan, category).Canonical;
        var asked = LeavesOf(standard).ElementAt(leaf);
        Assert.Equal(clause, asked.Clause);
        var block = BlockFor(standard);

        foreach (var outcome in Enum.GetValues<Outcome>())
        {
            if (!CanBe(asked, outcome))
                continue;
            var facts = Everything(standard, block, except: asked, outcome);
            Assert.Equal(outcome, Judge.Of(asked, facts).Outcome);
            Assert.Equal(Kleene(standard, facts), Judge.Of(standard, facts).Outcome);
        }
        Assert.Equal(Outcome.Met, Judge.Of(standard, Everything(standard, block, null, Outcome.Met)).Outcome);
    }

    /// <summary>Categories whose standard is a base and one of several: plan, category, statements of the base are those outside the any-of.</summary>
    [Theory]
    [InlineData("LTN-26-30", "yearly-city-individual", "LTN-26-30/III.2.a.2.i")]
    [InlineData("LTN-26-30", "period-state-individual", "LTN-26-30/III.2.b.i")]
    [InlineData("LTN-26-30", "period-state-collective", "LTN-26-30/III.2.b.c")]
    [InlineData("CH-26-30", "yearly-city-individual", "CH-26-30/III.2.1.2.a.i")]
    [InlineData("CH-26-30", "period-state-individual", "CH-26-30/III.2.3.a.i")]
    [InlineData("CH-26-30", "period-state-collective", "CH-26-30/III.2.3.a.c")]
    [InlineData("CVA-26", "yearly-ward-collective", "CVA-26/III.3.2.a")]
    [InlineData("CVA-26", "yearly-ward-individual", "CVA-26/III.3.2.b")]
    [InlineData("HA-25", "yearly-ward-collective", "HA-25/III.3.2.a")]
    [InlineData("HA-25", "yearly-ward-individual", "HA-25/III.3.2.b")]
    public void BaseAndOneOf_BaseAloneFails_EachOptionAloneSuffices_OptionsWithoutBaseFail(string plan, string category, string clause)
    {
        var standard = Assert.IsType<AllOf>(Standard(plan, category).Canonical);
        Assert.Equal(clause, standard.Clause);
        var options = standard.Conditions.OfType<AnyOf>().Single().Conditions;
        var bases = standard.Conditions.Where(c => c is not AnyOf).ToList();
        Outcome With(IEnumerable<Condition> met) => Judge.Of(standard, Only([.. met.SelectMany(LeavesOf)], Block)).Outcome;

        Assert.NotEqual(Outcome.Met, With(bases));
        Assert.All(options, o => Assert.Equal(Outcome.Met, With([.. bases, o])));
        Assert.NotEqual(Outcome.Met, With(options));
    }

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-collective", "LTN-26-30/III.2.a.2.c")]
    [InlineData("CH-26-30", "yearly-city-collective", "CH-26-30/III.2.1.2.a.c")]
    public void AllOf_OnePartMissing_NamesIt(string plan, string category, string clause)
    {
        var standard = Standard(plan, category).Canonical;
        Assert.Equal(clause, standard.Clause);
        foreach (var part in ((AllOf)standard).Conditions)
        {
            var verdict = Judge.Of(standard, Everything(standard, BlockFor(standard), part, Outcome.NotMet));
            Assert.Equal(Outcome.NotMet, verdict.Outcome);
            Assert.Contains(part.Clause, verdict.Explanation);
        }
    }

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-collective", "phuong", 5)]
    [InlineData("CH-26-30", "yearly-city-collective", "xa-dac-khu", 5)]
    public void YearlyGate_LimitPasses_NextFails(string plan, string category, string block, int limit)
    {
        // LTN-26-30/III.2.a.2.c2, CH-26-30/III.2.1.2.a.c2
        var gate = LeavesOf(Standard(plan, category).Canonical).OfType<IndexRank>().Single();
        Assert.Equal(Outcome.Met, Judge.Of(gate, Ranked(block, limit)).Outcome);
        Assert.Equal(Outcome.NotMet, Judge.Of(gate, Ranked(block, limit + 1)).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(gate, Ranked(block)).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30", "period-state-collective", "phuong", 10, "LTN-26-30/III.2.b.c3")]
    [InlineData("LTN-26-30", "period-city-collective", "phuong", 10, "LTN-26-30/III.2.b.q4")]
    [InlineData("LTN-26-30", "period-city-individual", "phuong", 10, "LTN-26-30/III.2.b.q4")]
    [InlineData("CH-26-30", "period-state-collective", "so-nganh", 5, "CH-26-30/III.2.3.a.c3")]
    [InlineData("CH-26-30", "period-state-collective", "phuong", 10, "CH-26-30/III.2.3.a.c4")]
    [InlineData("CH-26-30", "period-state-collective", "xa-dac-khu", 15, "CH-26-30/III.2.3.a.c5")]
    [InlineData("CH-26-30", "period-city-collective", "so-nganh", 5, "CH-26-30/III.2.3.b.3.1")]
    [InlineData("CH-26-30", "period-city-collective", "phuong", 10, "CH-26-30/III.2.3.b.3.2")]
    [InlineData("CH-26-30", "period-city-individual", "xa-dac-khu", 15, "CH-26-30/III.2.3.b.3.3")]
    public void PeriodGate_ThreeYearsAtTheLimitPass_OneBeyondFails_CitesTheBlocksClause(string plan, string category, string block, int limit, string clause)
    {
        var gate = LeavesOf(Standard(plan, category).Canonical).OfType<YearsInTop>().Single();
        var met = Judge.Of(gate, Ranked(block, limit, 99, limit, limit));
        Assert.Equal((Outcome.Met, clause), (met.Outcome, met.Clause));
        Assert.Equal(Outcome.NotMet, Judge.Of(gate, Ranked(block, limit, 99, limit + 1, limit)).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30", "period-city-flag", "LTN-26-30/III.2.b.q2")]
    [InlineData("CH-26-30", "period-city-flag", "CH-26-30/III.2.3.b.2")]
    public void Flag_OnlyTheFirstOfItsBlock(string plan, string category, string clause)
    {
        var leads = LeavesOf(Standard(plan, category).Canonical).OfType<LeadsBlock>().Single();
        Assert.Equal(clause, leads.Clause);
        Assert.Equal(Outcome.Met, Judge.Of(leads, Ranked("phuong", 1, 1, 1, 1)).Outcome);
        Assert.Equal(Outcome.NotMet, Judge.Of(leads, Ranked("phuong", 2, 2, 2, 2)).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30", "period-state-collective")]
    [InlineData("CH-26-30", "period-state-collective")]
    public void LiteralReading_GateAloneSuffices(string plan, string category)
    {
        // C-05: the printed “one of”.
        var standard = Standard(plan, category);
        var gateOnly = Only([.. LeavesOf(standard.Canonical).OfType<YearsInTop>()], Block);
        Assert.NotEqual(Outcome.Met, Judge.Of(standard, gateOnly).Outcome);
        Assert.Equal(Outcome.Met, Judge.Of(standard with { Reading = Reading.Literal }, gateOnly).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-collective", 2026, "2027-02-14T17:00:00Z", "LTN-26-30/III.3.a")]
    [InlineData("LTN-26-30", "period-city-flag", 2030, "2030-02-14T17:00:00Z", "LTN-26-30/III.3.b")]
    [InlineData("CH-26-30", "yearly-city-collective", 2028, "2029-02-19T17:00:00Z", "CH-26-30/III.3.a.1")]
    [InlineData("CH-26-30", "period-city-flag", 2030, "2030-02-19T17:00:00Z", "CH-26-30/III.3.b")]
    [InlineData("CVA-26", "yearly-ward-collective", 2026, "2026-11-24T17:00:00Z", "CVA-26/III.5")]
    [InlineData("HA-25", "yearly-ward-collective", 2025, null, "HA-25/III.5")]
    [InlineData("CH-26-30", "unplanned-ward-collective", 2026, null, "CH-26-30/III.3.a.2")]
    public void Deadline_IsTheStartOfThePrintedDayInVietnam(string plan, string category, int year, string? tooLateFrom, string clause)
    {
        var deadline = Category(plan, category).InternalDeadline;
        Assert.Equal(tooLateFrom is null ? null : DateTimeOffset.Parse(tooLateFrom), deadline.TooLateFrom(year));
        if (deadline is not null)
            Assert.Equal(clause, deadline.Clause);
    }

    [Theory]
    [InlineData(DeadlineBoundary.Strict, "2027-02-28T17:00:00Z")]
    [InlineData(DeadlineBoundary.Inclusive, "2027-02-28T17:00:00Z")]
    public void Deadline_DayThatTheYearDoesNotHave_AllOfFebruaryIsInTime(DeadlineBoundary boundary, string tooLateFrom)
    {
        // C-02: 29/02 in a year without it.
        var deadline = new Deadline { EveryYear = new YearlyDay { Month = 2, Day = 29, YearsAfter = 1 }, Boundary = boundary, Clause = "x" };
        Assert.Equal(DateTimeOffset.Parse(tooLateFrom), deadline.TooLateFrom(2026));
    }

    /// <summary>Facts under which every leaf of the tree is met, but for one that has the outcome asked for.</summary>
    private static Facts Everything(Condition standard, string block, Condition? except, Outcome outcome)
    {
        var facts = Only([.. LeavesOf(standard).Where(l => except is null || !ReferenceEquals(l, except))], block);
        if (except is null || outcome == Outcome.Met)
            return except is null ? facts : Only([.. LeavesOf(standard)], block);
        return except switch
        {
            LeadsOffices => facts with { OfficeRanks = outcome == Outcome.NotMet ? [.. Years.Select(y => new RankFact(y, "noi-bo-10532", 2, 1, ""))] : [] },
            IndexRank or YearsInTop or LeadsBlock => facts with { Ranks = outcome == Outcome.NotMet ? [.. Years.Select(y => new RankFact(y, block, 999, 1, ""))] : [] },
            Attested a => facts with
            {
                Attestations = [.. facts.Attestations.Where(x => x.Statement != a.Statement), .. outcome == Outcome.NotMet ? new[] { Says(a.Statement, a.By, false) } : []],
            },
            ByLaw => facts with { Attestations = [.. facts.Attestations.Where(x => x.Statement != "byLaw"), .. outcome == Outcome.NotMet ? new[] { Says("byLaw", [], false) } : []] },
            RecognisedInitiatives r => facts with { Initiatives = outcome == Outcome.NotMet ? [] : [.. Enumerable.Range(0, r.AtLeast).Select(i => Initiative(r, i) with { Recognised = !r.Recognised, Applied = null, Replicable = null })] },
            CompletionGrade => facts with { Grades = outcome == Outcome.NotMet ? [.. Years.Select(y => new YearGrade { Year = y, Grade = Grade.NotCompleted })] : [] },
            DirectService => facts with { Service = outcome == Outcome.NotMet ? [new ServicePeriod { From = new(2026, 1, 1), To = new(2026, 2, 1), Role = "x" }] : null },
            FlagNomineeMember => facts with { HasFlagNominee = outcome == Outcome.NotMet ? false : null },
            _ => throw new NotSupportedException(except.GetType().Name),
        };
    }

    private static Facts Only(Condition[] met, string block) => SamplePlans.Meeting(met, block);

    private static Facts Ranked(string block, params int[] ranksFrom2026) => Only([], block) with { Ranks = [.. ranksFrom2026.Select((r, i) => new RankFact(2026 + i, block, r, 1, ""))] };

    /// <summary>An initiative that needs nothing but to be there cannot be waited for; what is asked of it can.</summary>
    private static bool CanBe(Condition leaf, Outcome outcome) =>
        outcome != Outcome.NotYetKnown || leaf is not RecognisedInitiatives { Recognised: false, Applied: false, Replicable: false };

    /// <summary>Second evaluator: Kleene by definition, over the outcomes of the leaves.</summary>
    private static Outcome Kleene(Condition condition, Facts facts)
    {
        var parts = condition switch { AllOf all => all.Conditions, AnyOf any => any.Conditions, _ => null };
        if (parts is null)
            return Judge.Of(condition, facts).Outcome;
        var outcomes = parts.Select(p => Kleene(p, facts)).ToHashSet();
        var decisive = condition is AllOf ? Outcome.NotMet : Outcome.Met;
        return outcomes.Contains(decisive) ? decisive : outcomes.Contains(Outcome.NotYetKnown) ? Outcome.NotYetKnown : condition is AllOf ? Outcome.Met : Outcome.NotMet;
    }

    /// <summary>The block that a yearly gate anywhere in the tree is for; else the wards'.</summary>
    private static string BlockFor(Condition standard) =>
        LeavesOf(standard).OfType<IndexRank>().Select(r => r.Tops[0].Block).FirstOrDefault(b => b != "*") ?? Block;
}
