using System.Text.Json.Nodes;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>The published index decides, over the service's own REST and events.</summary>
public sealed class RankGateTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task PeriodGate_RanksArriveYearByYear_GoesFromNotYetKnownToMetOrNotMet()
    {
        // LTN-26-30/III.2.b.c3, C-04, C-06: three years, not consecutive, within 2026–2029; 2025 does not count.
        var met = await Nominate("TP-26-30", "period-gate", Ltn);
        var missed = await Nominate("TP-26-30", "period-gate", Cva);
        var outside = await Nominate("TP-26-30", "period-gate", HaiAn);
        Assert.All(new[] { met, missed, outside }, n => Assert.Equal("notYetKnown", (string?)n["eligibility"]));

        await service.RankAsync(2025, "phuong", 1, (Ltn, 1), (Cva, 2), (HaiAn, 40));
        await service.RankAsync(2026, "phuong", 1, (Ltn, 3), (Cva, 3), (HaiAn, 20));
        await service.RankAsync(2027, "phuong", 1, (Ltn, 11), (Cva, 11), (HaiAn, 21));
        Assert.Equal("notYetKnown", await Eligibility(met));
        // Two published years outside: of the four that can exist only two are left, three are needed.
        Assert.Equal("notMet", await Eligibility(outside));

        await service.RankAsync(2028, "phuong", 1, (Ltn, 8), (Cva, 12), (HaiAn, 1));
        Assert.Equal("notMet", await Eligibility(missed));
        await service.RankAsync(2029, "phuong", 1, (Ltn, 9), (Cva, 9), (HaiAn, 1));
        Assert.Equal("met", await Eligibility(met));
        Assert.Equal("notMet", await Eligibility(missed));

        var verdict = Clause(await service.GetAsync(City, met), "LTN-26-30/III.2.b.c3");
        foreach (var fact in new[] { "2026: 3", "2027: 11", "2028: 8", "2029: 9" })
            Assert.Contains(fact, (string)verdict["explanation"]!);
        Assert.Equal(["3", "11", "8", "9"], verdict["facts"]!.AsArray().Where(f => ((string)f!["name"]!).StartsWith("Xếp hạng")).Select(f => (string)f!["value"]!));

        // A corrected ranking flips it, and says why.
        await service.RankAsync(2029, "phuong", 2, (Ltn, 14), (Cva, 9), (HaiAn, 1));
        Assert.Equal("notMet", await Eligibility(met));
        var changed = await service.PublishedAsync<EligibilityChanged>(e => e.Nomination.NominationId == (Guid)met["id"]! && e.Previous == Outcome.Met);
        Assert.Equal(Outcome.NotMet, changed.Current);
        Assert.Equal(["LTN-26-30/III.2.b.c3"], changed.Clauses);
        Assert.Contains("Đính chính xếp hạng", changed.Reason);
        var history = await service.As(City).GetAsync($"/nominations/{met["id"]}/history").OkAsync();
        Assert.Contains(history["items"]!.AsArray(), i => (string?)i!["action"] == "rejudged" && ((string)i["reason"]!).Contains("Chấm lại tiêu chí III.3.1"));
    }

    [Fact]
    public async Task PeriodGate_TwoYearsBothInTop_NotYetKnown()
    {
        const string Unit = "11602";
        await service.UnitAsync(Unit, "Phường Hồng An", Contracts.Campaigns.UnitKind.Ward, City, "phuong-thu");
        var plan = Plans.Plan("TP-HAI-NAM", City, "Thành phố", Plans.Category("gate", "LTN-26-30/III.2.b.c3", Contracts.Campaigns.Cadence.Period,
            Contracts.Campaigns.Recipient.Collective, new() { Kind = Contracts.Campaigns.AwardKind.Form, Code = "x", Name = "x" },
            Plans.PeriodGate("LTN-26-30/III.2.b.c3", "phuong-thu", 10), once: new(2030, 2, 15)));
        await service.DeliverAsync(new Contracts.Campaigns.CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        await service.RankAsync(2026, "phuong-thu", 1, (Unit, 1));
        await service.RankAsync(2028, "phuong-thu", 1, (Unit, 10));
        Assert.Equal("notYetKnown", (string?)(await Nominate("TP-HAI-NAM", "gate", Unit))["eligibility"]);
    }

    [Theory]
    [InlineData(5, "met")]
    [InlineData(6, "notMet")]
    public async Task YearlyTop5_CommuneBlock_Rank5PassesRank6Fails(int rank, string expected)
    {
        // CH-26-30/III.2.1.2.a.c2
        var unit = $"1200{rank}";
        await service.UnitAsync(unit, $"Xã số {rank}", Contracts.Campaigns.UnitKind.Commune, City, "xa-dac-khu");
        await service.RankAsync(2020 + rank + 1, "xa-dac-khu", 1, (unit, rank));
        var plan = Plans.CatHai() with { Code = $"TOP5-{rank}", CampaignId = Guid.CreateVersion7(), UnitCode = City, FromYear = 2020 };
        await service.DeliverAsync(new Contracts.Campaigns.CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        var nomination = await service.PostAsync(City, Body(plan.Code, "yearly-collective", unit, 2020 + rank + 1));
        Assert.Equal(expected, (string?)nomination["eligibility"]);
    }

    [Fact]
    public async Task YearlyTop5_TwoTiedAtFive_BothPassWithWarning()
    {
        var units = new[] { "12101", "12102" };
        foreach (var unit in units)
            await service.UnitAsync(unit, $"Xã {unit}", Contracts.Campaigns.UnitKind.Commune, City, "xa-dac-khu");
        await service.RankAsync(2030, "xa-dac-khu", 1, (units[0], 5), (units[1], 5));
        foreach (var unit in units)
        {
            var nomination = await service.PostAsync(City, Body("TP-26-30", "yearly-top5", unit, 2030));
            Assert.Equal("met", (string?)nomination["eligibility"]);
            Assert.Contains("2 đơn vị cùng hạng 5", (string)Assert.Single(Clause(nomination, "CH-26-30/III.2.1.2.a.c2")["warnings"]!.AsArray())!);
        }
    }

    [Fact]
    public async Task Gate_NomineeIsOffice_JudgedOnItsRankedParent()
    {
        // C-10
        await service.RankAsync(2031, "phuong", 1, (Ltn, 2));
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "yearly-collective", Office, 2026));
        Assert.Contains("10532", (string)Clause(nomination, "LTN-26-30/III.2.a.2.c2")["facts"]![0]!["value"]!);
    }

    [Fact]
    public async Task Gate_RankingIsOutButUnitNotInIt_NotMet()
    {
        const string Unit = "12201";
        await service.UnitAsync(Unit, "Xã không xếp hạng", Contracts.Campaigns.UnitKind.Commune, City, "xa-dac-khu");
        await service.RankAsync(2027, "xa-dac-khu", 1, (CatHai, 1));
        var nomination = await service.PostAsync(City, Body("TP-26-30", "yearly-top5", Unit, 2027));
        Assert.Equal("notMet", (string?)nomination["eligibility"]);
        Assert.Contains("không được xếp hạng", (string)nomination["verdict"]!["explanation"]!);
    }

    [Fact]
    public async Task Ranking_OlderVersionArrivesLate_ChangesNothing()
    {
        const string Unit = "12301";
        await service.UnitAsync(Unit, "Xã đến muộn", Contracts.Campaigns.UnitKind.Commune, City, "xa-dac-khu");
        await service.RankAsync(2028, "xa-dac-khu", 2, (Unit, 4));
        await service.RankAsync(2028, "xa-dac-khu", 1, (Unit, 9));
        Assert.Equal("met", (string?)(await service.PostAsync(City, Body("TP-26-30", "yearly-top5", Unit, 2028)))["eligibility"]);
    }

    private Task<JsonNode> Nominate(string campaign, string category, string unit) => service.PostAsync(City, Body(campaign, category, unit, submit: true));

    private async Task<string?> Eligibility(JsonNode nomination) => (string?)(await service.GetAsync(City, nomination))["eligibility"];
}
