using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>The whole life of a sheet (domain 2.6): open, self-score, approve, appraise, explain, appraise again, survey, bonus and penalty, final, open again.</summary>
public class SheetLifeTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static readonly object[] Explained = [new { leaf = "A.1", text = "Đã bổ sung báo cáo" }];

    private Task<HttpResponseMessage> Do(string id, string step, object? body = null, HttpClient? by = null) =>
        (by ?? service.City).PostAsJsonAsync($"/score-sheets/{id}/{step}", body ?? new { });

    private async Task<JsonNode> Done(string id, string step, object? body = null, HttpClient? by = null) => await Do(id, step, body, by).OkAsync();

    private static object Lower => new { changes = new[] { new { leaf = "A.1", done = 20, total = 50, reason = "thiếu tài liệu" } } };

    [Fact]
    public async Task Life_FromDraftToFinal_StopsAtEachStep()
    {
        var scene = await service.SceneAsync(1);
        var (ward, leader) = (service.As(scene.Units[0], Policies.ScoresRead, Policies.ScoresWrite), service.As(scene.Units[0], "leader", [Policies.ScoresRead, Policies.ScoresApprove]));
        var id = (string)(await ward.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40)).OkAsync())["id"]!;

        await (await Do(id, "approve", new { approver = "Chủ tịch" }, ward)).ProblemAsync(403, "EMU-0004");
        await (await Do(id, "appraise")).ProblemAsync(409, "SCO-0013");
        await Done(id, "submit", by: ward);
        await (await ward.PutAsJsonAsync($"/score-sheets/{id}", new { entries = Array.Empty<object>() })).ProblemAsync(409, "SCO-0012");
        await Done(id, "return", new { reason = "Xem lại tỷ lệ" }, leader);
        await (await Do(id, "return", new { reason = "x" }, leader)).ProblemAsync(409, "SCO-0031");
        await Done(id, "submit", by: ward);
        var submitted = await Done(id, "approve", new { approver = "Bà Trần Thị B, Chủ tịch UBND phường" }, leader);
        Assert.Equal(("submitted", "Bà Trần Thị B, Chủ tịch UBND phường"), ((string?)submitted["state"], (string?)submitted["approver"]));

        await (await Do(id, "finalise")).ProblemAsync(409, "SCO-0037");
        await (await Do(id, "explain", new { explanations = Explained }, ward)).ProblemAsync(409, "SCO-0034");
        Assert.Equal("submitted", (string?)(await Done(id, "appraise", new { changes = new[] { new { leaf = "A.2", met = false, reason = "chưa thấy kế hoạch" } }, conclude = false }))["state"]);
        var first = await Done(id, "appraise", Lower);
        Assert.Equal("underExplanation", (string?)first["state"]);
        Assert.Equal(VietnamTime.Today(service.Time).AddDays(5), DateOnly.Parse((string)first["explainUntil"]!, System.Globalization.CultureInfo.InvariantCulture));

        // Still the unit's turn: no verdict, no end; the survey is no verdict.
        await (await Do(id, "appraise", Lower)).ProblemAsync(409, "SCO-0033");
        await (await Do(id, "finalise")).ProblemAsync(409, "SCO-0033");
        await (await Do(id, "reopen", new { to = "appraisal", reason = "bỏ qua giải trình" })).ProblemAsync(409, "SCO-0033");
        Assert.Equal("underExplanation", (string?)(await Done(id, "appraise", new { survey = new[] { new { leaf = "B.1", percent = 90 } } }))["state"]);

        var refused = await (await Do(id, "explain", new { explanations = new object[] { new { leaf = "B.1", text = "x" }, new { leaf = "A.1", text = "x" }, new { leaf = "A.1", text = "y" } } }, ward)).ProblemAsync(400, "SCO-0036");
        Assert.Equal(["/explanations/0/leaf", "/explanations/2/leaf"], refused["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
        Assert.Equal("explained", (string?)(await Done(id, "explain", new { explanations = Explained }, ward))["state"]);
        await (await Do(id, "explain", new { explanations = Explained }, ward)).ProblemAsync(409, "SCO-0034");

        // What the unit has explained is answered, not passed over.
        var passedOver = await (await Do(id, "appraise", new { })).ProblemAsync(409, "SCO-0048");
        Assert.Equal(["A.1"], passedOver["unanswered"]!.AsArray().Select(u => (string?)u));
        await (await Do(id, "reopen", new { to = "appraisal", reason = "x" })).ProblemAsync(409, "SCO-0039");
        var second = await Done(id, "appraise", new { changes = new object[] { new { leaf = "A.1", accept = true, reason = "đã đủ tài liệu" } } });
        Assert.Equal("appraised", (string?)second["state"]);
        var leaf = (await service.City.GetAsync($"/score-sheets/{id}").OkAsync())["leaves"]![0]!;
        // All three words on the leaf stay readable: the first appraisal, the answer, and that the self score counts again.
        Assert.Equal(("thiếu tài liệu", "Đã bổ sung báo cáo", 40m), ((string?)leaf["first"]!["reason"], (string?)leaf["answer"]!["text"], (decimal)leaf["points"]!));
        Assert.Null(leaf["appraised"]);
        Assert.Equal("đã đủ tài liệu", (string?)leaf["accepted"]!["reason"]);

        Assert.Equal("final", (string?)(await Done(id, "finalise"))["state"]);
        await (await Do(id, "finalise")).ProblemAsync(409, "SCO-0038");
        await (await Do(id, "appraise", Lower)).ProblemAsync(409, "SCO-0038");
        var history = (await ward.GetAsync($"/score-sheets/{id}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(
            ["create", "submit", "return", "submit", "approve", "appraise", "appraise", "appraise", "explain", "appraise", "finalise"],
            history.Select(h => (string?)h!["action"]));
        Assert.Equal("Xem lại tỷ lệ", (string?)history[2]!["reason"]);
        Assert.Equal("đã đủ tài liệu", (string?)history[9]!["changes"]![0]!["reason"]);
    }

    [Fact]
    public async Task Appraise_NothingChanged_NeedsNoExplanation()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        // The same figures said again are no change.
        var sheet = await Done(id, "appraise", new { changes = new[] { new { leaf = "A.1", done = 40, total = 50, reason = "đã đối chiếu" } } });
        Assert.Equal("appraised", (string?)sheet["state"]);
        Assert.Null(sheet["explainUntil"]);
    }

    [Fact]
    public async Task Explain_Nothing_AgreesAndSkipsTheSecondAppraisal()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        await Done(id, "appraise", Lower);
        Assert.Equal("appraised", (string?)(await Done(id, "explain", new { explanations = Array.Empty<object>() }, service.As(scene.Units[0])))["state"]);
    }

    [Fact]
    public async Task Explain_AfterTheLastDay_IsTooLateAndTheAppraisersGoOn()
    {
        var scene = await service.SceneAsync(1);
        var ward = service.As(scene.Units[0]);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        await Done(id, "appraise", Lower);
        service.Time.Now += TimeSpan.FromDays(6);
        await (await Do(id, "explain", new { explanations = Explained }, ward)).ProblemAsync(409, "SCO-0035");
        await Done(id, "appraise", new { survey = new[] { new { leaf = "B.1", percent = 100 } } });
        Assert.Equal("final", (string?)(await Done(id, "finalise"))["state"]);
    }

    [Fact]
    public async Task Locked_AfterTheLastDay_UntilExtendedOrReopened()
    {
        var scene = await service.SceneAsync(3);
        var today = VietnamTime.Today(service.Time);
        await scene.OpenAsync(2031, today.AddDays(2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var (ward, other) = (service.As(scene.Units[0]), service.As(scene.Units[1]));
        var draft = (string)(await ward.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40, year: 2031)).OkAsync())["id"]!;
        var handedIn = (string)(await scene.SubmittedAsync(scene.Units[2], 40, 2031))["id"]!;
        service.Time.Now += TimeSpan.FromDays(3);
        await (await ward.PutAsJsonAsync($"/score-sheets/{draft}", new { entries = Array.Empty<object>() })).ProblemAsync(409, "SCO-0029");
        await (await Do(draft, "submit", by: ward)).ProblemAsync(409, "SCO-0029");
        await (await other.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[1], 40, year: 2031))).ProblemAsync(409, "SCO-0029");

        var round = await scene.RoundIdAsync(2031);
        var progress = await service.City.GetAsync($"/rounds/{round}").OkAsync();
        Assert.Equal([(scene.Units[0], true), (scene.Units[1], true), (scene.Units[2], false)], progress["units"]!.AsArray().Select(u => ((string)u!["unitCode"]!, (bool)u["late"]!)));
        await (await service.City.PostAsJsonAsync($"/rounds/{round}/extensions", new { unitCode = scene.Units[1], until = today, reason = "mất điện" })).ProblemAsync(400, "SCO-0044");
        await (await service.City.PostAsJsonAsync($"/rounds/{round}/extensions", new { unitCode = scene.Units[1], until = today.AddYears(40), reason = "gõ nhầm năm" })).ProblemAsync(400, "SCO-0044");
        await (await service.City.PutAsJsonAsync($"/rounds/{round}", new { selfScoreUntil = today.AddYears(40), explanationDays = 3, reason = "gõ nhầm năm" })).ProblemAsync(400, "SCO-0044");
        await (await service.City.PostAsJsonAsync($"/rounds/{round}/extensions", new { unitCode = "31", until = today.AddDays(9), reason = "mất điện" })).ProblemAsync(409, "SCO-0007");
        await service.City.PostAsJsonAsync($"/rounds/{round}/extensions", new { unitCode = scene.Units[1], until = today.AddDays(9), reason = "mất điện" }).OkAsync();
        await other.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[1], 40, year: 2031)).OkAsync();
        await (await Do(draft, "submit", by: ward)).ProblemAsync(409, "SCO-0029");

        // A sheet handed in by mistake goes back to the unit, with a day of its own.
        await (await Do(handedIn, "reopen", new { to = "selfScore", reason = "nhập nhầm cột" })).ProblemAsync(409, "SCO-0029");
        await (await Do(handedIn, "reopen", new { to = "selfScore", reason = "nhập nhầm cột", until = today.AddDays(9) }, service.As(scene.Units[2]))).ProblemAsync(403, "SCO-0014");
        Assert.Equal("draft", (string?)(await Done(handedIn, "reopen", new { to = "selfScore", reason = "nhập nhầm cột", until = today.AddDays(9) }))["state"]);
        await Done(handedIn, "submit", by: service.As(scene.Units[2]));
        // Everyone gets more time.
        await service.City.PutAsJsonAsync($"/rounds/{round}", new { selfScoreUntil = today.AddDays(20), explanationDays = 3, reason = "gia hạn chung" }).OkAsync();
        await Done(draft, "submit", by: ward);
    }

    [Fact]
    public async Task Reopen_ToSelfScore_TakesVerdictsBackButKeepsTheSurvey()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        await Done(id, "appraise", new { changes = new[] { new { leaf = "A.1", done = 10, total = 50, reason = "sai" } }, survey = new[] { new { leaf = "B.1", percent = 100 } } });
        var reopened = await Done(id, "reopen", new { to = "selfScore", reason = "Đơn vị xin chấm lại" });
        Assert.Equal(("draft", 90m, 0), ((string?)reopened["state"], (decimal)reopened["index"]!, reopened["missing"]!.AsArray().Count));
        await service.As(scene.Units[0]).PutAsJsonAsync($"/score-sheets/{id}", new { entries = new object[] { new { leaf = "A.1", done = 50, total = 50, explanation = "x" }, new { leaf = "A.2", met = true, explanation = "x" } } }).OkAsync();
        Assert.Equal(100m, (decimal)(await service.City.GetAsync($"/score-sheets/{id}").OkAsync())["sheet"]!["index"]!);
        await (await Do(id, "reopen", new { to = "appraisal", reason = "x" })).ProblemAsync(409, "SCO-0039");
    }

    [Fact]
    public async Task Create_AndSubmitWithoutApproval_IsRefused()
    {
        var scene = await service.SceneAsync(1);
        await (await service.As(scene.Units[0], Policies.ScoresWrite).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40, submit: true))).ProblemAsync(403, "SCO-0045");
        var body = System.Text.Json.JsonSerializer.SerializeToNode(scene.SheetBody(scene.Units[0], 40, submit: true))!;
        body["approver"] = null;
        await (await service.As(scene.Units[0]).PostAsJsonAsync("/score-sheets", body)).ProblemAsync(400, "SCO-0032");
        await (await service.As(scene.Units[0]).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40, year: 2044))).ProblemAsync(409, "SCO-0027");
    }

    // Two appraisers at once: the second is told what the first changed.
    [Fact]
    public async Task Appraise_OnAnOlderVersion_Gets412WithTheChangesSince()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        await Done(id, "appraise", new { changes = new[] { new { leaf = "A.1", done = 20, total = 50, reason = "thiếu tài liệu" } }, conclude = false }, service.As("31", "first", [Policies.ScoresAppraise]));
        var request = new HttpRequestMessage(HttpMethod.Post, $"/score-sheets/{id}/appraise") { Content = JsonContent.Create(Lower) };
        request.Headers.TryAddWithoutValidation("If-Match", "\"2\"");
        var problem = await (await service.As("31", "second", [Policies.ScoresAppraise]).SendAsync(request)).ProblemAsync(412, "EMU-0008");
        var act = Assert.Single(problem["changes"]!.AsArray())!;
        Assert.Equal(("first", "A.1", 40m, 20m), ((string?)act["by"], (string?)act["changes"]![0]!["leaf"], (decimal)act["changes"]![0]!["fromPoints"]!, (decimal)act["changes"]![0]!["toPoints"]!));
    }

    [Fact]
    public async Task Survey_ForManyUnits_AllOrNothingWithAPlaceForEachFault()
    {
        var scene = await service.SceneAsync(3);
        var ids = new List<string>();
        foreach (var unit in scene.Units[..2])
            ids.Add((string)(await scene.SubmittedAsync(unit, 40))["id"]!);
        object Row(string unit, string leaf, decimal percent) => new { unitCode = unit, leaf, percent };
        object Request(params object[] results) => new { indexSet = scene.Set, year = 2025, results };
        var problem = await (await service.City.PostAsJsonAsync("/score-sheets/survey", Request(
            Row(scene.Units[0], "B.1", 90), Row(scene.Units[1], "B.1", 101), Row(scene.Units[2], "B.1", 90), Row(scene.Units[0], "A.1", 90), Row(scene.Units[0], "B.1", 91)))).ProblemAsync(400, "SCO-0046");
        Assert.Equal(["/results/1", "/results/2", "/results/3", "/results/4"], problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["B.1"], (await service.City.GetAsync($"/score-sheets/{ids[0]}").OkAsync())["sheet"]!["missing"]!.AsArray().Select(m => (string?)m));
        var done = await service.City.PostAsJsonAsync("/score-sheets/survey", Request(Row(scene.Units[0], "B.1", 90), Row(scene.Units[1], "B.1", 80))).OkAsync();
        Assert.Equal((2, 2), ((int)done["sheets"]!, (int)done["results"]!));
        // Entered, and the first appraisal goes on.
        Assert.Equal(("submitted", 87m), ((string?)(await service.City.GetAsync($"/score-sheets/{ids[0]}").OkAsync())["sheet"]!["state"], (decimal)(await service.City.GetAsync($"/score-sheets/{ids[0]}").OkAsync())["sheet"]!["index"]!));
        await (await service.As(scene.Units[0]).PostAsJsonAsync("/score-sheets/survey", Request(Row(scene.Units[0], "B.1", 100)))).ProblemAsync(403, "SCO-0014");
    }

    [Fact]
    public async Task FinaliseRound_TakesWhatIsReadyAndNamesTheRest()
    {
        var scene = await service.SceneAsync(3);
        await scene.FinalAsync(scene.Units[0], 50);
        var ready = (string)(await scene.SubmittedAsync(scene.Units[1], 40))["id"]!;
        await Done(ready, "appraise", new { survey = new[] { new { leaf = "B.1", percent = 90 } } });
        await scene.SubmittedAsync(scene.Units[2], 40);
        var answer = await service.City.PostAsync($"/rounds/{await scene.RoundIdAsync()}/finalise", null).OkAsync();
        Assert.Equal((1, 1, scene.Units[2]), ((int)answer["finalised"]!, (int)answer["already"]!, (string?)Assert.Single(answer["open"]!.AsArray())!["unitCode"]));
    }

    // domain 2.4, F12: own cap, own evidence.
    [Fact]
    public async Task Bonus_NeedsEvidenceFromEitherSideAndKeepsItsCap()
    {
        var scene = await service.SceneAsync(1);
        var id = (string)(await scene.SubmittedAsync(scene.Units[0], 40))["id"]!;
        object Bonus(params string[] evidence) => new { changes = new[] { new { leaf = "X.1", count = 9, reason = "mô hình được nhân rộng", evidence } } };
        var problem = await (await Do(id, "appraise", Bonus())).ProblemAsync(400, "SCO-0015");
        Assert.Equal("/changes/0/evidence", (string?)problem["errors"]![0]!["pointer"]);
        var file = await EvidenceTests.FileAsync(service.City, "31", "van-ban.pdf", EvidenceTests.Pdf("nhân rộng"));
        Assert.Equal(2m, (decimal)(await Done(id, "appraise", Bonus((string)file["id"]!)))["bonus"]!);
    }
}
