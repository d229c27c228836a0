using System.Net.Http.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Scoring;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A ward scores and ranks its own offices with the same engine (CVA-26/IV.1, HA-25/IV.1, C-40).</summary>
public class InternalRankingTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static readonly string[] OfficerScopes = [Policies.ScoresRead, Policies.ScoresWrite, Policies.ScoresAppraise, Policies.IndexSetsWrite, Policies.RankingsPublish];

    private HttpClient Officer(string ward) => service.As(ward, "officer", OfficerScopes);

    /// <summary>An active internal set and an open round of a ward with three offices.</summary>
    private async Task<Scene> InternalSceneAsync()
    {
        var ward = (await service.SceneAsync(1)).Units[0];
        string[] offices = [$"{ward}-VHXH", $"{ward}-KTHT", $"{ward}-TTPVHCC"];
        await service.RegisterAsync($"{ward}-VHXH-T1", null);
        foreach (var office in offices)
            await service.RegisterAsync(office, null);
        var scene = new Scene(service, $"noi-bo-{ward}-2025", $"noi-bo-{ward}", offices);
        await Officer(ward).PostAsJsonAsync("/index-sets", ScoringFixture.SetBody(scene.Set, scene.Block)).OkAsync();
        await Officer(ward).PostAsync($"/index-sets/{scene.Set}/activate", null).OkAsync();
        await Officer(ward).PostAsJsonAsync("/rounds", new { year = 2025, block = scene.Block, indexSet = scene.Set, selfScoreUntil = "2028-12-31" }).OkAsync();
        return scene;
    }

    [Fact]
    public async Task Ward_RanksItsOfficesFromSelfScoreToPublication()
    {
        var scene = await InternalSceneAsync();
        var ward = scene.Block["noi-bo-".Length..];
        var officer = Officer(ward);
        foreach (var (office, done) in scene.Units.Zip([30, 50, 10]))
        {
            var id = (string)(await service.As(office, "head", [Policies.ScoresWrite, Policies.ScoresApprove]).PostAsJsonAsync("/score-sheets", scene.SheetBody(office, done, submit: true)).OkAsync())["id"]!;
            await officer.PostAsJsonAsync($"/score-sheets/{id}/appraise", new { survey = new[] { new { leaf = "B.1", percent = 100 } } }).OkAsync();
        }
        var round = (await officer.GetAsync($"/rounds?block={scene.Block}").OkAsync())["items"]![0]!["id"];
        // The team inside an office is not an office of the ward.
        Assert.Equal(scene.Units.Order(StringComparer.Ordinal), (await officer.GetAsync($"/rounds/{round}").OkAsync())["units"]!.AsArray().Select(u => (string)u!["unitCode"]!).Order(StringComparer.Ordinal));
        await officer.PostAsync($"/rounds/{round}/finalise", null).OkAsync();
        var ranking = await officer.PostAsJsonAsync("/rankings", scene.Publication()).OkAsync();
        Assert.Equal([scene.Units[1], scene.Units[0], scene.Units[2]], ranking["ranked"]!.AsArray().Select(r => (string)r!["unitCode"]!));
        var told = await service.PublishedAsync<RankingPublished>(e => e.Block == scene.Block);
        Assert.Equal(1, told.Entries.Single(e => e.UnitCode == scene.Units[1]).Rank);

        // Seen by the ward, its offices and the city; to others it is not there.
        foreach (var reader in new[] { ward, scene.Units[2], "31" })
        {
            var client = service.As(reader, Policies.ScoresRead);
            await client.GetAsync($"/rankings/{ranking["id"]}").OkAsync();
            await client.GetAsync($"/rankings/{ranking["id"]}/overview").OkAsync();
            await client.GetAsync($"/index-sets/{scene.Set}").OkAsync();
            Assert.Single((await client.GetAsync($"/rankings?block={scene.Block}").OkAsync())["items"]!.AsArray());
            Assert.Single((await client.GetAsync($"/index-history/{scene.Units[0]}").OkAsync())["years"]!.AsArray());
        }
        var stranger = service.As("10888", OfficerScopes);
        foreach (var path in new[] { $"/rankings/{ranking["id"]}", $"/rankings/{ranking["id"]}/overview", $"/rankings/{ranking["id"]}/movements", $"/rankings/{ranking["id"]}/units/{scene.Units[0]}", $"/rounds/{round}", $"/index-sets/{scene.Set}", $"/index-sets/{scene.Set}/export", $"/index-sets/{scene.Set}/workbook" })
            await (await stranger.GetAsync(path)).ProblemAsync(404);
        Assert.Empty((await stranger.GetAsync($"/rankings?block={scene.Block}").OkAsync())["items"]!.AsArray());
        Assert.Empty((await stranger.GetAsync($"/rounds?block={scene.Block}").OkAsync())["items"]!.AsArray());
        Assert.DoesNotContain((await stranger.GetAsync("/index-sets?limit=200").OkAsync())["items"]!.AsArray(), s => (string?)s!["code"] == scene.Set);
        Assert.Empty((await stranger.GetAsync($"/index-history/{scene.Units[0]}").OkAsync())["years"]!.AsArray());
    }

    [Fact]
    public async Task Ward_WithAllScopes_GovernsNothingButItsOffices()
    {
        var city = await service.SceneAsync(2);
        var ward = Officer(city.Units[0]);
        var own = (string)(await city.SubmittedAsync(city.Units[0], 40))["id"]!;
        foreach (var step in new[] { "appraise", "finalise" })
            await (await ward.PostAsJsonAsync($"/score-sheets/{own}/{step}", new { })).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync($"/score-sheets/{own}/reopen", new { to = "selfScore", reason = "x" })).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync("/score-sheets/survey", new { indexSet = city.Set, year = 2025, results = new[] { new { unitCode = city.Units[0], leaf = "B.1", percent = 100 } } })).ProblemAsync(403, "SCO-0014");
        var batch = await ward.PostAsJsonAsync("/score-sheets/appraise-batch", new { items = new[] { new { unitCode = city.Units[0], year = 2025, indexSet = city.Set } } }).OkAsync();
        Assert.Equal("SCO-0014", (string?)batch["items"]![0]!["problem"]!["code"]);
        var round = await city.RoundIdAsync();
        await (await ward.PostAsync($"/rounds/{round}/finalise", null)).ProblemAsync(403, "SCO-0014");
        await (await ward.PutAsJsonAsync($"/rounds/{round}", new { selfScoreUntil = "2028-01-01", explanationDays = 5, reason = "x" })).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync($"/rounds/{round}/extensions", new { unitCode = city.Units[0], until = "2028-01-01", reason = "x" })).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync("/rankings", city.Publication())).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody("bo-cua-phuong", city.Block))).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync("/index-sets", ScoringFixture.SetBody("bo-cua-phuong", $"noi-bo-{city.Units[1]}"))).ProblemAsync(403, "SCO-0014");
        await (await ward.PostAsJsonAsync($"/index-sets/{city.Set}/next", new { code = "bo-tiep-theo" })).ProblemAsync(403, "SCO-0014");
        await (await ward.PutAsJsonAsync($"/index-sets/{city.Set}", ScoringFixture.SetBody(city.Set, $"noi-bo-{city.Units[0]}"))).ProblemAsync(400);
        // Of its offices it is the judge, and does not speak for them.
        var judged = await InternalSceneAsync();
        var judge = service.As(judged.Block["noi-bo-".Length..]);
        await (await judge.PostAsJsonAsync("/score-sheets", judged.SheetBody(judged.Units[0], 40))).ProblemAsync(403, "SCO-0047");
        var draft = (string)(await service.As(judged.Units[0]).PostAsJsonAsync("/score-sheets", judged.SheetBody(judged.Units[0], 40)).OkAsync())["id"]!;
        foreach (var (step, body) in new (string, object)[] { ("submit", new { }), ("approve", new { approver = "x" }), ("return", new { reason = "x" }), ("explain", new { explanations = Array.Empty<object>() }) })
            await (await judge.PostAsJsonAsync($"/score-sheets/{draft}/{step}", body)).ProblemAsync(403, "SCO-0047");
        // A stranger is not told that the internal set is there.
        await (await service.As(city.Units[1]).PostAsJsonAsync("/score-sheets", (judged with { Block = city.Block }).SheetBody(city.Units[1], 40))).ProblemAsync(409, "SCO-0003");
        await (await service.As(city.Units[1]).PostAsJsonAsync("/rankings/what-if", new { unitCode = city.Units[1], year = 2025, indexSet = judged.Set })).ProblemAsync(409, "SCO-0003");

        // Nor does the city act for the ward.
        var inside = await InternalSceneAsync();
        await (await service.City.PostAsJsonAsync("/rankings", inside.Publication())).ProblemAsync(403, "SCO-0014");
        await (await service.City.PostAsync($"/index-sets/{inside.Set}/activate", null)).ProblemAsync(403, "SCO-0014");
    }

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
        await service.As(ward).PostAsJsonAsync("/index-sets", ScoringFixture.SetBody(inside.Set, inside.Block)).OkAsync();
        await service.As(ward).PostAsync($"/index-sets/{inside.Set}/activate", null).OkAsync();
        await service.As(ward).PostAsJsonAsync("/rounds", new { year = 2025, block = inside.Block, indexSet = inside.Set, selfScoreUntil = "2028-12-31" }).OkAsync();
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
