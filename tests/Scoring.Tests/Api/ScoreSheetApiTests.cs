using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Scoring;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

public class ScoreSheetApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Create_ThenSubmit_PublishesScoreSheetSubmitted()
    {
        var scene = await service.SceneAsync(1);
        var ward = service.As(scene.Units[0]);
        var response = await ward.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var sheet = await response.JsonAsync();
        // 40 + 20 of the 70 that the ward scores itself; the survey is not in yet.
        Assert.Equal(85.7143m, (decimal)sheet["index"]!);
        Assert.True((bool)sheet["provisional"]!);
        Assert.Equal("draft", (string?)sheet["state"]);
        var proposed = await ward.PostAsync($"/score-sheets/{sheet["id"]}/submit", null).OkAsync();
        Assert.Equal(("awaitingApproval", 2), ((string?)proposed["state"], (int)proposed["version"]!));
        var submitted = await ward.PostAsJsonAsync($"/score-sheets/{sheet["id"]}/approve", new { approver = "Chủ tịch UBND phường" }).OkAsync();
        Assert.Equal(("submitted", 3), ((string?)submitted["state"], (int)submitted["version"]!));
        var told = await service.PublishedAsync<ScoreSheetSubmitted>(e => e.UnitCode == scene.Units[0]);
        Assert.Equal((3, 2025, scene.Set), (told.Version, told.Year, told.IndexSetCode));
        await (await ward.PostAsync($"/score-sheets/{sheet["id"]}/submit", null)).ProblemAsync(409, "SCO-0012");
    }

    [Fact]
    public async Task Create_Twice_Returns409WithTheSheetAtHand()
    {
        var scene = await service.SceneAsync(1);
        var first = await scene.SubmittedAsync(scene.Units[0], 40);
        var problem = await (await service.As(scene.Units[0]).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 41))).ProblemAsync(409, "SCO-0008");
        Assert.Equal((string?)first["id"], (string?)problem["sheetId"]);
    }

    [Fact]
    public async Task Create_SameIdempotencyKey_GivesTheFirstAnswerAgain()
    {
        var scene = await service.SceneAsync(1);
        var ward = service.As(scene.Units[0]);
        var first = await (await ward.PostKeyedAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40), "k1")).JsonAsync();
        var again = await ward.PostKeyedAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40), "k1");
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal((string?)first["id"], (string?)(await again.JsonAsync())["id"]);
        await (await ward.PostKeyedAsync("/score-sheets", scene.SheetBody(scene.Units[0], 41), "k1")).ProblemAsync(422, "EMU-0011");
    }

    [Fact]
    public async Task Create_ForAnotherWard_Returns404AsIfItWereNotThere()
    {
        var scene = await service.SceneAsync(2);
        await (await service.As(scene.Units[0]).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[1], 40))).ProblemAsync(404, "EMU-0005");
        var id = (string)(await scene.SubmittedAsync(scene.Units[1], 40))["id"]!;
        await (await service.As(scene.Units[0]).GetAsync($"/score-sheets/{id}")).ProblemAsync(404);
        await (await service.As(scene.Units[0]).PostAsync($"/score-sheets/{id}/submit", null)).ProblemAsync(404);
        await (await service.As(scene.Units[0]).GetAsync($"/score-sheets/{id}/history")).ProblemAsync(404);
        Assert.Empty((await service.As(scene.Units[0]).GetAsync($"/score-sheets?unitCode={scene.Units[1]}").OkAsync())["items"]!.AsArray());
        await (await service.As(scene.Units[0], Policies.ScoresRead).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[0], 40))).ProblemAsync(403);
    }

    [Fact]
    public async Task Create_UnknownUnitSetOrBlock_Returns409WithItsCode()
    {
        var (scene, other) = (await service.SceneAsync(1), await service.SceneAsync(1));
        await (await service.City.PostAsJsonAsync("/score-sheets", scene.SheetBody("99999", 40))).ProblemAsync(409, "SCO-0006");
        await (await service.City.PostAsJsonAsync("/score-sheets", scene.SheetBody(other.Units[0], 40))).ProblemAsync(409, "SCO-0007");
        await (await service.City.PostAsJsonAsync("/score-sheets", (scene with { Set = "khong-co" }).SheetBody(scene.Units[0], 40))).ProblemAsync(409, "SCO-0003");
        var draft = $"nhap-{scene.Block}"[..20];
        await service.City.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody(draft, scene.Block)).OkAsync();
        await (await service.City.PostAsJsonAsync("/score-sheets", (scene with { Set = draft }).SheetBody(scene.Units[0], 40))).ProblemAsync(409, "SCO-0004");
    }

    [Fact]
    public async Task Create_SurveyByTheWard_IsRefused()
    {
        var scene = await service.SceneAsync(1);
        var body = new { unitCode = scene.Units[0], year = 2025, indexSet = scene.Set, entries = new object[] { new { leaf = "B.1", surveyPercent = 99 } } };
        await (await service.As(scene.Units[0]).PostAsJsonAsync("/score-sheets", body)).ProblemAsync(409, "SCO-0010");
    }

    [Theory]
    [InlineData("""{"leaf":"A.1","done":1}""", 400)]
    [InlineData("""{"leaf":"A.1","done":"1","total":2}""", 400)]
    [InlineData("""{"leaf":"A.1","done":1,"total":2,"points":50}""", 400)]
    [InlineData("""{"leaf":"A.1","done":1e30,"total":2}""", 400)]
    [InlineData("""{"leaf":"Z.1","met":true}""", 400)]
    [InlineData("""{"leaf":"A.2","met":true,"explanation":" "}""", 400)]
    [InlineData("""{"leaf":"A.2","met":true,"evidence":["00000000-0000-0000-0000-000000000001"]}""", 400)]
    [InlineData("""{"leaf":"A.2","met":true,"evidence":["x"]}""", 400)]
    [InlineData("""{"leaf":"A.2\u0000","met":true}""", 400)]
    [InlineData("null", 400)]
    public async Task Create_EntryThatDoesNotFit_Returns400(string entry, int status)
    {
        var scene = await service.SceneAsync(1);
        var body = $$"""{"unitCode":"{{scene.Units[0]}}","year":2025,"indexSet":"{{scene.Set}}","entries":[{{entry}}]}""";
        await (await service.As(scene.Units[0]).PostAsync("/score-sheets", new StringContent(body, null, "application/json"))).ProblemAsync(status);
    }

    [Fact]
    public async Task Batch_OneBadItem_DoesNotSpoilTheOthers()
    {
        var scene = await service.SceneAsync(3);
        var items = new JsonArray(
            Node(scene.SheetBody(scene.Units[0], 40, submit: true)),
            Node(new { unitCode = scene.Units[1], year = "nhầm" }),
            Node(scene.SheetBody(scene.Units[1], 40, year: 1)),
            Node(scene.SheetBody("99999", 40)),
            Node(scene.SheetBody(scene.Units[1], 30)),
            Node(scene.SheetBody(scene.Units[1], 35)),
            Node(scene.SheetBody(scene.Units[2], 20, externalRef: "hs-1")));
        var answer = await service.City.PostAsJsonAsync("/score-sheets/batch", new { items }).OkAsync();
        Assert.Equal([201, 400, 400, 409, 201, 409, 201], answer["items"]!.AsArray().Select(i => (int)i!["status"]!));
        Assert.Equal(["EMU-0002", "EMU-0001", "SCO-0006", "SCO-0008"], answer["items"]!.AsArray().Where(i => i!["problem"] is not null).Select(i => (string?)i!["problem"]!["code"]));
        Assert.Equal((3, 4), ((int)answer["accepted"]!, (int)answer["refused"]!));
        var listed = await service.City.GetAsync($"/score-sheets?indexSet={scene.Set}&limit=2").OkAsync();
        var rest = await service.City.GetAsync($"/score-sheets?indexSet={scene.Set}&limit=2&after={listed["next"]}").OkAsync();
        Assert.Equal((2, 1), (listed["items"]!.AsArray().Count, rest["items"]!.AsArray().Count));
        Assert.Null(rest["next"]);
    }

    [Fact]
    public async Task Batch_SentTwiceAtOnceUnderOneKey_HasOneEffect()
    {
        var scene = await service.SceneAsync(5);
        var body = new { items = scene.Units.Select(u => scene.SheetBody(u, 10)).ToArray() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.City.PostKeyedAsync("/score-sheets/batch", body, $"b-{scene.Set}")));
        var texts = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(texts.Distinct());
        Assert.Equal(5, (int)JsonNode.Parse(texts[0])!["accepted"]!);
    }

    [Fact]
    public async Task Batch_TwoClientsAtOnce_EachSheetIsTakenOnce()
    {
        var scene = await service.SceneAsync(6);
        var body = new { items = scene.Units.Select(u => scene.SheetBody(u, 10)).ToArray() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.City.PostAsJsonAsync("/score-sheets/batch", body).OkAsync()));
        Assert.Equal(6, answers.Sum(a => (int)a["accepted"]!));
        Assert.Equal(12, answers.Sum(a => (int)a["refused"]!));
    }

    private static JsonNode Node(object value) => System.Text.Json.JsonSerializer.SerializeToNode(value)!;
}
