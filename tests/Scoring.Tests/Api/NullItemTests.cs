using System.Net.Http.Json;
using System.Text;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A null inside a list is refused with its place, wherever a request has a list; never stored, never a failure.</summary>
public class NullItemTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private static string Set(string code, string areas, string rest = "") =>
        $$"""{"code":"{{code}}","name":"x","issuer":"x","blocks":["phuong"],"areas":{{areas}}{{rest}}}""";

    private static string Area(string criteria) => $$"""[{"code":"A","name":"x","max":100,"criteria":{{criteria}}}]""";

    private static string Leaf(string formula) => Area($$"""[{"code":"A.1","name":"x","max":100,"formula":{{formula}}}]""");

    private const string YesNo = """{"kind":"yesNo"}""";

    public static TheoryData<string, string> Sets => new()
    {
        { Set("k-areas", "[null]"), "/areas" },
        { Set("k-criteria", Area("[null]")), "/areas/0/criteria" },
        { Set("k-leaves", Area("""[{"code":"A.1","name":"x","max":100,"leaves":[null]}]""")), "/areas/0/criteria/0/leaves" },
        { Set("k-table", Leaf("""{"kind":"steps","table":[null]}""")), "/areas/0/criteria/0/formula/table" },
        { Set("k-cases", Leaf("""{"kind":"deduction","cases":[null]}""")), "/areas/0/criteria/0/formula/cases" },
        { Set("k-bonus", Leaf(YesNo), ""","adjustments":[{"code":"X","name":"x","formula":{"kind":"bonusPenalty","effect":"bonus","cap":2,"cases":[null]}}]"""), "/adjustments/0/formula/cases" },
        { Set("k-adjustments", Leaf(YesNo), ""","adjustments":[null]"""), "/adjustments" },
        { Set("k-classes", Leaf(YesNo), ""","classes":[null]"""), "/classes" },
        { Set("k-break", Leaf(YesNo), ""","tieRule":{"breakBy":[null]}"""), "/tieRule/breakBy" },
        { Set("k-blocks", Leaf(YesNo)).Replace("[\"phuong\"]", "[null]", StringComparison.Ordinal), "/blocks" },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task IndexSet_NullInAList_Is400WithPointerAndNotStored(string body, string pointer)
    {
        await RefusedAsync(HttpMethod.Post, "/index-sets", body, pointer);
        var code = System.Text.Json.Nodes.JsonNode.Parse(body)!["code"];
        await (await service.City.GetAsync($"/index-sets/{code}")).ProblemAsync(404);
    }

    [Fact]
    public async Task ScoreSheet_NullInAList_Is400WithPointerAndNotStored()
    {
        var scene = await service.SceneAsync(2);
        var key = $"\"unitCode\":\"{scene.Units[1]}\",\"year\":2025,\"indexSet\":\"{scene.Set}\"";
        await RefusedAsync(HttpMethod.Post, "/score-sheets", $"{{{key},\"entries\":[null]}}", "/entries");
        Assert.Empty((await service.City.GetAsync($"/score-sheets?unitCode={scene.Units[1]}").OkAsync())["items"]!.AsArray());

        var draft = await service.City.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[1], 30)).OkAsync();
        await RefusedAsync(HttpMethod.Put, $"/score-sheets/{draft["id"]}", """{"entries":[null]}""", "/entries");
        var submitted = await scene.SubmittedAsync(scene.Units[0], 30);
        await RefusedAsync(HttpMethod.Post, $"/score-sheets/{submitted["id"]}/appraise", """{"changes":[null]}""", "/changes");
        await RefusedAsync(HttpMethod.Post, $"/score-sheets/{submitted["id"]}/appraise", """{"survey":[null]}""", "/survey");
        foreach (var untouched in new[] { draft, submitted })
            Assert.Equal((int)untouched["version"]!, (int)(await service.City.GetAsync($"/score-sheets/{untouched["id"]}").OkAsync())["sheet"]!["version"]!);
    }

    [Fact]
    public async Task Batch_NullItem_SpoilsOnlyItself()
    {
        var scene = await service.SceneAsync(1);
        var key = $"\"unitCode\":\"{scene.Units[0]}\",\"year\":2025,\"indexSet\":\"{scene.Set}\"";
        foreach (var (path, list) in new[] { ("/score-sheets/batch", "entries"), ("/score-sheets/appraise-batch", "changes"), ("/score-sheets/appraise-batch", "survey") })
        {
            var answer = await service.City.PostAsync(path, Body($"{{\"items\":[null,{{{key},\"{list}\":[null]}}]}}")).OkAsync();
            Assert.Equal([400, 400], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
            Assert.StartsWith($"/{list}", (string?)answer["items"]![1]!["problem"]!["errors"]![0]!["pointer"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/rankings")]
    [InlineData("/rankings/preview")]
    [InlineData("/rankings/correct")]
    public async Task Ranking_NullInUnranked_Is400WithPointer(string path)
    {
        var scene = await service.SceneAsync(1);
        var reason = path.EndsWith("correct", StringComparison.Ordinal) ? ",\"reason\":\"x\"" : "";
        await RefusedAsync(HttpMethod.Post, path, $"{{\"indexSet\":\"{scene.Set}\",\"year\":2025,\"block\":\"{scene.Block}\",\"unranked\":[null]{reason}}}", "/unranked");
    }

    private async Task RefusedAsync(HttpMethod method, string path, string body, string pointer)
    {
        var problem = await (await service.City.SendAsync(new HttpRequestMessage(method, path) { Content = Body(body) })).ProblemAsync(400);
        Assert.Contains(problem["errors"]!.AsArray(), e => ((string?)e!["pointer"])!.StartsWith(pointer, StringComparison.Ordinal));
    }
}
