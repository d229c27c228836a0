using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Eligibility;
using static Emulation.Nominations.Tests.SamplePlans;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>The numbers of the gates at their bounds, on the plans as they ship.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("LTN-26-30", "yearly-city-collective", "phuong", 5)]
    [InlineData("CH-26-30", "yearly-city-collective", "xa-dac-khu", 5)]
    [InlineData("CH-26-30", "period-city-collective", "so-nganh", 5)]
    [InlineData("LTN-26-30", "period-state-collective", "phuong", 10)]
    [InlineData("CH-26-30", "period-state-collective", "xa-dac-khu", 15)]
    public void Place_LastWithinTheLimitPasses_NextFails(string plan, string category, string block, int limit)
    {
        Assert.Equal(Outcome.Met, Gate(plan, category, block, (2026, limit), (2027, limit), (2028, limit), (2029, limit)));
        Assert.Equal(Outcome.NotMet, Gate(plan, category, block, (2026, limit + 1), (2027, limit + 1), (2028, limit + 1), (2029, limit + 1)));
    }

    [Theory]
    [InlineData("LTN-26-30", "period-state-collective", "LTN-26-30/III.2.b.c3")]
    [InlineData("LTN-26-30", "period-city-collective", "LTN-26-30/III.2.b.q4")]
    [InlineData("CH-26-30", "period-state-collective", "CH-26-30/III.2.3.a.c4")]
    [InlineData("CH-26-30", "period-city-collective", "CH-26-30/III.2.3.b.3.2")]
    public void Years_ThreeNotInARowPass_TwoFail_2025AndWhatIsPublishedTooLateDoNotCount(string plan, string category, string clause)
    {
        // C-04, C-06
        Assert.Equal(Outcome.Met, Gate(plan, category, "phuong", (2026, 10), (2027, 11), (2028, 10), (2029, 10)));
        Assert.Equal(Outcome.NotMet, Gate(plan, category, "phuong", (2026, 10), (2027, 11), (2028, 11), (2029, 10)));
        Assert.Equal(Outcome.NotMet, Gate(plan, category, "phuong", (2025, 1), (2026, 10), (2027, 11), (2028, 11), (2029, 10)));
        Assert.Equal(Outcome.NotMet, Gate(plan, category, "phuong", (2026, 10), (2027, 11), (2028, 11), (2029, 10), (2030, 1)));
        Assert.Equal(Outcome.NotYetKnown, Gate(plan, category, "phuong", (2026, 10), (2027, 10)));
        Assert.Contains(Judge.Of(Standard(plan, category), Ranked("phuong")).All(), n => n.Clause == clause);
    }

    private static Outcome Gate(string plan, string category, string block, params (int Year, int Rank)[] ranks) =>
        Judge.Of(LeavesOf(Standard(plan, category).Canonical).First(l => l is IndexRank or YearsInTop), Ranked(block, ranks)).Outcome;

    private static Facts Ranked(string block, params (int Year, int Rank)[] ranks) => Nothing with
    {
        RankedUnit = Nothing.RankedUnit! with { Block = block },
        Ranks = [.. ranks.Select(r => new RankFact(r.Year, block, r.Rank, 1, "Bảng xếp hạng"))],
    };
}
