using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using static Emulation.Nominations.Tests.SamplePlans;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>Rows of the plans' standards for persons, judged on the plans as they ship: what passes, what fails, what is not yet known.</summary>
public sealed class IndividualStandardTests
{
    [Theory]
    [InlineData("LTN-26-30", "yearly-city-individual", "LTN-26-30/III.2.a.2.i1", Attester.WardCommittee, Attester.HeadOfUnit)]
    [InlineData("LTN-26-30", "period-state-individual", "LTN-26-30/III.2.b.i1", Attester.WardCommittee, Attester.HeadOfUnit)]
    [InlineData("LTN-26-30", "period-city-individual", "LTN-26-30/III.2.b.i1", Attester.WardCommittee, Attester.HeadOfUnit)]
    [InlineData("CVA-26", "yearly-ward-individual", "CVA-26/III.3.2.b1", Attester.HeadOfUnit, Attester.WardCommittee)]
    [InlineData("CH-26-30", "yearly-city-individual", "CH-26-30/III.2.1.2.a.i1", Attester.HeadOfUnit, Attester.WardCommittee)]
    [InlineData("CH-26-30", "period-state-individual", "CH-26-30/III.2.3.a.i1", Attester.HeadOfUnit, Attester.WardCommittee)]
    [InlineData("HA-25", "yearly-ward-individual", "HA-25/III.3.2.b1", Attester.HeadOfUnit, Attester.WardCommittee)]
    public void Advice_ChosenByTheBodyThatThePlanNames_Counts(string plan, string category, string clause, Attester proposer, Attester other)
    {
        Outcome Of(params Attestation[] said) => Judge.Of(Find(plan, category, clause), Nothing with { Attestations = said }).Outcome;
        Assert.Equal(Outcome.NotYetKnown, Of());
        Assert.Equal(Outcome.Met, Of(Says("chosenForAdvice", proposer)));
        Assert.Equal(Outcome.NotMet, Of(Says("chosenForAdvice", proposer, holds: false)));
        Assert.Equal(Outcome.NotYetKnown, Of(Says("chosenForAdvice", proposer, evidence: null)));
        Assert.Equal(Outcome.NotYetKnown, Of(Says("chosenForAdvice", other)));
        OptionDecides(plan, category, clause);
    }

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-individual", "LTN-26-30/III.2.a.2.i2", Attester.WardCommittee, Attester.HeadOfUnit, Outcome.NotMet)]
    [InlineData("LTN-26-30", "period-state-individual", "LTN-26-30/III.2.b.i2", Attester.WardCommittee, Attester.HeadOfUnit, Outcome.NotMet)]
    [InlineData("CVA-26", "yearly-ward-individual", "CVA-26/III.3.2.b2", Attester.HeadOfUnit, Attester.WardCommittee, Outcome.Met)]
    [InlineData("CH-26-30", "yearly-city-individual", "CH-26-30/III.2.1.2.a.i2", Attester.HeadOfUnit, Attester.WardCommittee, Outcome.Met)]
    [InlineData("CH-26-30", "period-state-individual", "CH-26-30/III.2.3.a.i2", Attester.HeadOfUnit, Attester.WardCommittee, Outcome.Met)]
    [InlineData("HA-25", "yearly-ward-individual", "HA-25/III.3.2.b2", Attester.HeadOfUnit, Attester.WardCommittee, Outcome.Met)]
    public void Initiative_RecognisedByTheBodyThatThePlanNamesAndApplied_Counts(string plan, string category, string clause, Attester recogniser, Attester other, Outcome byOther)
    {
        var found = Initiative("mot-cua", recogniser);
        VerdictNode Of(params InitiativeFact[] initiatives) => Judge.Of(Find(plan, category, clause), Nothing with { Initiatives = initiatives });
        Assert.Equal(Outcome.NotMet, Of().Outcome);
        var met = Of(found);
        Assert.Equal(Outcome.Met, met.Outcome);
        Assert.Equal("Quyết định 01/QĐ", Assert.Single(met.Facts).Source);
        Assert.Equal(Outcome.NotYetKnown, Of(found with { Recognised = false, RecognisedBy = null, Decision = null }).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(found with { Applied = null }).Outcome);
        Assert.Equal(Outcome.NotMet, Of(found with { Applied = false }).Outcome);
        // Replication is asked of collectives only; a body above the one named serves as well, one below does not.
        Assert.Equal(Outcome.Met, Of(found with { Replicable = false }).Outcome);
        Assert.Equal(byOther, Of(found with { RecognisedBy = other }).Outcome);
        Assert.Equal(Outcome.Met, Of(found with { RecognisedBy = Attester.City }).Outcome);
        OptionDecides(plan, category, clause);
    }

    [Theory]
    [InlineData("CVA-26", "CVA-26/III.3.2.b3")]
    [InlineData("HA-25", "HA-25/III.3.2.b3")]
    public void DirectWork_Alone_SufficesInTheWardsOwnAwards(string plan, string clause)
    {
        // C-17: met by the job alone, and only in these two plans; elsewhere direct work is part of the base.
        OptionDecides(plan, "yearly-ward-individual", clause);
        var role = Find(plan, "yearly-ward-individual", clause);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(role, Nothing).Outcome);
        Assert.Equal(Outcome.NotMet, Judge.Of(role, Nothing with { Attestations = [Says("directRole", Attester.HeadOfUnit, holds: false)] }).Outcome);
        foreach (var city in new[] { "LTN-26-30", "CH-26-30" })
        {
            var standard = Standard(city, "yearly-city-individual").Canonical;
            var baseOnly = LeavesOf(standard).Where(l => l is CompletionGrade or Attested { Statement: "ethics" or "obeysLaw" or "directRole" });
            Assert.NotEqual(Outcome.Met, Judge.Of(standard, Meeting([.. baseOnly])).Outcome);
        }
    }

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-individual", "LTN-26-30/III.2.a.2.i0", "ethics", "obeysLaw", "directRole")]
    [InlineData("CH-26-30", "yearly-city-individual", "CH-26-30/III.2.1.2.a.i0", "ethics", "obeysLaw", "directRole")]
    [InlineData("LTN-26-30", "period-state-individual", "LTN-26-30/III.2.b.i0", "ethics", "obeysLaw", null)]
    [InlineData("CH-26-30", "period-state-individual", "CH-26-30/III.2.3.a.i0", "ethics", "obeysLaw", null)]
    public void Base_FourChecks_EachIsAnsweredAndDecidesByItself(string plan, string category, string clause, string first, string second, string? third)
    {
        // The “direct role” of LTN-26-30/III.1.b.3 and CH-26-30/III.1.b.3 is one of them, a statement of its own; for the period it is counted in years.
        var general = Assert.IsType<AllOf>(Find(plan, category, clause));
        Assert.Equal(4, general.Conditions.Length);
        var all = Meeting([.. LeavesOf(general)]);
        Assert.Equal(Outcome.Met, Judge.Of(general, all).Outcome);
        foreach (var statement in new[] { first, second, third }.OfType<string>())
        {
            var others = all.Attestations.Where(a => a.Statement != statement).ToArray();
            var silent = Judge.Of(general, all with { Attestations = others });
            Assert.Equal(Outcome.NotYetKnown, silent.Outcome);
            Assert.Single(silent.Children, c => c.Outcome == Outcome.NotYetKnown);
            Assert.Equal(Outcome.NotMet, Judge.Of(general, all with { Attestations = [.. others, Says(statement, Attester.HeadOfUnit, holds: false)] }).Outcome);
        }
    }

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-individual", "LTN-26-30/III.2.a.2.i0")]
    [InlineData("CH-26-30", "yearly-city-individual", "CH-26-30/III.2.1.2.a.i0")]
    [InlineData("LTN-26-30", "period-city-individual", "LTN-26-30/III.2.b.i0")]
    [InlineData("CH-26-30", "period-city-individual", "CH-26-30/III.2.3.a.i0")]
    public void Outstanding_ByTheGradeOrByTheCouncilWithAReason(string plan, string category, string clause)
    {
        // C-41
        var outstanding = NodesOf(Standard(plan, category).Canonical).OfType<AnyOf>().Single(a => a.Conditions.OfType<CompletionGrade>().Any());
        Assert.Equal(clause, outstanding.Clause);
        VerdictNode Of(Grade? grade, params Attestation[] said) => Judge.Of(outstanding, Nothing with
        {
            Grades = grade is { } g ? [new YearGrade { Year = 2026, Grade = g }] : [],
            Attestations = said,
        });
        Assert.Equal(Outcome.Met, Of(Grade.CompletedOutstandingly).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(null).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(Grade.CompletedWell).Outcome);
        Assert.Equal(Outcome.Met, Of(Grade.CompletedWell, Says("completedOutstandingly", Attester.Council, evidence: "Biên bản 03/BB-HĐ: hoàn thành vượt mức đề án")).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(Grade.CompletedWell, Says("completedOutstandingly", Attester.Council, evidence: null)).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(Grade.CompletedWell, Says("completedOutstandingly", Attester.HeadOfUnit)).Outcome);
        Assert.Equal(Outcome.NotMet, Of(Grade.CompletedWell, Says("completedOutstandingly", Attester.Council, holds: false)).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.b.i0")]
    [InlineData("CH-26-30", "CH-26-30/III.2.3.a.i0")]
    public void DirectService_ThreeYearsPass_AMonthLessIsFlagged(string plan, string clause)
    {
        var service = LeavesOf(Standard(plan, "period-state-individual").Canonical).OfType<DirectService>().Single();
        Assert.Equal(clause, service.Clause);
        VerdictNode Of(string from, string? to) => Judge.Of(service, Nothing with { Service = [new ServicePeriod { From = DateOnly.Parse(from), To = to is null ? null : DateOnly.Parse(to), Role = "Phụ trách" }] });
        Assert.Equal(Outcome.Met, Of("2026-03-01", "2029-02-28").Outcome);
        var short_ = Of("2026-03-01", "2029-01-31");
        Assert.Equal(Outcome.NotMet, short_.Outcome);
        Assert.Contains("1 tháng", Assert.Single(short_.Warnings));
        Assert.Equal(Outcome.NotYetKnown, Of("2028-01-01", null).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(service, Nothing).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.b.q4", "phuong", 10)]
    [InlineData("CH-26-30", "CH-26-30/III.2.3.b.3.1", "so-nganh", 5)]
    [InlineData("CH-26-30", "CH-26-30/III.2.3.b.3.2", "phuong", 10)]
    [InlineData("CH-26-30", "CH-26-30/III.2.3.b.3.3", "xa-dac-khu", 15)]
    public void Gate_OfTheUnit_BindsPersonsForThePeriodButNotForTheYear(string plan, string clause, string block, int limit)
    {
        // C-39; each certificate at most once for collectives and once for persons.
        Assert.All(new[] { "period-city-collective", "period-city-individual" }, c => Assert.Equal(1, Assert.Single(Category(plan, c).Quotas).AtMost));
        var period = Standard(plan, "period-city-individual").Canonical;
        var person = Meeting([.. LeavesOf(period).Where(l => l is not YearsInTop)], block);
        Facts Ranked(int rank) => person with { Ranks = [.. Years.Select(y => new RankFact(y, block, rank, 1, ""))] };
        Assert.Equal(Outcome.Met, Judge.Of(period, Ranked(limit)).Outcome);
        var outside = Judge.Of(period, Ranked(limit + 1));
        Assert.Equal(Outcome.NotMet, outside.Outcome);
        Assert.Contains(outside.All(), n => n.Clause == clause && n.Outcome == Outcome.NotMet);
        Assert.Equal(Outcome.NotYetKnown, Judge.Of(period, person).Outcome);

        var yearly = Standard(plan, "yearly-city-individual").Canonical;
        Assert.Equal(Outcome.Met, Judge.Of(yearly, Meeting([.. LeavesOf(yearly)], block) with { Ranks = [new RankFact(2026, block, 114, 1, "")] }).Outcome);
    }

    /// <summary>With everything else of the base met and no other option, the option decides the whole standard.</summary>
    private static void OptionDecides(string plan, string category, string clause)
    {
        var standard = Standard(plan, category).Canonical;
        var options = NodesOf(standard).OfType<AnyOf>().Single(a => a.Conditions.Any(c => c.Clause == clause) && !a.Conditions.OfType<CompletionGrade>().Any());
        var others = options.Conditions.SelectMany(LeavesOf).ToHashSet();
        var without = LeavesOf(standard).Where(l => !others.Contains(l)).ToArray();
        Assert.NotEqual(Outcome.Met, Judge.Of(standard, Meeting(without)).Outcome);
        Assert.Equal(Outcome.Met, Judge.Of(standard, Meeting([.. without, options.Conditions.Single(c => c.Clause == clause)])).Outcome);
    }
}
