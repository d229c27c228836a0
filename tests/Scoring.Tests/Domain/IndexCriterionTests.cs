using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Criteria;
using static Emulation.Scoring.Domain.Criteria.CriterionOutcome;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>Criteria that rest on the published index: a class on a scale of the plan, or a rank among a number that the plan may leave out (C-13, C-14).</summary>
public class IndexCriterionTests
{
    private static IndexFact Fact(int? rank = null, string? @class = null, string block = "phuong", string? unranked = null, bool tied = false) => new(2026, "Phường Thử", block, new RankingUsed
    {
        RankingId = Guid.NewGuid(), IndexSet = "bo", Year = 2026, Block = block, Version = 2, PublishedAt = default, UnitCode = "10549", Rank = rank, Class = @class, UnrankedReason = unranked, Tied = tied,
    });

    private static CriterionVerdict Judge(string rule, string key, IndexFact? fact, Func<PlanCriterion, PlanCriterion>? change = null)
    {
        var criterion = CriterionRuleTests.Criterion(rule, key);
        return CriterionJudge.Judge(change?.Invoke(criterion) ?? criterion, SamplePlans.OfRule(rule).ClassScales, null, null, fact);
    }

    [Theory]
    [InlineData("CVA-26/I.2.4", "chi-so-muc-tot", "Xuất sắc", Met)]
    [InlineData("CVA-26/I.2.4", "chi-so-muc-tot", "Tốt", Met)]
    [InlineData("CVA-26/I.2.4", "chi-so-muc-tot", "Khá", NotMet)]
    [InlineData("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", "Xuất sắc", Met)]
    [InlineData("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", "TỐT", Met)]
    [InlineData("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", "Trung bình", NotMet)]
    [InlineData("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", "Loại A", NotYetKnown)]
    [InlineData("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", null, NotYetKnown)]
    public void Class_Published_IsMappedOntoThePlansOwnScale(string rule, string key, string? published, CriterionOutcome outcome)
    {
        var verdict = Judge(rule, key, Fact(rank: 44, @class: published));

        // The rank, however low, has no say in it.
        Assert.Equal((outcome, 2), (verdict.Outcome, verdict.Ranking!.Version));
    }

    [Fact]
    public void Class_TwoScalesOfOnePlan_AreNamedApart()
    {
        // CVA-26/I.2.4 says “mức tốt”, CVA-26/III.1.a “hoàn thành tốt nhiệm vụ” (C-13).
        Assert.Contains("“Tốt” trở lên", Judge("CVA-26/I.2.4", "chi-so-muc-tot", Fact(1, "Khá")).Reason, StringComparison.Ordinal);
        Assert.Contains("tương ứng “Hoàn thành nhiệm vụ”; yêu cầu từ “Hoàn thành tốt nhiệm vụ” trở lên", Judge("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", Fact(1, "Khá")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LTN-26-30/II.3.2", "chi-so-top-dau")]
    [InlineData("HA-25/I.2.4", "chi-so-top-dau")]
    [InlineData("LTN-TD-26/III.1.9a", "chi-so-top-dau")]
    public void Rank_PlanNamesNoNumber_IsNotYetKnownUntilItDoes(string rule, string key)
    {
        // Even the first place decides nothing: nobody guesses the number.
        var open = Judge(rule, key, Fact(rank: 1));
        Assert.Equal(NotYetKnown, open.Outcome);
        Assert.StartsWith("Kế hoạch không nêu số đơn vị", open.Reason, StringComparison.Ordinal);
        Assert.Equal(1, open.Ranking!.Rank);
        Assert.Equal(NotYetKnown, Judge(rule, key, null).Outcome);

        // With the number named by an amendment it judges.
        static PlanCriterion Named(PlanCriterion c) => c with { Rank = c.Rank! with { Tops = [new TopOfBlock { Block = "phuong", Rank = 10 }] } };
        Assert.Equal(Met, Judge(rule, key, Fact(rank: 10), Named).Outcome);
        Assert.Contains("(đồng hạng)", Judge(rule, key, Fact(rank: 10, tied: true), Named).Reason, StringComparison.Ordinal);
        Assert.Equal(NotMet, Judge(rule, key, Fact(rank: 11), Named).Outcome);
        Assert.Equal(NotYetKnown, Judge(rule, key, Fact(rank: 1, block: "xa-dac-khu"), Named).Outcome);
        Assert.Equal(NotYetKnown, Judge(rule, key, new IndexFact(2026, "Phường Thử", "phuong", null), Named).Outcome);
    }

    [Fact]
    public void Rank_LimitsByBlock_TheOwnBlockComesBeforeAnyOther()
    {
        // C-07: the number differs by block.
        static PlanCriterion Both(PlanCriterion c) => c with { Rank = c.Rank! with { Tops = [new TopOfBlock { Block = "*", Rank = 5 }, new TopOfBlock { Block = "xa-dac-khu", Rank = 15 }] } };
        Assert.Equal(Met, Judge("LTN-TD-26/III.1.9a", "chi-so-top-dau", Fact(rank: 15, block: "xa-dac-khu"), Both).Outcome);
        Assert.Equal(NotMet, Judge("LTN-TD-26/III.1.9a", "chi-so-top-dau", Fact(rank: 6), Both).Outcome);
    }

    [Fact]
    public void Index_UnitUnrankedOrMissing_SaysSo()
    {
        var unranked = Judge("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", Fact(unranked: "Mới thành lập."));
        Assert.Equal(NotMet, unranked.Outcome);
        Assert.Contains("Mới thành lập.", unranked.Reason, StringComparison.Ordinal);
        Assert.Equal(NotYetKnown, Judge("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", Fact()).Outcome);
        Assert.Equal(NotYetKnown, Judge("CVA-26/III.1.a", "chi-so-hoan-thanh-tot", new IndexFact(2026, null, null, null)).Outcome);
    }
}
