using System.Net;
using System.Net.Http.Json;
using Emulation.Contracts.Scoring;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

public class AppraisalApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private Task<HttpResponseMessage> AppraiseAsync(string id, object body, int? seen = null, HttpClient? by = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/score-sheets/{id}/appraise") { Content = JsonContent.Create(body) };
        if (seen is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return (by ?? service.City).SendAsync(request);
    }

    [Fact]
    public async Task Appraise_TwoAppraisers_TheSecondGets412WithTheCurrentVersion()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        var first = await AppraiseAsync(id, new { survey = new[] { new { leaf = "B.1", percent = 90 } } }, seen: 2);
        Assert.Equal("\"3\"", first.Headers.ETag?.Tag);
        var problem = await (await AppraiseAsync(id, new { survey = new[] { new { leaf = "B.1", percent = 10 } } }, seen: 2)).ProblemAsync(412, "EMU-0008");
        Assert.Equal(3, (int)problem["currentVersion"]!);
        Assert.Equal(87m, (decimal)(await service.City.GetAsync($"/score-sheets/{id}").OkAsync())["sheet"]!["index"]!);
    }

    [Fact]
    public async Task Appraise_ManyAtOnceWithTheSameVersion_OneWins()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => AppraiseAsync(id, new { survey = new[] { new { leaf = "B.1", percent = i } } }, seen: 2)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Appraise_TwoOfficersRacing_ExactlyOneWinsEachRoundAndTheOtherLearnsTheVersion()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        // Two connections of their own, warm, let go at the same moment.
        HttpClient[] officers = [service.As("31"), service.As("31")];
        foreach (var officer in officers)
            await officer.GetAsync($"/score-sheets/{id}").OkAsync();
        for (var version = 2; version < 22; version++)
        {
            using var start = new Barrier(officers.Length);
            var seen = version;
            var answers = await Task.WhenAll(officers.Select((officer, i) => Task.Run(() =>
            {
                start.SignalAndWait();
                return AppraiseAsync(id, new { survey = new[] { new { leaf = "B.1", percent = seen + (50 * i) } } }, seen, officer);
            })));
            var won = Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
            var problem = await answers.Single(a => a != won).ProblemAsync(412, "EMU-0008");
            Assert.Equal(seen + 1, (int)problem["currentVersion"]!);
            // What holds is the winner's figure, not a mixture.
            var holds = (await service.City.GetAsync($"/score-sheets/{id}").OkAsync())["sheet"]!;
            Assert.Equal((decimal)(await won.JsonAsync())["index"]!, (decimal)holds["index"]!);
            Assert.Equal(seen + 1, (int)holds["version"]!);
        }
        var history = (await service.City.GetAsync($"/score-sheets/{id}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(20, history.Count(h => (string?)h!["action"] == "appraise"));
    }

    [Fact]
    public async Task Appraise_ChangedLeaf_IsPublishedAndKeptInTheHistoryOfTheLeaf()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        service.Time.Now += TimeSpan.FromMinutes(1);
        await (await AppraiseAsync(id, new { changes = new object[] { new { leaf = "A.1", done = 35, total = 50, reason = "thiếu 5 báo cáo" } }, survey = new[] { new { leaf = "B.1", percent = 90 } } })).JsonAsync();
        service.Time.Now += TimeSpan.FromMinutes(1);
        await service.As(scene.Units[0]).PostAsJsonAsync($"/score-sheets/{id}/explain", new { explanations = new[] { new { leaf = "A.1", text = "Đã gửi bổ sung 02 báo cáo" } } }).OkAsync();
        service.Time.Now += TimeSpan.FromMinutes(1);
        var second = await (await AppraiseAsync(id, new { changes = new object[] { new { leaf = "A.1", points = 36.5, reason = "giải trình một phần" } } })).JsonAsync();
        Assert.Equal(83.5m, (decimal)second["index"]!);
        Assert.Equal(85.7143m, (decimal)second["selfIndex"]!);
        var told = await service.PublishedAsync<ScoreSheetAppraised>(e => e.SheetId == Guid.Parse(id) && e.Version == 5);
        Assert.Equal(83.5m, told.Index);

        var history = (await service.As(scene.Units[0]).GetAsync($"/score-sheets/{id}/history?leaf=A.1").OkAsync())["items"]!.AsArray();
        Assert.Equal(["createAndSubmit", "appraise", "explain", "appraise"], history.Select(h => (string?)h!["action"]));
        Assert.Equal("Đã gửi bổ sung 02 báo cáo", (string?)history[2]!["changes"]![0]!["reason"]);
        var change = history[3]!["changes"]![0]!;
        Assert.Equal((35m, 36.5m, "giải trình một phần"), ((decimal)change["fromPoints"]!, (decimal)change["toPoints"]!, (string?)change["reason"]));
        Assert.Equal("test-31", (string?)history[3]!["by"]);
    }

    [Fact]
    public async Task Appraise_ByTheWardItself_Returns403()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        await (await AppraiseAsync(id, new { }, by: service.As(scene.Units[0]))).ProblemAsync(403, "SCO-0014");
        await (await AppraiseAsync(id, new { }, by: service.As("31", Policies.ScoresWrite))).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Appraise_NothingSaid_AcceptsTheSelfScore()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        var sheet = await (await AppraiseAsync(id, new { })).JsonAsync();
        Assert.Equal("appraised", (string?)sheet["state"]);
        Assert.Equal(["B.1"], sheet["missing"]!.AsArray().Select(m => (string?)m));
    }

    [Fact]
    public async Task AppraiseBatch_MixedItems_AnswersEach()
    {
        var scene = await service.SceneAsync(3);
        await scene.SubmittedAsync(scene.Units[0], 40);
        await service.As(scene.Units[1]).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[1], 30)).OkAsync();
        object Item(string unit, decimal percent, int? expectedVersion = null) =>
            new { unitCode = unit, year = 2025, indexSet = scene.Set, expectedVersion, survey = new[] { new { leaf = "B.1", percent } } };
        var answer = await service.City.PostAsJsonAsync("/score-sheets/appraise-batch", new
        {
            items = new[] { Item(scene.Units[0], 80), Item(scene.Units[1], 80), Item(scene.Units[2], 80), Item(scene.Units[0], 101), Item(scene.Units[0], 70, expectedVersion: 2), new { } },
        }).OkAsync();
        Assert.Equal([200, 409, 404, 400, 412, 400], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal("SCO-0013", (string?)answer["items"]![1]!["problem"]!["code"]);
        Assert.Equal(3, (int)answer["items"]![4]!["problem"]!["facts"]!["currentVersion"]!);
    }

    [Fact]
    public async Task Get_Sheet_ShowsEveryLeafWithSelfAndCountingPoints()
    {
        var scene = await service.SceneAsync(1);
        var id = await scene.FinalAsync(scene.Units[0], 40, 50);
        var response = await service.As(scene.Units[0], Policies.ScoresRead).GetAsync($"/score-sheets/{id}");
        Assert.Equal("\"4\"", response.Headers.ETag?.Tag);
        var leaves = (await response.JsonAsync())["leaves"]!.AsArray();
        Assert.Equal(["A.1", "A.2", "B.1", "X.1"], leaves.Select(l => (string?)l!["leaf"]));
        Assert.Equal((40m, 15m), ((decimal)leaves[0]!["selfPoints"]!, (decimal)leaves[2]!["points"]!));
        Assert.Null(leaves[2]!["self"]);
    }
}
