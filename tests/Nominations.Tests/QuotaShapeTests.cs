using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;
using static Emulation.Nominations.Tests.QuotaStage;

namespace Emulation.Nominations.Tests;

/// <summary>Quotas in their other shapes: by office, counted together, per named unit, as a share, allotted, outside, of a block, of the city.</summary>
public sealed class QuotaShapeTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private readonly QuotaStage _stage = new(service);

    [Fact]
    public async Task SubUnit_EachOfficeHasItsOwn_AndTheCommuneItselfToo()
    {
        // C-08, CH-26-30/III.2.1.2.b.1: “mỗi đơn vị” may be each office.
        var unit = await _stage.WardAsync();
        await service.UnitAsync($"{unit}-VHXH", "Phòng Văn hóa - Xã hội", UnitKind.Office, unit, null);
        await service.UnitAsync($"{unit}-KT", "Phòng Kinh tế", UnitKind.Office, unit, null);
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(1, QuotaScope.SubUnit), AwardLevel.Ward));
        await _stage.Submit(campaign, "k", $"{unit}-VHXH", 2026).OkAsync();
        await _stage.Submit(campaign, "k", $"{unit}-KT", 2026).OkAsync();
        await _stage.Submit(campaign, "k", unit, 2026).OkAsync();
        var refused = await (await _stage.Submit(campaign, "k", $"{unit}-VHXH", 2026)).ProblemAsync(409, "NOM-0030");
        Assert.Equal(1, (int)refused["heldCount"]!);
        // Its commune, the level above the office, may let one in.
        var draft = await _stage.Draft(campaign, "k", $"{unit}-VHXH", 2026);
        await (await service.As($"{unit}-VHXH").PostAsJsonAsync("/quotas/exceptions", new { nominationId = draft["id"], reason = "x" })).ProblemAsync(403);
        await service.As(unit).PostAsJsonAsync("/quotas/exceptions", new { nominationId = draft["id"], reason = "Thành tích đặc biệt" }).OkAsync();
        await _stage.Step($"{unit}-VHXH", draft, "submit").OkAsync();
    }

    [Fact]
    public async Task Office_RefusedForAnothersPlace_IsNotToldWhoHoldsIt()
    {
        var unit = await _stage.WardAsync();
        await service.UnitAsync($"{unit}-VP", "Văn phòng", UnitKind.Office, unit, null);
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(1)));
        await _stage.Submit(campaign, "k", unit, 2026).OkAsync();
        var refused = await (await _stage.Submit(campaign, "k", $"{unit}-VP", 2026)).ProblemAsync(409, "NOM-0030");
        Assert.Equal(1, (int)refused["heldCount"]!);
        Assert.Empty(refused["held"]!.AsArray());
    }

    [Fact]
    public async Task Group_CollectivesAndIndividuals_AreCountedTogether()
    {
        var unit = await _stage.WardAsync();
        var together = Limit(2) with { Group = "hai-truong-hop" };
        var campaign = await _stage.LaunchAsync(unit, Yearly("tt", Recipient.Collective, together), Yearly("cn", Recipient.Individual, together));
        await _stage.Submit(campaign, "tt", unit, 2026).OkAsync();
        await _stage.Submit(campaign, "cn", unit, 2026, individual: true).OkAsync();
        var refused = await (await _stage.Submit(campaign, "cn", unit, 2026, individual: true)).ProblemAsync(409, "NOM-0030");
        Assert.Contains("không quá 02 trường hợp (tập thể hoặc cá nhân)", (string)refused["detail"]!);
        var usage = await _stage.Usage(unit, campaign, "tt", 2026);
        Assert.Equal(["tt", "cn"], usage["categories"]!.AsArray().Select(c => (string)c!["key"]!));
        Assert.Equal((2, 0), (usage["held"]!.AsArray().Count, (int)usage["free"]!));
    }

    [Fact]
    public async Task PerUnit_NamedUnitHasItsOwnNumber_OthersTheUsual()
    {
        var (named, other) = (await _stage.WardAsync(), await _stage.WardAsync());
        var campaign = await _stage.LaunchAsync(City, Yearly("k", Recipient.Individual, Limit(1) with { PerUnit = [new UnitQuota { UnitCode = named, AtMost = 2 }] }));
        await _stage.Submit(campaign, "k", named, 2026, individual: true).OkAsync();
        await _stage.Submit(campaign, "k", named, 2026, individual: true).OkAsync();
        Assert.Equal(2, (int)(await (await _stage.Submit(campaign, "k", named, 2026, individual: true)).ProblemAsync(409, "NOM-0030"))["limit"]!);
        await _stage.Submit(campaign, "k", other, 2026, individual: true).OkAsync();
        Assert.Equal(1, (int)(await (await _stage.Submit(campaign, "k", other, 2026, individual: true)).ProblemAsync(409, "NOM-0030"))["limit"]!);
    }

    [Theory]
    [InlineData(5, 39, 0, 1)]
    [InlineData(5, 40, 0, 2)]
    [InlineData(5, 7, 1, 1)]
    [InlineData(5, 7, 0, 0)]
    [InlineData(2.5, 80, 0, 2)]
    public async Task Share_OfParticipants_IsRoundedDownButAtLeastWhatThePlanSays(double percent, int individuals, int atLeast, int limit)
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Individual,
            new Quota { Clause = "X/IV.1.a", Scope = QuotaScope.ProposingUnit, ShareOfParticipants = (decimal)percent, AtLeast = atLeast }));
        if (atLeast == 0)
            await (await _stage.Submit(campaign, "k", unit, 2026, individual: true)).ProblemAsync(409, "NOM-0037");
        await service.As(unit).PutAsJsonAsync("/quotas/participants", new { campaign, unitCode = unit, year = 2026, collectives = 3, individuals }).OkAsync();
        for (var i = 0; i < limit; i++)
            await _stage.Submit(campaign, "k", unit, 2026, individual: true).OkAsync();
        Assert.Equal(limit, (int)(await (await _stage.Submit(campaign, "k", unit, 2026, individual: true)).ProblemAsync(409, "NOM-0030"))["limit"]!);
    }

    [Fact]
    public async Task Participants_OfAnotherUnit_Returns403_AndFewerLeaveTheUnitOverQuota()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Individual, new Quota { Clause = "X/IV.1.a", Scope = QuotaScope.ProposingUnit, ShareOfParticipants = 10 }));
        object Report(int individuals) => new { campaign, unitCode = unit, year = 2026, collectives = 0, individuals };
        await (await service.As(Cva).PutAsJsonAsync("/quotas/participants", Report(20))).ProblemAsync(403, "NOM-0009");
        await service.As(unit).PutAsJsonAsync("/quotas/participants", Report(20)).OkAsync();
        var one = await _stage.Submit(campaign, "k", unit, 2026, individual: true).OkAsync();
        await _stage.Submit(campaign, "k", unit, 2026, individual: true).OkAsync();
        await service.As(unit).PutAsJsonAsync("/quotas/participants", Report(19)).OkAsync();
        Assert.True(await _stage.OverAsync(unit, one));
        await (await _stage.Step(unit, one, "forward")).ProblemAsync(409, "NOM-0032");
    }

    [Theory]
    [InlineData("LTN-26-30", "period-state-collective", false, "LTN-26-30/III.2.b.q1")]
    [InlineData("CH-26-30", "period-state-individual", true, "CH-26-30/III.2.3.b.1")]
    public async Task Allotted_NothingYet_ThenAsManyAsAllotted_ThenTheChairmanChooses(string sample, string category, bool individual, string clause)
    {
        // LTN-26-30/III.2.b.q1, CH-26-30/III.2.3.b.1, C-26: allotment, then selection.
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync(sample, unit);
        var none = await (await _stage.Submit(campaign, category, unit, individual: individual)).ProblemAsync(409, "NOM-0031");
        Assert.Equal(clause, (string?)none["clause"]);
        object Allot(int number, string? of = null) => new { campaign, category = of ?? category, unitCode = unit, number, note = "Công văn 20/SNV-TĐKT" };
        await (await service.As(unit).PutAsJsonAsync("/quotas/allotments", Allot(1))).ProblemAsync(403, "EMU-0004");
        await (await service.As(City).PutAsJsonAsync("/quotas/allotments", Allot(1, "period-city-flag"))).ProblemAsync(400, "NOM-0036");
        await service.As(City).PutAsJsonAsync("/quotas/allotments", Allot(1)).OkAsync();
        var nomination = await _stage.Submit(campaign, category, unit, individual: individual).OkAsync();
        await (await _stage.Submit(campaign, category, unit, individual: individual)).ProblemAsync(409, "NOM-0030");
        await service.As(City).PutAsJsonAsync("/quotas/allotments", Allot(2)).OkAsync();
        var second = await _stage.Submit(campaign, category, unit, individual: individual).OkAsync();
        Assert.Single((await service.As(unit).GetAsync($"/quotas/allotments?campaign={campaign}").OkAsync()).AsArray());

        await _stage.AppraiseAsync(unit, nomination);
        await _stage.AppraiseAsync(unit, second);
        await (await _stage.Decide(nomination)).ProblemAsync(409, "NOM-0034");
        var list = await service.As(City).GetAsync($"/quotas/candidates?campaign={campaign}&category={category}").OkAsync();
        Assert.Contains(list["candidates"]!.AsArray(), c => (string?)c!["nominationId"] == (string?)nomination["id"] && !(bool)c["chosen"]!);
        var choice = new { nominationIds = new[] { nomination["id"] }, reason = "Chủ tịch đồng ý theo Tờ trình 33/TTr-SNV" };
        await (await service.As(unit).PostAsJsonAsync("/quotas/choices", choice)).ProblemAsync(403, "EMU-0004");
        await service.As(City).PostAsJsonAsync("/quotas/choices", choice).OkAsync();
        Assert.Equal(choice.reason, (string?)(await service.GetAsync(unit, nomination))["chosenReason"]);
        await (await _stage.Decide(nomination, second)).ProblemAsync(409, "NOM-0034");
        await _stage.Decide(nomination).OkAsync();
    }

    [Fact]
    public async Task OutsideQuota_NeedsOneOfThePlansReasons_AndHasNoLimit()
    {
        // CH-26-30/III.2.1.2.b.2: one reason; CH-26-30/III.2.3.b.4: three.
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("CH-26-30", unit);
        foreach (var (category, year, reasons) in new[] { ("yearly-city-extra-collective", (int?)2026, new[] { "city-index" }), ("period-city-extra-collective", null, ["city-index", "propaganda", "digital-transformation"]) })
        {
            var missing = await (await _stage.Submit(campaign, category, unit, year)).ProblemAsync(400, "NOM-0035");
            Assert.Equal("/outsideQuotaReason", (string?)missing["errors"]![0]!["pointer"]);
            Assert.All(reasons, r => Assert.Contains(r, (string)missing["errors"]![0]!["detail"]!));
            await (await _stage.Submit(campaign, category, unit, year, reason: "khac")).ProblemAsync(400, "NOM-0035");
            foreach (var reason in reasons.Concat(reasons))
                Assert.Equal(reason, (string?)(await _stage.Submit(campaign, category, unit, year, reason: reason).OkAsync())["outsideQuotaReason"]);
        }
        await (await _stage.Submit(campaign, "yearly-city-collective", unit, 2026, reason: "city-index")).ProblemAsync(400, "NOM-0035");
        await (await _stage.Submit(campaign, "yearly-city-extra-collective", unit, 2026, reason: "propaganda")).ProblemAsync(400, "NOM-0035");
        var usage = await _stage.Usage(unit, campaign, "period-city-extra-collective", 2026);
        Assert.Null(usage["limit"]);
        Assert.Equal(6, usage["held"]!.AsArray().Count);
    }

    [Fact]
    public async Task OutsideQuota_VerticalAgencyOfTheCity_MayBeNominatedThereOnly()
    {
        // CH-26-30/III.2.1.2.b.2
        const string Agency = "31-THUE";
        await service.UnitAsync(Agency, "Thuế thành phố", UnitKind.VerticalAgency, City, null);
        var campaign = await _stage.PlanAsync("CH-26-30", await _stage.WardAsync());
        await (await _stage.Submit(campaign, "yearly-city-collective", Agency, 2026)).ProblemAsync(400, "NOM-0008");
        var nomination = await _stage.Submit(campaign, "yearly-city-extra-collective", Agency, 2026, reason: "city-index").OkAsync();
        Assert.Equal(Agency, (string?)nomination["proposingUnitCode"]);
    }

    [Fact]
    public async Task CityBlock_EachUnitMayProposeOne_TheCityGivesOneInTheBlock()
    {
        // CH-26-30/III.2.3.b.2.1, C-09
        var block = $"khoi-{Guid.NewGuid():N}"[..20];
        var flags = new List<(string Unit, string Campaign, JsonNode Nomination)>();
        foreach (var _ in new[] { 1, 2 })
        {
            var unit = await _stage.WardAsync(UnitKind.Commune, block);
            var campaign = await _stage.PlanAsync("CH-26-30", unit);
            var flag = await _stage.Submit(campaign, "period-city-flag", unit).OkAsync();
            await (await _stage.Submit(campaign, "period-city-flag", unit)).ProblemAsync(409, "NOM-0030");
            await _stage.AppraiseAsync(unit, flag);
            flags.Add((unit, campaign, flag));
        }
        var elsewhere = await _stage.WardAsync();
        var other = await _stage.PlanAsync("CH-26-30", elsewhere);
        var third = await _stage.Submit(other, "period-city-flag", elsewhere).OkAsync();
        await _stage.AppraiseAsync(elsewhere, third);

        var candidates = await service.As(City).GetAsync($"/quotas/candidates?campaign={flags[0].Campaign}&category=period-city-flag&block={block}").OkAsync();
        Assert.Equal(flags.Select(f => (string?)f.Nomination["id"]).Order(), candidates["candidates"]!.AsArray().Select(c => (string?)c!["nominationId"]).Order());
        await (await service.As(City).GetAsync($"/quotas/candidates?campaign={flags[0].Campaign}&category=period-city-flag")).ProblemAsync(400, "NOM-0042");
        await _stage.Decide(flags[1].Nomination).OkAsync();
        var refused = await (await _stage.Decide(flags[0].Nomination)).ProblemAsync(409, "NOM-0030");
        Assert.Equal("CH-26-30/III.2.3.b.2.1", (string?)refused["clause"]);
        // Another block has its own.
        await _stage.Decide(third).OkAsync();
    }

    [Fact]
    public async Task City_YearlyMaximumOfATitle_HoldsAtTheDecisionAndWithinOneDecision()
    {
        var title = new Award { Kind = AwardKind.Title, Code = $"cstd-{Guid.NewGuid():N}"[..20], Name = "Chiến sĩ thi đua thành phố" };
        var category = Yearly("k", Recipient.Individual, Limit(2, QuotaScope.City)) with { Award = title };
        var nominations = new List<JsonNode>();
        var campaigns = new List<string>();
        foreach (var _ in new[] { 1, 2 })
        {
            var unit = await _stage.WardAsync();
            campaigns.Add(await _stage.LaunchAsync(unit, category));
            for (var i = 0; i < 2; i++)
            {
                nominations.Add(await _stage.Submit(campaigns[^1], "k", unit, 2026, individual: true).OkAsync());
                await _stage.AppraiseAsync(unit, nominations[^1]);
            }
        }
        await _stage.Decide(nominations[0]).OkAsync();
        var refused = await (await _stage.Decide(nominations[2], nominations[3])).ProblemAsync(409, "NOM-0030");
        Assert.Equal("/nominationIds/1", (string?)refused["errors"]![0]!["pointer"]);
        await _stage.Decide(nominations[2]).OkAsync();
        await (await _stage.Decide(nominations[1])).ProblemAsync(409, "NOM-0030");
        var usage = await _stage.Usage(City, campaigns[0], "k", 2026);
        Assert.Equal((2, 0, 2), ((int)usage["limit"]!, (int)usage["free"]!, usage["held"]!.AsArray().Count));
    }

    [Fact]
    public async Task Amended_QuotaLowered_LeavesTheUnitOverIt()
    {
        var unit = await _stage.WardAsync();
        var plan = Plans.Plan($"SUA-{unit}", unit, unit, Yearly("k", Recipient.Collective, Limit(2)));
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        var one = await _stage.Submit(plan.Code, "k", unit, 2026).OkAsync();
        await _stage.Submit(plan.Code, "k", unit, 2026).OkAsync();
        var lowered = plan with { Version = 3, Scheme = new() { Categories = [Yearly("k", Recipient.Collective, Limit(1))] } };
        await service.DeliverAsync(new CampaignAmended { Campaign = lowered, Reason = "Giảm chỉ tiêu", OccurredAt = service.Time.Now, ActedBy = "test" });
        await Eventually.HoldsAsync(() => _stage.OverAsync(unit, one), "marked after the amendment");
        await (await _stage.Step(unit, one, "forward")).ProblemAsync(409, "NOM-0032");
    }
}
