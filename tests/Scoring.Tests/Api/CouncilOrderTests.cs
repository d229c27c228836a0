using System.Net.Http.Json;
using Emulation.Contracts.Scoring;
using Emulation.TestKit;
using Xunit;
using static Emulation.Scoring.Tests.Api.CouncilScenes;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Ties that the areas leave are settled by a vote of the council where the index set says so (domain 2.6).</summary>
public class CouncilOrderTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static IEnumerable<(string, int, string)> Ranked(System.Text.Json.Nodes.JsonNode ranking) =>
        ranking["ranked"]!.AsArray().Select(r => ((string)r!["unitCode"]!, (int)r["rank"]!, (string)r["decidedBy"]!));

    [Fact]
    public async Task Publish_TiedGroup_WaitsForTheVoteAndThenShowsIt()
    {
        var scene = await service.CouncilSceneAsync(4);
        var (a, b, c, d) = (scene.Units[0], scene.Units[1], scene.Units[2], scene.Units[3]);
        foreach (var (unit, done) in scene.Units.Zip([50, 30, 30, 10]))
            await scene.FinalAsync(unit, done);

        var preview = await service.City.PostAsJsonAsync("/rankings/preview", scene.With()).OkAsync();
        var group = Assert.Single(preview["undecided"]!.AsArray())!;
        Assert.Equal((2, 80m, b, c), ((int)group["rank"]!, (decimal)group["score"]!, (string)group["units"]![0]!["unitCode"]!, (string)group["units"]![1]!["unitCode"]!));
        Assert.Equal([(a, 1, "score"), (b, 2, "nothing"), (c, 2, "nothing"), (d, 4, "score")], Ranked(preview));
        var refused = await (await service.City.PostAsJsonAsync("/rankings", scene.With())).ProblemAsync(409, "SCO-0080");
        Assert.Equal(b, (string?)refused["tiedGroups"]![0]!["units"]![0]!["unitCode"]);

        preview = await service.City.PostAsJsonAsync("/rankings/preview", scene.With(Vote(c, b))).OkAsync();
        Assert.Empty(preview["undecided"]!.AsArray());
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.With(Vote(c, b))).OkAsync();
        Assert.Equal([(a, 1, "score"), (c, 2, "council"), (b, 3, "council"), (d, 4, "score")], Ranked(ranking));
        Assert.DoesNotContain(ranking["ranked"]!.AsArray(), r => (bool)r!["tied"]!);
        var read = await service.City.GetAsync($"/rankings/{ranking["id"]}").OkAsync();
        Assert.Equal(Ranked(ranking), Ranked(read));
        var vote = Assert.Single(read["councilOrder"]!.AsArray())!;
        Assert.Equal(("12/BB-HĐ", "2026-11-20"), ((string?)vote["minutesNumber"], (string?)vote["minutesDate"]));
        var told = await service.PublishedAsync<RankingPublished>(e => e.Block == scene.Block);
        Assert.Equal([(a, 1, false), (c, 2, false), (b, 3, false), (d, 4, false)], told.Entries.Select(e => (e.UnitCode, e.Rank, e.Tied)));
    }

    [Fact]
    public async Task Publish_AreasFirst_OnlyWhatTheyLeaveLevelGoesToTheCouncil()
    {
        var scene = await service.CouncilSceneAsync(4, "B");
        // 80 points each; the third has them from area B, the survey.
        foreach (var (unit, done, survey) in new[] { (scene.Units[0], 30, 100m), (scene.Units[1], 30, 100m), (scene.Units[2], 45, 50m), (scene.Units[3], 10, 0m) })
            await scene.FinalAsync(unit, done, survey);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.With(Vote(scene.Units[1], scene.Units[0]))).OkAsync();
        Assert.Equal([(scene.Units[1], 1, "council"), (scene.Units[0], 2, "council"), (scene.Units[2], 3, "area"), (scene.Units[3], 4, "score")], Ranked(ranking));
        Assert.Equal("B", (string?)ranking["ranked"]![2]!["decidedByArea"]);
    }

    [Fact]
    public async Task Publish_VoteThatIsNotOneTiedGroup_IsRefusedWithPointerAndGroups()
    {
        var scene = await service.CouncilSceneAsync(5);
        foreach (var (unit, done) in scene.Units.Zip([30, 30, 30, 10, 10]))
            await scene.FinalAsync(unit, done);
        var u = scene.Units;
        // Too few of a group, units of two groups, a unit that is not tied, the same group twice.
        foreach (var votes in new object[][] { [Vote(u[0], u[1])], [Vote(u[0], u[1], u[2], u[3])], [Vote(u[3], "99999")], [Vote(u[0], u[1], u[2]), Vote(u[2], u[1], u[0])] })
        {
            var problem = await (await service.City.PostAsJsonAsync("/rankings", scene.With(votes))).ProblemAsync(409, "SCO-0082");
            Assert.Equal($"/councilOrder/{votes.Length - 1}/units", (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
            Assert.Equal([3, 2], problem["tiedGroups"]!.AsArray().Select(g => g!["units"]!.AsArray().Count));
        }
        var one = await (await service.City.PostAsJsonAsync("/rankings", scene.With(Vote(u[2], u[0], u[1])))).ProblemAsync(409, "SCO-0080");
        Assert.Equal(4, (int)Assert.Single(one["tiedGroups"]!.AsArray())!["rank"]!);
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.With(Vote(u[4], u[3]), Vote(u[2], u[0], u[1]))).OkAsync();
        Assert.Equal([u[2], u[0], u[1], u[4], u[3]], Ranked(ranking).Select(r => r.Item1));
        Assert.Equal([1, 2, 3, 4, 5], Ranked(ranking).Select(r => r.Item2));
    }

    [Fact]
    public async Task Publish_VoteThatCannotBe_Is400WithPointer()
    {
        var scene = await service.CouncilSceneAsync(2);
        foreach (var unit in scene.Units)
            await scene.FinalAsync(unit, 30);
        var (a, b) = (scene.Units[0], scene.Units[1]);
        async Task RefusedAsync(object vote, string code, string pointer)
        {
            foreach (var (path, body) in new[] { ("/rankings", scene.With(vote)), ("/rankings/preview", scene.With(vote)), ("/rankings/correct", scene.Correction(vote)) })
            {
                var problem = await (await service.City.PostAsJsonAsync(path, body)).ProblemAsync(400, code);
                Assert.Equal(pointer, (string?)problem["errors"]![0]!["pointer"]);
            }
        }
        // 21 November 2026 in Hải Phòng.
        await RefusedAsync(new { units = new[] { a, b }, minutesNumber = "1", minutesDate = "2026-11-22", reason = "x" }, "SCO-0081", "/councilOrder/0/minutesDate");
        await RefusedAsync(new { units = new[] { a, b, a }, minutesNumber = "1", minutesDate = "2026-11-21", reason = "x" }, "SCO-0081", "/councilOrder/0/units/2");
        await RefusedAsync(new { units = new[] { a }, minutesNumber = "1", minutesDate = "2026-11-21", reason = "x" }, "EMU-0001", "/councilOrder/0/units");
        await RefusedAsync(new { units = new[] { a, null }, minutesNumber = "1", minutesDate = "2026-11-21", reason = "x" }, "EMU-0001", "/councilOrder/0/units");
        await RefusedAsync(new { units = new[] { a, b }, minutesNumber = " ", minutesDate = "2026-11-21", reason = "x" }, "EMU-0001", "/councilOrder/0/minutesNumber");
        await RefusedAsync(null!, "EMU-0001", "/councilOrder");
    }

    [Fact]
    public async Task Publish_VoteWhereTheSetLetsTiesShareTheRank_Returns409()
    {
        var scene = await service.SceneAsync(2);
        foreach (var unit in scene.Units)
            await scene.FinalAsync(unit, 30);
        await (await service.City.PostAsJsonAsync("/rankings", scene.With(Vote(scene.Units)))).ProblemAsync(409, "SCO-0083");
        var ranking = await service.City.PostAsJsonAsync("/rankings", scene.With()).OkAsync();
        Assert.Equal([1, 1], Ranked(ranking).Select(r => r.Item2));
    }

    [Fact]
    public async Task Correct_TheVerySameGroupTiedAgain_KeepsTheVoteAndAnotherGroupNeedsItsOwn()
    {
        var scene = await service.CouncilSceneAsync(4);
        var (a, b, c, d) = (scene.Units[0], scene.Units[1], scene.Units[2], scene.Units[3]);
        var ids = new Dictionary<string, string>();
        foreach (var (unit, done) in scene.Units.Zip([30, 30, 20, 10]))
            ids[unit] = await scene.FinalAsync(unit, done);
        await service.City.PostAsJsonAsync("/rankings", scene.With(Vote(b, a))).OkAsync();
        async Task AppraiseAsync(string unit, int done) =>
            await scene.ReappraiseAsync(ids[unit], new { leaf = "A.1", done, total = 50, reason = "đối chiếu" });

        // Another unit moves: the group is as it was, and so is the vote. The preview says so before.
        await AppraiseAsync(d, 45);
        Assert.Equal("12/BB-HĐ", (string?)(await service.City.PostAsJsonAsync("/rankings/preview", scene.With()).OkAsync())["councilOrder"]![0]!["minutesNumber"]);
        var second = await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction()).OkAsync();
        Assert.Equal([(d, 1, "score"), (b, 2, "council"), (a, 3, "council"), (c, 4, "score")], Ranked(second));
        Assert.Equal("12/BB-HĐ", (string?)second["councilOrder"]![0]!["minutesNumber"]);

        // A third joins: nobody has voted on these three.
        await AppraiseAsync(c, 30);
        var refused = await (await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction())).ProblemAsync(409, "SCO-0080");
        Assert.Equal(3, refused["tiedGroups"]![0]!["units"]!.AsArray().Count);
        await (await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction(Vote(b, a)))).ProblemAsync(409, "SCO-0082");
        var third = await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction(Vote(c, a, b))).OkAsync();
        Assert.Equal([d, c, a, b], Ranked(third).Select(r => r.Item1));

        // A new vote on the same group replaces the old one; the same vote again is nothing to correct.
        await (await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction(Vote(c, a, b)))).ProblemAsync(409, "SCO-0020");
        var fourth = await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction(new { units = new[] { c, a, b }, minutesNumber = "15/BB-HĐ", minutesDate = "2026-11-21", reason = "ghi nhầm số biên bản" })).OkAsync();
        Assert.Equal("15/BB-HĐ", (string?)Assert.Single(fourth["councilOrder"]!.AsArray())!["minutesNumber"]);

        // Parted by points again: no vote is left over.
        await AppraiseAsync(a, 40);
        await AppraiseAsync(b, 35);
        var fifth = await service.City.PostAsJsonAsync("/rankings/correct", scene.Correction()).OkAsync();
        Assert.Empty(fifth["councilOrder"]!.AsArray());
        Assert.All(Ranked(fifth), r => Assert.Equal("score", r.Item3));
    }
}
