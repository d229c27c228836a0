using System.Net;
using System.Net.Http.Json;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A block and year has one ranking (ADR 0015), whoever publishes and however fast.</summary>
public class OneRankingTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static object Correction(Scene scene) => new { indexSet = scene.Set, year = 2025, block = scene.Block, reason = "đối chiếu lại" };

    private async Task<Scene> OtherSetAsync(Scene scene)
    {
        var other = scene with { Set = $"{scene.Set}-2" };
        await service.City.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody(other.Set, other.Block)).OkAsync();
        await service.City.PostAsync($"/index-sets/{other.Set}/activate", null).OkAsync();
        return other;
    }

    private async Task<Scene> ScoredSceneAsync(int units)
    {
        var scene = await service.SceneAsync(units);
        foreach (var unit in scene.Units)
            await scene.FinalAsync(unit, 50);
        return scene;
    }

    [Fact]
    public async Task Publish_BySecondIndexSet_Is409NamingTheRankingThatHolds()
    {
        var scene = await ScoredSceneAsync(1);
        var other = await OtherSetAsync(scene);
        var first = await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        foreach (var (path, body) in new[] { ("/rankings", other.Publication()), ("/rankings/correct", Correction(other)), ("/rankings/preview", other.Publication()) })
        {
            var problem = await (await service.City.PostAsJsonAsync(path, body)).ProblemAsync(409, "SCO-0024");
            Assert.Equal(((string?)first["id"], scene.Set, 1), ((string?)problem["rankingId"], (string?)problem["indexSet"], (int)problem["currentVersion"]!));
            Assert.Contains(scene.Set, (string?)problem["detail"], StringComparison.Ordinal);
        }
        Assert.Single((await service.City.GetAsync($"/rankings?block={scene.Block}").OkAsync())["items"]!.AsArray());
        // Another year is another ranking, and free to go by the newer set.
        await other.FinalAsync(other.Units[0], 10, year: 2026);
        await service.City.PostAsJsonAsync("/rankings", other.Publication(2026)).OkAsync();
    }

    [Fact]
    public async Task Open_TwoSetsAtOnce_OneRoundWinsAndTheOtherIsToldWhich()
    {
        var scene = await service.SceneAsync(1);
        var other = await OtherSetAsync(scene);
        object Round(Scene s) => new { year = 2030, block = s.Block, indexSet = s.Set, selfScoreUntil = "2028-12-31" };
        var answers = await Task.WhenAll(new[] { scene, other, scene, other }.Select(s => service.City.PostAsJsonAsync("/rounds", Round(s))));
        var won = await Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created).JsonAsync();
        foreach (var lost in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            var problem = await lost.ProblemAsync(409, "SCO-0026");
            Assert.Equal(((string?)won["id"], (string?)won["indexSet"]), ((string?)problem["roundId"], (string?)problem["indexSet"]));
        }
        var loser = (string?)won["indexSet"] == scene.Set ? other : scene;
        await (await service.City.PostAsJsonAsync("/score-sheets", loser.SheetBody(scene.Units[0], 40, year: 2030))).ProblemAsync(409, "SCO-0028");
    }

    [Fact]
    public async Task Correct_FourAtOnce_OneWinsAndTheOthersAreToldTheVersion()
    {
        for (var round = 0; round < 4; round++)
        {
            var scene = await ScoredSceneAsync(2);
            await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
            var sheet = (string)(await service.City.GetAsync($"/score-sheets?unitCode={scene.Units[0]}&year=2025").OkAsync())["items"]![0]!["id"]!;
            await scene.ReappraiseAsync(sheet, new { leaf = "A.1", done = 20, total = 50, reason = "số liệu sai" });
            // A key each: a refused correction must not be remembered as done.
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => service.City.PostKeyedAsync("/rankings/correct", Correction(scene), $"{scene.Set}-{i}")));
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
            foreach (var lost in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
            {
                var problem = await lost.ProblemAsync(409);
                // Who came after the winner had saved finds nothing left to correct.
                if ((string?)problem["code"] == "SCO-0020")
                    continue;
                Assert.Equal(("SCO-0025", 2), ((string?)problem["code"], (int)problem["currentVersion"]!));
            }
            Assert.Equal(2, (await service.City.GetAsync($"/rankings?block={scene.Block}").OkAsync())["items"]!.AsArray().Count);
        }
    }

    [Fact]
    public async Task Database_SecondSetOfTheSameVersion_IsRefusedByTheUniqueIndex()
    {
        var scene = await ScoredSceneAsync(1);
        await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        var fault = await Assert.ThrowsAsync<PostgresException>(() => service.WithDb(db => db.Database.ExecuteSqlAsync(
            $"INSERT INTO rankings SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'index_set_code', 'bo-khac'))).* FROM rankings r WHERE r.block = {scene.Block}")));
        Assert.Equal("ix_rankings_year_block_version", fault.ConstraintName);
    }
}
