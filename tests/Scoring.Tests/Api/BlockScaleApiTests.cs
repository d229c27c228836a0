using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Criteria and point scale of an emulation block: head and deputy, two different units (LTN-TD-26/IV.1.b).</summary>
public class BlockScaleApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string path, object body, int version)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body, body.GetType(), options: Json.Options) };
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        return await client.SendAsync(request);
    }

    [Fact]
    public async Task Scale_IsConfirmedByTheOtherOne_LockedAndReopenedWithAReason()
    {
        var block = await BlockScene.FormAsync(service, 3);
        var drafted = await block.Head.PostKeyedAsync("/block-scales", block.Draft(), $"scale-{block.Id}");
        Assert.Equal(HttpStatusCode.Created, drafted.StatusCode);
        var id = (string)(await drafted.JsonAsync())["id"]!;
        var path = $"/block-scales/{id}";
        Assert.Equal(path, drafted.Headers.Location!.ToString());
        Assert.Equal(id, (string?)(await (await block.Head.PostKeyedAsync("/block-scales", block.Draft(), $"scale-{block.Id}")).JsonAsync())["id"]);
        await (await block.Deputy.PostAsJsonAsync("/block-scales", block.Draft())).ProblemAsync(409, "SCO-0064");

        // What the head wrote, the deputy confirms; what the deputy changed last, the head.
        await (await block.Head.PostAsync($"{path}/confirm", null)).ProblemAsync(403, "SCO-0062");
        var renamed = BlockScene.Scale(s => s["criteria"]![2]!["name"] = "Báo cáo đầy đủ, đúng hạn");
        Assert.Equal("\"2\"", (await PutAsync(block.Deputy, path, renamed, 1)).Headers.ETag!.Tag);
        await (await PutAsync(block.Head, path, BlockScene.Scale(), 1)).ProblemAsync(412, "EMU-0008");
        await (await block.Deputy.PostAsync($"{path}/confirm", null)).ProblemAsync(403, "SCO-0062");
        // Nothing is entered before that.
        await (await block.Member(2).PostAsJsonAsync("/block-sheets", block.Pledge(block.Members[2]))).ProblemAsync(409, "SCO-0066");
        await block.Head.PostAsync($"{path}/confirm", null).OkAsync();
        await (await PutAsync(block.Head, path, renamed, 3)).ProblemAsync(409, "SCO-0065");
        await (await block.Head.PostAsync($"{path}/confirm", null)).ProblemAsync(409, "SCO-0072");
        var sheet = await block.ConfirmedAsync(2, 88, 0.1m);

        await (await block.Deputy.PostAsJsonAsync($"{path}/reopen", new { reason = "x" })).ProblemAsync(403, "SCO-0062");
        await (await block.Head.PostAsJsonAsync($"{path}/reopen", new { reason = " " })).ProblemAsync(400, "EMU-0001");
        await block.Head.PostAsJsonAsync($"{path}/reopen", new { reason = "Thêm điểm cho hộ nghèo" }).OkAsync();
        await (await block.Head.PostAsJsonAsync($"{path}/reopen", new { reason = "x" })).ProblemAsync(409, "SCO-0073");
        await (await block.Member(2).PostAsJsonAsync($"/block-sheets/{sheet}/report", BlockScene.Report(1, 1))).ProblemAsync(409, "SCO-0066");
        await (await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(409, "SCO-0066");
        await (await block.Head.GetAsync($"/block-rankings/preview?block={block.Id}")).ProblemAsync(409, "SCO-0066");
        // Meanwhile the figures still rest on the scale in force.
        Assert.Equal(60, (decimal)(await block.SheetAsync(sheet))["lines"]![0]!["max"]!);
        await PutAsync(block.Head, path, BlockScene.Scale(s =>
        {
            (s["criteria"]![0]!["max"], s["criteria"]![1]!["max"]) = (50, 40);
            s["criteria"]![2]!["formula"] = new JsonObject { ["kind"] = "countTimesPoints", ["each"] = 2 };
        }), 4);
        await (await block.Head.PostAsync($"{path}/confirm", null)).ProblemAsync(403, "SCO-0062");
        var confirmed = await block.Deputy.PostAsync($"{path}/confirm", null).OkAsync();
        Assert.Equal((2, "confirmed"), ((int)confirmed["edition"]!, (string?)confirmed["state"]));
        // Pledges and figures that mean the same stand; what is scored otherwise has to be entered anew, and the history tells.
        var after = await block.SheetAsync(sheet);
        Assert.NotNull(after["sheet"]!["pledge"]!["confirmed"]);
        Assert.Equal(["C"], after["sheet"]!["missing"]!.AsArray().Select(c => (string?)c));
        Assert.Empty(after["sheet"]!["unconfirmed"]!.AsArray());
        var last = (await block.Head.GetAsync($"/block-sheets/{sheet}/history").OkAsync())["items"]!.AsArray()[^1]!;
        Assert.Equal(("scaleChanged", "C", true), ((string?)last["action"], (string?)last["changes"]![0]!["criterion"], (bool)last["changes"]![0]!["from"]!["met"]!));

        var history = (await block.Member(2).GetAsync($"{path}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["draft", "edit", "confirm", "reopen", "edit", "confirm"], history.Select(h => (string?)h!["action"]));
        Assert.Equal([0, 1, 0, 0, 0, 1], history.Select(h => Array.IndexOf(block.Members, (string?)h!["unit"])));
        Assert.Equal(("Thêm điểm cho hộ nghèo", 60m), ((string?)history[3]!["reason"], (decimal)history[3]!["definition"]!["criteria"]![0]!["max"]!));
        Assert.Equal("Báo cáo đầy đủ, đúng hạn", (string?)history[2]!["definition"]!["criteria"]![2]!["name"]);
    }

    [Fact]
    public async Task Scale_OfABlockThatIsNotTheCallers_IsNotThere()
    {
        var block = await BlockScene.FormAsync(service, 3);
        var scale = await block.ScaleInForceAsync();
        var path = $"/block-scales/{scale["id"]}";
        var stranger = service.As("10888");
        foreach (var get in new[] { path, $"{path}/history" })
        {
            await (await stranger.GetAsync(get)).ProblemAsync(404, "EMU-0005");
            await block.Member(2).GetAsync(get).OkAsync();
            await service.City.GetAsync(get).OkAsync();
        }
        await (await stranger.PostAsJsonAsync("/block-scales", block.Draft())).ProblemAsync(404, "EMU-0005");
        await (await stranger.PostAsync($"{path}/confirm", null)).ProblemAsync(404, "EMU-0005");
        await (await stranger.PostAsJsonAsync($"{path}/reopen", new { reason = "x" })).ProblemAsync(404, "EMU-0005");
        await (await stranger.PutAsJsonAsync(path, BlockScene.Scale())).ProblemAsync(404, "EMU-0005");
        Assert.Empty((await stranger.GetAsync($"/block-scales?block={block.Id}").OkAsync())["items"]!.AsArray());
        Assert.Single((await block.Member(2).GetAsync($"/block-scales?block={block.Id}&year=2026").OkAsync())["items"]!.AsArray());
        Assert.Empty((await block.Member(2).GetAsync($"/block-scales?block={block.Id}&year=2025").OkAsync())["items"]!.AsArray());
        // Members read, head and deputy write; the city looks on.
        await (await block.Member(2).PutAsJsonAsync(path, BlockScene.Scale())).ProblemAsync(403, "SCO-0062");
        await (await service.City.PostAsJsonAsync($"{path}/reopen", new { reason = "x" })).ProblemAsync(403, "SCO-0062");
        await (await service.As(block.Members[0], Policies.ScoresRead).PutAsJsonAsync(path, BlockScene.Scale())).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Draft_OtherYearDissolvedOrTwoAtOnce_IsRefused()
    {
        var block = await BlockScene.FormAsync(service, 2);
        var wrongYear = await (await block.Head.PostAsJsonAsync("/block-scales", block.Draft(s => s["year"] = 2027))).ProblemAsync(409, "SCO-0061");
        Assert.Equal("/year", (string?)wrongYear["errors"]![0]!["pointer"]);
        var answers = await Task.WhenAll(new[] { block.Head, block.Deputy, block.Head, block.Deputy }.Select(c => c.PostAsJsonAsync("/block-scales", block.Draft())));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            await late.ProblemAsync(409, "SCO-0064");
        await block.ChangeAsync(2, active: false);
        var id = (await block.Head.GetAsync($"/block-scales?block={block.Id}").OkAsync())["items"]![0]!["id"];
        await (await block.Head.PutAsJsonAsync($"/block-scales/{id}", BlockScene.Scale())).ProblemAsync(409, "SCO-0060");
    }

    [Theory]
    [InlineData("""{"total":100,"criteria":[null]}""", "/criteria")]
    [InlineData("""{"total":100,"groups":[null],"criteria":[]}""", "/groups")]
    [InlineData("""{"total":100,"criteria":[]}""", "/criteria")]
    [InlineData("""{"total":100,"criteria":[{"code":"?","name":"x","max":100,"formula":{"kind":"yesNo"}}]}""", "/criteria/0/code")]
    [InlineData("""{"total":100,"criteria":[{"code":"A","name":" ","max":100,"formula":{"kind":"yesNo"}}]}""", "/criteria/0/name")]
    [InlineData("""{"total":100,"criteria":[{"code":"A","name":"x","max":100,"formula":null}]}""", "/criteria/0/formula")]
    [InlineData("""{"total":100,"criteria":[{"code":"A","name":"x","max":100,"formula":{"kind":"steps","table":[null]}}]}""", "/criteria/0/formula/table")]
    [InlineData("""{"total":100,"criteria":[{"code":"A","name":"x","max":100,"formula":{"kind":"deduction","cases":[null]}}]}""", "/criteria/0/formula/cases")]
    [InlineData("""{"total":100,"criteria":[{"code":"A","name":"x","max":100,"formula":{"kind":"againstLeader","better":"upwards"}}]}""", "/criteria/0/formula/better")]
    [InlineData("""{"total":100,"criteria":[{"code":"A","name":"x","max":100,"formula":{"kind":"survey"}}]}""", "/criteria/0/formula")]
    [InlineData("""{"total":90,"criteria":[{"code":"A","name":"x","max":100,"formula":{"kind":"yesNo"}}]}""", "/total")]
    public async Task Draft_ThatDoesNotFit_Is400WithAPointerAndNotStored(string scale, string pointer)
    {
        var block = await BlockScene.FormAsync(service, 2);
        var body = JsonNode.Parse(scale)!.AsObject();
        (body["blockId"], body["year"]) = (block.Id, 2026);
        var problem = await (await block.Head.PostAsJsonAsync("/block-scales", body)).ProblemAsync(400);
        Assert.Contains(problem["errors"]!.AsArray(), e => ((string?)e!["pointer"])!.StartsWith(pointer, StringComparison.Ordinal));
        Assert.Empty((await block.Head.GetAsync($"/block-scales?block={block.Id}").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task IndexSet_WithTheFormulaOfEmulationBlocks_IsRefused()
    {
        // An emulation block is not a ranking block of the index (C-14).
        var body = JsonNode.Parse("""{"code":"c14","name":"x","issuer":"x","blocks":["phuong"],"areas":[{"code":"A","name":"x","max":100,"criteria":[{"code":"A.1","name":"x","max":100,"formula":{"kind":"againstLeader"}}]}]}""");
        var problem = await (await service.City.PostAsJsonAsync("/index-sets", body)).ProblemAsync(400, "SCO-0001");
        Assert.Equal("/areas/0/criteria/0/formula", (string?)problem["errors"]![0]!["pointer"]);
    }
}
