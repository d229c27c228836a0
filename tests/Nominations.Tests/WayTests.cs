using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>The way of a nomination from draft to decision.</summary>
public sealed class WayTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly object Leads = new { attestations = new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } } };

    [Theory]
    [InlineData("2027-02-14T23:59:59+07:00", false)]
    [InlineData("2027-02-15T00:00:00+07:00", true)]
    public async Task Submit_YearlyDeadline_LastSecondInTimeNextLate(string at, bool late)
    {
        // LTN-26-30/III.3.a, C-02: “trước ngày 15/02”, civil time of Vietnam.
        service.Time.Now = DateTimeOffset.Parse(at);
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "yearly-collective", Ltn, 2026, submit: true));
        Assert.Equal("submitted", (string?)nomination["state"]);
        Assert.Equal(late, (bool)nomination["late"]!);
        var submitted = await service.PublishedAsync<NominationSubmitted>(e => e.Nomination.NominationId == (Guid)nomination["id"]!);
        Assert.Equal(late, submitted.Nomination.Late);
    }

    [Fact]
    public async Task Way_DraftToAward_EachStepPublishesAndCounts()
    {
        service.Time.Now = new(2029, 1, 5, 3, 0, 0, TimeSpan.Zero);
        var draft = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn));
        Assert.Equal("draft", (string?)draft["state"]);
        var submitted = await Step(Ltn, draft, "submit", new { });
        // The statement is missing: not yet known, so it may be forwarded but not awarded.
        Assert.Equal("notYetKnown", (string?)submitted["eligibility"]);
        var returned = await Step(City, submitted, "return", new { reason = "Thiếu xác nhận" });
        Assert.Equal("Thiếu xác nhận", (string?)returned["returnReason"]);
        var edited = await service.As(Ltn).PutAsJsonAsync($"/nominations/{draft["id"]}", Edit(draft, Leads)).OkAsync();
        Assert.Equal("met", (string?)edited["eligibility"]);
        await Step(Ltn, draft, "submit", new { });
        await service.CompleteDossierAsync(draft);
        await Step(Ltn, draft, "forward", new { });
        await Step(City, draft, "appraise", new { note = "Hồ sơ đầy đủ" });
        var decision = await service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = new[] { draft["id"] }, signerName = "Trần Văn Mẫu" }).OkAsync();
        var awarded = await service.PublishedAsync<NominationAwarded>(e => e.Nomination.NominationId == (Guid)draft["id"]!);
        Assert.Equal((Guid)decision["id"]!, awarded.DecisionId);
        Assert.Equal((1, 1), (awarded.Order, awarded.Count));
        Assert.Equal("awarded", (string?)(await service.GetAsync(Ltn, draft))["state"]);
        var history = await service.As(Ltn).GetAsync($"/nominations/{draft["id"]}/history").OkAsync();
        Assert.Equal(["drafted", "submitted", "returned", "edited", "submitted", "forwarded", "appraised", "awarded"],
            history["items"]!.AsArray().Select(i => (string)i!["action"]!).Where(a => !a.StartsWith("paper")));
    }

    [Fact]
    public async Task Decision_OneNotMet_AwardsNone()
    {
        var met = await Appraised(Leads);
        var unknown = await Appraised(null);
        var problem = await (await service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = new[] { met["id"], unknown["id"] }, signerName = "Trần Văn Mẫu" })).ProblemAsync(409, "NOM-0012");
        Assert.Equal("/nominationIds/1", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Equal("appraised", (string?)(await service.GetAsync(City, met))["state"]);
    }

    [Fact]
    public async Task Decision_TwiceAtOnce_OneWins()
    {
        var nomination = await Appraised(Leads);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = new[] { nomination["id"] }, signerName = "Trần Văn Mẫu" })));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        Assert.All(answers.Where(a => (int)a.StatusCode != 201), a => Assert.Equal(409, (int)a.StatusCode));
    }

    [Fact]
    public async Task Decision_SameNomineeSameCategoryAndYear_IsAwardedOnce()
    {
        // LTN-26-30/III.1.b.2
        var body = Body("LTN-26-30", "flag", Ltn, more: Leads, submit: true);
        service.Time.Now = new(2029, 6, 1, 3, 0, 0, TimeSpan.Zero);
        var first = await OnToTheCity(await service.PostAsync(Ltn, body));
        var again = await OnToTheCity(await service.PostAsync(Ltn, body));
        await (await Decide(first, again)).ProblemAsync(409, "NOM-0020");
        var answers = await Task.WhenAll(Decide(first), Decide(again));
        Assert.Single(answers, a => (int)a.StatusCode == 201);
        await answers.Single(a => (int)a.StatusCode != 201).ProblemAsync(409);
    }

    [Fact]
    public async Task Decision_TwoYears_IsRefused()
    {
        var nominations = new List<JsonNode>();
        foreach (var year in new[] { 2026, 2027 })
            nominations.Add(await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, year, Leads, submit: true)));
        await (await service.As(Ltn).PostAsJsonAsync("/decisions", new { nominationIds = nominations.Select(n => n["id"]), signerName = "Trần Văn Mẫu" })).ProblemAsync(409, "NOM-0016");
    }

    [Fact]
    public async Task Attest_EachBodyForItself_OthersWordsStay()
    {
        object Says(string by, bool holds = true) => new { statement = "leadingInCampaign", holds, by, evidence = "12/BC" };
        // An office cannot speak for the committee, nor a ward for the city.
        await (await service.As(Office).PostAsJsonAsync("/nominations", Body("LTN-26-30", "ward-collective", Office, 2026, Leads))).ProblemAsync(403, "NOM-0019");
        var nomination = await service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026));
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/attest", Says("city"))).ProblemAsync(403, "NOM-0019");
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/attest", new { statement = "khongCo", holds = true, by = "council" })).ProblemAsync(400, "NOM-0004");

        Assert.Equal("met", (string?)(await Step(Ltn, nomination, "attest", Says("wardCommittee")))["eligibility"]);
        // The office edits its paper and leaves the committee's word out: it stands all the same.
        var edited = await service.As(Office).PutAsJsonAsync($"/nominations/{nomination["id"]}", Edit(nomination, new { })).OkAsync();
        Assert.Equal("met", (string?)edited["eligibility"]);
        Assert.Equal("notMet", (string?)(await Step(Ltn, nomination, "attest", Says("wardCommittee", holds: false)))["eligibility"]);
        var changed = await service.PublishedAsync<EligibilityChanged>(e => e.Nomination.NominationId == (Guid)nomination["id"]! && e.Current == Outcome.NotMet);
        Assert.Equal(Outcome.Met, changed.Previous);
    }

    [Fact]
    public async Task Decide_ByUnitItself_IsTheCitysToDo()
    {
        var nomination = await Appraised(Leads);
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/reject", new { reason = "x" })).ProblemAsync(403, "EMU-0004");
        await (await service.As(Ltn).PostAsJsonAsync("/decisions", new { nominationIds = new[] { nomination["id"] }, signerName = "x" })).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task WardAward_DecidedByWard_NotForwarded()
    {
        // CVA-26/III.2.1
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Office, 2026, Leads, submit: true));
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/forward", new { })).ProblemAsync(409, "NOM-0015");
        await service.CompleteDossierAsync(nomination);
        await service.As(Ltn).PostAsJsonAsync("/decisions", new { nominationIds = new[] { nomination["id"] }, signerName = "Trần Văn Mẫu" }).OkAsync();
    }

    [Fact]
    public async Task Forward_Late_NeedsReason()
    {
        service.Time.Now = DateTimeOffset.Parse("2030-02-20T08:00:00+07:00");
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn, more: Leads, submit: true));
        Assert.True((bool)nomination["late"]!);
        await service.CompleteDossierAsync(nomination);
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/forward", new { })).ProblemAsync(409, "NOM-0013");
        Assert.Equal("forwarded", (string?)(await Step(Ltn, nomination, "forward", new { lateReason = "Chờ xác nhận" }))["state"]);
    }

    [Fact]
    public async Task Forward_NotMet_IsRefused()
    {
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn, submit: true,
            more: new { lateReason = "x", attestations = new[] { new { statement = "leadingInCampaign", holds = false, by = "wardCommittee" } } }));
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/forward", new { })).ProblemAsync(409, "NOM-0012");
    }

    [Fact]
    public async Task Step_StaleIfMatch_Returns412()
    {
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn));
        await Step(Ltn, nomination, "submit", new { });
        var request = new HttpRequestMessage(HttpMethod.Post, $"/nominations/{nomination["id"]}/withdraw") { Content = JsonContent.Create(new { reason = "x" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        var problem = await (await service.As(Ltn).SendAsync(request)).ProblemAsync(412, "EMU-0008");
        Assert.True((int)problem["currentVersion"]! > 1);
    }

    [Fact]
    public async Task Step_WrongState_Returns409()
    {
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn));
        await Step(Ltn, nomination, "withdraw", new { reason = "Nhầm" });
        await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{nomination["id"]}/submit", new { })).ProblemAsync(409, "NOM-0011");
    }

    [Fact]
    public async Task FlagNominee_ComesAndGoes_IndividualsVerdictFollows()
    {
        // LTN-26-30/III.2.b.q3
        const string Unit = "11443";
        await service.UnitAsync(Unit, "Phường Kiến An", Contracts.Campaigns.UnitKind.Ward, City, "phuong");
        var plan = Plans.LeThanhNghi() with { Code = "KA-26-30", CampaignId = Guid.CreateVersion7(), UnitCode = Unit };
        await service.DeliverAsync(new Contracts.Campaigns.CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        var person = await service.PostAsync(Unit, Body("KA-26-30", "beside-flag", Unit, individual: true));
        Assert.Equal("notYetKnown", (string?)person["eligibility"]);
        var flag = await service.PostAsync(Unit, Body("KA-26-30", "flag", Unit, submit: true));
        await Eventually.HoldsAsync(async () => (string?)(await service.GetAsync(Unit, person))["eligibility"] == "met", "a flag nominee lets the individual in");
        await Step(Unit, flag, "withdraw", new { reason = "Nhường" });
        await Eventually.HoldsAsync(async () => (string?)(await service.GetAsync(Unit, person))["eligibility"] == "notYetKnown", "no flag nominee any more");
    }

    [Fact]
    public async Task Initiative_Recognised_OpenNominationIsJudgedAgain()
    {
        // LTN-26-30/III.2.a.2.c1
        var initiative = await service.As(Ltn).PostAsJsonAsync("/initiatives", new { unitCode = Office, title = "Một cửa số", summary = "Rút ngắn thời gian" }).OkAsync();
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "yearly-initiative", Ltn, 2026, new { initiativeIds = new[] { initiative["id"] } }, submit: true));
        Assert.Equal("notYetKnown", (string?)nomination["eligibility"]);
        await service.As(Ltn).PostAsJsonAsync($"/initiatives/{initiative["id"]}/recognise",
            new { by = "wardCommittee", decisionNumber = "15/QĐ-UBND", decisionDate = "2026-10-01", applied = true, replicable = true }).OkAsync();
        await Eventually.HoldsAsync(async () => (string?)(await service.GetAsync(Ltn, nomination))["eligibility"] == "met", "recognition must count");
    }

    [Fact]
    public async Task Campaign_AmendedDeadlineAndClosed_NewRulesHold()
    {
        var plan = Plans.CatHai() with { Code = "CH-SUA", CampaignId = Guid.CreateVersion7() };
        await service.DeliverAsync(new Contracts.Campaigns.CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        var nomination = await service.PostAsync(CatHai, Body("CH-SUA", "yearly-collective", CatHai, 2029));
        var eased = plan with { Version = 3, Scheme = new() { Categories = [plan.Scheme.Categories[0] with { Standard = new() { Canonical = Plans.Leading("CH-SUA/moi") } }] } };
        await service.DeliverAsync(new Contracts.Campaigns.CampaignAmended { Campaign = eased, Reason = "Sửa tiêu chuẩn", OccurredAt = service.Time.Now, ActedBy = "test" });
        Assert.Equal("CH-SUA/moi", (string?)(await service.GetAsync(CatHai, nomination))["verdict"]!["clause"]);
        await service.DeliverAsync(new Contracts.Campaigns.CampaignClosed { CampaignId = plan.CampaignId, Version = 4, Reason = "Hết hạn", OccurredAt = service.Time.Now, ActedBy = "test" });
        await (await service.As(CatHai).PostAsJsonAsync("/nominations", Body("CH-SUA", "yearly-collective", CatHai, 2029))).ProblemAsync(409, "NOM-0010");
        await (await service.As(CatHai).PostAsJsonAsync($"/nominations/{nomination["id"]}/submit", new { })).ProblemAsync(409, "NOM-0010");
    }

    private async Task<JsonNode> Appraised(object? more)
    {
        service.Time.Now = new(2029, 6, 1, 3, 0, 0, TimeSpan.Zero);
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn, more: more, submit: true));
        return await OnToTheCity(nomination);
    }

    private async Task<JsonNode> OnToTheCity(JsonNode nomination)
    {
        await service.CompleteDossierAsync(nomination);
        await Step(Ltn, nomination, "forward", new { });
        return await Step(City, nomination, "appraise", new { });
    }

    private Task<HttpResponseMessage> Decide(params JsonNode[] nominations) =>
        service.As(City).PostAsJsonAsync("/decisions", new { nominationIds = nominations.Select(n => n["id"]), signerName = "Trần Văn Mẫu" });

    private Task<JsonNode> Step(string caller, JsonNode nomination, string step, object body) =>
        service.As(caller).PostAsJsonAsync($"/nominations/{nomination["id"]}/{step}", body).OkAsync();

    private static JsonNode Edit(JsonNode nomination, object more)
    {
        var body = new JsonObject { ["nomineeName"] = (string?)nomination["nominee"]!["name"], ["achievement"] = "Dẫn đầu" };
        foreach (var (key, value) in JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(more))!.AsObject())
            body[key] = value?.DeepClone();
        return body;
    }
}
