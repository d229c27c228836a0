using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Tables, batches, and what follows from events in any order.</summary>
public class CriterionTableTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Index_PublishedAndCorrected_IsJudgedAnewOnReading()
    {
        var scene = await CriterionScene.OpenAsync(service, s => WithTop(s, 1));
        var unpublished = await scene.ResultAsync("class", "2025");
        Assert.Equal(("notYetKnown", null), (CriterionScene.Outcome(unpublished), unpublished["verdict"]!["ranking"]));

        var sheet = await scene.Ranked.FinalAsync(scene.Ward, 50);
        await scene.Ranked.FinalAsync(scene.Other, 40);
        await service.City.PostAsJsonAsync("/rankings", scene.Ranked.Publication()).OkAsync();
        foreach (var unit in new[] { scene.Ward, scene.Office })
        {
            var published = await scene.ResultAsync("class", "2025", unit);
            Assert.Equal(("met", 1, scene.Ward), (CriterionScene.Outcome(published), (int)published["verdict"]!["ranking"]!["version"]!, (string?)published["verdict"]!["ranking"]!["unitCode"]));
            Assert.Equal("met", CriterionScene.Outcome(await scene.ResultAsync("rank", "2025", unit)));
        }
        Assert.Equal("notYetKnown", CriterionScene.Outcome(await scene.ResultAsync("class", "2026")));

        await scene.Ranked.ReappraiseAsync(sheet, new { leaf = "A.1", done = 20, total = 50, reason = "số liệu sai" });
        await service.City.PostAsJsonAsync("/rankings/correct", new { indexSet = scene.Ranked.Set, year = 2025, block = scene.Ranked.Block, reason = "Giải quyết khiếu nại" }).OkAsync();
        var corrected = await scene.ResultAsync("class", "2025");
        Assert.Equal(("notMet", 2, 2), (CriterionScene.Outcome(corrected), (int)corrected["verdict"]!["ranking"]!["version"]!, (int)corrected["verdict"]!["ranking"]!["rank"]!));
        Assert.Contains("“Tốt”", (string?)corrected["verdict"]!["reason"], StringComparison.Ordinal);
        Assert.Equal("notMet", CriterionScene.Outcome(await scene.ResultAsync("rank", "2025")));
    }

    [Fact]
    public async Task Index_UnrankedWithReason_IsNotMet()
    {
        var scene = await CriterionScene.OpenAsync(service);
        await scene.Ranked.FinalAsync(scene.Other, 40);
        await service.City.PostAsJsonAsync("/rankings", scene.Ranked.Publication(2025, new { unitCode = scene.Ward, reason = "Mới thành lập." })).OkAsync();

        var result = await scene.ResultAsync("class", "2025");
        Assert.Equal("notMet", CriterionScene.Outcome(result));
        Assert.Contains("Mới thành lập.", (string?)result["verdict"]!["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_RankingOfAWardsOwnOffices_StandsForNothingHere()
    {
        // C-14: the ward's own block is not the block of the plan.
        var scene = await CriterionScene.OpenAsync(service, s => WithTop(s, 1));
        await service.WithDb(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO rankings (id, index_set_code, year, block, version, unranked, moved, published_at, published_by) VALUES (gen_random_uuid(), 'noi-bo', 2025, {"noi-bo-" + scene.Ward}, 1, {"[{\"unitCode\":\"" + scene.Office + "\",\"reason\":\"x\"}]"}::jsonb, '[]', now(), 'test')"));

        Assert.Equal("notYetKnown", CriterionScene.Outcome(await scene.ResultAsync("rank", "2025", scene.Office)));
    }

    [Fact]
    public async Task Events_RepeatedLateOrOvertaken_EndInTheNewest()
    {
        var scene = await CriterionScene.OpenAsync(service, launched: false);
        await (await service.City.GetAsync($"/criterion-results/{scene.CampaignId}/units")).ProblemAsync(404, "SCO-0090");
        // Closing, amendment, launch: the wrong way round, and the launch twice.
        await scene.CloseAsync(4);
        await (await service.City.GetAsync($"/criterion-results/{scene.CampaignId}/units")).ProblemAsync(404, "SCO-0090");
        await scene.AmendAsync(3, s => s with { Name = "Tên mới" });
        var message = Guid.CreateVersion7();
        await scene.LaunchAsync(messageId: message);
        await scene.LaunchAsync(messageId: message);

        var campaign = (await service.City.GetAsync($"/criterion-results/{scene.Code}/units").OkAsync())["campaign"]!;
        Assert.Equal((3, "Tên mới"), ((int)campaign["version"]!, (string?)campaign["name"]));
        await (await scene.PutAsync("share", "2025", new { value = 99 })).ProblemAsync(409, "SCO-0094");
    }

    [Fact]
    public async Task Amended_Plan_IsWhatFiguresAreJudgedBy()
    {
        var scene = await CriterionScene.OpenAsync(service);
        await scene.PutAsync("share", "2025", new { value = 92 }).OkAsync();
        await scene.PutAsync("words", "2025", new { text = "Ba vụ" }).OkAsync();
        await scene.AmendAsync(3, s => s with
        {
            Criteria =
            [
                .. s.Criteria.Select(c => c.Key switch
                {
                    "share" => c with { Value = 93 },
                    "words" => c with { Kind = CriterionKind.Count, Operator = CriterionOperator.LessOrEqual, Value = 3 },
                    _ => c,
                }),
            ],
        });

        Assert.Equal("notMet", CriterionScene.Outcome(await scene.ResultAsync("share", "2025")));
        var old = await scene.ResultAsync("words", "2025");
        Assert.Equal(("notYetKnown", "Kế hoạch đã điều chỉnh cách tính: cần báo cáo lại."), (CriterionScene.Outcome(old), (string?)old["verdict"]!["reason"]));
        Assert.Equal("met", CriterionScene.Outcome(await scene.PutAsync("words", "2025", new { count = 3 }, "Kế hoạch đổi cách tính").OkAsync()));
    }

    [Fact]
    public async Task Tables_CountsAndPages_AgreeWithEachOther()
    {
        var scene = await CriterionScene.OpenAsync(service);
        await scene.PutAsync("share", "2025", new { value = 96 }).OkAsync();
        await scene.PutAsync("share", "2025", new { value = 89 }, unit: scene.Office).OkAsync();
        await scene.PutAsync("budget", "campaign", new { done = 412.5, total = 400 }).OkAsync();
        var root = $"/criterion-results/{scene.Code}";

        var table = await service.As(scene.Ward).GetAsync($"{root}/units/{scene.Ward}").OkAsync();
        // share ×2, budget, cases ×4, words ×2, class ×2 must be reached; rank ×2 is strived for.
        Assert.Equal((2, 0, 9), Counts(table["gates"]!));
        Assert.Equal((0, 0, 2), Counts(table["aims"]!));
        Assert.Equal(["2025-H1", "2025-H2", "2026-H1", "2026-H2"], table["items"]![2]!["results"]!.AsArray().Select(r => (string?)r!["period"]));
        Assert.Equal(("từ 100% trở lên, đạt và vượt", "higher", true), ((string?)table["items"]![1]!["target"], (string?)table["items"]![1]!["direction"], (bool)table["items"]![1]!["results"]![0]!["verdict"]!["exceeded"]!));
        Assert.Equal("tốp dẫn đầu (kế hoạch không nêu số đơn vị)", (string?)table["items"]![5]!["target"]);

        var keys = new List<string?>();
        string? next = null;
        do
        {
            var page = await service.As(scene.Ward).GetAsync($"{root}/units/{scene.Ward}?limit=4{(next is null ? "" : $"&after={next}")}").OkAsync();
            keys.AddRange(page["items"]!.AsArray().Select(i => (string?)i!["criterion"]!["key"]));
            Assert.Equal((2, 0, 9), Counts(page["gates"]!));
            next = (string?)page["next"];
        }
        while (next is not null);
        Assert.Equal(["share", "budget", "cases", "words", "class", "rank"], keys);

        var first = await service.City.GetAsync($"{root}/units?limit=2&year=2025").OkAsync();
        var rest = await service.City.GetAsync($"{root}/units?limit=2&year=2025&after={first["next"]}").OkAsync();
        var rows = first["items"]!.AsArray().Concat(rest["items"]!.AsArray()).ToDictionary(r => (string)r!["unitCode"]!, r => r!);
        Assert.Equal(3, rows.Count);
        Assert.Equal((2, 0, 4), Counts(rows[scene.Ward]["gates"]!));
        Assert.Equal((0, 1, 5), Counts(rows[scene.Office]["gates"]!));
        Assert.Equal((2, 1), ((int)rows[scene.Ward]["reported"]!, (int)rows[scene.Office]["reported"]!));
        Assert.Equal(["2025", "campaign", "2025-H1", "2025-H2", "2025", "2025", "2025"], rows[scene.Ward]["cells"]!.AsArray().Select(c => (string?)c!["period"]));

        var summary = await service.City.GetAsync($"{root}/summary?year=2025").OkAsync();
        Assert.Equal(3, (int)summary["units"]!);
        var share = summary["items"]![0]!["periods"]![0]!;
        Assert.Equal((1, 1, 1), Counts(share["outcomes"]!));
        Assert.Equal((2, 1, null), ((int)share["reported"]!, (int)share["aimReached"]!, share["exceeded"]));
        Assert.Equal(1, (int)summary["items"]![1]!["periods"]![0]!["exceeded"]!);
        // An office sees and counts itself only.
        Assert.Equal(1, (int)(await service.As(scene.Office).GetAsync($"{root}/summary").OkAsync())["units"]!);

        foreach (var path in new[] { $"{root}/units", $"{root}/summary", $"{root}/units/{scene.Ward}" })
            await (await service.City.GetAsync($"{path}?year=2031")).ProblemAsync(400, "SCO-0098");
        await (await service.City.GetAsync($"{root}/summary?after=khac")).ProblemAsync(404, "SCO-0092");
        await (await service.City.GetAsync("/criterion-results/KHONG-CO/units")).ProblemAsync(404, "SCO-0090");
    }

    [Fact]
    public async Task Batch_EachItem_IsAnsweredForItself_OnceForOneKey()
    {
        var scene = await CriterionScene.OpenAsync(service);
        object Item(string criterion, string period, object figure, int? expectedVersion = null, string? unit = null) =>
            new { campaign = scene.Code, unitCode = unit ?? scene.Ward, criterion, period, figure, evidenceNote = "x", expectedVersion };
        var body = new
        {
            items = new[]
            {
                Item("share", "2025", new { value = 90 }, 0), Item("share", "2025", new { value = 91 }), Item("cases", "2025-H1", new { count = 1 }), Item("share", "2026", new { value = 90 }, 4),
                Item("share", "2026", new { value = 90 }, unit: scene.Other), Item("share", "2026", new { text = "x" }), null,
            },
        };

        var answer = await service.As(scene.Ward).PostKeyedAsync("/criterion-results/batch", body, $"b-{scene.Ward}").OkAsync();

        Assert.Equal([200, 409, 200, 412, 404, 400, 400], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal(["met", null, "notMet", null, null, null, null], answer["items"]!.AsArray().Select(i => (string?)i!["outcome"]));
        Assert.Equal("SCO-0097", (string?)answer["items"]![1]!["problem"]!["code"]);
        Assert.Equal((2, 5), ((int)answer["accepted"]!, (int)answer["refused"]!));
        var again = await service.As(scene.Ward).PostKeyedAsync("/criterion-results/batch", body, $"b-{scene.Ward}");
        Assert.Equal(answer.ToJsonString(), (await again.JsonAsync()).ToJsonString());
        Assert.Equal("true", again.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.Single((await service.City.GetAsync(scene.Path("share", "2025") + "/history").OkAsync())["items"]!.AsArray());
    }

    [Fact]
    public async Task Batch_SixAtOnceOnTheSameFigures_AllAreAnswered()
    {
        var scene = await CriterionScene.OpenAsync(service);
        var items = new[] { ("share", "2025"), ("share", "2026") }.Select(f => new { campaign = scene.Code, unitCode = scene.Ward, criterion = f.Item1, period = f.Item2, figure = new { value = 90 } }).ToArray();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => service.As(scene.Ward).PostKeyedAsync("/criterion-results/batch", new { items = i % 2 == 0 ? items : [.. items.Reverse()] }, $"six-{scene.Ward}-{i}").OkAsync()));

        Assert.All(answers, a => Assert.Equal(2, (int)a["accepted"]!));
    }

    [Theory]
    [InlineData("""{"items":[]}""", "/items")]
    [InlineData("""{"items":null}""", "/items")]
    [InlineData("""{"items":[{"campaign":"C"}]}""", null)]
    [InlineData("""{"items":[{"campaign":"C","unitCode":"31","criterion":"k","period":"2025","figure":null}]}""", null)]
    [InlineData("""{"items":[{"campaign":"C","unitCode":"31","criterion":"k","period":"2025","figure":{"value":1},"evidence":[null]}]}""", null)]
    public async Task Batch_Hostile_IsAProblemNeverAFailure(string body, string? pointer)
    {
        var response = await service.City.PostAsync("/criterion-results/batch", new StringContent(body, Encoding.UTF8, "application/json"));
        if (pointer is not null)
            Assert.Equal(pointer, (string?)(await response.ProblemAsync(400))["errors"]![0]!["pointer"]);
        else
            Assert.Equal(400, (int)(await response.JsonAsync())["items"]![0]!["status"]!);
    }

    private static CampaignSnapshot WithTop(CampaignSnapshot s, int top) => s with
    {
        Criteria = [.. s.Criteria.Select(c => c.Rank is { } rank ? c with { Rank = rank with { Tops = [new TopOfBlock { Block = "*", Rank = top }] } } : c)],
    };

    private static (int Met, int NotMet, int NotYetKnown) Counts(JsonNode counts) => ((int)counts["met"]!, (int)counts["notMet"]!, (int)counts["notYetKnown"]!);
}
