using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Eligibility;
using static Emulation.Nominations.Tests.VerdictReader;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>Every category of the five plans against a rule written down by hand. In C# <c>&amp;</c> and <c>|</c> of <c>bool?</c> are Kleene's.</summary>
public sealed class GoldenTests
{
    private const int Cases = 200;

    private static readonly Dictionary<string, Func<GoldenCase, bool?>> Rules = new()
    {
        ["LTN-26-30/yearly-ward-collective"] = c => c.Said("outstandingInReform"),
        ["LTN-26-30/yearly-ward-individual"] = c => c.Said("outstandingInReform"),
        ["LTN-26-30/yearly-city-collective"] = c => YearlyCityCollective(c, new() { ["*"] = 5 }),
        ["LTN-26-30/yearly-city-individual"] = c => YearlyCityIndividual(c, c.ChosenByCommittee, Attester.WardCommittee),
        ["LTN-26-30/period-state-collective"] = c => PeriodCollective(c, Wards10),
        ["LTN-26-30/period-state-individual"] = c => PeriodIndividual(c, c.ChosenByCommittee, Attester.WardCommittee),
        ["LTN-26-30/period-city-flag"] = c => CityFlag(c, Wards10),
        ["LTN-26-30/period-city-collective"] = c => PeriodCollective(c, Any10),
        ["LTN-26-30/period-city-individual"] = c => PeriodIndividual(c, c.ChosenByCommittee, Attester.WardCommittee) & Gate(c, Any10),

        ["CH-26-30/yearly-ward-collective"] = c => c.Said("outstandingInReform"),
        ["CH-26-30/yearly-ward-individual"] = c => c.Said("outstandingInReform"),
        ["CH-26-30/yearly-city-collective"] = c => YearlyCityCollective(c, new() { ["xa-dac-khu"] = 5 }),
        ["CH-26-30/yearly-city-individual"] = c => YearlyCityIndividual(c, c.ChosenByUnit, Attester.HeadOfUnit),
        ["CH-26-30/yearly-city-extra-collective"] = c => c.Said("contributesToCityIndex"),
        ["CH-26-30/yearly-city-extra-individual"] = c => c.Said("contributesToCityIndex"),
        ["CH-26-30/period-state-collective"] = c => PeriodCollectiveByEither(c),
        ["CH-26-30/period-state-individual"] = c => PeriodIndividual(c, c.ChosenByUnit, Attester.HeadOfUnit),
        ["CH-26-30/period-city-flag"] = c => PeriodCollectiveByEither(c) & LeadsBlock(c),
        ["CH-26-30/period-city-collective"] = c => PeriodCollectiveByEither(c),
        ["CH-26-30/period-city-individual"] = c => PeriodIndividual(c, c.ChosenByUnit, Attester.HeadOfUnit) & Gate(c, EachBlock),
        ["CH-26-30/period-city-extra-collective"] = c => c.Said("contributesToCityIndex") | c.Said("reformPropaganda") | c.Said("reformDigital"),
        ["CH-26-30/period-city-extra-individual"] = c => c.Said("contributesToCityIndex") | c.Said("reformPropaganda") | c.Said("reformDigital"),
        ["CH-26-30/unplanned-ward-collective"] = c => c.Said("unplannedAchievement"),
        ["CH-26-30/unplanned-ward-individual"] = c => c.Said("unplannedAchievement"),

        ["CVA-26/yearly-ward-collective"] = WardCollective,
        ["CVA-26/yearly-ward-individual"] = WardIndividual,
        ["CVA-26/yearly-city-collective"] = c => c.Said("byLaw"),
        ["CVA-26/yearly-city-individual"] = c => c.Said("byLaw"),
        ["HA-25/yearly-ward-collective"] = WardCollective,
        ["HA-25/yearly-ward-individual"] = WardIndividual,
        ["HA-25/yearly-city-collective"] = c => c.Said("byLaw"),
        ["HA-25/yearly-city-individual"] = c => c.Said("byLaw"),

        ["LTN-TD-26/yearly-city-title"] = c => c.Said("byLaw"),
        ["LTN-TD-26/yearly-state-order"] = c => c.Said("byLaw"),
        ["LTN-TD-26/yearly-city-collective"] = c => c.Said("byLaw") & c.Said("votedByBlock"),
        ["LTN-TD-26/yearly-ward-collective"] = c => c.Said("byLaw"),
        ["LTN-TD-26/yearly-ward-individual"] = c => c.Said("byLaw"),
        ["LTN-TD-26/unplanned-ward-collective"] = c => c.Said("byLaw"),
        ["LTN-TD-26/unplanned-ward-individual"] = c => c.Said("byLaw"),
    };

    private static Dictionary<string, int> Wards10 => new() { ["phuong"] = 10 };

    private static Dictionary<string, int> Any10 => new() { ["*"] = 10 };

    private static Dictionary<string, int> EachBlock => new() { ["so-nganh"] = 5, ["phuong"] = 10, ["xa-dac-khu"] = 15 };

    public static TheoryData<string, string> Categories()
    {
        var data = new TheoryData<string, string>();
        foreach (var (plan, category) in SamplePlans.Plans().SelectMany(p => p.Categories.Select(c => (p.Code, c.Key))))
            data.Add(plan, category);
        return data;
    }

    [Theory, MemberData(nameof(Categories))]
    public void Category_MadeNominees_AreJudgedAsTheRuleWrittenByHandSays(string plan, string category)
    {
        var asked = SamplePlans.Category(plan, category);
        var rule = Rules[$"{plan}/{category}"];
        var seen = new HashSet<Outcome>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var made = new GoldenCase(seed);
            var expected = Of(rule(made));
            var verdict = Judge.Of(asked.Standard, made.Facts(asked.Cadence == Cadence.Period));
            Assert.True(expected == verdict.Outcome, $"{plan}/{category}, seed {seed}: {expected} by hand, {verdict.Outcome} by the engine: {verdict.Explanation}");
            seen.Add(expected);
        }
        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public void Rules_WrittenByHand_AreAllOfCategoriesThatShip() =>
        Assert.Equal(Rules.Keys.Order(), SamplePlans.Plans().SelectMany(p => p.Categories.Select(c => $"{p.Code}/{c.Key}")).Order());

    // YEARLY-CITY-COLLECTIVE
    private static bool? YearlyCityCollective(GoldenCase c, Dictionary<string, int> limits) =>
        Distinct(1, c, i => (i.RecognisedBy is null ? null : true) & i.Applied & i.Replicable) & InTop(c, c.Year, limits);

    // YEARLY-CITY-INDIVIDUAL
    private static bool? YearlyCityIndividual(GoldenCase c, bool? chosen, Attester recogniser) =>
        c.Said("ethics") & c.Said("obeysLaw") & Outstanding(c) & c.Said("directRole") & (chosen | Recognised(c, recogniser));

    // PERIOD-COLLECTIVE
    private static bool? PeriodCollective(GoldenCase c, Dictionary<string, int> limits) =>
        Gate(c, limits) & (c.Said("leadingInCampaign") | Distinct(2, c, i => (i.RecognisedBy is null ? null : true) & i.Applied & i.Replicable));

    private static bool? PeriodCollectiveByEither(GoldenCase c) => PeriodCollective(c, EachBlock);

    // PERIOD-INDIVIDUAL
    private static bool? PeriodIndividual(GoldenCase c, bool? chosen, Attester recogniser) =>
        c.Said("ethics") & c.Said("obeysLaw") & Outstanding(c) & ThreeYearsOfService(c) & (chosen | Recognised(c, recogniser));

    // CITY-FLAG
    private static bool? CityFlag(GoldenCase c, Dictionary<string, int> limits) => PeriodCollective(c, limits) & LeadsBlock(c);

    // WARD-COLLECTIVE
    private static bool? WardCollective(GoldenCase c) => c.Said("discipline")
        & ((c.OfficeRank is { } place ? place == 1 : null) | c.Said("leadsWardOffices") | Distinct(1, c, i => i.Replicable) | c.Said("newSolution"));

    // WARD-INDIVIDUAL
    private static bool? WardIndividual(GoldenCase c) => c.Said("discipline") & (c.ChosenByUnit | Recognised(c, Attester.HeadOfUnit) | c.Said("directRole"));

    private static bool? Outstanding(GoldenCase c) => (c.Grade is { } grade ? grade == Grade.CompletedOutstandingly : null) | c.Said("completedOutstandingly");

    private static bool? Recognised(GoldenCase c, Attester asked) => Distinct(1, c, i => i.Applied & (i.RecognisedBy switch
    {
        null => null,
        Attester.City => true,
        { } by => asked == Attester.HeadOfUnit || by == asked,
    }));

    private static bool? Distinct(int needed, GoldenCase c, Func<GoldenCase.Entry, bool?> counts) =>
        AtLeast(needed, c.Initiatives.GroupBy(i => i.Key).Select(same => same.Select(counts).Aggregate((bool?)false, (a, b) => a | b)));

    private static bool? Gate(GoldenCase c, Dictionary<string, int> limits) => AtLeast(3, new[] { 2026, 2027, 2028, 2029 }.Select(y => InTop(c, y, limits)));

    private static bool? LeadsBlock(GoldenCase c) => AtLeast(1, new[] { 2026, 2027, 2028, 2029 }.Select(y => c.Ranks.TryGetValue(y, out var place) ? place == 1 : (bool?)null));

    private static bool? InTop(GoldenCase c, int year, Dictionary<string, int> limits) => !c.Ranks.TryGetValue(year, out var place) ? null
        : place > 0 && (limits.TryGetValue(c.Block, out var limit) || limits.TryGetValue("*", out limit)) && place <= limit;

    /// <summary>Judged on 31 January 2030: 49 months of the window are over, 60 it has in all.</summary>
    private static bool? ThreeYearsOfService(GoldenCase c)
    {
        if (c.ServiceFrom is not { } from)
            return null;
        if (c.ServiceMonths is { } months)
            return Math.Min(from + months, 49) - from >= 36 ? true : Math.Min(from + months, 60) - from < 36 ? false : null;
        return 49 - from >= 36 ? true : 60 - from < 36 ? false : null;
    }
}
