using System.Net.Http.Json;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A unit ranks its own offices (CVA-26/IV.1); the others do not see it.</summary>
public class InternalRankingTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task InternalBlock_RankedByItsUnit_IsSeenByUnitOfficesAndCityOnly()
    {
        var scene = await service.SceneAsync(2);
        var (ward, other) = (scene.Units[0], scene.Units[1]);
        string[] offices = [$"{ward}-VHXH", $"{ward}-KT"];
        foreach (var office in offices)
            await service.DeliverAsync(new UnitRegistered
            {
                UnitCode = office, Version = 1, Name = $"Phòng {office}", Kind = UnitKind.Office, ParentCode = ward, RankingBlock = null, Active = true,
                OccurredAt = service.Time.Now, ActedBy = "test",
            });
        var inside = scene with { Set = $"{scene.Set}-nb", Block = $"noi-bo-{ward}", Units = offices };
        await service.City.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody(inside.Set, inside.Block)).OkAsync();
        await service.City.PostAsync($"/index-sets/{inside.Set}/activate", null).OkAsync();
        await service.As(ward).PostAsJsonAsync("/rounds", new { year = 2025, block = inside.Block, indexSet = inside.Set, selfScoreUntil = "2099-12-31" }).OkAsync();
        foreach (var (office, done) in offices.Zip([30, 50]))
        {
            var id = (string)(await service.As(office).PostAsJsonAsync("/score-sheets", inside.SheetBody(office, done, submit: true)).OkAsync())["id"]!;
            await service.As(ward).PostAsJsonAsync($"/score-sheets/{id}/appraise", new { survey = new[] { new { leaf = "B.1", percent = 100 } } }).OkAsync();
            await service.As(ward).PostAsync($"/score-sheets/{id}/finalise", null).OkAsync();
        }
        foreach (var stranger in new[] { service.City, service.As(other), service.As(offices[0]) })
        {
            await (await stranger.PostAsJsonAsync("/rankings", inside.Publication())).ProblemAsync(403, "SCO-0014");
            await (await stranger.PostAsJsonAsync("/rankings/preview", inside.Publication())).ProblemAsync(403, "SCO-0014");
            await (await stranger.PostAsJsonAsync("/rankings/correct", inside.Correction())).ProblemAsync(403, "SCO-0014");
        }
        var ranking = await service.As(ward).PostAsJsonAsync("/rankings", inside.Publication()).OkAsync();
        Assert.Equal([offices[1], offices[0]], ranking["ranked"]!.AsArray().Select(r => (string)r!["unitCode"]!));

        string[] paths = ["", "/overview", "/movements", $"/units/{offices[0]}"];
        foreach (var insider in new[] { service.City, service.As(ward), service.As(offices[0]) })
        {
            foreach (var path in paths)
                await insider.GetAsync($"/rankings/{ranking["id"]}{path}").OkAsync();
            Assert.Single((await insider.GetAsync($"/rankings?block={inside.Block}").OkAsync())["items"]!.AsArray());
            Assert.Single((await insider.GetAsync($"/index-history/{offices[0]}").OkAsync())["years"]!.AsArray());
        }
        foreach (var path in paths)
            await (await service.As(other).GetAsync($"/rankings/{ranking["id"]}{path}")).ProblemAsync(404, "EMU-0005");
        Assert.Empty((await service.As(other).GetAsync($"/rankings?block={inside.Block}").OkAsync())["items"]!.AsArray());
        Assert.Empty((await service.As(other).GetAsync($"/index-history/{offices[0]}").OkAsync())["years"]!.AsArray());

        // The ward sees the leaves of its offices and all means; an office its own leaves only.
        var seen = await service.As(ward, Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}/units/{offices[0]}").OkAsync();
        Assert.Equal((30m, 40m), ((decimal)seen["leaves"]![0]!["points"]!, (decimal)seen["leaves"]![0]!["blockMean"]!));
        var sibling = await service.As(offices[1], Policies.ScoresRead).GetAsync($"/rankings/{ranking["id"]}/units/{offices[0]}").OkAsync();
        Assert.Equal((null, null), ((decimal?)sibling["leaves"]![0]!["points"], (decimal?)sibling["leaves"]![0]!["blockMean"]));
        var answer = await service.As(offices[0]).PostAsJsonAsync("/rankings/what-if", new { unitCode = offices[0], year = 2025, indexSet = inside.Set, goalRank = 1 }).OkAsync();
        Assert.Equal((1, 0, "từ 50 trên 50 (100%) trở lên"), ((int)answer["others"]!["counted"]!, (int)answer["others"]!["withoutSheet"]!, (string)answer["smallest"]!["leaves"]![0]!["inWords"]!));
    }
}
