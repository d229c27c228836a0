using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Tests;

public sealed class CampaignTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private readonly HttpClient _ward = campaigns.As("10532");

    [Fact]
    public async Task Draft_SoundPlan_ComesBackAsItWasSent()
    {
        var sent = Plans.Of("DRAFT-1");
        var response = await _ward.PostAsJsonAsync("/campaigns", sent);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("\"1\"", response.Headers.ETag!.ToString());
        var draft = await _ward.GetAsync(response.Headers.Location).OkAsync();
        Assert.Equal("draft", (string?)draft["state"]);
        Assert.Equal("Phường Lê Thanh Nghị", (string?)draft["unitName"]);
        Assert.Empty(draft["warnings"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(sent["legalBases"]![0], draft["plan"]!["legalBases"]![0]));
        Assert.Equal("anyOf", (string?)draft["plan"]!["scheme"]!["categories"]![1]!["standard"]!["canonical"]!["conditions"]![1]!["kind"]);
        Assert.DoesNotContain(campaigns.Published.OfType<CampaignLaunched>(), e => e.Campaign.Code == "DRAFT-1");
    }

    [Fact]
    public async Task Draft_CodeTaken_Conflicts()
    {
        await campaigns.DraftAsync("TAKEN");

        await (await campaigns.As("10549").PostAsJsonAsync("/campaigns", Plans.Of("TAKEN", "10549"))).ProblemAsync(409, "CAM-0022");
    }

    [Fact]
    public async Task Draft_UnknownOrForeignUnit_IsToldApart()
    {
        var unknown = await (await campaigns.City.PostAsJsonAsync("/campaigns", Plans.Of("NOWHERE", "10999"))).ProblemAsync(400, "CAM-0020");
        Assert.Equal("/unitCode", (string?)unknown["errors"]![0]!["pointer"]);
        await (await _ward.PostAsJsonAsync("/campaigns", Plans.Of("FOREIGN", "10549"))).ProblemAsync(403, "EMU-0004");
        await (await campaigns.As("10532", Policies.CampaignsRead).PostAsJsonAsync("/campaigns", Plans.Of("READER"))).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Draft_SameKeyAgain_MakesOneCampaign()
    {
        var first = await _ward.PostKeyedAsync("/campaigns", Plans.Of("KEYED"), "key-1");
        var again = await _ward.PostKeyedAsync("/campaigns", Plans.Of("KEYED"), "key-1");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(1, await campaigns.WithDb(db => db.Campaigns.CountAsync(c => c.Code == "KEYED")));
    }

    [Fact]
    public async Task Edit_Draft_KeepsCodeAndUnit()
    {
        var id = (string)(await campaigns.DraftAsync("EDIT"))["id"]!;

        var edited = await _ward.PutAsJsonAsync($"/campaigns/{id}", Plans.Of("EDIT", change: p => p["name"] = "Tên mới")).OkAsync();

        Assert.Equal(2, (int)edited["version"]!);
        Assert.Equal("Tên mới", (string?)edited["plan"]!["name"]);
        await (await _ward.PutAsJsonAsync($"/campaigns/{id}", Plans.Of("OTHER"))).ProblemAsync(409, "CAM-0029");
        await (await _ward.PutAsJsonAsync($"/campaigns/{id}", Plans.Of("EDIT", change: p => p["name"] = ""))).ProblemAsync(400, "CAM-0023");
    }

    [Fact]
    public async Task Launch_Draft_PublishesTheWholeScheme()
    {
        var launched = await campaigns.LaunchAsync("LAUNCH");

        Assert.Equal("launched", (string?)launched["state"]);
        var published = await campaigns.PublishedAsync<CampaignLaunched>(e => e.Campaign.Code == "LAUNCH");
        Assert.Equal((int)launched["version"]!, published.Campaign.Version);
        Assert.Equal("Phường Lê Thanh Nghị", published.Campaign.UnitName);
        Assert.Equal(3, published.Campaign.Scheme.Categories.Length);
        var standard = Assert.IsType<AllOf>(published.Campaign.Scheme.Categories[1].Standard.Canonical);
        Assert.Equal(3, Assert.IsType<YearsInTop>(standard.Conditions[0]).AtLeast);
        Assert.Equal("41-CT/TW", published.Campaign.LegalBases[1].Number);
        Assert.Equal("test-31", published.ActedBy);
    }

    [Fact]
    public async Task Launch_Twice_Conflicts()
    {
        var id = (string)(await campaigns.LaunchAsync("TWICE"))["id"]!;

        await (await _ward.PostAsync($"/campaigns/{id}/launch", null)).ProblemAsync(409, "CAM-0024");
        await (await _ward.PutAsJsonAsync($"/campaigns/{id}", Plans.Of("TWICE"))).ProblemAsync(409, "CAM-0024");
    }

    [Fact]
    public async Task Launch_SameKeyAgain_IsOneLaunch()
    {
        var id = (string)(await campaigns.DraftAsync("RETRY"))["id"]!;
        async Task<HttpResponseMessage> Launch()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/campaigns/{id}/launch");
            request.Headers.Add("Idempotency-Key", "launch-1");
            return await _ward.SendAsync(request);
        }

        var answers = new[] { await Launch(), await Launch() };

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        await campaigns.PublishedAsync<CampaignLaunched>(e => e.Campaign.Code == "RETRY");
        Assert.Single(campaigns.Published.OfType<CampaignLaunched>(), e => e.Campaign.Code == "RETRY");
    }

    [Fact]
    public async Task Launch_AtTheSameMoment_TakesEffectOnce()
    {
        var id = (string)(await campaigns.DraftAsync("RACE"))["id"]!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _ward.PostAsync($"/campaigns/{id}/launch", null)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.OK), a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode));
        await campaigns.PublishedAsync<CampaignLaunched>(e => e.Campaign.Code == "RACE");
        Assert.Single(campaigns.Published.OfType<CampaignLaunched>(), e => e.Campaign.Code == "RACE");
    }

    [Fact]
    public async Task Amend_MovedDeadline_IsPublishedAndKeptInHistory()
    {
        // LTN-26-30/III.3.c: the deadline may move; C-01.
        var id = (string)(await campaigns.LaunchAsync("AMEND"))["id"]!;

        var amended = await _ward.PostAsJsonAsync($"/campaigns/{id}/amend", new
        {
            reason = "Thành phố lùi hạn",
            deadlines = new[] { new { category = "period-city-flag", internalDeadline = new { date = "2030-03-01", clause = "LTN-26-30/III.3.c" }, cityDeadline = new { date = "2030-03-15", clause = "CITY/III.3" } } },
        }).OkAsync();

        var published = await campaigns.PublishedAsync<CampaignAmended>(e => e.Campaign.Code == "AMEND");
        Assert.Equal((int)amended["version"]!, published.Campaign.Version);
        Assert.Equal("Thành phố lùi hạn", published.Reason);
        Assert.Equal(new DateOnly(2030, 3, 1), published.Campaign.Scheme.Categories[1].InternalDeadline!.Date);
        var history = (await _ward.GetAsync($"/campaigns/{id}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["drafted", "launched", "amended"], history.Select(h => (string?)h!["action"]));
        Assert.Equal("Thành phố lùi hạn", (string?)history[2]!["reason"]);
        Assert.Contains(history[2]!["changes"]!.AsArray(), c => (string?)c!["pointer"] == "/scheme/categories/period-city-flag/internalDeadline/date" && (string?)c["before"] == "2030-02-15");
        var before = await _ward.GetAsync($"/campaigns/{id}/versions/2").OkAsync();
        Assert.Equal("2030-02-15", (string?)before["plan"]!["scheme"]!["categories"]![1]!["internalDeadline"]!["date"]);
        await (await _ward.GetAsync($"/campaigns/{id}/versions/9")).ProblemAsync(404, "CAM-0031");
    }

    [Fact]
    public async Task Amend_LiteralReading_IsPublished()
    {
        // C-05: the switch between the two readings.
        var launched = await campaigns.LaunchAsync("READING");
        var scheme = launched["plan"]!["scheme"]!.DeepClone();
        scheme["categories"]![1]!["standard"]!["reading"] = "literal";

        await _ward.PostAsJsonAsync($"/campaigns/{launched["id"]}/amend", new { reason = "Đọc theo câu chữ", scheme }).OkAsync();

        var published = await campaigns.PublishedAsync<CampaignAmended>(e => e.Campaign.Code == "READING");
        Assert.Equal(Reading.Literal, published.Campaign.Scheme.Categories[1].Standard.Reading);
    }

    [Fact]
    public async Task Amend_ThatBreaksARule_IsRefused()
    {
        var launched = await campaigns.LaunchAsync("BREAK");
        var path = $"/campaigns/{launched["id"]}/amend";
        JsonNode Scheme(Action<JsonArray> change)
        {
            var scheme = launched["plan"]!["scheme"]!.DeepClone();
            change(scheme["categories"]!.AsArray());
            return scheme;
        }

        await (await _ward.PostAsJsonAsync(path, new { reason = "x", scheme = Scheme(c => c.RemoveAt(0)) })).ProblemAsync(409, "CAM-0027");
        await (await _ward.PostAsJsonAsync(path, new { reason = "x", scheme = Scheme(c => c[0]!["recipient"] = "individual") })).ProblemAsync(409, "CAM-0027");
        await (await _ward.PostAsJsonAsync(path, new { reason = "x", scheme = Scheme(c => c[0]!["clause"] = "") })).ProblemAsync(400, "CAM-0023");
        await (await _ward.PostAsJsonAsync(path, new { reason = "x", scheme = Scheme(c => c[0] = null) })).ProblemAsync(400, "CAM-0023");
        await (await _ward.PostAsJsonAsync(path, new { reason = "x", deadlines = new[] { new { category = "khac" } } })).ProblemAsync(400, "CAM-0028");
        await (await _ward.PostAsJsonAsync(path, new { reason = "x", deadlines = new object?[] { null } })).ProblemAsync(400, "EMU-0001");
        await (await _ward.PostAsJsonAsync(path, new { reason = "x" })).ProblemAsync(409, "CAM-0026");
        await (await _ward.PostAsJsonAsync(path, new { reason = " " })).ProblemAsync(400, "EMU-0001");
        Assert.Equal(2, (int)(await _ward.GetAsync($"/campaigns/{launched["id"]}").OkAsync())["version"]!);
    }

    [Fact]
    public async Task Amend_StaleVersion_IsRefused()
    {
        var launched = await campaigns.LaunchAsync("STALE");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/campaigns/{launched["id"]}/amend")
        {
            Content = JsonContent.Create(new { reason = "x", deadlines = new[] { new { category = "period-city-flag" } } }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");

        await (await _ward.SendAsync(request)).ProblemAsync(412, "EMU-0008");
    }

    [Fact]
    public async Task Amend_TwoPeopleOnOneVersion_OneIsToldItIsStale()
    {
        var launched = await campaigns.LaunchAsync("TWO-PEOPLE");
        async Task<int> AmendAsync(int day)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/campaigns/{launched["id"]}/amend")
            {
                Content = JsonContent.Create(new { reason = "x", deadlines = new[] { new { category = "period-city-flag", internalDeadline = new { date = $"2030-01-{day}", clause = "X" } } } }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
            return (int)(await _ward.SendAsync(request)).StatusCode;
        }

        var answers = await Task.WhenAll(Enumerable.Range(10, 6).Select(AmendAsync));

        Assert.Equal([200, 412, 412, 412, 412, 412], answers.Order());
    }

    [Fact]
    public async Task Amend_Draft_IsRefused()
    {
        var id = (string)(await campaigns.DraftAsync("NOT-YET"))["id"]!;

        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", deadlines = new[] { new { category = "period-city-flag" } } })).ProblemAsync(409, "CAM-0025");
        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/close", new { reason = "x" })).ProblemAsync(409, "CAM-0025");
    }

    [Fact]
    public async Task Close_Launched_IsPublishedOnce()
    {
        var id = (string)(await campaigns.LaunchAsync("CLOSE"))["id"]!;

        var closed = await _ward.PostAsJsonAsync($"/campaigns/{id}/close", new { reason = "Tổng kết" }).OkAsync();

        Assert.Equal("closed", (string?)closed["state"]);
        var published = await campaigns.PublishedAsync<CampaignClosed>(e => e.CampaignId == Guid.Parse(id));
        Assert.Equal(3, published.Version);
        Assert.Equal("Tổng kết", published.Reason);
        await (await _ward.PostAsJsonAsync($"/campaigns/{id}/close", new { reason = "x" })).ProblemAsync(409, "CAM-0025");
    }

    [Fact]
    public async Task Unit_WithOpenCampaign_CannotBeDissolved()
    {
        await campaigns.LaunchAsync("OPEN-11413", "11413");

        await (await campaigns.City.PutAsJsonAsync("/units/11413", new { name = "Phường Hải An", kind = "ward", rankingBlock = "phuong", active = false, reason = "Sáp nhập" })).ProblemAsync(409, "CAM-0009");
    }

    [Fact]
    public async Task Audit_EveryStep_IsWritten()
    {
        var id = (string)(await campaigns.LaunchAsync("AUDIT"))["id"]!;

        var entries = await campaigns.WithDb(db => db.AuditEntries.Where(e => e.Aggregate == "campaign" && e.AggregateId == id).OrderBy(e => e.Id).ToListAsync());

        Assert.Equal(["drafted", "launched"], entries.Select(e => e.Action).Order());
        Assert.All(entries, e => Assert.Equal("test-31", e.ActedBy));
    }
}
