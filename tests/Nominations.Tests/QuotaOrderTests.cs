using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Nominations.Tests.NominationsFixture;
using static Emulation.Nominations.Tests.QuotaStage;

namespace Emulation.Nominations.Tests;

/// <summary>More candidates than places: what plan and law suggest, and what the council decides (C-38).</summary>
public sealed class QuotaOrderTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private readonly QuotaStage _stage = new(service);

    [Theory]
    [InlineData("LTN-26-30")]
    [InlineData("CH-26-30")]
    public async Task Candidates_OfAUnit_DirectWorkersAndThoseWithoutLeadingPostFirst(string sample)
    {
        // LTN-26-30/III.1.b.3, CH-26-30/III.1.b.3: those who work directly on the reform come first.
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync(sample, unit);
        var indirect = await Draft(campaign, unit, Nominee(true, unit, "Người gián tiếp", directRole: false));
        var leader = await Draft(campaign, unit, Nominee(true, unit, "Lãnh đạo trực tiếp", directRole: true, leadingPost: true));
        var direct = await Draft(campaign, unit, Nominee(true, unit, "Chuyên viên trực tiếp", directRole: true, leadingPost: false));

        var list = await Candidates(unit, campaign);

        Assert.Equal(Ids(direct, leader, indirect), list["candidates"]!.AsArray().Select(c => (string)c!["nominationId"]!));
        Assert.Equal(["leadingPost", "directRole", "directRole"], list["candidates"]!.AsArray().Select(c => (string)c!["rule"]!));
        Assert.Contains("không giữ chức vụ", (string)list["candidates"]![0]!["because"]!);
        Assert.Equal(1, (int)list["limit"]!);
    }

    [Fact]
    public async Task Candidates_Equal_AreSaidToBe_AndTheWomanIsSuggested()
    {
        // Nghị định 152/2025/NĐ-CP Điều 4.6
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        var man = await Draft(campaign, unit, Nominee(true, unit, "Ông A", female: false, directRole: true));
        var woman = await Draft(campaign, unit, Nominee(true, unit, "Bà B", female: true, directRole: true));
        var list = await Candidates(unit, campaign);
        var first = list["candidates"]![0]!;
        Assert.Equal((string?)woman["id"], (string?)first["nominationId"]);
        Assert.Equal("women", (string?)first["rule"]);
        Assert.Equal([(string)man["id"]!], first["equalWith"]!.AsArray().Select(i => (string)i!));
        Assert.Contains("Điều 4.6", (string)first["because"]!);
        Assert.Contains("70% nữ", (string)list["tieRule"]!);
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(69.9, false)]
    public async Task Candidates_Collectives_SeventyPercentWomenDecidesAmongEquals(double share, bool first)
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        await Draft(campaign, unit, Nominee(false, unit, "Tập thể A"), "yearly-city-collective");
        var women = await Draft(campaign, unit, Nominee(false, unit, "Tập thể B", womenShare: (decimal)share), "yearly-city-collective");
        var list = await Candidates(unit, campaign, "yearly-city-collective");
        Assert.Equal(first, (string?)list["candidates"]![0]!["nominationId"] == (string?)women["id"]);
        Assert.Equal(first ? "women" : "equal", (string?)list["candidates"]![0]!["rule"]);
    }

    [Fact]
    public async Task Candidates_OfABlock_ByIndexRankThenIsland_WithTheVerdictFirst()
    {
        var block = $"khoi-{Guid.NewGuid():N}"[..20];
        var units = new[] { await _stage.WardAsync(UnitKind.Commune, block), await _stage.WardAsync(UnitKind.SpecialZone, block), await _stage.WardAsync(UnitKind.Commune, block) };
        await service.RankAsync(2029, block, 1, (units[0], 7), (units[1], 7), (units[2], 2));
        var flags = new List<string>();
        string campaign = "";
        foreach (var unit in units)
        {
            campaign = await _stage.PlanAsync("CH-26-30", unit);
            var flag = await _stage.Submit(campaign, "period-city-flag", unit).OkAsync();
            await _stage.AppraiseAsync(unit, flag);
            flags.Add((string)flag["id"]!);
        }
        var list = await service.As(City).GetAsync($"/quotas/candidates?campaign={campaign}&category=period-city-flag&block={block}").OkAsync();
        Assert.Equal([flags[2], flags[1], flags[0]], list["candidates"]!.AsArray().Select(c => (string)c!["nominationId"]!));
        Assert.Equal(["indexRank", "island", "island"], list["candidates"]!.AsArray().Select(c => (string)c!["rule"]!));
        Assert.Equal([2, 7, 7], list["candidates"]!.AsArray().Select(c => (int)c!["indexRank"]!));

        // The city's council puts the second first; the one suggested may then not be awarded.
        var order = new { campaign, category = "period-city-flag", block, nominationIds = new[] { flags[1] }, reason = (string?)null };
        await (await service.As(City).PostAsJsonAsync("/quotas/order", order)).ProblemAsync(400, "NOM-0039");
        await service.As(City).PostAsJsonAsync("/quotas/order", order with { reason = "Nỗ lực vượt khó ở đảo" }).OkAsync();
        var decide = (string id) => service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = new[] { id }, signerName = "Trần Văn Mẫu" });
        await (await decide(flags[2])).ProblemAsync(409, "NOM-0033");
        await decide(flags[1]).OkAsync();
    }

    [Fact]
    public async Task Order_ReasonNeededWhereItDeparts_OnlyTheFirstGoOn_NextComesWhenOneEnds()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        var a = await Draft(campaign, unit, Nominee(true, unit, "A", directRole: true));
        var b = await Draft(campaign, unit, Nominee(true, unit, "B", directRole: false));
        async Task<HttpResponseMessage> Order(string? reason, int? version = null, params JsonNode[] nominations)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/quotas/order")
            {
                Content = JsonContent.Create(new { campaign, category = "yearly-city-individual", year = 2026, nominationIds = nominations.Select(n => n["id"]), reason }),
            };
            if (version is not null)
                request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            return await service.As(unit).SendAsync(request);
        }
        Assert.Equal("/reason", (string?)(await (await Order(null, null, b, a)).ProblemAsync(400, "NOM-0039"))["errors"]![0]!["pointer"]);
        await (await Order("x", null, a, a)).ProblemAsync(400, "NOM-0038");
        await (await Order("x", null, await _stage.Draft(campaign, "yearly-city-collective", unit, 2026))).ProblemAsync(400, "NOM-0038");
        var decided = await (await Order("B có công trình nổi bật hơn", 0, b, a)).JsonAsync();
        Assert.True((bool)decided["order"]!["departs"]!);
        await (await Order(null, 0, a, b)).ProblemAsync(412, "EMU-0008");

        await (await _stage.Step(unit, a, "submit")).ProblemAsync(409, "NOM-0033");
        await _stage.Step(unit, b, "submit").OkAsync();
        await _stage.Step(unit, b, "withdraw", new { reason = "Chuyển công tác" }).OkAsync();
        await _stage.Step(unit, a, "submit").OkAsync();
        // As suggested needs no reason.
        var again = await (await Order(null, (int)decided["version"]!, a)).JsonAsync();
        Assert.False((bool)again["order"]!["departs"]!);
        var audit = await service.WithDb(db => db.AuditEntries.Where(e => e.Aggregate == "quotaOrder").OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["B có công trình nổi bật hơn", null], audit.Where(e => e.Changes!.Contains((string)a["id"]!, StringComparison.Ordinal)).Select(e => e.Reason));
    }

    [Fact]
    public async Task Order_CancelledAward_GivesItsRankBack()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(City, Yearly("k", Recipient.Individual, Limit(1)));
        var first = await _stage.Draft(campaign, "k", unit, 2026, nominee: Nominee(true, unit, directRole: true));
        var next = await _stage.Draft(campaign, "k", unit, 2026, nominee: Nominee(true, unit, directRole: false));
        await service.As(unit).PostAsJsonAsync("/quotas/order", new { campaign, category = "k", year = 2026, nominationIds = new[] { first["id"], next["id"] } }).OkAsync();
        await _stage.Step(unit, first, "submit").OkAsync();
        await _stage.AppraiseAsync(unit, first);
        var decision = await _stage.Decide(first).OkAsync();
        await (await _stage.Step(unit, next, "submit")).ProblemAsync(409);

        await service.As(City).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", new { reason = "Kê khai sai thành tích", legalBasis = "Luật Thi đua, khen thưởng, chương VII" }).OkAsync();
        await _stage.Step(unit, next, "submit").OkAsync();
        await _stage.AppraiseAsync(unit, next);
        await _stage.Decide(next).OkAsync();
    }

    [Fact]
    public async Task Candidates_AndOrder_OfAnotherUnit_AreNotFound_AndTheCitysAreTheCitys()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("CH-26-30", unit);
        await (await service.As(Cva).GetAsync($"/quotas/candidates?campaign={campaign}&category=yearly-city-individual&year=2026&unit={unit}")).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).GetAsync($"/quotas/usage?campaign={campaign}&unit={unit}")).ProblemAsync(404, "EMU-0005");
        var order = new { campaign, category = "yearly-city-individual", year = 2026, unit, nominationIds = new[] { Guid.NewGuid() } };
        await (await service.As(Cva).PostAsJsonAsync("/quotas/order", order)).ProblemAsync(404, "EMU-0005");
        await (await service.As(unit, Emulation.ServiceDefaults.Policies.NominationsRead).PostAsJsonAsync("/quotas/order", order)).ProblemAsync(403, "EMU-0004");
        await (await service.As(unit).GetAsync($"/quotas/candidates?campaign={campaign}&category=yearly-city-extra-collective&year=2026")).ProblemAsync(400, "NOM-0036");
        await (await service.As(unit).GetAsync("/quotas/candidates?campaign=KHONG-CO&category=x")).ProblemAsync(400, "NOM-0001");
        await (await service.As(unit).GetAsync("/quotas/usage")).ProblemAsync(400, "NOM-0001");
        await (await service.As(unit).GetAsync($"/quotas/usage?campaign={campaign}&year=2025")).ProblemAsync(400, "NOM-0006");
    }

    [Fact]
    public async Task Usage_SaysWhoHoldsThePlaces_AndTheCitySeesAllUnits()
    {
        var (one, two) = (await _stage.WardAsync(), await _stage.WardAsync());
        var campaign = await _stage.LaunchAsync(City, Yearly("k", Recipient.Collective, Limit(2)));
        var held = await _stage.Submit(campaign, "k", one, 2026).OkAsync();
        await _stage.Draft(campaign, "k", one, 2026);
        await _stage.Submit(campaign, "k", two, 2026).OkAsync();
        var own = await _stage.Usage(one, campaign, "k", 2026);
        Assert.Equal("Mỗi đơn vị đề nghị không quá 02 tập thể mỗi năm", (string?)own["rule"]);
        Assert.Equal((2, 1, 1), ((int)own["limit"]!, (int)own["free"]!, (int)own["waiting"]!));
        Assert.Equal((string?)held["id"], (string?)Assert.Single(own["held"]!.AsArray())!["nominationId"]);
        var whole = await service.As(City).GetAsync($"/quotas/usage?campaign={campaign}&year=2026").OkAsync();
        Assert.Equal(new[] { one, two }.Order(), whole["items"]!.AsArray().Select(i => (string)i!["scopeKey"]!));
        Assert.Single((await service.As(one).GetAsync($"/quotas/usage?campaign={campaign}&year=2026").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task List_SortedByDirectRole_PagesThroughAll_AndFilters()
    {
        // LTN-26-30/III.1.b.3
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        var roles = new bool?[] { true, false, null, true, false };
        foreach (var role in roles)
            await Draft(campaign, unit, Nominee(true, unit, directRole: role));
        var seen = new List<JsonNode>();
        for (var after = ""; ;)
        {
            var page = await service.As(unit).GetAsync($"/nominations?campaign={campaign}&sort=directRole&limit=2{after}").OkAsync();
            seen.AddRange(page["items"]!.AsArray().Select(i => i!));
            if (page["next"] is not { } next)
                break;
            after = $"&after={next}";
        }
        Assert.Equal([true, true, false, false, false], seen.Select(n => (bool?)n["nominee"]!["directRole"] == true));
        Assert.Equal(5, seen.Select(n => (string?)n["id"]).Distinct().Count());
        Assert.Equal(2, (await service.As(unit).GetAsync($"/nominations?campaign={campaign}&directRole=false").OkAsync())["items"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(100.4)]
    [InlineData(-0.1)]
    public async Task WomenShare_BeyondAHundredPercent_Returns400(double share)
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        var problem = await (await service.As(unit).PostAsJsonAsync("/nominations", Request(campaign, "yearly-city-collective", unit, 2026, nominee: Nominee(false, unit, womenShare: (decimal)share)))).ProblemAsync(400, "EMU-0001");
        Assert.Equal("/nominee/womenShare", (string?)problem["errors"]![0]!["pointer"]);
    }

    private Task<JsonNode> Draft(string campaign, string unit, object nominee, string category = "yearly-city-individual") => _stage.Draft(campaign, category, unit, 2026, nominee: nominee);

    private Task<JsonNode> Candidates(string unit, string campaign, string category = "yearly-city-individual") =>
        service.As(unit).GetAsync($"/quotas/candidates?campaign={campaign}&category={category}&year=2026").OkAsync();

    private static IEnumerable<string> Ids(params JsonNode[] nominations) => nominations.Select(n => (string)n["id"]!);
}
