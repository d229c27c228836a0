using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using static Emulation.Nominations.Tests.SamplePlans;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>Rows of the plans' standards for collectives, and of who may be awarded at all, on the plans as they ship.</summary>
public sealed class CollectiveStandardTests
{
    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.a.2.c1")]
    [InlineData("CH-26-30", "CH-26-30/III.2.1.2.a.c1")]
    public void YearlyInitiative_RecognisedAppliedAndReplicable_AllThreeAreNeeded(string plan, string clause)
    {
        var asked = Find(plan, "yearly-city-collective", clause);
        var good = Initiative("mot-cua");
        Outcome Of(params InitiativeFact[] initiatives) => Judge.Of(asked, Nothing with { Initiatives = initiatives }).Outcome;
        Assert.Equal(Outcome.Met, Of(good));
        Assert.Equal(Outcome.NotMet, Of());
        Assert.Equal(Outcome.NotYetKnown, Of(good with { Recognised = false }));
        Assert.Equal(Outcome.NotYetKnown, Of(good with { Applied = null }));
        Assert.Equal(Outcome.NotYetKnown, Of(good with { Replicable = null }));
        Assert.Equal(Outcome.NotMet, Of(good with { Applied = false }));
        Assert.Equal(Outcome.NotMet, Of(good with { Replicable = false }));
    }

    [Fact]
    public void YearlyGate_BlockWithoutALimit_IsNotMetUntilThePlanSetsOne()
    {
        // CH-26-30/III.2.1.2.a.c2x, C-07: the limit is a row of a table per block and round, not a constant.
        var gate = Assert.IsType<IndexRank>(Find("CH-26-30", "yearly-city-collective", "CH-26-30/III.2.1.2.a.c2"));
        Assert.Equal(["xa-dac-khu"], gate.Tops.Select(t => t.Block));
        foreach (var block in new[] { "phuong", "so-nganh" })
        {
            var first = Meeting([gate], block);
            var verdict = Judge.Of(gate, first);
            Assert.Equal(Outcome.NotMet, verdict.Outcome);
            Assert.Contains("không đặt mức xếp hạng", verdict.Explanation);
            Assert.Equal(Outcome.Met, Judge.Of(gate with { Tops = [.. gate.Tops, new TopOfBlock { Block = block, Rank = 5 }] }, first).Outcome);
        }
        Assert.Equal(3, Assert.IsType<YearsInTop>(LeavesOf(Standard("CH-26-30", "period-city-collective").Canonical).First()).Tops.Length);
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.b.c1", true)]
    [InlineData("CH-26-30", "CH-26-30/III.2.3.a.c1", false)]
    public void PeriodLeading_ChosenByTheBodyThatThePlanNames_Counts(string plan, string clause, bool committeeOnly)
    {
        var asked = Find(plan, "period-state-collective", clause);
        Outcome Of(params Attestation[] said) => Judge.Of(asked, Nothing with { Attestations = said }).Outcome;
        Assert.Equal(Outcome.NotYetKnown, Of());
        Assert.Equal(Outcome.Met, Of(Says("leadingInCampaign", Attester.WardCommittee)));
        Assert.Equal(committeeOnly ? Outcome.NotYetKnown : Outcome.Met, Of(Says("leadingInCampaign", Attester.HeadOfUnit)));
        Assert.Equal(Outcome.NotMet, Of(Says("leadingInCampaign", Attester.WardCommittee, holds: false)));
        Assert.Equal(Outcome.NotYetKnown, Of(Says("leadingInCampaign", Attester.WardCommittee, evidence: null)));
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.b.c2")]
    [InlineData("CH-26-30", "CH-26-30/III.2.3.a.c2")]
    public void PeriodInitiatives_OneFails_TwoPass_OneTwiceFails(string plan, string clause)
    {
        var asked = Find(plan, "period-state-collective", clause);
        VerdictNode Of(params InitiativeFact[] initiatives) => Judge.Of(asked, Nothing with { Initiatives = initiatives });
        Assert.Equal(Outcome.NotMet, Of(Initiative("a")).Outcome);
        Assert.Equal(Outcome.Met, Of(Initiative("a"), Initiative("b")).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(Initiative("a"), Initiative("b") with { Recognised = false }).Outcome);
        var twice = Of(Initiative("a"), Initiative("a"));
        Assert.Equal(Outcome.NotMet, twice.Outcome);
        Assert.Contains("trùng", Assert.Single(twice.Warnings));
    }

    [Theory]
    [InlineData("CVA-26", "CVA-26/III.3.2.a1")]
    [InlineData("HA-25", "HA-25/III.3.2.a1")]
    public void LeadsTheOffices_ByTheWardsOwnRankingOrByStatement_BothAreCited(string plan, string clause)
    {
        var leads = Find(plan, "yearly-ward-collective", clause);
        VerdictNode Of(int? rank, params Attestation[] said) => Judge.Of(leads, Nothing with
        {
            // The place of the ward itself in the city's ranking says nothing of its offices.
            Ranks = [new RankFact(2026, "phuong", 1, 1, "")],
            OfficeRanks = rank is null ? [] : [new RankFact(2026, "noi-bo-10532", rank, 1, "Bảng xếp hạng nội bộ")],
            Attestations = said,
        });
        Assert.Equal(Outcome.Met, Of(1).Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(null).Outcome);
        Assert.Equal(Outcome.Met, Of(null, Says("leadsWardOffices", Attester.Council)).Outcome);
        Assert.Equal(Outcome.NotMet, Of(2, Says("leadsWardOffices", Attester.WardCommittee, holds: false)).Outcome);
        var contradicted = Of(2, Says("leadsWardOffices", Attester.WardCommittee));
        Assert.Equal([clause, clause], contradicted.Children.Select(c => c.Clause));
        Assert.Equal(["leadsOffices", "attested"], contradicted.Children.Select(c => c.Kind));
        Assert.Contains("trái với bảng xếp hạng", Assert.Single(contradicted.Children[0].Warnings));
        Assert.Equal(Outcome.NotMet, Judge.Of(LeavesOf(leads).OfType<LeadsOffices>().Single(), Nothing with { Office = null }).Outcome);
    }

    [Theory]
    [InlineData("CVA-26", "CVA-26/III.3.2.a2")]
    [InlineData("HA-25", "HA-25/III.3.2.a2")]
    public void NewWayOfWorking_NeedsNoRecognition_ButMustBeReplicable(string plan, string clause)
    {
        var asked = Find(plan, "yearly-ward-collective", clause);
        var proposed = Initiative("cach-lam") with { Recognised = false, RecognisedBy = null, Decision = null, Applied = null };
        Outcome Of(InitiativeFact? initiative, params Attestation[] said) => Judge.Of(asked, Nothing with { Initiatives = initiative is null ? [] : [initiative], Attestations = said }).Outcome;
        Assert.Equal(Outcome.Met, Of(proposed));
        Assert.Equal(Outcome.NotYetKnown, Of(proposed with { Replicable = null }));
        Assert.Equal(Outcome.NotMet, Of(proposed with { Replicable = false }, Says("newSolution", Attester.HeadOfUnit, holds: false)));
        Assert.Equal(Outcome.Met, Of(null, Says("newSolution", Attester.HeadOfUnit)));
        Assert.Equal(Outcome.NotYetKnown, Of(null));
    }

    [Theory]
    [InlineData("CVA-26", "yearly-city-collective", "CVA-26/III.3.1")]
    [InlineData("CVA-26", "yearly-city-individual", "CVA-26/III.3.1")]
    [InlineData("HA-25", "yearly-city-collective", "HA-25/III.3.1")]
    [InlineData("HA-25", "yearly-city-individual", "HA-25/III.3.1")]
    public void CityAward_ByLaw_NeedsTheConfirmationOfACompetentBodyWithEvidence(string plan, string category, string clause)
    {
        var law = Assert.IsType<ByLaw>(Standard(plan, category).Canonical);
        Assert.Equal(clause, law.Clause);
        VerdictNode Of(params Attestation[] said) => Judge.Of(law, Nothing with { Attestations = said });
        Assert.Equal(Outcome.NotYetKnown, Of().Outcome);
        Assert.Equal(Outcome.NotYetKnown, Of(Says("byLaw", Attester.City, evidence: null)).Outcome);
        Assert.Equal(Outcome.NotMet, Of(Says("byLaw", Attester.City, holds: false)).Outcome);
        var met = Of(Says("byLaw", Attester.City));
        Assert.Equal(Outcome.Met, met.Outcome);
        Assert.Contains(met.Facts, f => f.Value.Contains("Điều 74"));
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.a.1", true)]
    [InlineData("CH-26-30", "CH-26-30/III.2.1.1", false)]
    public void YearlyWardAward_WithinTheGeneralReview_RestsOnTheWardsWord(string plan, string clause, bool committeeOrCouncil)
    {
        foreach (var category in new[] { Category(plan, "yearly-ward-collective"), Category(plan, "yearly-ward-individual") })
        {
            Assert.Equal((AwardLevel.Ward, Cadence.Yearly, clause), (category.Level, category.Cadence, category.Clause));
            Outcome Of(params Attestation[] said) => Judge.Of(category.Standard.Canonical, Nothing with { Attestations = said }).Outcome;
            Assert.Equal(Outcome.NotYetKnown, Of());
            Assert.Equal(Outcome.Met, Of(Says("outstandingInReform", Attester.Council, evidence: "Hội nghị tổng kết năm 2026")));
            Assert.Equal(Outcome.NotMet, Of(Says("outstandingInReform", Attester.WardCommittee, holds: false)));
            // In Cát Hải the unit moves on its own initiative.
            Assert.Equal(committeeOrCouncil ? Outcome.NotYetKnown : Outcome.Met, Of(Says("outstandingInReform", Attester.HeadOfUnit)));
        }
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.1.a")]
    [InlineData("CH-26-30", "CH-26-30/III.1.a")]
    public void Subjects_AreCollectivesAndIndividuals_EachCategoryForExactlyOne(string plan, string clause)
    {
        Assert.Contains($"\"{clause}\"", Text(plan));
        Assert.Equal([Recipient.Collective, Recipient.Individual], Enum.GetValues<Recipient>());
        var byRecipient = Plans().Single(p => p.Code == plan).Categories.ToLookup(c => c.Recipient);
        Assert.NotEmpty(byRecipient[Recipient.Collective]);
        Assert.NotEmpty(byRecipient[Recipient.Individual]);
        // What is asked of persons (grade, service, a post) is never asked of a collective.
        Assert.DoesNotContain(byRecipient[Recipient.Collective].SelectMany(c => LeavesOf(c.Standard.Canonical)), l => l is CompletionGrade or DirectService or FlagNomineeMember);
    }
}
