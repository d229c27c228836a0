using System.Net.Http.Json;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>Leaves that are scored against the block (F10): known when the block is complete, and again when one of its sheets changes.</summary>
public class BlockLeafTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private static object Set(string code, string block) => new
    {
        code, name = "Bộ chỉ số thử", issuer = "UBND thành phố", blocks = new[] { block },
        areas = new object[] { new { code = "A", name = "A", max = 100, criteria = new object[]
        {
            new { code = "A.1", name = "Đạt", max = 60, formula = new { kind = "yesNo" } },
            new { code = "A.2", name = "So với khối", max = 40, formula = new { kind = "relative" } },
        } } },
    };

    private async Task<(decimal? Index, decimal? Points, decimal? Mean, bool Complete)> SeenAsync(string id)
    {
        var sheet = await service.City.GetAsync($"/score-sheets/{id}").OkAsync();
        var leaf = sheet["leaves"]![1]!;
        return ((decimal?)sheet["sheet"]!["index"], (decimal?)leaf["points"], (decimal?)leaf["blockMean"], (bool)sheet["block"]!["isComplete"]!);
    }

    private async Task<string> HandInAsync(Scene scene, string unit, decimal value) =>
        (string)(await service.As(unit).PostAsJsonAsync("/score-sheets", new
        {
            unitCode = unit, year = 2025, indexSet = scene.Set, submit = true, approver = "Chủ tịch",
            entries = new object[] { new { leaf = "A.1", met = true, explanation = "x" }, new { leaf = "A.2", value, explanation = "x" } },
        }).OkAsync())["id"]!;

    [Fact]
    public async Task Leaf_AgainstTheBlock_FollowsTheSheetsOfTheBlock()
    {
        var block = $"khoi-{Guid.NewGuid():N}"[..20];
        var scene = new Scene(service, $"bo-{block[5..]}", block, ["18001", "18002", "18003"]);
        await service.City.PostAsJsonAsync("/index-sets", Set(scene.Set, block)).OkAsync();
        await service.City.PostAsync($"/index-sets/{scene.Set}/activate", null).OkAsync();
        foreach (var unit in scene.Units)
            await service.RegisterAsync(unit, block);
        await scene.OpenAsync(2025);

        var first = await HandInAsync(scene, scene.Units[0], 10);
        var second = await HandInAsync(scene, scene.Units[1], 20);
        Assert.Equal((100m, null, null, false), await SeenAsync(first));

        // The third completes the block: mean 20; 10 of 20 gives half of 40.
        var third = await HandInAsync(scene, scene.Units[2], 30);
        Assert.Equal((80m, 20m, 20m, true), await SeenAsync(first));
        Assert.Equal((100m, 40m, 20m, true), await SeenAsync(second));

        // One sheet changes: the others' points follow, their own sheets untouched. Mean (10 + 20 + 0) / 3.
        await service.City.PostAsJsonAsync($"/score-sheets/{third}/appraise", new { changes = new[] { new { leaf = "A.2", value = 0, reason = "không có hồ sơ" } } }).OkAsync();
        Assert.Equal((100m, 40m, 10m, true), await SeenAsync(first));
        Assert.Equal((60m, 0m, 10m, true), await SeenAsync(third));
        Assert.Equal(2, (int)(await service.City.GetAsync($"/score-sheets/{first}").OkAsync())["sheet"]!["version"]!);

        // A unit that leaves the block is not waited for; one that joins is.
        await service.RegisterAsync("18004", block);
        Assert.False((await SeenAsync(first)).Complete);
        await service.RegisterAsync("18004", block, version: 2, active: false);
        Assert.True((await SeenAsync(first)).Complete);
    }
}
