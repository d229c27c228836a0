using System.Net;
using System.Net.Http.Json;
using Emulation.Contracts.Scoring;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

public class RankingApiTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Publish_TiedBlock_Gives1224AndTellsTheOtherServices()
    {
        var scene = await service.SceneAsync(4);
        foreach (var (unit, done) in scene.Units.Zip([50, 30, 30, 10]))
            await scene.FinalAsync(unit, done);
        var response = await service.City.PostAsJsonAsync("/rankings", scene.Publication());
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var ranking = await response.JsonAsync();
        Assert.Equal([1, 2, 2, 4], ranking["ranked"]!.AsArray().Select(r => (int)r!["rank"]!));
        Assert.Equal([false, true, true, false], ranking["ranked"]!.AsArray().Select(r => (bool)r!["tied"]!));
        Assert.Equal("Xuất sắc", (string?)ranking["ranked"]![0]!["class"]);
        var told = await service.PublishedAsync<RankingPublished>(e => e.Block == scene.Block);
        Assert.Equal([100m, 80m, 80m, 60m], told.Entries.Select(e => e.Index));
        Assert.Equal((1, null, scene.Set), (told.Version, told.CorrectionReason, told.IndexSetCode));
        var again = await (await service.City.PostAsJsonAsync("/rankings", scene.Publication())).ProblemAsync(409, "SCO-0018");
        Assert.Equal((string?)ranking["id"], (string?)again["rankingId"]);
        // Everyone who may read scores sees what was published, of any unit.
        await service.As(scene.Units[3], Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}").OkAsync();
    }

    [Fact]
    public async Task Publish_UnitsNotReady_Returns409TellingWhichUntilTheyAreNamed()
    {
        var scene = await service.SceneAsync(4);
        await scene.FinalAsync(scene.Units[0], 50);
        await scene.SubmittedAsync(scene.Units[1], 40);
        var incomplete = (string)(await scene.SubmittedAsync(scene.Units[2], 40))["id"]!;
        await service.City.PostAsJsonAsync($"/score-sheets/{incomplete}/appraise", new { }).OkAsync();
        var problem = await (await service.City.PostAsJsonAsync("/rankings", scene.Publication())).ProblemAsync(409, "SCO-0017");
        Assert.Equal(scene.Units[1..], problem["waiting"]!.AsArray().Select(w => (string)w!["unitCode"]!));
        Assert.Equal(["Phiếu chưa được thẩm định.", "Phiếu còn thiếu 1 tiêu chí: B.1.", "Chưa có phiếu chấm điểm."], problem["waiting"]!.AsArray().Select(w => (string?)w!["reason"]));
        var preview = await service.City.PostAsJsonAsync("/rankings/preview", scene.Publication()).OkAsync();
        Assert.Equal((1, 3), (preview["ranked"]!.AsArray().Count, preview["waiting"]!.AsArray().Count));

        var named = scene.Units[1..].Select(u => (object)new { unitCode = u, reason = "không có phiếu" }).ToArray();
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, named)).OkAsync();
        Assert.Equal((1, 3), (ranking["ranked"]!.AsArray().Count, ranking["unranked"]!.AsArray().Count));
        var history = await service.City.GetAsync($"/index-history/{scene.Units[3]}").OkAsync();
        Assert.Equal("không có phiếu", (string?)history["years"]![0]!["unrankedReason"]);
        Assert.Null(history["years"]![0]!["rank"]);
    }

    [Fact]
    public async Task Publish_UnrankedThatDoNotBelong_Returns400WithPointers()
    {
        var scene = await service.SceneAsync(1);
        var problem = await (await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, new { unitCode = "99999", reason = "x" }))).ProblemAsync(400, "SCO-0021");
        Assert.Equal("/unranked/0/unitCode", (string?)problem["errors"]![0]!["pointer"]);
        await (await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, new { unitCode = scene.Units[0], reason = " " }))).ProblemAsync(400, "EMU-0001");
        await (await service.City.PostAsJsonAsync("/rankings", (scene with { Block = "khac" }).Publication())).ProblemAsync(409, "SCO-0016");
        await (await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, new { unitCode = scene.Units[0], reason = "x" }))).ProblemAsync(409, "SCO-0022");
        await (await service.As(scene.Units[0]).PostAsJsonAsync("/rankings", scene.Publication())).ProblemAsync(403, "SCO-0014");
    }

    [Fact]
    public async Task Correct_AfterAComplaint_MovesUnitsAndKeepsTheOldVersion()
    {
        var scene = await service.SceneAsync(3);
        var ids = new List<string>();
        foreach (var (unit, done) in scene.Units.Zip([50, 30, 10]))
            ids.Add(await scene.FinalAsync(unit, done));
        object correction = new { indexSet = scene.Set, year = 2025, block = scene.Block, reason = "Giải quyết khiếu nại" };
        await (await service.City.PostAsJsonAsync("/rankings/correct", correction)).ProblemAsync(409, "SCO-0019");
        var first = await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        await (await service.City.PostAsJsonAsync("/rankings/correct", correction)).ProblemAsync(409, "SCO-0020");

        await (await service.City.PostAsJsonAsync($"/score-sheets/{ids[0]}/appraise", new { })).ProblemAsync(409, "SCO-0038");
        await scene.ReappraiseAsync(ids[0], new { leaf = "A.1", done = 20, total = 50, reason = "số liệu sai" });
        // A published ranking is frozen: a later appraisal alone changes nothing in it.
        Assert.Equal(100m, (decimal)(await service.City.GetAsync($"/rankings/{first["id"]}").OkAsync())["ranked"]![0]!["index"]!);
        service.Time.Now += TimeSpan.FromDays(1);
        var second = await service.City.PostAsJsonAsync("/rankings/correct", correction).OkAsync();
        Assert.Equal(2, (int)second["version"]!);
        Assert.Equal([(scene.Units[1], 2, 1), (scene.Units[0], 1, 2)], second["moved"]!.AsArray().Select(m => ((string)m!["unitCode"]!, (int)m["fromRank"]!, (int)m["toRank"]!)));
        var told = await service.PublishedAsync<RankingPublished>(e => e.Block == scene.Block && e.Version == 2);
        Assert.Equal("Giải quyết khiếu nại", told.CorrectionReason);
        Assert.Equal(scene.Units[1], told.Entries[0].UnitCode);

        var all = (await service.City.GetAsync($"/rankings?block={scene.Block}").OkAsync())["items"]!.AsArray();
        Assert.Equal([(1, false), (2, true)], all.Select(r => ((int)r!["version"]!, (bool)r["current"]!)));
        Assert.Single((await service.City.GetAsync($"/rankings?block={scene.Block}&year=2025&current=true").OkAsync())["items"]!.AsArray());
        var year = Assert.Single((await service.City.GetAsync($"/index-history/{scene.Units[0]}").OkAsync())["years"]!.AsArray())!;
        Assert.Equal((2, 1, 100m), ((int)year["rank"]!, (int)year["earlier"]![0]!["rank"]!, (decimal)year["earlier"]![0]!["index"]!));
    }

    [Fact]
    public async Task Correct_UnrankedUnitAppraisedSince_IsRankedAndTheOthersKeepTheirReason()
    {
        var scene = await service.SceneAsync(3);
        await scene.FinalAsync(scene.Units[0], 50);
        await service.City.PostAsJsonAsync("/rankings", scene.Publication(2025, new { unitCode = scene.Units[1], reason = "chậm" }, new { unitCode = scene.Units[2], reason = "sáp nhập" })).OkAsync();
        await scene.FinalAsync(scene.Units[1], 10);
        var corrected = await service.City.PostAsJsonAsync("/rankings/correct", new { indexSet = scene.Set, year = 2025, block = scene.Block, reason = "bổ sung" }).OkAsync();
        Assert.Equal(scene.Units[..2], corrected["ranked"]!.AsArray().Select(r => (string)r!["unitCode"]!));
        Assert.Equal([(scene.Units[2], "sáp nhập")], corrected["unranked"]!.AsArray().Select(u => ((string)u!["unitCode"]!, (string)u["reason"]!)));
        var moved = Assert.Single(corrected["moved"]!.AsArray())!;
        Assert.Null(moved["fromRank"]);
        Assert.Equal(2, (int)moved["toRank"]!);
    }

    [Fact]
    public async Task Publish_ManyAtOnce_OneWins()
    {
        var scene = await service.SceneAsync(2);
        foreach (var unit in scene.Units)
            await scene.FinalAsync(unit, 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.City.PostAsJsonAsync("/rankings", scene.Publication())));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(4, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task History_SeveralYears_IsListedLatestFirst()
    {
        var scene = await service.SceneAsync(2);
        foreach (var year in new[] { 2022, 2023, 2024 })
        {
            foreach (var (unit, done) in scene.Units.Zip(year == 2023 ? [10, 50] : new[] { 50, 10 }))
                await scene.FinalAsync(unit, done, year: year);
            await service.City.PostAsJsonAsync("/rankings", scene.Publication(year)).OkAsync();
        }
        var history = await service.As("10888", Policies.ScoresRead).GetAsync($"/index-history/{scene.Units[0]}").OkAsync();
        Assert.Equal([(2024, 1, 2), (2023, 2, 2), (2022, 1, 2)], history["years"]!.AsArray().Select(y => ((int)y!["year"]!, (int)y["rank"]!, (int)y["of"]!)));
    }

    [Fact]
    public async Task Unit_LeftTheBlockSince_KeepsTheYearItWasScoredInAndIsNotWaitedFor()
    {
        var scene = await service.SceneAsync(3);
        await scene.FinalAsync(scene.Units[0], 50);
        await scene.FinalAsync(scene.Units[1], 10);
        await service.RegisterAsync(scene.Units[1], null, version: 2, active: false);
        await service.RegisterAsync(scene.Units[2], null, version: 2, active: false);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        Assert.Equal(scene.Units[..2], ranking["ranked"]!.AsArray().Select(r => (string)r!["unitCode"]!));
        // An older message that comes late does not bring the unit back.
        await service.RegisterAsync(scene.Units[2], scene.Block, version: 1);
        await (await service.City.PostAsJsonAsync("/score-sheets", scene.SheetBody(scene.Units[2], 40))).ProblemAsync(409, "SCO-0006");
    }
}
