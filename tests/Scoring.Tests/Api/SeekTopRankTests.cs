using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Which leaves would lift a unit into the top N (C-07): what is answered holds when it is really entered and ranked.</summary>
public class SeekTopRankTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static object Question(Scene scene, string unit, int goalRank, bool cityLeaves = false, bool countDrafts = false, params object[] entries) =>
        new { unitCode = unit, year = 2025, indexSet = scene.Set, goalRank, cityLeaves, countDrafts, entries };

    private async Task<JsonNode> AskAsync(Scene scene, string unit, int goalRank, bool cityLeaves = false, bool countDrafts = false, params object[] entries) =>
        await service.As(unit, Policies.ScoresRead).PostAsJsonAsync("/rankings/what-if", Question(scene, unit, goalRank, cityLeaves, countDrafts, entries)).OkAsync();

    /// <summary>Indexes 100, 95, 90, 70.</summary>
    private async Task<(Scene Scene, string[] Sheets)> FourAsync()
    {
        var scene = await service.SceneAsync(4);
        var sheets = new List<string>();
        foreach (var (unit, done) in scene.Units.Zip([50, 45, 40, 20]))
            sheets.Add(await scene.FinalAsync(unit, done));
        return (scene, [.. sheets]);
    }

    [Fact]
    public async Task WhatIf_OneLeafSuffices_NamesTheFigureAndTheFigureHolds()
    {
        var (scene, sheets) = await FourAsync();
        var answer = await AskAsync(scene, scene.Units[3], 2);
        Assert.Equal((70m, 4, 95m, 25m, false, true), ((decimal)answer["current"]!["index"]!, (int)answer["current"]!["rank"]!, (decimal)answer["goalScore"]!, (decimal)answer["gap"]!, (bool)answer["reached"]!, (bool)answer["reachable"]!));
        var leaf = Assert.Single(answer["leaves"]!.AsArray())!;
        Assert.Equal(("A.1", 20m, 30m, 1), ((string)leaf["leaf"]!, (decimal)leaf["points"]!, (decimal)leaf["most"]!["gain"]!, (int)leaf["most"]!["place"]!["rank"]!));
        Assert.Equal(("từ 45 trên 50 (90%) trở lên", 45, 2, 1), ((string)leaf["enough"]!["inWords"]!, (int)leaf["enough"]!["figures"]!["done"]!, (int)leaf["enough"]!["place"]!["rank"]!, (int)leaf["enough"]!["place"]!["tiedWith"]!));
        var plan = answer["smallest"]!;
        Assert.Equal(("A.1", 45, true), ((string)Assert.Single(plan["leaves"]!.AsArray())!["leaf"]!, (int)plan["leaves"]![0]!["figures"]!["done"]!, (bool)plan["provedSmallest"]!));
        Assert.Equal((3, 3, 3, 0, 0, 0), ((int)answer["others"]!["units"]!, (int)answer["others"]!["counted"]!, (int)answer["others"]!["final"]!, (int)answer["others"]!["unfinished"]!, (int)answer["others"]!["notHandedIn"]!, (int)answer["others"]!["withoutSheet"]!));

        async Task<int> RankAsync(int done)
        {
            await scene.ReappraiseAsync(sheets[3], new { leaf = "A.1", done, total = 50, reason = "thử" });
            var preview = await service.City.PostAsJsonAsync("/rankings/preview", scene.Publication()).OkAsync();
            return (int)preview["ranked"]!.AsArray().Single(r => (string?)r!["unitCode"] == scene.Units[3])!["rank"]!;
        }
        Assert.Equal(2, await RankAsync(45));
        Assert.Equal(3, await RankAsync(44));
    }

    [Fact]
    public async Task WhatIf_GoalReachedAlready_AsksForNothing()
    {
        var (scene, _) = await FourAsync();
        var answer = await AskAsync(scene, scene.Units[1], 2);
        Assert.True((bool)answer["reached"]!);
        Assert.Equal(0m, (decimal)answer["gap"]!);
        Assert.Empty(answer["smallest"]!["leaves"]!.AsArray());
    }

    [Fact]
    public async Task WhatIf_OwnLeavesDoNotSuffice_TellsHowFarTheyGoAndWhatTheCitysWouldDo()
    {
        var scene = await service.SceneAsync(3);
        await scene.FinalAsync(scene.Units[0], 50, 90);
        await scene.FinalAsync(scene.Units[1], 50, 80);
        await scene.FinalAsync(scene.Units[2], 40, 40);
        var own = await AskAsync(scene, scene.Units[2], 1);
        Assert.False((bool)own["reachable"]!);
        Assert.Null(own["smallest"]);
        Assert.Equal((82m, 3), ((decimal)own["atBest"]!["index"]!, (int)own["atBest"]!["rank"]!));
        Assert.Equal(["A.1"], own["leaves"]!.AsArray().Select(l => (string)l!["leaf"]!));

        var all = await AskAsync(scene, scene.Units[2], 1, cityLeaves: true);
        Assert.True((bool)all["reachable"]!);
        // The survey alone: 40 + 20 + 30 = 90; not enough for 97. Both: 97 - 50 - 20 = 27 points of 30.
        Assert.All(all["leaves"]!.AsArray(), l => Assert.Null(l!["enough"]));
        Assert.Equal([("B.1", true), ("A.1", false)], all["leaves"]!.AsArray().Select(l => ((string)l!["leaf"]!, (bool)l["cityOnly"]!)));
        Assert.Equal([("B.1", "từ 90% trở lên"), ("A.1", "từ 50 trên 50 (100%) trở lên")], all["smallest"]!["leaves"]!.AsArray().Select(l => ((string)l!["leaf"]!, (string)l["inWords"]!)));
        Assert.Equal(1, (int)all["smallest"]!["place"]!["rank"]!);
    }

    [Fact]
    public async Task WhatIf_LeafAgainstTheBlock_IsRankedWithTheMeanThatItMoves()
    {
        // A.2 is scored against the block's mean; raising one's own value takes points from those below it.
        var scene = await service.SceneOfAsync(3, body =>
        {
            var leaf = body["areas"]![0]!["criteria"]![1]!;
            leaf["formula"] = new JsonObject { ["kind"] = "relative" };
        });
        var sheets = new List<string>();
        foreach (var (unit, done, value) in new[] { (scene.Units[0], 49, 30), (scene.Units[1], 42, 30), (scene.Units[2], 42, 0) })
        {
            var sheet = await service.As(unit).PostAsJsonAsync("/score-sheets", new
            {
                unitCode = unit, year = 2025, indexSet = scene.Set, submit = true, approver = "Chủ tịch",
                entries = new object[] { new { leaf = "A.1", done, total = 50, explanation = "x" }, new { leaf = "A.2", value, explanation = "x" } },
            }).OkAsync();
            sheets.Add((string)sheet["id"]!);
            await service.City.PostAsJsonAsync($"/score-sheets/{sheets[^1]}/appraise", new { survey = new[] { new { leaf = "B.1", percent = 100 } } }).OkAsync();
            await service.City.PostAsync($"/score-sheets/{sheets[^1]}/finalise", null).OkAsync();
        }
        var answer = await AskAsync(scene, scene.Units[2], 1);
        Assert.Equal((72m, 3), ((decimal)answer["current"]!["index"]!, (int)answer["current"]!["rank"]!));
        // Full points for the second leaf are 92 against 99: both leaves are needed.
        var plan = answer["smallest"]!["leaves"]!.AsArray().ToDictionary(l => (string)l!["leaf"]!, l => l!["figures"]!);
        Assert.Equal(["A.1", "A.2"], plan.Keys.Order(StringComparer.Ordinal));
        await scene.ReappraiseAsync(sheets[2], new { leaf = "A.1", done = (decimal)plan["A.1"]["done"]!, total = 50, reason = "thử" });
        async Task<int> RankAsync(decimal value)
        {
            await scene.ReappraiseAsync(sheets[2], new { leaf = "A.2", value, reason = "thử" });
            var preview = await service.City.PostAsJsonAsync("/rankings/preview", scene.With()).OkAsync();
            return (int)preview["ranked"]!.AsArray().Single(r => (string?)r!["unitCode"] == scene.Units[2])!["rank"]!;
        }
        var needed = (decimal)plan["A.2"]["value"]!;
        Assert.Equal(1, await RankAsync(needed));
        Assert.NotEqual(1, await RankAsync(needed - 0.01m));
    }

    [Fact]
    public async Task WhatIf_FiguresTriedOut_CountInPlaceOfTheSheetAndAreNotStored()
    {
        var (scene, sheets) = await FourAsync();
        var answer = await AskAsync(scene, scene.Units[3], 2, entries: new { leaf = "A.1", done = 40, total = 50 });
        Assert.Equal((70m, 90m, 3), ((decimal)answer["standing"]!["index"]!, (decimal)answer["current"]!["index"]!, (int)answer["current"]!["rank"]!));
        // What the unit tries as not applicable stays so: nothing is left to lift but the first leaf.
        var without = await AskAsync(scene, scene.Units[3], 1, entries: new { leaf = "A.2", notApplicable = true });
        Assert.Equal(["A.1"], without["leaves"]!.AsArray().Select(l => (string)l!["leaf"]!));
        Assert.Equal(62.5m, (decimal)without["current"]!["index"]!);
        Assert.Equal(70m, (decimal)(await service.City.GetAsync($"/score-sheets/{sheets[3]}").OkAsync())["sheet"]!["index"]!);
    }

    [Fact]
    public async Task WhatIf_SheetsThatAreNotFinal_AreCountedOpenly()
    {
        var scene = await service.SceneAsync(5);
        await scene.FinalAsync(scene.Units[0], 20);
        await scene.SubmittedAsync(scene.Units[1], 40);
        await service.As(scene.Units[2]).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[2], 50)).OkAsync();
        await service.As(scene.Units[3]).PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[3], 30)).OkAsync();
        static (int, int, int, int, int, int) Others(JsonNode a) => ((int)a["others"]!["units"]!, (int)a["others"]!["counted"]!, (int)a["others"]!["final"]!, (int)a["others"]!["unfinished"]!, (int)a["others"]!["notHandedIn"]!, (int)a["others"]!["withoutSheet"]!);

        // 30 of 50 and 20 of 20, the survey still out: 71.4286 of what is known. Only what was handed in is compared: 70 and 85.7143.
        var answer = await AskAsync(scene, scene.Units[3], 1);
        Assert.Equal((4, 2, 1, 1, 1, 1), Others(answer));
        Assert.Equal((71.4286m, 2, "draft"), ((decimal)answer["current"]!["index"]!, (int)answer["current"]!["rank"]!, (string)answer["sheetState"]!));
        Assert.Equal(["B.1"], answer["missing"]!.AsArray().Select(m => (string)m!));
        var drafts = await AskAsync(scene, scene.Units[3], 1, countDrafts: true);
        Assert.Equal((4, 3, 1, 2, 1, 1), Others(drafts));
        Assert.Equal(3, (int)drafts["current"]!["rank"]!);
    }

    [Fact]
    public async Task WhatIf_WhoMayAskAndWhat_IsChecked()
    {
        var (scene, _) = await FourAsync();
        var unit = scene.Units[3];
        async Task RefusedAsync(HttpClient by, object question, int status, string code, string? pointer)
        {
            var problem = await (await by.PostAsJsonAsync("/rankings/what-if", question)).ProblemAsync(status, code);
            if (pointer is not null)
                Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
        }
        await RefusedAsync(service.As(scene.Units[0]), Question(scene, unit, 5), 404, "EMU-0005", "/unitCode");
        await RefusedAsync(service.As(unit, Policies.UnitsRead), Question(scene, unit, 5), 403, "EMU-0004", null);
        await service.City.PostAsJsonAsync("/rankings/what-if", Question(scene, unit, 5)).OkAsync();
        await RefusedAsync(service.City, Question(scene with { Set = "khong-co" }, unit, 5), 409, "SCO-0003", "/indexSet");
        await RefusedAsync(service.City, Question(scene, "99999", 5), 409, "SCO-0085", "/unitCode");
        await RefusedAsync(service.City, Question(scene, unit, 0), 400, "EMU-0001", "/goalRank");
        await RefusedAsync(service.City, Question(scene, unit, 5, false, false, new { leaf = "B.1", surveyPercent = 100 }), 409, "SCO-0010", "/entries/0/leaf");
        await RefusedAsync(service.City, Question(scene, unit, 5, false, false, new { leaf = "A.1", value = 3 }), 400, "SCO-0009", "/entries/0");
        await RefusedAsync(service.City, Question(scene, unit, 5, false, false, new { leaf = "C.9", met = true }), 400, "SCO-0009", "/entries/0");
        await RefusedAsync(service.City, Question(scene, unit, 5, false, false, new { leaf = "A.2", met = true }, new { leaf = "A.2", met = false }), 400, "SCO-0009", "/entries/1/leaf");
        await RefusedAsync(service.City, Question(scene, unit, 5, false, false, new { leaf = "A.2", met = true }, null!), 400, "EMU-0001", "/entries");
    }
}
