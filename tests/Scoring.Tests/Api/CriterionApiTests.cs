using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>The life of a figure: reported, corrected, assessed, locked; who may, and what is refused.</summary>
public class CriterionApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Report_Figure_IsJudgedAtOnceAndShown()
    {
        var scene = await CriterionScene.OpenAsync(service);

        var answer = await scene.PutAsync("share", "2025", new { done = 19, total = 20 });

        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        var result = await answer.JsonAsync();
        Assert.Equal(("met", 95m, true), (CriterionScene.Outcome(result), (decimal)result["verdict"]!["number"]!, (bool)result["verdict"]!["aimReached"]!));
        Assert.Equal("Chỉ tiêu share: 95% (19/20); yêu cầu từ 90% trở lên: đạt. Đã đến mức phấn đấu 95%.", (string?)result["verdict"]!["reason"]);
        var shown = await scene.ResultAsync("share", "2025");
        Assert.Equal((19, 20, "Báo cáo tháng", true), ((int)shown["figure"]!["done"]!, (int)shown["figure"]!["total"]!, (string?)shown["evidenceNote"], (bool)shown["periodEnded"]!));
        Assert.False((bool)(await scene.ResultAsync("share", "2026"))["periodEnded"]!);
        Assert.Equal("notYetKnown", CriterionScene.Outcome(await scene.ResultAsync("share", "2026")));
    }

    [Fact]
    public async Task Report_Corrected_NeedsAReasonAndKeepsTheHistory()
    {
        var scene = await CriterionScene.OpenAsync(service);
        await scene.PutAsync("share", "2025", new { value = 80 }).OkAsync();

        // The same again is no change; another figure needs a reason.
        Assert.Equal(1, (int)(await scene.PutAsync("share", "2025", new { value = 80.0 }).OkAsync())["version"]!);
        var refused = await (await scene.PutAsync("share", "2025", new { value = 92 })).ProblemAsync(409, "SCO-0097");
        Assert.Equal("/reason", (string?)refused["errors"]![0]!["pointer"]);
        Assert.Equal(2, (int)(await scene.PutAsync("share", "2025", new { value = 92 }, "Cộng nhầm").OkAsync())["version"]!);

        var history = (await service.As(scene.Ward).GetAsync(scene.Path("share", "2025") + "/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["report", "correct"], history.Select(h => (string?)h!["action"]));
        Assert.Equal((80m, 92m, "Cộng nhầm", $"test-{scene.Ward}"), ((decimal)history[1]!["from"]!["figure"]!["value"]!, (decimal)history[1]!["to"]!["figure"]!["value"]!, (string?)history[1]!["reason"], (string?)history[1]!["by"]));
        var page = await service.City.GetAsync(scene.Path("share", "2025") + "/history?limit=1").OkAsync();
        Assert.Equal("correct", (string?)(await service.City.GetAsync($"{scene.Path("share", "2025")}/history?limit=1&after={page["next"]}").OkAsync())["items"]![0]!["action"]);
    }

    [Fact]
    public async Task Report_OldVersionSeen_Is412()
    {
        var scene = await CriterionScene.OpenAsync(service);
        await (await scene.PutAsync("share", "2025", new { value = 80 }, ifMatch: "1")).ProblemAsync(412, "EMU-0008");
        await scene.PutAsync("share", "2025", new { value = 80 }, ifMatch: "0").OkAsync();
        var stale = await (await scene.PutAsync("share", "2025", new { value = 81 }, "x", ifMatch: "0")).ProblemAsync(412, "EMU-0008");
        Assert.Equal(1, (int)stale["currentVersion"]!);
    }

    [Fact]
    public async Task Report_ManyAtOnce_OneFigureIsKept()
    {
        var scene = await CriterionScene.OpenAsync(service);
        var same = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scene.PutAsync("share", "2025", new { value = 90 })));
        Assert.All(same, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var other = await Task.WhenAll(Enumerable.Range(1, 6).Select(n => scene.PutAsync("share", "2026", new { value = n })));
        Assert.Single(other, a => a.StatusCode == HttpStatusCode.OK);
        foreach (var lost in other.Where(a => a.StatusCode != HttpStatusCode.OK))
            await lost.ProblemAsync(409, "SCO-0097");
        foreach (var period in new[] { "2025", "2026" })
            Assert.Single((await service.City.GetAsync(scene.Path("share", period) + "/history").OkAsync())["items"]!.AsArray());
    }

    [Theory]
    [InlineData("share", "2025", """{}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"done":5}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"value":5,"done":1,"total":2}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"done":3,"total":2}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"done":-1,"total":2}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"done":1,"total":0}""", 400, "SCO-0096", "/figure/total")]
    [InlineData("share", "2025", """{"value":100.01}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"value":90.1234567}""", 400, "SCO-0096", "/figure/value")]
    [InlineData("share", "2025", """{"count":5}""", 400, "SCO-0096", "/figure")]
    [InlineData("share", "2025", """{"text":"tốt"}""", 400, "SCO-0096", "/figure")]
    [InlineData("budget", "campaign", """{"value":10000000000000}""", 400, "SCO-0096", "/figure/value")]
    [InlineData("budget", "campaign", """{"done":5,"total":0}""", 400, "SCO-0096", "/figure/total")]
    [InlineData("budget", "2025", """{"value":101}""", 400, "SCO-0093", "/period")]
    [InlineData("cases", "2025", """{"count":0}""", 400, "SCO-0093", "/period")]
    [InlineData("cases", "2025-H1", """{"count":-1}""", 400, "SCO-0096", "/figure/count")]
    [InlineData("cases", "2025-H1", """{"count":0.5}""", 400, "EMU-0002", "/figure/count")]
    [InlineData("words", "2025", """{"text":"  "}""", 400, "SCO-0096", "/figure/text")]
    [InlineData("share", "2024", """{"value":90}""", 400, "SCO-0093", "/period")]
    [InlineData("share", "2025", null, 400, "EMU-0002", "/figure")]
    [InlineData("khac", "2025", """{"value":90}""", 404, "SCO-0092", "/criterion")]
    [InlineData("class", "2025", """{"text":"Tốt"}""", 409, "SCO-0095", "/criterion")]
    [InlineData("rank", "2025", """{"count":1}""", 409, "SCO-0095", "/criterion")]
    public async Task Report_ThatDoesNotFit_IsToldAtItsPlace(string criterion, string period, string? figure, int status, string code, string pointer)
    {
        var scene = await CriterionScene.OpenAsync(service);

        var problem = await (await scene.PutAsync(criterion, period, figure is null ? null! : JsonNode.Parse(figure)!)).ProblemAsync(status, code);

        Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        Assert.Equal(0, (int)(await service.City.GetAsync($"/criterion-results/{scene.Code}/units").OkAsync())["items"]![0]!["reported"]!);
    }

    [Fact]
    public async Task Access_OwnUnitAndBelow_NothingElse()
    {
        var scene = await CriterionScene.OpenAsync(service);
        // An office reports for itself, its ward for it too; neither for anyone beside or above.
        await scene.PutAsync("share", "2025", new { value = 91 }, unit: scene.Office).OkAsync();
        await scene.PutAsync("share", "2026", new { value = 91 }, unit: scene.Office, by: service.As(scene.Ward)).OkAsync();
        await (await scene.PutAsync("share", "2025", new { value = 91 }, by: service.As(scene.Office))).ProblemAsync(404, "EMU-0005");
        await (await scene.PutAsync("share", "2025", new { value = 91 }, by: service.As(scene.Other))).ProblemAsync(404, "SCO-0090");
        await (await scene.PutAsync("share", "2025", new { value = 91 }, unit: scene.Other, by: service.City)).ProblemAsync(409, "SCO-0091");
        await (await scene.PutAsync("share", "2025", new { value = 91 }, unit: $"{scene.Ward}-KHAC", by: service.As(scene.Ward))).ProblemAsync(409, "SCO-0006");
        await (await scene.PutAsync("share", "2025", new { value = 91 }, by: service.As(scene.Ward, Policies.ScoresRead))).ProblemAsync(403);
        var base_ = $"/criterion-results/{scene.Code}";
        foreach (var path in new[] { $"{base_}/units", $"{base_}/summary", $"{base_}/units/{scene.Ward}" })
        {
            await (await service.As(scene.Other).GetAsync(path)).ProblemAsync(404, "SCO-0090");
            await (await service.As(scene.Ward, Policies.ScoresWrite).GetAsync(path)).ProblemAsync(403);
        }
        await (await service.As(scene.Office).GetAsync($"{base_}/units/{scene.Ward}")).ProblemAsync(404, "EMU-0005");
        await (await service.As(scene.Office).GetAsync($"{scene.Path("share", "2025")}/history")).ProblemAsync(404);
        Assert.Equal([scene.Office], (await service.As(scene.Office).GetAsync($"{base_}/units").OkAsync())["items"]!.AsArray().Select(u => (string?)u!["unitCode"]));
        Assert.Equal(3, (await service.City.GetAsync($"/criterion-results/{scene.CampaignId}/units").OkAsync())["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Words_Assessed_ByTheLaunchingUnitOnly_AndAnewWhenTheyChange()
    {
        var scene = await CriterionScene.OpenAsync(service);
        var assess = scene.Path("words", "2025", scene.Office) + "/assess";
        await (await service.As(scene.Ward).PostAsJsonAsync(assess, new { met = true, reason = "Đủ" })).ProblemAsync(409, "SCO-0100");
        Assert.Equal("notYetKnown", CriterionScene.Outcome(await scene.PutAsync("words", "2025", new { text = "Đã niêm yết 120 thủ tục" }, unit: scene.Office).OkAsync()));
        await (await service.As(scene.Office).PostAsJsonAsync(assess, new { met = true, reason = "Đủ" })).ProblemAsync(403, "SCO-0101");
        await (await service.As(scene.Ward).PostAsJsonAsync(assess, new { met = true, reason = " " })).ProblemAsync(400, "EMU-0001");
        await (await service.As(scene.Ward, Policies.ScoresWrite).PostAsJsonAsync(assess, new { met = true, reason = "Đủ" })).ProblemAsync(403);

        Assert.Equal("met", CriterionScene.Outcome(await service.As(scene.Ward).PostAsJsonAsync(assess, new { met = true, reason = "Đủ" }).OkAsync()));
        Assert.Equal(2, (int)(await service.As(scene.Ward).PostAsJsonAsync(assess, new { met = true, reason = "Đủ" }).OkAsync())["version"]!);
        await scene.PutAsync("words", "2025", new { text = "Đã niêm yết 12 thủ tục" }, "Ghi nhầm", scene.Office).OkAsync();
        Assert.Equal("notYetKnown", CriterionScene.Outcome(await scene.ResultAsync("words", "2025", scene.Office)));
        var history = (await service.City.GetAsync(scene.Path("words", "2025", scene.Office) + "/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["report", "assess", "correct"], history.Select(h => (string?)h!["action"]));
        Assert.True((bool)history[2]!["from"]!["assessment"]!["met"]!);

        await scene.PutAsync("share", "2025", new { value = 91 }).OkAsync();
        await (await service.As(scene.Ward).PostAsJsonAsync(scene.Path("share", "2025") + "/assess", new { met = false, reason = "x" })).ProblemAsync(409, "SCO-0099");
    }

    [Fact]
    public async Task Closed_Campaign_LocksFiguresButIsStillSummedUp()
    {
        var scene = await CriterionScene.OpenAsync(service);
        await scene.PutAsync("words", "2025", new { text = "Đã làm" }).OkAsync();
        await scene.CloseAsync();

        await (await scene.PutAsync("words", "2025", new { text = "Khác" }, "x")).ProblemAsync(409, "SCO-0094");
        await (await scene.PutAsync("share", "2025", new { value = 99 })).ProblemAsync(409, "SCO-0094");
        Assert.Equal("notMet", CriterionScene.Outcome(await service.City.PostAsJsonAsync(scene.Path("words", "2025") + "/assess", new { met = false, reason = "Chưa rõ kết quả" }).OkAsync()));
        Assert.NotNull((string?)(await service.City.GetAsync($"/criterion-results/{scene.Code}/units").OkAsync())["campaign"]!["closedAt"]);
    }

    [Fact]
    public async Task Evidence_OfTheOwnUnit_MayBeCited()
    {
        var scene = await CriterionScene.OpenAsync(service);
        async Task<string> FileAsync(string unit)
        {
            using var form = new MultipartFormDataContent { { new StringContent(unit), "unitCode" }, { new ByteArrayContent([.. "%PDF-1.4\n%%EOF\n"u8]), "file", $"khao-sat-{unit}.pdf" } };
            return (string)(await service.City.PostAsync("/evidence", form).OkAsync())["id"]!;
        }
        var (own, alien) = (await FileAsync(scene.Ward), await FileAsync(scene.Other));
        Task<HttpResponseMessage> Put(string evidence) => service.As(scene.Ward).PutAsJsonAsync(scene.Path("share", "2025"), new { figure = new { value = 90 }, evidence = new[] { evidence } });

        var problem = await (await Put(alien)).ProblemAsync(400, "SCO-0096");
        Assert.Equal("/evidence/0", (string?)problem["errors"]![0]!["pointer"]);
        await Put(own).OkAsync();
        Assert.Equal(own, (string?)(await scene.ResultAsync("share", "2025"))["evidence"]![0]);
    }
}
