using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;
using Outcome = Emulation.Contracts.Nominations.Outcome;

namespace Emulation.Nominations.Tests;

/// <summary>A published ranking is corrected: after judging, after forwarding, after the decision.</summary>
public sealed class CorrectionTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Fact]
    public async Task Corrected_AfterJudgingAndAfterForwarding_IsJudgedAgainAndTold()
    {
        // LTN-26-30/III.2.a.2.c2
        var (nomination, block) = await Nominated("13101");
        await service.RankAsync(2026, block, 2, ("13101", 6));
        Assert.Equal("notMet", (string?)(await service.GetAsync(City, nomination))["eligibility"]);
        await service.RankAsync(2026, block, 3, ("13101", 5));
        await Step(nomination, "forward", new { });
        await service.RankAsync(2026, block, 4, ("13101", 6));
        var told = await service.GetAsync(City, nomination);
        Assert.Equal(("forwarded", "notMet"), ((string?)told["state"], (string?)told["eligibility"]));
        var changed = await service.PublishedAsync<EligibilityChanged>(e => e.Nomination.NominationId == (Guid)nomination["id"]! && e.Reason.Contains("(lần 4)"));
        Assert.Equal((Outcome.Met, Outcome.NotMet), (changed.Previous, changed.Current));
        Assert.Empty(told["notes"]!.AsArray());
        await (await service.As(City).PostAsJsonAsync($"/nominations/{nomination["id"]}/appraise", new { })).ProblemAsync(409, "NOM-0012");
    }

    [Fact]
    public async Task Corrected_AfterTheDecision_VerdictStandsAndTheCorrectionIsToldOnIt()
    {
        var (nomination, block) = await Nominated("13102");
        await Step(nomination, "forward", new { });
        await Step(nomination, "appraise", new { });
        Assert.Equal(201, (int)(await Decide(nomination)).StatusCode);
        var decided = await service.GetAsync(City, nomination);

        // The same place in a new version is no news for it.
        await service.RankAsync(2026, block, 2, ("13102", 4));
        Assert.Empty((await service.GetAsync(City, nomination))["notes"]!.AsArray());
        await service.RankAsync(2026, block, 3, ("13102", 6));
        var told = await service.GetAsync(City, nomination);
        Assert.Equal(("awarded", "met"), ((string?)told["state"], (string?)told["eligibility"]));
        Assert.True(JsonNode.DeepEquals(decided["verdict"], told["verdict"]));
        var note = (string)Assert.Single(told["notes"]!.AsArray())!;
        foreach (var part in new[] { "Bảng xếp hạng đã đính chính sau quyết định", "Chấm lại tiêu chí III.3.1", "Thứ hạng đã dùng: 4; sau đính chính: 6", "khác ở khoản LTN-26-30/III.2.a.2.c2", "được giữ nguyên" })
            Assert.Contains(part, note);
        var history = await service.As(City).GetAsync($"/nominations/{nomination["id"]}/history").OkAsync();
        Assert.Equal("rankingCorrectedAfterDecision", (string?)history["items"]!.AsArray()[^1]!["action"]);
        Assert.DoesNotContain(service.Published.OfType<EligibilityChanged>(), e => e.Nomination.NominationId == (Guid)nomination["id"]!);

        // Within the limit all the same: told, and that nothing would be different.
        await service.RankAsync(2026, block, 4, ("13102", 5));
        Assert.Contains("Kết quả xét không khác", (string)(await service.GetAsync(City, nomination))["notes"]![1]!);
    }

    [Fact]
    public async Task Corrected_AfterTheDecision_OtherYearsAndOtherUnitsAreToldNothing()
    {
        var (nomination, block) = await Nominated("13103");
        await Step(nomination, "forward", new { });
        await Step(nomination, "appraise", new { });
        Assert.Equal(201, (int)(await Decide(nomination)).StatusCode);
        await service.RankAsync(2027, block, 1, ("13103", 9));
        await service.RankAsync(2027, block, 2, ("13103", 20));
        await service.RankAsync(2026, "phuong-khac-han", 2, ("13104", 1));
        Assert.Empty((await service.GetAsync(City, nomination))["notes"]!.AsArray());
    }

    [Fact]
    public async Task Corrected_AfterTheWardsOwnDecision_RankingOfItsOffices_IsToldToo()
    {
        // CVA-26/III.3.2.a1
        var leads = SamplePlans.Find("CVA-26", "yearly-ward-collective", "CVA-26/III.3.2.a1");
        var plan = Plans.Plan("DC-PHONG", Ltn, "Phường", Plans.Category("gate", leads.Clause, Cadence.Yearly, Recipient.Collective, new() { Kind = AwardKind.Form, Code = "giay-khen", Name = "Giấy khen" }, leads, level: AwardLevel.Ward));
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        await service.RankAsync(2026, "phuong", 1, (Ltn, 3));
        await service.RankAsync(2026, $"noi-bo-{Ltn}", 1, (Office, 1));
        var nomination = await service.CompletedAsync(service.PostAsync(Ltn, Body(plan.Code, "gate", Office, 2026, submit: true)));
        await service.As(Ltn).PostAsJsonAsync("/decisions", new { nominationIds = new[] { nomination["id"] }, signerName = "Trần Văn Mẫu" }).OkAsync();
        await service.RankAsync(2026, "phuong", 2, (Ltn, 30));
        Assert.Empty((await service.GetAsync(Ltn, nomination))["notes"]!.AsArray());
        await service.RankAsync(2026, $"noi-bo-{Ltn}", 2, (Office, 2));
        Assert.Contains("Thứ hạng đã dùng: 1; sau đính chính: 2", (string)Assert.Single((await service.GetAsync(Ltn, nomination))["notes"]!.AsArray())!);
    }

    /// <summary>Handed in by a ward that stands fourth of a block of its own.</summary>
    private async Task<(JsonNode Nomination, string Block)> Nominated(string unit)
    {
        var block = $"phuong-{unit}";
        await service.UnitAsync(unit, $"Phường {unit}", UnitKind.Ward, City, block);
        var standard = new IndexRank { Clause = "LTN-26-30/III.2.a.2.c2", Text = "Tốp 5", Tops = [new() { Block = block, Rank = 5 }] };
        var plan = Plans.Plan($"DC-{unit}", City, "Thành phố", Plans.Category("gate", standard.Clause, Cadence.Yearly, Recipient.Collective, new() { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen" }, standard));
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        await service.RankAsync(2026, block, 1, (unit, 4));
        var nomination = await service.CompletedAsync(service.PostAsync(City, Body(plan.Code, "gate", unit, 2026, submit: true)));
        Assert.Equal("met", (string?)nomination["eligibility"]);
        return (nomination, block);
    }

    private Task<JsonNode> Step(JsonNode nomination, string step, object body) => service.As(City).PostAsJsonAsync($"/nominations/{nomination["id"]}/{step}", body).OkAsync();

    private Task<HttpResponseMessage> Decide(JsonNode nomination) =>
        service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = new[] { nomination["id"] }, signerName = "Trần Văn Mẫu" });
}
