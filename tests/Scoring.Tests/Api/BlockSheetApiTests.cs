using System.Net;
using System.Net.Http.Json;
using System.Text;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Who may see and do what on the sheets of an emulation block, and what is refused.</summary>
public class BlockSheetApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static HttpRequestMessage Matching(HttpMethod method, string path, object body, int version)
    {
        var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body, body.GetType(), options: Json.Options) };
        request.Headers.IfMatch.Add(new($"\"{version}\""));
        return request;
    }

    [Fact]
    public async Task Sheet_IsSeenByTheMemberHeadDeputyOwnerAndCity_AndByNobodyElse()
    {
        var block = await BlockScene.FormAsync(service, 4);
        await block.ScaleInForceAsync();
        var id = await block.PledgedAsync(2);
        foreach (var path in new[] { $"/block-sheets/{id}", $"/block-sheets/{id}/history" })
        {
            foreach (var reader in new[] { block.Head, block.Deputy, block.Member(2), service.City })
                await reader.GetAsync(path).OkAsync();
            // Another member, another ward, an office of the head: not there.
            foreach (var unit in new[] { block.Members[3], "10888", $"{block.Members[0]}-VHXH", "" })
                await (await service.As(unit).GetAsync(path)).ProblemAsync(404, "EMU-0005");
        }
        foreach (var (path, body) in new (string, object)[] { ("pledge/confirm", new { }), ("pledge/reopen", new { reason = "x" }), ("report", BlockScene.Report(1, 1)), ("review", BlockScene.AcceptAll), ("confirm", new { }) })
        {
            await (await block.Member(3).PostAsJsonAsync($"/block-sheets/{id}/{path}", body)).ProblemAsync(404, "EMU-0005");
            await (await service.City.PostAsJsonAsync($"/block-sheets/{id}/{path}", body)).ProblemAsync(403, "SCO-0062");
            await (await service.As(block.Members[2], Policies.ScoresRead).PostAsJsonAsync($"/block-sheets/{id}/{path}", body)).ProblemAsync(403, "EMU-0004");
        }
        await (await block.Member(3).PutAsJsonAsync($"/block-sheets/{id}/pledge", new { pledge = Array.Empty<object>() })).ProblemAsync(404, "EMU-0005");
        async Task<int> Listed(HttpClient client) => (await client.GetAsync($"/block-sheets?block={block.Id}&year=2026").OkAsync())["items"]!.AsArray().Count;
        Assert.Equal((1, 1, 0, 0), (await Listed(block.Head), await Listed(block.Member(2)), await Listed(block.Member(3)), await Listed(service.As("10888"))));
        Assert.Empty((await service.City.GetAsync($"/block-sheets?block={block.Id}&year=2025").OkAsync())["items"]!.AsArray());
        // Members see the ranking once it is out; before that only who steers the block.
        await (await block.Member(2).GetAsync($"/block-rankings/preview?block={block.Id}")).ProblemAsync(404, "EMU-0005");
        await (await service.As("10888").PostAsJsonAsync("/block-rankings", block.Ranking())).ProblemAsync(404, "EMU-0005");
    }

    [Fact]
    public async Task Open_ByTheWrongUnitForTheWrongYearOrTwice_IsRefused()
    {
        var block = await BlockScene.FormAsync(service, 3);
        await block.ScaleInForceAsync();
        var third = block.Members[2];
        await (await service.As("10888").PostAsJsonAsync("/block-sheets", block.Pledge("10888"))).ProblemAsync(404, "EMU-0005");
        await (await block.Head.PostAsJsonAsync("/block-sheets", block.Pledge("10888"))).ProblemAsync(409, "SCO-0067");
        await (await block.Head.PostAsJsonAsync("/block-sheets", block.Pledge(third))).ProblemAsync(403, "SCO-0062");
        await (await block.Member(2).PostAsJsonAsync("/block-sheets", block.Pledge(third, year: 2025))).ProblemAsync(409, "SCO-0061");
        await (await block.Member(2).PostAsJsonAsync("/block-sheets", block.Pledge(third, period: "quarter"))).ProblemAsync(400, "EMU-0002");
        await (await block.Member(2).PostAsJsonAsync("/block-sheets", new { blockId = Guid.NewGuid(), year = 2026, member = third, pledge = Array.Empty<object>() })).ProblemAsync(404, "EMU-0005");
        foreach (var (pledge, pointer) in new (object, string)[]
        {
            (new { criterion = "Z", target = 1 }, "/pledge/0/criterion"), (new { criterion = "C", target = 1 }, "/pledge/0"),
            (new { criterion = "A", target = -1 }, "/pledge/0"), (new { criterion = "A", target = 0.0000001 }, "/pledge/0"), (new { criterion = "A", target = 2e12 }, "/pledge/0"),
        })
        {
            var problem = await (await block.Member(2).PostAsJsonAsync("/block-sheets", new { blockId = block.Id, year = 2026, member = third, pledge = new[] { pledge } })).ProblemAsync(400, "SCO-0069");
            Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        }
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => block.Member(2).PostAsJsonAsync("/block-sheets", block.Pledge(third))));
        var sheet = await Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created).JsonAsync();
        foreach (var late in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            Assert.Equal((string?)sheet["id"], (string?)(await late.ProblemAsync(409, "SCO-0068"))["sheetId"]);
    }

    [Fact]
    public async Task Pledge_IsCompletedConfirmedLockedAndReopened()
    {
        var block = await BlockScene.FormAsync(service, 3);
        await block.ScaleInForceAsync();
        var id = (string)(await block.Member(2).PostAsJsonAsync("/block-sheets", new { blockId = block.Id, year = 2026, member = block.Members[2], pledge = new[] { new { criterion = "A", target = 80 } } }).OkAsync())["id"]!;
        var path = $"/block-sheets/{id}/pledge";
        object Whole(decimal a) => new { pledge = new object[] { new { criterion = "A", target = a }, new { criterion = "B", target = 0.2 } } };
        var incomplete = await (await block.Head.PostAsync($"{path}/confirm", null)).ProblemAsync(409, "SCO-0071");
        Assert.Equal(["B"], incomplete["missing"]!.AsArray().Select(c => (string?)c));
        await (await block.Head.PutAsJsonAsync(path, Whole(90))).ProblemAsync(403, "SCO-0062");
        await (await block.Head.PostAsJsonAsync($"{path}/reopen", new { reason = "x" })).ProblemAsync(409, "SCO-0073");
        await block.Member(2).PutAsJsonAsync(path, Whole(85)).OkAsync();
        await (await block.Deputy.PostAsync($"{path}/confirm", null)).ProblemAsync(403, "SCO-0062");
        await block.Head.PostAsync($"{path}/confirm", null).OkAsync();
        await (await block.Member(2).PutAsJsonAsync(path, Whole(70))).ProblemAsync(409, "SCO-0070");
        await (await block.Member(2).PostAsJsonAsync($"{path}/reopen", new { reason = "x" })).ProblemAsync(403, "SCO-0062");
        await block.Head.PostAsJsonAsync($"{path}/reopen", new { reason = "Thành phố giao lại kế hoạch" }).OkAsync();
        await block.Member(2).PutAsJsonAsync(path, Whole(88)).OkAsync();
        var stands = await block.Head.PostAsync($"{path}/confirm", null).OkAsync();
        Assert.Equal((88m, block.Members[0]), ((decimal)stands["pledge"]!["targets"]!["A"]!, (string?)stands["pledge"]!["confirmed"]!["unit"]));
        var history = (await block.Head.GetAsync($"/block-sheets/{id}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["pledge", "editPledge", "confirmPledge", "reopenPledge", "editPledge", "confirmPledge"], history.Select(h => (string?)h!["action"]));
        Assert.Equal("Thành phố giao lại kế hoạch", (string?)history[3]!["reason"]);
        Assert.Equal((85m, 88m), ((decimal)history[4]!["changes"]![0]!["fromTarget"]!, (decimal)history[4]!["changes"]![0]!["toTarget"]!));
    }

    [Fact]
    public async Task Entries_ThatDoNotFit_AreAllToldAndNoneIsKept()
    {
        var block = await BlockScene.FormAsync(service, 2);
        await block.ScaleInForceAsync();
        var id = await block.PledgedAsync(1);
        var before = (int)(await block.SheetAsync(id))["sheet"]!["version"]!;
        var problem = await (await block.Deputy.PostAsJsonAsync($"/block-sheets/{id}/report", new
        {
            entries = new object[]
            {
                new { criterion = "A", value = 80 }, new { criterion = "Z", value = 1 }, new { criterion = "B" }, new { criterion = "C", value = 1 }, new { criterion = "A", value = 81 },
                new { criterion = "B", notApplicable = true }, new { criterion = "X", count = -1 },
            },
        })).ProblemAsync(400, "SCO-0069");
        Assert.Equal(["/entries/1/criterion", "/entries/2", "/entries/3", "/entries/4/criterion", "/entries/5", "/entries/6"], problem["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/review", new { entries = new[] { new { criterion = "A", accept = true } } })).ProblemAsync(400, "SCO-0069");
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/review", new { entries = new[] { new { criterion = "A", accept = true, value = 3 } } })).ProblemAsync(400, "SCO-0069");
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { criteria = new[] { "A" } })).ProblemAsync(400, "SCO-0069");
        var unknown = await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { criteria = new[] { "Z" } })).ProblemAsync(400, "SCO-0069");
        Assert.Equal("/criteria/0", (string?)unknown["errors"]![0]!["pointer"]);
        await (await block.Head.PostAsJsonAsync($"/block-sheets/{id}/confirm", new { })).ProblemAsync(409, "SCO-0072");
        Assert.Equal(before, (int)(await block.SheetAsync(id))["sheet"]!["version"]!);
    }

    [Theory]
    [InlineData("report", """{"entries":[null]}""", "/entries")]
    [InlineData("report", """{"entries":[]}""", "/entries")]
    [InlineData("report", """{"entries":null}""", "/entries")]
    [InlineData("report", """{"entries":[{"criterion":"A","value":"80"}]}""", "/entries/0/value")]
    [InlineData("report", """{"entries":[{"criterion":"?","value":80}]}""", "/entries/0/criterion")]
    [InlineData("review", """{"entries":[null]}""", "/entries")]
    [InlineData("review", """{"entries":[{"criterion":"A","value":80,"reason":" "}]}""", "/entries/0/reason")]
    [InlineData("confirm", """{"criteria":[null]}""", "/criteria")]
    [InlineData("confirm", """{"criteria":[]}""", "/criteria")]
    [InlineData("pledge", """{"pledge":[null]}""", "/pledge")]
    public async Task NullsAndOddities_InLists_Are400WithAPointer(string act, string body, string pointer)
    {
        var block = await BlockScene.FormAsync(service, 2);
        await block.ScaleInForceAsync();
        var id = (string)(await block.Head.PostAsJsonAsync("/block-sheets", block.Pledge(block.Members[0])).OkAsync())["id"]!;
        var client = act is "report" or "pledge" ? block.Head : block.Deputy;
        var problem = await (await client.SendAsync(new HttpRequestMessage(act == "pledge" ? HttpMethod.Put : HttpMethod.Post, $"/block-sheets/{id}/{act}") { Content = new StringContent(body, Encoding.UTF8, "application/json") })).ProblemAsync(400);
        Assert.Contains(problem["errors"]!.AsArray(), e => ((string?)e!["pointer"])!.StartsWith(pointer, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_NullInThePledge_Is400AndNotStored()
    {
        var block = await BlockScene.FormAsync(service, 2);
        await block.ScaleInForceAsync();
        var body = $$"""{"blockId":"{{block.Id}}","year":2026,"member":"{{block.Members[0]}}","pledge":[null]}""";
        var problem = await (await block.Head.PostAsync("/block-sheets", new StringContent(body, Encoding.UTF8, "application/json"))).ProblemAsync(400);
        Assert.Equal("/pledge", (string?)problem["errors"]![0]!["pointer"]);
        Assert.Empty((await block.Head.GetAsync($"/block-sheets?block={block.Id}").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task TwoAtOnce_OneWinsAndTheOthersAreToldTheyAreLate()
    {
        var block = await BlockScene.FormAsync(service, 3);
        await block.ScaleInForceAsync();
        var id = await block.PledgedAsync(2);
        await block.Member(2).PostAsJsonAsync($"/block-sheets/{id}/report", BlockScene.Report(90, 0.2m)).OkAsync();
        var version = (int)(await block.SheetAsync(id))["sheet"]!["version"]!;
        object Review(int value) => new { entries = new[] { new { criterion = "A", value, reason = "đối chiếu" } } };
        var racing = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => block.Head.SendAsync(Matching(HttpMethod.Post, $"/block-sheets/{id}/review", Review(80 + i), version))));
        Assert.Single(racing, r => r.StatusCode == HttpStatusCode.OK);
        foreach (var late in racing.Where(r => r.StatusCode != HttpStatusCode.OK))
            await late.ProblemAsync(412, "EMU-0008");
        // The deputy confirms what it has seen, or nothing.
        await (await block.Deputy.SendAsync(Matching(HttpMethod.Post, $"/block-sheets/{id}/confirm", new { }, version))).ProblemAsync(412, "EMU-0008");
        var confirmed = await block.Deputy.SendAsync(Matching(HttpMethod.Post, $"/block-sheets/{id}/confirm", new { }, version + 1)).OkAsync();
        Assert.Equal(["B", "C"], confirmed["unconfirmed"]!.AsArray().Select(c => (string?)c));
        // One line in the history for each act that went through, none for the others.
        Assert.Equal(["pledge", "confirmPledge", "report", "review", "confirm"],
            await service.WithDb(db => db.AuditEntries.Where(a => a.Aggregate == "blockSheet" && a.AggregateId == id).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
        // A retry under the same key is the same act.
        var keyed = await block.Head.PostKeyedAsync($"/block-sheets/{id}/review", Review(70), $"review-{id}");
        var again = await block.Head.PostKeyedAsync($"/block-sheets/{id}/review", Review(70), $"review-{id}");
        Assert.Equal((string?)keyed.Headers.ETag?.Tag, (string?)again.Headers.ETag?.Tag);
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
    }
}
