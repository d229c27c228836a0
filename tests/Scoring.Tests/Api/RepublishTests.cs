using System.Net.Http.Json;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A ranking is made of the sums that lie with the sheets: no other sheet is opened or scored again.</summary>
public class RepublishTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Correct_OneLeafChanged_DoesNotReadTheLeavesOfTheOtherSheets()
    {
        var scene = await service.SceneAsync(3);
        var ids = new List<string>();
        foreach (var (unit, done) in scene.Units.Zip([50, 40, 30]))
            ids.Add(await scene.FinalAsync(unit, done));
        var first = await service.City.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        await scene.ReappraiseAsync(ids[2], new { leaf = "A.1", done = 45, total = 50, reason = "đối chiếu" });
        // Leaves that cannot be read any more: whoever touched them would fail.
        await service.WithDb(db => db.Database.ExecuteSqlAsync($"UPDATE score_sheets SET leaves = '[1]' WHERE block = {scene.Block}"));
        var second = await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction()).OkAsync();
        Assert.Equal([(scene.Units[0], 100m), (scene.Units[2], 95m), (scene.Units[1], 90m)], second["ranked"]!.AsArray().Select(r => ((string)r!["unitCode"]!, (decimal)r["index"]!)));
        Assert.Equal(2, second["moved"]!.AsArray().Count);
        await service.City.GetAsync($"/rankings/{second["id"]}/overview").OkAsync();
        // What does show leaves fails on them, so they are spoilt indeed.
        Assert.False((await service.City.GetAsync($"/rankings/{first["id"]}/units/{scene.Units[0]}")).IsSuccessStatusCode);
    }
}
