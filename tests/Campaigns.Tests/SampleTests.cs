using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>The shipped register and the five shipped plans pass through the service as a ward would send them.</summary>
public sealed class SampleTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    public static TheoryData<string> Plans => [.. Directory.GetFiles(Path.Combine(Samples, "plans"), "*.json").Select(f => Path.GetFileName(f))];

    [Fact]
    public async Task Register_OfTheWholeCity_IsEnteredInOneCall()
    {
        var units = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "units.json")))!.AsArray();

        var answer = await campaigns.City.PostAsJsonAsync("/units/batch", new JsonObject { ["items"] = units.DeepClone() }).OkAsync();

        // Some stand already in the small register of the tests, under the same or another name.
        Assert.All(answer["items"]!.AsArray().Where(i => (string?)i!["outcome"] == "refused"), i => Assert.Equal("CAM-0002", (string?)i!["problem"]!["code"]));
        async Task<int> CountAsync(string query) => (await campaigns.City.GetAsync($"/units?limit=200&{query}").OkAsync())["items"]!.AsArray().Count;
        // Domain 5.1: 45 phường, 67 xã, 2 đặc khu.
        Assert.Equal(45, await CountAsync("kind=ward"));
        Assert.Equal(67, await CountAsync("kind=commune"));
        Assert.Equal(2, await CountAsync("kind=specialZone"));
        Assert.Equal(69, await CountAsync("block=xa-dac-khu"));
        // Cẩm Giang and Cẩm Giàng differ by a tone: both are found, each under its own code.
        var found = await campaigns.City.GetAsync("/units?q=cam giang").OkAsync();
        Assert.Equal(["10888", "10903"], found["items"]!.AsArray().Select(u => (string)u!["code"]!).Order());
    }

    [Fact]
    public async Task EmulationBlock8_OfThePlanFor2026_IsFormedWithTheWardAsHead()
    {
        // LTN-TD-26/IV.1.b.
        var units = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "units.json")))!.AsArray();
        await campaigns.City.PostAsJsonAsync("/units/batch", new JsonObject { ["items"] = units.DeepClone() }).OkAsync();
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "emulation-blocks", "khoi-thi-dua-8-2026.json")))!;
        await campaigns.City.PostAsJsonAsync("/emulation-blocks", sample["block"]).OkAsync();
        var told = await campaigns.PublishedAsync<EmulationBlockFormed>(e => e.Code == "khoi-thi-dua-8");
        Assert.Equal((8, 2026, "10532"), (told.Number, told.Period.Year, told.HeadUnitCode));
        Assert.Equal(sample["sheets"]!.AsArray().Select(s => (string)s!["member"]!), told.Members.Select(m => m.Code));
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task Plan_IsDraftedAndLaunched(string file)
    {
        // Offices that the plans name must stand in the register.
        var units = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "units.json")))!.AsArray();
        await campaigns.City.PostAsJsonAsync("/units/batch", new JsonObject { ["items"] = units.DeepClone() }).OkAsync();
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, "plans", file)))!;
        // A plan may be combined with another, which is there before it is launched (CH-26-30/IV.1.1).
        foreach (var linked in plan["linkedCodes"]!.AsArray().Select(c => (string)c!))
            await DraftAsync(JsonNode.Parse(await File.ReadAllTextAsync(Directory.GetFiles(Path.Combine(Samples, "plans")).Single(f => File.ReadAllText(f).Contains($"\"code\": \"{linked}\"", StringComparison.Ordinal))))!);
        var draft = await DraftAsync(plan);

        await campaigns.City.PostAsync($"/campaigns/{draft["id"]}/launch", null).OkAsync();

        var published = await campaigns.PublishedAsync<CampaignLaunched>(e => e.Campaign.Code == (string?)plan["code"]);
        Assert.Equal(plan["scheme"]!["categories"]!.AsArray().Count, published.Campaign.Scheme.Categories.Length);
        // Every criterion that a plan names reaches the others with its key, clause and kind (of the five only CH-26-30 names none).
        Assert.Equal(plan["criteria"]!.AsArray().Select(c => ((string?)c!["key"], (string?)c["clause"])), published.Campaign.Criteria.Select(c => (c.Key, (string?)c.Clause)));
        Assert.Equal((string?)plan["code"] == "CH-26-30", published.Campaign.Criteria.Length == 0);
        Assert.All(published.Campaign.Criteria, c => Assert.NotNull(c.Kind));
        TestContext.Current.SendDiagnosticMessage("{0}: {1}", file, draft["warnings"]!.ToJsonString());
    }

    private async Task<JsonNode> DraftAsync(JsonNode plan)
    {
        var standing = (await campaigns.City.GetAsync($"/campaigns?q={plan["code"]}").OkAsync())["items"]!.AsArray().SingleOrDefault(c => (string?)c!["code"] == (string?)plan["code"]);
        return standing is null
            ? await campaigns.City.PostAsJsonAsync("/campaigns", plan).OkAsync()
            : await campaigns.City.GetAsync($"/campaigns/{standing["id"]}").OkAsync();
    }
}
