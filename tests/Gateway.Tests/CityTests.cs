using System.Diagnostics;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.AspNetCore.Http;

namespace Emulation.Gateway.Tests;

public sealed class CityTests : IAsyncLifetime
{
    private const string Nominations = """
        {"items":[
          {"unitCode":"10532","campaignId":"01900000-0000-7000-8000-000000000001","campaignCode":"LTN-26-30","categoryKey":"yearly-city","year":2026,"state":"submitted","eligibility":"met","late":false,"count":2},
          {"unitCode":"10532","campaignId":"01900000-0000-7000-8000-000000000001","campaignCode":"LTN-26-30","categoryKey":"yearly-city","year":2026,"state":"returned","eligibility":"notYetKnown","late":true,"count":1},
          {"unitCode":"11914","campaignId":"01900000-0000-7000-8000-000000000002","campaignCode":"CH-26-30","categoryKey":"yearly-city","year":2025,"state":"submitted","eligibility":"notMet","late":false,"count":3}],
         "asOf":"2026-11-21T02:00:00Z"}
        """;

    private readonly GatewayFixture _gateway = new();

    private HttpClient City => _gateway.As("31");

    public async ValueTask InitializeAsync()
    {
        await _gateway.InitializeAsync();
        var campaigns = _gateway.Upstreams["campaigns"];
        // Two pages: an aggregation that stops at the first would lose a unit.
        campaigns.Answers["/units"] = context => context.Response.WriteAsync((context.Request.Query["block"].ToString(), context.Request.Query["after"].ToString()) switch
        {
            ("xa-dac-khu", "") => """{"items":[{"code":"11914","name":"Đặc khu Cát Hải","kind":"specialZone","parentCode":"31","rankingBlock":"xa-dac-khu","active":true}],"next":null}""",
            ("phuong", "") => """{"items":[{"code":"10507","name":"Phường Chu Văn An","kind":"ward","parentCode":"31","rankingBlock":"phuong","active":true}],"next":"10507"}""",
            ("phuong", "10507") => """{"items":[{"code":"10532","name":"Phường Lê Thanh Nghị","kind":"ward","parentCode":"31","rankingBlock":"phuong","active":true,"later":{"added":1}}],"next":null}""",
            _ => """{"items":[],"next":null}""",
        });
        campaigns.Json("/campaigns", """{"items":[{"id":"01900000-0000-7000-8000-000000000001","code":"LTN-26-30","name":"Đẩy mạnh cải cách hành chính","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","level":"ward","state":"launched","fromYear":2026,"toYear":2030},{"id":"01900000-0000-7000-8000-000000000009","code":"NHAP","name":"Bản thảo","unitCode":"10507","unitName":"Phường Chu Văn An","level":"ward","state":"draft","fromYear":2026,"toYear":2026}],"next":null}""");
        campaigns.Json("/campaigns/deadlines", """{"items":[{"campaignId":"01900000-0000-7000-8000-000000000001","code":"LTN-26-30","name":"Đẩy mạnh cải cách hành chính","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","category":"yearly-city","categoryName":"Bằng khen","year":2026,"stage":"internal","printedDate":"2027-02-15","lastDay":"2027-02-14","tooLateFrom":"2027-02-14T17:00:00Z","boundary":"strict","clause":"LTN-26-30/III.3.a"}]}""");
        var scoring = _gateway.Upstreams["scoring"];
        scoring.Json("/rankings", """
            {"items":[
              {"id":"01900000-0000-7000-8000-0000000000a0","indexSet":"cchc-xa-2026","year":2025,"block":"phuong","version":1,"current":true,"correctionReason":null,"units":1,"publishedAt":"2025-11-01T00:00:00Z"},
              {"id":"01900000-0000-7000-8000-0000000000a1","indexSet":"cchc-xa-2026","year":2026,"block":"phuong","version":2,"current":true,"correctionReason":"Sửa điểm","units":2,"publishedAt":"2026-11-01T00:00:00Z"}],"next":null}
            """);
        scoring.Json("/rankings/01900000-0000-7000-8000-0000000000a1", """
            {"id":"01900000-0000-7000-8000-0000000000a1","indexSet":"cchc-xa-2026","year":2026,"block":"phuong","version":2,"publishedAt":"2026-11-01T00:00:00Z","correctionReason":"Sửa điểm",
             "ranked":[{"unitCode":"10507","unitName":"Phường Chu Văn An","rank":1,"tied":false,"index":91.2500,"class":"Xuất sắc","areas":[]},{"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","rank":2,"tied":false,"index":88.5000,"class":"Tốt","areas":[]}],
             "unranked":[],"moved":[{"unitCode":"10507","unitName":"Phường Chu Văn An","fromRank":2,"toRank":1,"fromIndex":80.0,"toIndex":91.25}]}
            """);
        scoring.Json("/rankings/01900000-0000-7000-8000-0000000000a0", """
            {"id":"01900000-0000-7000-8000-0000000000a0","indexSet":"cchc-xa-2026","year":2025,"block":"phuong","version":1,"publishedAt":"2025-11-01T00:00:00Z","correctionReason":null,
             "ranked":[{"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","rank":1,"tied":false,"index":90.0,"class":"Xuất sắc","areas":[]}],"unranked":[{"unitCode":"10507","reason":"Chưa chấm"}],"moved":[]}
            """);
        _gateway.Upstreams["nominations"].Json("/nominations/summary", Nominations);
    }

    public async ValueTask DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Overview_AllServicesUp_JoinsUnitsIndexAndNominations()
    {
        var overview = await City.GetAsync("/api/city/overview").OkAsync();
        Assert.All(["campaigns", "scoring", "nominations"], p => Assert.Equal("fresh", State(overview, p)));
        var unit = Unit(overview, "10532");
        Assert.Equal("LTN-26-30", (string?)unit["campaigns"]![0]);
        Assert.Equal((2026, 2, 88.5m, 1), ((int)unit["index"]!["year"]!, (int)unit["index"]!["rank"]!, (decimal)unit["index"]!["index"]!, (int)unit["index"]!["previousRank"]!));
        Assert.Equal((3, 1), ((int)unit["nominations"]!["total"]!, (int)unit["nominations"]!["late"]!));
        Assert.Equal(5, (int)overview["nominations"]!["byState"]!["submitted"]!);
        Assert.Equal(2, overview["blocks"]!.AsArray().Count);
        Assert.Equal(89.88m, (decimal)overview["blocks"]!.AsArray().Single(b => (string?)b!["block"] == "phuong")!["averageIndex"]!);
        Assert.Equal([2026, 2025], overview["indexYears"]!.AsArray().Select(y => (int)y!));
        // The city itself is not ranked; drafts are nobody's business yet.
        Assert.Equal(3, overview["units"]!.AsArray().Count);
        Assert.Equal("LTN-26-30", (string?)Assert.Single(overview["campaigns"]!.AsArray())!["code"]);
    }

    [Theory]
    [InlineData("block=xa-dac-khu", new[] { "11914" }, 3)]
    [InlineData("year=2025", new[] { "10532", "10507", "11914" }, 3)]
    [InlineData("year=2019", new[] { "10507", "10532", "11914" }, 0)]
    [InlineData("campaign=LTN-26-30", new[] { "10532" }, 3)]
    [InlineData("state=returned", new[] { "10532" }, 1)]
    public async Task Overview_Narrowed_ShowsOnlyWhatFits(string query, string[] units, int nominations)
    {
        var overview = await City.GetAsync("/api/city/overview?" + query).OkAsync();
        Assert.Equal(units, overview["units"]!.AsArray().Select(u => (string?)u!["unitCode"]));
        Assert.Equal(nominations, (int)overview["nominations"]!["total"]!);
    }

    [Fact]
    public async Task Overview_YearOfAnEarlierIndex_ShowsThatIndex()
    {
        var overview = await City.GetAsync("/api/city/overview?year=2025").OkAsync();
        Assert.Equal(1, (int)Unit(overview, "10532")["index"]!["rank"]!);
        Assert.Null(Unit(overview, "10507")["index"]);
    }

    [Fact]
    public async Task Overview_ServiceNeverSeen_NamesItsPartMissing()
    {
        await _gateway.Upstreams["scoring"].StopAsync();
        var overview = await City.GetAsync("/api/city/overview").OkAsync();
        Assert.Equal("missing", State(overview, "scoring"));
        Assert.Null(overview["parts"]!["scoring"]!["asOf"]);
        Assert.Equal("fresh", State(overview, "nominations"));
        Assert.Equal(6, (int)overview["nominations"]!["total"]!);
    }

    [Fact]
    public async Task Overview_ServiceGoesDown_ShowsItsLastAnswerAsStale()
    {
        var before = await City.GetAsync("/api/city/overview").OkAsync();
        await _gateway.Upstreams["nominations"].StopAsync();
        var after = await City.GetAsync("/api/city/overview").OkAsync();
        Assert.Equal("stale", State(after, "nominations"));
        Assert.Equal((string?)before["parts"]!["nominations"]!["asOf"], (string?)after["parts"]!["nominations"]!["asOf"]);
        Assert.Equal(6, (int)after["nominations"]!["total"]!);

        // Another scope never sees what was remembered for the city.
        var ward = await _gateway.As("10507").GetAsync("/api/city/overview").OkAsync();
        Assert.Equal("missing", State(ward, "nominations"));
        Assert.Equal(0, (int)ward["nominations"]!["total"]!);

        await _gateway.Upstreams["nominations"].StartAsync();
        Assert.Equal("fresh", State(await City.GetAsync("/api/city/overview").OkAsync(), "nominations"));
    }

    [Fact]
    public async Task Overview_AllServicesDown_StillAnswers()
    {
        foreach (var upstream in _gateway.Upstreams.Values)
            await upstream.StopAsync();
        var overview = await City.GetAsync("/api/city/overview").OkAsync();
        Assert.All(["campaigns", "scoring", "nominations"], p => Assert.Equal("missing", State(overview, p)));
    }

    [Fact]
    public async Task Overview_SlowService_IsNotWaitedForLongerThanTheLimit()
    {
        _gateway.Upstreams["scoring"].Answers["/rankings"] = context => Task.Delay(20_000, context.RequestAborted);
        var timer = Stopwatch.StartNew();
        var overview = await City.GetAsync("/api/city/overview").OkAsync();
        Assert.Equal("missing", State(overview, "scoring"));
        Assert.InRange(timer.Elapsed.TotalSeconds, 1.5, 4);
    }

    [Theory]
    [InlineData("<html>not json</html>", 200)]
    [InlineData("""{"items":[{"id":"not-a-guid"}]}""", 200)]
    [InlineData("", 200)]
    [InlineData("{}", 500)]
    public async Task Overview_ServiceAnswersNonsense_IsMissingNotAFailure(string body, int status)
    {
        _gateway.Upstreams["scoring"].Answers["/rankings"] = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };
        Assert.Equal("missing", State(await City.GetAsync("/api/city/overview").OkAsync(), "scoring"));
    }

    [Fact]
    public async Task Overview_ScopeRefusedByAService_IsMissingEvenAfterAGoodAnswer()
    {
        await City.GetAsync("/api/city/overview").OkAsync();
        _gateway.Upstreams["nominations"].Answers["/nominations/summary"] = context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        };
        var overview = await City.GetAsync("/api/city/overview").OkAsync();
        Assert.Equal("missing", State(overview, "nominations"));
        Assert.Equal(0, (int)overview["nominations"]!["total"]!);
    }

    [Fact]
    public async Task Overview_PassesTheCallersTokenOn()
    {
        using var client = _gateway.As("10532");
        await client.GetAsync("/api/city/overview").OkAsync();
        var seen = _gateway.Upstreams["nominations"].Seen.Single();
        Assert.Equal(client.DefaultRequestHeaders.Authorization!.ToString(), seen.Headers.Authorization);
    }

    [Fact]
    public async Task Overview_WithoutAnyReadScope_Is403()
    {
        using var client = _gateway.As("31", "writer", Policies.NominationsWrite);
        await (await client.GetAsync("/api/city/overview")).ProblemAsync(403, "EMU-0004");
    }

    [Theory]
    [InlineData("/api/city/overview?year=abc")]
    [InlineData("/api/city/overview?year=1")]
    [InlineData("/api/city/rankings?block=qua-dai-qua-dai-qua-dai-qua-dai-qua-dai-qua-dai")]
    [InlineData("/api/city/nominations?state=xong")]
    [InlineData("/api/city/deadlines?from=2026-02-02&to=2026-01-01")]
    [InlineData("/api/city/deadlines?from=2026-01-01&to=2036-01-01")]
    [InlineData("/api/city/deadlines?from=yesterday")]
    public async Task CityView_BadQuery_Is400(string path) => await (await City.GetAsync(path)).ProblemAsync(400);

    [Theory]
    [InlineData("/api/city/overview?year=1", "?year", "Phải từ 2000 đến 2100.")]
    [InlineData("/api/city/rankings?block=qua-dai-qua-dai-qua-dai-qua-dai-qua-dai-qua-dai", "?block", "Phải có nội dung, dài không quá 40 ký tự.")]
    [InlineData("/api/city/nominations?state=xong", "?state", "Trạng thái hồ sơ là một trong: draft, submitted, returned, agreed, forwarded, appraised, awarded, rejected, withdrawn, revoked.")]
    [InlineData("/api/city/overview?state=0", "?state", "Trạng thái hồ sơ là một trong: draft, submitted, returned, agreed, forwarded, appraised, awarded, rejected, withdrawn, revoked.")]
    public async Task CityView_BadQuery_SaysInVietnameseWhichParameterAndWhat(string path, string pointer, string detail)
    {
        var error = Assert.Single((await (await City.GetAsync(path)).ProblemAsync(400, "EMU-0001"))["errors"]!.AsArray())!;
        Assert.Equal((pointer, detail), ((string?)error["pointer"], (string?)error["detail"]));
    }

    [Theory]
    [InlineData("submitted", 5)]
    [InlineData("Returned", 1)]
    [InlineData("awarded", 0)]
    public async Task Nominations_ByState_CountsOnlyThose(string state, int count) =>
        Assert.Equal(count, (int)(await City.GetAsync($"/api/city/nominations?state={state}").OkAsync())["totals"]!["total"]!);

    [Fact]
    public async Task Rankings_OfABlock_CarryThePreviousRank()
    {
        var rankings = await City.GetAsync("/api/city/rankings?year=2026&block=phuong").OkAsync();
        var ranking = Assert.Single(rankings["rankings"]!.AsArray())!;
        Assert.Equal((2, "Sửa điểm"), ((int)ranking["version"]!, (string?)ranking["correctionReason"]));
        Assert.Equal([null, 1], ranking["entries"]!.AsArray().Select(e => (int?)e!["previousRank"]));
        Assert.Equal(2, (int)Assert.Single(ranking["moved"]!.AsArray())!["fromRank"]!);
    }

    [Fact]
    public async Task Rankings_AskedAgain_AreNotReadAgainFromScoring()
    {
        await City.GetAsync("/api/city/rankings").OkAsync();
        await City.GetAsync("/api/city/overview").OkAsync();
        Assert.Single(_gateway.Upstreams["scoring"].Seen, s => s.Line.EndsWith("a1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rankings_ServiceGoesDown_AreStillShownAsStale()
    {
        await City.GetAsync("/api/city/rankings").OkAsync();
        await _gateway.Upstreams["scoring"].StopAsync();
        var rankings = await City.GetAsync("/api/city/rankings").OkAsync();
        Assert.Equal("stale", State(rankings, "scoring"));
        Assert.Equal(2, rankings["rankings"]!.AsArray().Count);
    }

    [Fact]
    public async Task Nominations_ByBlock_CountsOnlyItsUnits()
    {
        var nominations = await City.GetAsync("/api/city/nominations?block=phuong").OkAsync();
        var unit = Assert.Single(nominations["units"]!.AsArray())!;
        Assert.Equal(("Phường Lê Thanh Nghị", 3), ((string?)unit["unitName"], (int)unit["totals"]!["total"]!));
    }

    [Fact]
    public async Task Deadlines_Strict_CountDaysToTheDayBefore()
    {
        var deadlines = await City.GetAsync("/api/city/deadlines?from=2027-01-01&to=2027-12-31").OkAsync();
        var deadline = Assert.Single(deadlines["deadlines"]!.AsArray())!;
        // C-02: “trước ngày 15/02/2027” ends with 14/02/2027.
        Assert.Equal(new DateOnly(2027, 2, 14).DayNumber - VietnamTime.Today(TimeProvider.System).DayNumber, (int)deadline["daysLeft"]!);
        Assert.Equal(("internal", "2027-02-15"), ((string?)deadline["stage"], (string?)deadline["printedDate"]));
        var late = Assert.Single(deadlines["late"]!.AsArray())!;
        Assert.Equal(("10532", 1), ((string?)late["unitCode"], (int)late["count"]!));
    }

    private static string? State(JsonNode answer, string part) => (string?)answer["parts"]![part]!["state"];

    private static JsonNode Unit(JsonNode overview, string code) => overview["units"]!.AsArray().Single(u => (string?)u!["unitCode"] == code)!;
}
