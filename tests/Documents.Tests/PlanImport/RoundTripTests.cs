extern alias campaigns;

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Reading;
using Emulation.Documents.PlanImport.Source;
using Emulation.TestKit;
using CampaignsDbContext = campaigns::Emulation.Campaigns.Data.CampaignsDbContext;

namespace Emulation.Documents.Tests.PlanImport;

public sealed class CampaignsFixture() : ServiceFixture<campaigns::Program, CampaignsDbContext>("campaigns", options => new CampaignsDbContext(options))
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var units = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Catalogue.Root, "samples", "units.json")))!;
        await As("31").PostAsJsonAsync("/units/batch", new JsonObject { ["items"] = units });
    }
}

/// <summary>What an import gives is a plan that Campaigns takes and launches.</summary>
public sealed class RoundTripTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    public static TheoryData<string> Plans => [.. SeedTests.Expected.Keys, nameof(OwnPlans.Commune), nameof(OwnPlans.FiguresOnly)];

    [Theory, MemberData(nameof(Plans))]
    public async Task Campaign_OfConfirmedFields_IsDraftedAndLaunched(string name)
    {
        var source = name switch { nameof(OwnPlans.Commune) => new(OwnPlans.Commune), nameof(OwnPlans.FiguresOnly) => new(OwnPlans.FiguresOnly), _ => SeedTests.Seed(name) };
        var read = PlanReader.Read(source, Catalogue.Units);
        // The officer says yes to all that was read, as it was read.
        var (body, _, ready) = CampaignBody.Of([.. read.Fields.Select(f => f.Value is null ? f : f with { Check = FieldCheck.Confirmed })]);
        Assert.True(ready, name);
        var client = campaigns.As((string)body["unitCode"]!);
        var draft = await client.PostAsJsonAsync("/campaigns", body);
        Assert.True(draft.StatusCode == System.Net.HttpStatusCode.Created, await draft.Content.ReadAsStringAsync());
        var campaign = await draft.JsonAsync();
        var launched = await client.PostAsync($"/campaigns/{campaign["id"]}/launch", null);
        Assert.True(launched.IsSuccessStatusCode, await launched.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Campaign_OfSureFieldsOnly_LeavesTheRestOut()
    {
        var read = PlanReader.Read(new(OwnPlans.Commune), Catalogue.Units);
        var (body, open, ready) = CampaignBody.Of([.. read.Fields.Select(f => f.Key == "code" ? f with { Check = FieldCheck.Confirmed } : f)]);
        Assert.True(ready);
        Assert.All(read.Fields.Where(f => f.State == FieldState.Doubtful && f.Key != "code"), f => Assert.Contains(open, o => o.Key == f.Key));
        body["code"] = "NS-CHAC";
        var draft = await campaigns.As("10606").PostAsJsonAsync("/campaigns", body);
        Assert.True(draft.IsSuccessStatusCode, await draft.Content.ReadAsStringAsync());
    }
}
