using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Where a unit is strong, where it loses its points, how a block is spread, who moved.</summary>
public class RankingAnalysisTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    /// <summary>Five units: indexes 100, 87, 74, 61, 48.</summary>
    private async Task<(Scene Scene, JsonNode Ranking, string[] Sheets)> FiveAsync()
    {
        var scene = await service.SceneAsync(5);
        var sheets = new List<string>();
        foreach (var (i, unit) in scene.Units.Index())
            sheets.Add(await scene.FinalAsync(unit, 50 - 10 * i, 100 - 10 * i));
        return (scene, await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync(), [.. sheets]);
    }

    private static JsonNode Leaf(JsonNode analysis, string code) => analysis["leaves"]!.AsArray().Single(l => (string?)l!["code"] == code)!;

    [Fact]
    public async Task Unit_SeenByItself_ComparesAreasAndLeavesWithTheBlock()
    {
        var (scene, ranking, sheets) = await FiveAsync();
        var analysis = await service.As(scene.Units[1], Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[1]}").OkAsync();
        Assert.Equal((2, 5, 87m, 74m, 74m, 100m, 52m), ((int)analysis["unit"]!["rank"]!, (int)analysis["of"]!, (decimal)analysis["unit"]!["index"]!,
            (decimal)analysis["index"]!["mean"]!, (decimal)analysis["index"]!["median"]!, (decimal)analysis["index"]!["best"]!, (decimal)analysis["index"]!["spread"]!));
        var area = analysis["areas"]![0]!;
        Assert.Equal(("A", 60m, 70m, 85.7143m, 10m, 10m, 71.4286m, 2), ((string)area["code"]!, (decimal)area["points"]!, (decimal)area["max"]!, (decimal)area["rate"]!,
            (decimal)area["lostPoints"]!, (decimal)area["lostIndex"]!, (decimal)area["block"]!["mean"]!, (int)area["rank"]!));
        Assert.Equal(scene.Units[0], (string?)area["bestUnits"]![0]!["unitCode"]);
        // Lost over all areas is what is missing to 100.
        Assert.Equal(13m, analysis["areas"]!.AsArray().Sum(a => (decimal)a!["lostIndex"]!));

        Assert.Equal((40m, 50m, 10m, 30m, 50m, 5), ((decimal)Leaf(analysis, "A.1")["points"]!, (decimal)Leaf(analysis, "A.1")["max"]!, (decimal)Leaf(analysis, "A.1")["lostIndex"]!,
            (decimal)Leaf(analysis, "A.1")["blockMean"]!, (decimal)Leaf(analysis, "A.1")["blockBest"]!, (int)Leaf(analysis, "A.1")["units"]!));
        Assert.Equal([("A", 10m), ("B", 3m)], analysis["losses"]!["areas"]!.AsArray().Select(h => ((string)h!["code"]!, (decimal)h["indexPoints"]!)));
        Assert.Equal([("A.1", 10m), ("B.1", 3m)], analysis["losses"]!["leaves"]!.AsArray().Select(h => ((string)h!["code"]!, (decimal)h["indexPoints"]!)));
        Assert.Equal([("A.1", 10m), ("B.1", 3m)], analysis["strengths"]!["leaves"]!.AsArray().Select(h => ((string)h!["code"]!, (decimal)h["indexPoints"]!)));
        Assert.Equal((sheets[1], false), ((string)analysis["sheet"]!["id"]!, (bool)analysis["sheet"]!["changed"]!));
        Assert.Equal(0, (int)analysis["sheetsChangedSince"]!);
    }

    [Fact]
    public async Task Unit_SeenByAnotherUnit_HidesItsLeavesAndKeepsTheBlockFigures()
    {
        var (scene, ranking, _) = await FiveAsync();
        var analysis = await service.As(scene.Units[0], Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[1]}").OkAsync();
        Assert.Equal(60m, (decimal)analysis["areas"]![0]!["points"]!);
        Assert.All(analysis["leaves"]!.AsArray(), l =>
        {
            Assert.Null(l!["points"]);
            Assert.Null(l["lostIndex"]);
            Assert.Null(l["notApplicable"]);
        });
        Assert.Equal(30m, (decimal)Leaf(analysis, "A.1")["blockMean"]!);
        Assert.Null(analysis["sheet"]);
        Assert.Empty(analysis["losses"]!["leaves"]!.AsArray());
        Assert.Empty(analysis["strengths"]!["leaves"]!.AsArray());
    }

    [Fact]
    public async Task Unit_OfASmallBlock_ItsNeighboursCannotWorkItsLeavesOut()
    {
        var scene = await service.SceneAsync(2);
        foreach (var unit in scene.Units)
            await scene.FinalAsync(unit, 40);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        var own = await service.As(scene.Units[0]).GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[0]}").OkAsync();
        Assert.Equal((40m, null, null), ((decimal)Leaf(own, "A.1")["points"]!, (decimal?)Leaf(own, "A.1")["blockMean"], (decimal?)Leaf(own, "A.1")["blockBest"]));
        var city = await service.City.GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[0]}").OkAsync();
        Assert.Equal((40m, 40m), ((decimal)Leaf(city, "A.1")["points"]!, (decimal)Leaf(city, "A.1")["blockMean"]!));
    }

    [Fact]
    public async Task Unit_SheetAppraisedSince_SaysSoAndKeepsTheAreasAsPublished()
    {
        var (scene, ranking, sheets) = await FiveAsync();
        await scene.ReappraiseAsync(sheets[1], new { leaf = "A.1", done = 45, total = 50, reason = "bổ sung" });
        var analysis = await service.City.GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[1]}").OkAsync();
        Assert.Equal((true, 4, 7, 1), ((bool)analysis["sheet"]!["changed"]!, (int)analysis["sheet"]!["version"]!, (int)analysis["sheet"]!["currentVersion"]!, (int)analysis["sheetsChangedSince"]!));
        Assert.Equal((60m, 45m), ((decimal)analysis["areas"]![0]!["points"]!, (decimal)Leaf(analysis, "A.1")["points"]!));
    }

    [Fact]
    public async Task Unit_NotInTheRanking_Is404AndAnUnrankedOneTellsWhy()
    {
        var scene = await service.SceneAsync(2);
        await scene.FinalAsync(scene.Units[0], 40);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, new { unitCode = scene.Units[1], reason = "mới thành lập" })).OkAsync();
        var problem = await (await service.City.GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[1]}")).ProblemAsync(404, "SCO-0084");
        Assert.Equal("mới thành lập", (string?)problem["detail"]);
        await (await service.City.GetAsync($"/rankings/{ranking["id"]}/units/99999")).ProblemAsync(404, "EMU-0005");
        await (await service.City.GetAsync($"/rankings/{Guid.NewGuid()}/units/{scene.Units[0]}")).ProblemAsync(404, "EMU-0005");
        await (await service.City.GetAsync($"/rankings/{Guid.NewGuid()}/overview")).ProblemAsync(404, "EMU-0005");
        await (await service.City.GetAsync($"/rankings/{Guid.NewGuid()}/movements")).ProblemAsync(404, "EMU-0005");
        await (await service.As(scene.Units[0], Policies.UnitsRead).GetAsync($"/rankings/{ranking["id"]}/units/{scene.Units[0]}")).ProblemAsync(403, "EMU-0004");
    }

    [Fact]
    public async Task Overview_OfABlock_IsComputedFromItsRows()
    {
        var (scene, ranking, _) = await FiveAsync();
        var overview = await service.As(scene.Units[3], Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}/overview?top=2").OkAsync();
        Assert.Equal((74m, 74m, 100m, 48m, 52m, 5), ((decimal)overview["index"]!["mean"]!, (decimal)overview["index"]!["median"]!, (decimal)overview["index"]!["best"]!,
            (decimal)overview["index"]!["lowest"]!, (decimal)overview["index"]!["spread"]!, (int)overview["index"]!["units"]!));
        var survey = overview["areas"]![1]!;
        Assert.Equal(("B", 80m, 80m, 100m, 60m, 6m, scene.Units[0]), ((string)survey["code"]!, (decimal)survey["rate"]!["mean"]!, (decimal)survey["rate"]!["median"]!,
            (decimal)survey["rate"]!["best"]!, (decimal)survey["rate"]!["lowest"]!, (decimal)survey["meanLostIndex"]!, (string)survey["bestUnits"]![0]!["unitCode"]!));
        Assert.Equal([("Xuất sắc", 1, 20m), ("Tốt", 4, 80m)], overview["classes"]!.AsArray().Select(c => ((string)c!["class"]!, (int)c["units"]!, (decimal)c["percent"]!)));
        Assert.Equal(scene.Units[..2], overview["top"]!.AsArray().Select(r => (string)r!["unitCode"]!));
        Assert.Equal([scene.Units[4], scene.Units[3]], overview["bottom"]!.AsArray().Select(r => (string)r!["unitCode"]!));
        Assert.Null(overview["before"]);
        Assert.Empty(overview["risers"]!.AsArray());
    }

    [Fact]
    public async Task Movements_AgainstTheYearBefore_TellPlacesAndPoints()
    {
        var scene = await service.SceneAsync(4);
        var (a, b, c, d) = (scene.Units[0], scene.Units[1], scene.Units[2], scene.Units[3]);
        foreach (var (unit, done) in new[] { (a, 50), (b, 40), (c, 30) })
            await scene.FinalAsync(unit, done, year: 2024);
        await service.City.PostAsJsonAsync("/rankings", scene.Publication(2024, new { unitCode = d, reason = "mới thành lập" })).OkAsync();
        foreach (var (unit, done) in new[] { (a, 20), (b, 45), (d, 50) })
            await scene.FinalAsync(unit, done);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, new { unitCode = c, reason = "không nộp" })).OkAsync();

        var movements = await service.As("10888", Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}/movements").OkAsync();
        Assert.Equal((2024, true), ((int)movements["before"]!["year"]!, (bool)movements["sameIndexSet"]!));
        Assert.Equal(
            [(d, 1, null, null, null), (b, 2, 2, 0, 5m), (a, 3, 1, -2, -30m), (c, null, 3, (int?)null, (decimal?)null)],
            movements["units"]!.AsArray().Select(m => ((string)m!["unitCode"]!, (int?)m["rank"], (int?)m["rankBefore"], (int?)m["rankChange"], (decimal?)m["indexChange"])));
        var overview = await service.City.GetAsync($"/rankings/{ranking["id"]}/overview").OkAsync();
        Assert.Empty(overview["risers"]!.AsArray());
        Assert.Equal(a, (string?)Assert.Single(overview["fallers"]!.AsArray())!["unitCode"]);

        var history = (await service.City.GetAsync($"/index-history/{a}").OkAsync())["years"]!.AsArray();
        Assert.Equal((1, -2, 100m, -30m, true), ((int)history[0]!["change"]!["rankBefore"]!, (int)history[0]!["change"]!["rankChange"]!,
            (decimal)history[0]!["change"]!["indexBefore"]!, (decimal)history[0]!["change"]!["indexChange"]!, (bool)history[0]!["change"]!["sameIndexSet"]!));
        Assert.Null(history[1]!["change"]);
        // Not ranked the year before, or not this year: nothing to compare.
        foreach (var unit in new[] { c, d })
            Assert.All((await service.City.GetAsync($"/index-history/{unit}").OkAsync())["years"]!.AsArray(), y => Assert.Null(y!["change"]));
    }

    [Fact]
    public async Task Movements_YearBeforeByAnotherSetAndCorrected_UseTheVersionThatHoldsAndSaySo()
    {
        var scene = await service.SceneAsync(2);
        var before = scene with { Set = $"{scene.Set}-cu" };
        await service.City.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody(before.Set, before.Block)).OkAsync();
        await service.City.PostAsync($"/index-sets/{before.Set}/activate", null).OkAsync();
        foreach (var (unit, done) in scene.Units.Zip([50, 40]))
            await before.FinalAsync(unit, done, year: 2024);
        await service.City.PostAsJsonAsync("/rankings", before.Publication(2024)).OkAsync();
        foreach (var (unit, done) in scene.Units.Zip([50, 40]))
            await scene.FinalAsync(unit, done);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        async Task<JsonNode> MovementsAsync() => await service.City.GetAsync($"/rankings/{ranking["id"]}/movements").OkAsync();
        Assert.Equal((false, 1), ((bool)(await MovementsAsync())["sameIndexSet"]!, (int)(await MovementsAsync())["before"]!["version"]!));

        var sheet = (string)(await service.City.GetAsync($"/score-sheets?unitCode={scene.Units[0]}&year=2024").OkAsync())["items"]![0]!["id"]!;
        await before.ReappraiseAsync(sheet, new { leaf = "A.1", done = 10, total = 50, reason = "số liệu sai" });
        await service.City.PostAsJsonAsync("/rankings/correct", new { indexSet = before.Set, year = 2024, block = scene.Block, reason = "khiếu nại" }).OkAsync();
        var movements = await MovementsAsync();
        Assert.Equal((2, 1), ((int)movements["before"]!["version"]!, (int)movements["units"]![0]!["rankChange"]!));
    }
}
