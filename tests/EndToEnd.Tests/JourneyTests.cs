using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulation.EndToEnd.Tests;

/// <summary>The main job, seen from outside after the play.</summary>
public sealed class JourneyTests(RunningSystem system)
{
    [Fact]
    public async Task Play_Finished_TheChainIsThere()
    {
        Assert.Equal("Finished", system.State("play")?["state"]?.ToString());
        var city = await system.AsCityAsync();
        var overview = await Json(city, "city/overview");
        Assert.All(overview["parts"]!.AsObject(), p => Assert.Equal("fresh", p.Value!["state"]!.ToString()));
        foreach (var (block, years) in new[] { ("phuong", 5), ("xa-dac-khu", 5) })
        {
            var rankings = (await Json(city, $"rankings?block={block}&limit=200"))["items"]!.AsArray();
            Assert.Equal(years, rankings.Select(r => (int)r!["year"]!).Distinct().Count());
        }
        var states = (await Json(city, "nominations/summary"))["items"]!.AsArray().GroupBy(i => i!["state"]!.ToString()).ToDictionary(g => g.Key, g => g.Sum(i => (int)i!["count"]!));
        Assert.True(states.GetValueOrDefault("awarded") > 0, "something was awarded");
        var campaigns = (await Json(city, "nominations/summary"))["items"]!.AsArray().Select(i => i!["campaignCode"]!.ToString()).Distinct().Order();
        Assert.Equal(["CH-26-30", "CVA-26", "HA-25", "LTN-26-30"], campaigns);
        var documents = (await Json(city, "documents?limit=200"))["items"]!.AsArray();
        Assert.Contains(documents, d => d!["type"]!.ToString() == "TTr");
        Assert.Contains(documents, d => d!["type"]!.ToString() == "QĐ" && d["symbol"] is not null);
    }

    [Fact]
    public async Task Awarded_EveryOne_IsMetAndOnItsDecision()
    {
        var city = await system.AsCityAsync();
        var awarded = (await Json(city, "nominations?state=awarded&limit=200"))["items"]!.AsArray();
        foreach (var item in awarded)
        {
            Assert.Equal("met", item!["eligibility"]!.ToString());
            var papers = (await Json(city, $"documents?nominationId={item["id"]}&type=QĐ"))["items"]!.AsArray();
            Assert.Single(papers);
        }
    }

    [Fact]
    public async Task Issued_Document_ComesAsPdfAndDocx()
    {
        var city = await system.AsCityAsync();
        var issued = (await Json(city, "documents?type=QĐ&limit=200"))["items"]!.AsArray().First(d => d!["symbol"] is not null)!;
        var pdf = await city.GetByteArrayAsync($"documents/{issued["id"]}/pdf");
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf, 0, 5));
        var docx = await city.GetByteArrayAsync($"documents/{issued["id"]}/docx");
        Assert.Equal("PK", Encoding.ASCII.GetString(docx, 0, 2));
    }

    [Fact]
    public async Task OpenApi_Joined_NamesEveryServicesOperations()
    {
        var description = await Json(system.Http, "openapi.json");
        var paths = description["paths"]!.AsObject().Select(p => p.Key).ToList();
        foreach (var path in new[] { "/api/connect/token", "/api/units", "/api/campaigns/{id}/launch", "/api/score-sheets", "/api/rankings", "/api/nominations", "/api/documents/{id}/issue", "/api/city/overview" })
            Assert.Contains(path, paths);
        Assert.Contains("swagger", await system.Http.GetStringAsync("docs/index.html"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ward_SeesItsOwn_NotItsNeighbours()
    {
        var city = await system.AsCityAsync();
        var foreign = (await Json(city, "nominations?unitCode=10549&limit=1"))["items"]![0]!;
        var ward = await system.AsAccountAsync("canbo.lethanhnghi");
        await Problem(await ward.GetAsync($"nominations/{foreign["id"]}"), 404);
        Assert.All((await Json(ward, "nominations?limit=200"))["items"]!.AsArray(), n => Assert.Equal("10532", n!["proposingUnitCode"]!.ToString()));
        var post = await ward.PostAsJsonAsync("nominations", new
        {
            campaign = "CVA-26", category = foreign["categoryKey"]!.ToString(), year = 2026, achievement = "x",
            nominee = new { kind = foreign["nominee"]!["kind"]!.ToString(), name = "x", unitCode = "10549" },
        });
        Assert.Contains((int)post.StatusCode, new[] { 403, 404 });
        await Problem(await system.Http.GetAsync("nominations"), 401);
    }

    [Theory]
    [InlineData("nominations")]
    [InlineData("campaigns")]
    [InlineData("units")]
    [InlineData("index-sets")]
    [InlineData("score-sheets")]
    [InlineData("rankings")]
    [InlineData("initiatives")]
    [InlineData("decisions")]
    [InlineData("councils")]
    [InlineData("clients")]
    [InlineData("accounts")]
    public async Task HostileBodies_AnyIntake_ProblemWithCodeNever500(string path)
    {
        var city = await system.AsCityAsync();
        string[] bodies = ["", "{", "null", "[]", "\"x\"", "{\"a\":1}", "{\"\\ud800\":1}", string.Concat(Enumerable.Repeat("[", 10_000)), "{\"code\":{\"code\":[]}}"];
        foreach (var body in bodies)
            await Problem(await city.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json")), 400);
        await Problem(await city.PostAsync(path, new StringContent("x", Encoding.UTF8, "text/plain")), 415);
        await Problem(await city.PostAsync(path, new StringContent($"{{\"name\":\"{new string('x', 5_000_000)}\"}}", Encoding.UTF8, "application/json")), 413);
    }

    [Theory]
    [InlineData("nominations?limit=x")]
    [InlineData("nominations?state=khong")]
    [InlineData("nominations?after=%00")]
    [InlineData("units?q=%00")]
    [InlineData("rankings?year=hai")]
    [InlineData("documents?year=99999999999")]
    public async Task HostileQueries_ProblemWithCodeNever500(string query) => await Problem(await (await system.AsCityAsync()).GetAsync(query), 400);

    [Fact]
    public async Task UnknownAddress_Problem404() => await Problem(await (await system.AsCityAsync()).GetAsync("khong-co"), 404);

    internal static async Task<JsonNode> Json(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    internal static async Task Problem(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"{answer.RequestMessage!.RequestUri}: expected {status}, got {(int)answer.StatusCode} {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches("^[A-Z]{3}-[0-9]{4}$", JsonNode.Parse(text)!["code"]!.ToString());
    }
}
