using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

public sealed class ScopeTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task Campaign_IsReadBelowOnceLaunched_AndNowhereElse()
    {
        var city = (string)(await campaigns.LaunchAsync("CITY", "31"))["id"]!;
        var ward = (string)(await campaigns.LaunchAsync("WARD"))["id"]!;
        var draft = (string)(await campaigns.DraftAsync("WARD-DRAFT"))["id"]!;

        foreach (var (unit, sees) in new[]
        {
            ("31", new[] { city, ward, draft }), ("10532", [city, ward, draft]), ("10532-VHXH", [city, ward]), ("10549", [city]), ("10549-VHXH", [city]),
            // A code that only begins like another's is not below it.
            ("1053", [city]), ("", [city]),
        })
        {
            var client = campaigns.As(unit, Policies.CampaignsRead);
            foreach (var id in new[] { city, ward, draft })
            {
                var response = await client.GetAsync($"/campaigns/{id}");
                if (sees.Contains(id))
                    Assert.True(response.IsSuccessStatusCode, $"{unit} should see {id}");
                else
                    await response.ProblemAsync(404, "EMU-0005");
                Assert.Equal(response.StatusCode, (await client.GetAsync($"/campaigns/{id}/history")).StatusCode);
                Assert.Equal(sees.Contains(id), (await client.GetAsync($"/campaigns/{id}/versions/{(id == draft ? 1 : 2)}")).IsSuccessStatusCode);
            }
            var list = await client.GetAsync("/campaigns?limit=200").OkAsync();
            // Other tests of this class leave campaigns of their own.
            var listed = list["items"]!.AsArray().Select(c => (string)c!["id"]!);
            Assert.Equal(sees.Order(), listed.Intersect([city, ward, draft]).Order());
        }
        // What was written before launch is the launching unit's own affair.
        await (await campaigns.As("10532-VHXH").GetAsync($"/campaigns/{ward}/versions/1")).ProblemAsync(404, "CAM-0031");
        var history = await campaigns.As("10549").GetAsync($"/campaigns/{city}/history").OkAsync();
        Assert.Equal(["launched"], history["items"]!.AsArray().Select(h => (string?)h!["action"]));
    }

    [Fact]
    public async Task Change_OfAUnitAbove_IsForbidden_OfAnother_IsNotThere()
    {
        var city = (string)(await campaigns.LaunchAsync("CITY-2", "31"))["id"]!;
        var ward = (string)(await campaigns.LaunchAsync("WARD-2"))["id"]!;
        var other = campaigns.As("10549");

        await (await other.PostAsJsonAsync($"/campaigns/{city}/close", new { reason = "x" })).ProblemAsync(403, "EMU-0004");
        await (await other.PostAsJsonAsync($"/campaigns/{ward}/close", new { reason = "x" })).ProblemAsync(404, "EMU-0005");
        await (await other.PostAsync($"/campaigns/{ward}/launch", null)).ProblemAsync(404, "EMU-0005");
        await (await other.PutAsJsonAsync($"/campaigns/{ward}", Plans.Of("WARD-2"))).ProblemAsync(404, "EMU-0005");
        await (await other.PostAsJsonAsync($"/campaigns/{ward}/amend", new { reason = "x", deadlines = new[] { new { category = "period-city-flag" } } })).ProblemAsync(404, "EMU-0005");
    }
}

public sealed class ListTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task List_FiltersAndPages()
    {
        await campaigns.LaunchAsync("L-1");
        campaigns.Time.Now += TimeSpan.FromSeconds(1);
        await campaigns.DraftAsync("L-2", "10549", p => (p["fromYear"], p["toYear"], p["name"]) = (2026, 2026, "Thi đua nước rút"));
        campaigns.Time.Now += TimeSpan.FromSeconds(1);
        await campaigns.LaunchAsync("L-3", "11914");
        var city = campaigns.City;
        async Task<string[]> Codes(string query) => [.. (await city.GetAsync($"/campaigns{query}").OkAsync())["items"]!.AsArray().Select(c => (string)c!["code"]!)];

        Assert.Equal(["L-3", "L-1"], await Codes("?state=launched"));
        Assert.Equal(["L-2"], await Codes("?unitCode=10549"));
        Assert.Equal(["L-3", "L-1"], await Codes("?year=2030"));
        Assert.Empty(await Codes("?year=2031"));
        Assert.Equal(["L-2"], await Codes("?q=nuoc rut"));
        var page = await city.GetAsync("/campaigns?limit=2").OkAsync();
        Assert.Equal(["L-1"], await Codes($"?after={page["next"]}"));
    }
}

public sealed class DeadlineTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task Deadlines_AreThoseOfLaunchedCampaignsInTheSpan()
    {
        var id = (string)(await campaigns.LaunchAsync("DL-1"))["id"]!;
        await campaigns.DraftAsync("DL-2");
        var ward = campaigns.As("10532");

        // C-02, C-03: before 15/02 = until 14/02; the city's own date stands beside it.
        var spring = await ward.GetAsync("/campaigns/deadlines?from=2030-02-14&to=2030-02-27").OkAsync();
        Assert.Equal(
            ["period-city-flag internal 2030-02-15 2030-02-14", "yearly-city-collective internal 2030-02-15 2030-02-14", "period-city-flag city 2030-02-28 2030-02-27"],
            Describe(spring));
        Assert.Equal(2029, (int)spring["items"]![1]!["year"]!);
        Assert.Null(spring["items"]![0]!["year"]);
        // 15/02/2030 00:00 in Hải Phòng.
        Assert.Equal(new DateTimeOffset(2030, 2, 14, 17, 0, 0, TimeSpan.Zero), (DateTimeOffset)spring["items"]![0]!["tooLateFrom"]!);
        Assert.Equal("LTN-26-30/III.3.b", (string?)spring["items"]![0]!["clause"]);
        Assert.Empty(Describe(await ward.GetAsync("/campaigns/deadlines?from=2030-02-15&to=2030-02-26").OkAsync()));
        Assert.Empty(Describe(await campaigns.As("10549").GetAsync("/campaigns/deadlines?from=2030-02-14&to=2030-02-27").OkAsync()));

        await ward.PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "Lùi hạn", deadlines = new[] { new { category = "period-city-flag", internalDeadline = new { date = "2030-02-20", clause = "X" } } } }).OkAsync();
        Assert.Equal(
            ["yearly-city-collective internal 2030-02-15 2030-02-14", "period-city-flag internal 2030-02-20 2030-02-19"],
            Describe(await ward.GetAsync("/campaigns/deadlines?from=2030-02-14&to=2030-02-27").OkAsync()));

        await ward.PostAsJsonAsync($"/campaigns/{id}/close", new { reason = "Xong" }).OkAsync();
        Assert.Empty(Describe(await ward.GetAsync("/campaigns/deadlines?from=2030-02-14&to=2030-02-27").OkAsync()));
    }

    [Fact]
    public async Task Deadlines_WithoutSpan_AreTheNextNinetyDaysOfVietnam()
    {
        // 20:00 UTC is already the next day in Vietnam.
        campaigns.Time.Now = new DateTimeOffset(2026, 11, 30, 20, 0, 0, TimeSpan.Zero);

        var answer = await campaigns.City.GetAsync("/campaigns/deadlines").OkAsync();

        Assert.Equal("2026-12-01", (string?)answer["from"]);
        Assert.Equal("2027-03-01", (string?)answer["to"]);
    }

    [Theory]
    [InlineData("?from=2030-02-14&to=2030-02-13")]
    [InlineData("?from=2030-01-01&to=2035-01-01")]
    [InlineData("?from=0001-01-01")]
    [InlineData("?from=9999-12-31")]
    [InlineData("?from=14/02/2030")]
    [InlineData("?from=2030-02-30")]
    public async Task Deadlines_SenselessSpan_IsRefused(string query) =>
        await (await campaigns.City.GetAsync($"/campaigns/deadlines{query}")).ProblemAsync(400);

    private static string[] Describe(JsonNode answer) =>
        [.. answer["items"]!.AsArray().Select(d => $"{d!["category"]} {d["stage"]} {d["printedDate"]} {d["lastDay"]}")];
}
