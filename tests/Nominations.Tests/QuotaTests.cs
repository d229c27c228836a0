using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;
using static Emulation.Nominations.Tests.QuotaStage;

namespace Emulation.Nominations.Tests;

/// <summary>The quotas of the plans, clause by clause.</summary>
public sealed class QuotaTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private readonly QuotaStage _stage = new(service);

    [Theory]
    [InlineData("LTN-26-30", "yearly-city-collective", false, "LTN-26-30/III.2.a.2.q")]
    [InlineData("LTN-26-30", "yearly-city-individual", true, "LTN-26-30/III.2.a.2.q")]
    [InlineData("LTN-26-30", "period-city-flag", false, "LTN-26-30/III.2.b.q2")]
    [InlineData("LTN-26-30", "period-city-collective", false, "LTN-26-30/III.2.b.q5")]
    [InlineData("LTN-26-30", "period-city-individual", true, "LTN-26-30/III.2.b.q5")]
    [InlineData("CH-26-30", "yearly-city-collective", false, "CH-26-30/III.2.1.2.b.1")]
    [InlineData("CH-26-30", "yearly-city-individual", true, "CH-26-30/III.2.1.2.b.1")]
    [InlineData("CH-26-30", "period-city-flag", false, "CH-26-30/III.2.3.b.2.1")]
    public async Task Submit_SecondOfUnit_IsRefusedUntilFirstIsWithdrawn(string sample, string category, bool individual, string clause)
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync(sample, unit);
        int? year = category.StartsWith("yearly", StringComparison.Ordinal) ? 2026 : null;
        var first = await _stage.Submit(campaign, category, unit, year, individual).OkAsync();

        var refused = await (await _stage.Submit(campaign, category, unit, year, individual)).ProblemAsync(409, "NOM-0030");

        Assert.Equal(clause, (string?)refused["clause"]);
        Assert.Equal((1, 1), ((int)refused["limit"]!, (int)refused["heldCount"]!));
        Assert.Equal((string?)first["id"], (string?)refused["held"]![0]!["nominationId"]);
        Assert.Contains("không quá 01", (string)refused["detail"]!);
        await _stage.Step(unit, first, "withdraw", new { reason = "Nhường" }).OkAsync();
        await _stage.Submit(campaign, category, unit, year, individual).OkAsync();
    }

    [Fact]
    public async Task Submit_YearlyQuotaOfOneAndOne_EachYearAndKindCountsForItself()
    {
        // LTN-26-30/III.2.a.2.q: one collective and one individual, year by year.
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        await _stage.Submit(campaign, "yearly-city-collective", unit, 2026).OkAsync();
        await _stage.Submit(campaign, "yearly-city-individual", unit, 2026, individual: true).OkAsync();
        await _stage.Submit(campaign, "yearly-city-collective", unit, 2027).OkAsync();
        await (await _stage.Submit(campaign, "yearly-city-collective", unit, 2026)).ProblemAsync(409, "NOM-0030");
    }

    [Theory]
    [InlineData("return", City)]
    [InlineData("reject", City)]
    public async Task Submit_FirstReturnedOrRejected_PlaceIsFreeAndTheReturnedOneMustWait(string step, string caller)
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(1)));
        var first = await _stage.Submit(campaign, "k", unit, 2026).OkAsync();
        await _stage.Step(caller, first, step, new { reason = "Chưa đủ" }).OkAsync();
        await _stage.Submit(campaign, "k", unit, 2026).OkAsync();
        var again = await _stage.Step(unit, first, "submit");
        await again.ProblemAsync(409, step == "return" ? "NOM-0030" : "NOM-0011");
    }

    [Fact]
    public async Task Exception_GrantedByTheCity_LetsOneInBesideTheQuotaAndIsKept()
    {
        // LTN-26-30/III.2.a.2.q: “or needs a recorded exception”.
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit);
        var first = await _stage.Submit(campaign, "yearly-city-collective", unit, 2026).OkAsync();
        var second = await _stage.Draft(campaign, "yearly-city-collective", unit, 2026);
        await (await _stage.Step(unit, second, "submit")).ProblemAsync(409, "NOM-0030");
        var grant = new { nominationId = second["id"], reason = "Thành phố đồng ý tại Công văn 15/SNV" };
        await (await service.As(unit).PostAsJsonAsync("/quotas/exceptions", grant)).ProblemAsync(403, "EMU-0004");
        await (await service.As(Cva).PostAsJsonAsync("/quotas/exceptions", grant)).ProblemAsync(404, "EMU-0005");
        var granted = await service.As(City).PostAsJsonAsync("/quotas/exceptions", grant).OkAsync();
        Assert.Equal("Thành phố đồng ý tại Công văn 15/SNV", (string?)granted["quotaException"]!["reason"]);
        Assert.Equal("test-31", (string?)granted["quotaException"]!["allowedBy"]);
        await (await service.As(City).PostAsJsonAsync("/quotas/exceptions", grant)).ProblemAsync(409, "NOM-0041");
        await _stage.Step(unit, second, "submit").OkAsync();

        // It holds no place: the first may go, another may come, not two.
        await _stage.Step(unit, first, "withdraw", new { reason = "Thôi" }).OkAsync();
        await _stage.Submit(campaign, "yearly-city-collective", unit, 2026).OkAsync();
        await (await _stage.Submit(campaign, "yearly-city-collective", unit, 2026)).ProblemAsync(409, "NOM-0030");
        await _stage.Step(unit, second, "forward").OkAsync();
        var history = await service.As(unit).GetAsync($"/nominations/{second["id"]}/history").OkAsync();
        Assert.Contains(history["items"]!.AsArray(), i => (string?)i!["action"] == "quotaExcepted" && (string?)i["reason"] == "Thành phố đồng ý tại Công văn 15/SNV");
    }

    [Fact]
    public async Task Individuals_BesideAFlagNominee_AreTwoInsteadOfOne()
    {
        // LTN-26-30/III.2.b.q3, CH-26-30/III.2.3.b.2.2: without a flag nominee one, with it two.
        foreach (var sample in new[] { "LTN-26-30", "CH-26-30" })
        {
            var unit = await _stage.WardAsync();
            var campaign = await _stage.PlanAsync(sample, unit);
            await _stage.Submit(campaign, "period-city-individual", unit, individual: true).OkAsync();
            await (await _stage.Submit(campaign, "period-city-individual", unit, individual: true)).ProblemAsync(409, "NOM-0030");
            await _stage.Submit(campaign, "period-city-flag", unit).OkAsync();
            await _stage.Submit(campaign, "period-city-individual", unit, individual: true).OkAsync();
            var refused = await (await _stage.Submit(campaign, "period-city-individual", unit, individual: true)).ProblemAsync(409, "NOM-0030");
            Assert.Equal(2, (int)refused["limit"]!);
        }
    }

    [Fact]
    public async Task Individuals_BesideAFlagNominee_OnTopWhereThePlanSaysSo_AreThree()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("LTN-26-30", unit, c => c with { Quotas = [.. c.Quotas.Select(q => q.AtMostWithFlagNominee is null ? q : q with { FlagRaise = FlagRaise.OnTop })] });
        await _stage.Submit(campaign, "period-city-flag", unit).OkAsync();
        for (var i = 0; i < 3; i++)
            await _stage.Submit(campaign, "period-city-individual", unit, individual: true).OkAsync();
        var refused = await (await _stage.Submit(campaign, "period-city-individual", unit, individual: true)).ProblemAsync(409, "NOM-0030");
        Assert.Equal(3, (int)refused["limit"]!);
        Assert.Contains("thì thêm 02", (string)refused["detail"]!);
    }

    [Fact]
    public async Task FlagNominee_WithdrawnAfterTwoIndividuals_NeitherGoesOnUntilOneIsWithdrawn()
    {
        // LTN-26-30/III.2.b.q3, CH-26-30/III.2.3.b.2.2
        var (unit, campaign, flag, one, two) = await TwoBesideAFlag();
        Assert.False(await _stage.OverAsync(unit, one));
        await _stage.Step(unit, flag, "withdraw", new { reason = "Rút đề nghị Cờ" }).OkAsync();
        await Eventually.HoldsAsync(async () => await _stage.OverAsync(unit, one) && await _stage.OverAsync(unit, two), "both are marked");
        foreach (var nomination in new[] { one, two })
        {
            var refused = await (await _stage.Step(unit, nomination, "forward")).ProblemAsync(409, "NOM-0032");
            Assert.Equal((1, 2), ((int)refused["limit"]!, (int)refused["heldCount"]!));
            Assert.Equal("submitted", (string?)(await service.GetAsync(unit, nomination))["state"]);
        }
        var list = await service.As(unit).GetAsync($"/nominations?campaign={campaign}&overQuota=true").OkAsync();
        Assert.Equal(2, list["items"]!.AsArray().Count);
        Assert.True((bool)(await _stage.Usage(unit, campaign, "period-city-individual"))["over"]!);

        await _stage.Step(unit, two, "withdraw", new { reason = "Còn một chỗ" }).OkAsync();
        await _stage.Step(unit, one, "forward").OkAsync();
        await Eventually.HoldsAsync(async () => !await _stage.OverAsync(unit, one), "one is left, and has its place");
    }

    [Fact]
    public async Task FlagNominee_WithdrawnAfterTwoIndividuals_CouncilsOrderLetsTheFirstGoOn()
    {
        var (unit, campaign, flag, one, two) = await TwoBesideAFlag();
        await _stage.Step(unit, flag, "withdraw", new { reason = "Rút đề nghị Cờ" }).OkAsync();
        await (await _stage.Step(unit, two, "forward")).ProblemAsync(409, "NOM-0032");
        await service.As(unit).PostAsJsonAsync("/quotas/order", new { campaign, category = "period-city-individual", nominationIds = new[] { two["id"], one["id"] } }).OkAsync();
        await (await _stage.Step(unit, one, "forward")).ProblemAsync(409, "NOM-0033");
        await _stage.Step(unit, two, "forward").OkAsync();
        await Eventually.HoldsAsync(async () => await _stage.OverAsync(unit, one) && !await _stage.OverAsync(unit, two), "only the second of the order is over");
    }

    [Fact]
    public async Task OverQuota_AtTheCity_IsNotAwarded()
    {
        var (unit, _, flag, one, two) = await TwoBesideAFlag();
        await _stage.AppraiseAsync(unit, one);
        await _stage.AppraiseAsync(unit, two);
        await _stage.Step(unit, flag, "withdraw", new { reason = "Rút đề nghị Cờ" }).OkAsync();
        var refused = await (await _stage.Decide(one, two)).ProblemAsync(409, "NOM-0032");
        Assert.Equal("/nominationIds/0", (string?)refused["errors"]![0]!["pointer"]);
        await _stage.Step(City, two, "reject", new { reason = "Hội đồng chọn một" }).OkAsync();
        await _stage.Decide(one).OkAsync();
    }

    [Fact]
    public async Task Batch_ItemsOfOneRequest_CountAmongThemselves()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.LaunchAsync(unit, Yearly("k", Recipient.Collective, Limit(2)));
        var items = Enumerable.Range(0, 4).Select(i => Request(campaign, "k", unit, 2026, submit: i != 1)).ToArray();
        var answer = await service.As(unit).PostAsJsonAsync("/nominations/batch", new { items }).OkAsync();
        // The second is a draft and takes no place.
        Assert.Equal([201, 201, 201, 409], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal("NOM-0030", (string?)answer["items"]![3]!["problem"]!["code"]);
        await (await _stage.Submit(campaign, "k", unit, 2026)).ProblemAsync(409, "NOM-0030");
    }

    private async Task<(string Unit, string Campaign, JsonNode Flag, JsonNode One, JsonNode Two)> TwoBesideAFlag()
    {
        var unit = await _stage.WardAsync();
        var campaign = await _stage.PlanAsync("CH-26-30", unit);
        var flag = await _stage.Submit(campaign, "period-city-flag", unit).OkAsync();
        var one = await _stage.Submit(campaign, "period-city-individual", unit, individual: true).OkAsync();
        var two = await _stage.Submit(campaign, "period-city-individual", unit, individual: true).OkAsync();
        return (unit, campaign, flag, one, two);
    }
}
