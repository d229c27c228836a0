using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>The shipped block no. 8 of 2026 (LTN-TD-26/IV.1.b) passes through the service as its members would send it; totals reckoned apart, in exact fractions.</summary>
public class BlockSampleTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Block8_OfThePlanFor2026_IsRankedAsReckonedByHand()
    {
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "emulation-blocks", "khoi-thi-dua-8-2026.json")))!;
        string[] members = [.. sample["block"]!["members"]!.AsArray().Select(m => (string)m!["code"]!)];
        Assert.Equal(((string?)sample["block"]!["headUnitCode"], (string?)sample["block"]!["deputyUnitCode"]), (members[0], members[1]));
        var block = await BlockScene.FormAsync(service, members);
        var draft = sample["scale"]!.DeepClone();
        (draft["blockId"], draft["year"]) = (block.Id, 2026);
        var scale = await block.Head.PostAsJsonAsync("/block-scales", draft).OkAsync();
        await block.Deputy.PostAsync($"/block-scales/{scale["id"]}/confirm", null).OkAsync();
        foreach (var (i, sheet) in sample["sheets"]!.AsArray().Index())
        {
            var opened = await block.Member(i).PostAsJsonAsync("/block-sheets", new JsonObject { ["blockId"] = block.Id, ["year"] = 2026, ["member"] = members[i], ["pledge"] = sheet!["pledge"]!.DeepClone() }).OkAsync();
            var path = $"/block-sheets/{opened["id"]}";
            await (i == 0 ? block.Deputy : block.Head).PostAsync($"{path}/pledge/confirm", null).OkAsync();
            await block.Member(i).PostAsJsonAsync($"{path}/report", new JsonObject { ["entries"] = sheet["report"]!.DeepClone() }).OkAsync();
            if (i > 1)
            {
                var changes = sheet["changes"]!.AsArray().ToDictionary(c => (string)c!["criterion"]!, c => c!.DeepClone());
                var entries = sheet["report"]!.AsArray().Select(r => changes.GetValueOrDefault((string)r!["criterion"]!) ?? new JsonObject { ["criterion"] = (string)r["criterion"]!, ["accept"] = true });
                await block.Head.PostAsJsonAsync($"{path}/review", new JsonObject { ["entries"] = new JsonArray([.. entries]) }).OkAsync();
            }
            await (i == 1 ? block.Head : block.Deputy).PostAsJsonAsync($"{path}/confirm", new { }).OkAsync();
        }
        var ranking = await block.Deputy.PostAsJsonAsync("/block-rankings", block.Ranking()).OkAsync();
        var published = await block.Head.PostAsJsonAsync($"/block-rankings/{ranking["id"]}/publish", new { }).OkAsync();
        Assert.Equal(
            [("10891", 86.2250m), ("10532", 86.0285m), ("10525", 78.5281m), ("10543", 78.2315m), ("10507", 66.8654m), ("10537", 63.7260m), ("11002", 58.2520m)],
            published["ranked"]!.AsArray().Select(r => ((string)r!["member"]!, (decimal)r["total"]!)));
    }
}
