using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>The plans as they ship, over REST: who may be nominated, and the yearly award that a ward gives itself.</summary>
public sealed class WardAwardTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.2.a.1", Ltn)]
    [InlineData("CH-26-30", "CH-26-30/III.2.1.1", CatHai)]
    public async Task YearlyWardAward_WithinTheGeneralReview_IsDecidedByTheWardItself(string plan, string clause, string unit)
    {
        var code = await Launch(plan, unit);
        var nomination = await service.PostAsync(unit, Body(code, "yearly-ward-collective", unit, 2026, submit: true));
        Assert.Equal(("notYetKnown", clause), ((string?)nomination["eligibility"], (string?)nomination["verdict"]!["clause"]));
        // The statement names the general review of the year to which the award is tied.
        var met = await service.As(unit).PostAsJsonAsync($"/nominations/{nomination["id"]}/attest",
            new { statement = "outstandingInReform", holds = true, by = "council", evidence = "Biên bản xét thi đua cuối năm 2026" }).OkAsync();
        Assert.Equal("met", (string?)met["eligibility"]);
        Assert.Equal("Biên bản xét thi đua cuối năm 2026", (string?)met["verdict"]!["facts"]![0]!["value"]);
        object decision = new { nominationIds = new[] { nomination["id"] }, signerName = "Trần Văn Mẫu" };
        await (await service.As(City).PostAsJsonAsync("/decisions", decision)).ProblemAsync(403, "EMU-0004");
        await service.CompleteDossierAsync(nomination);
        await service.As(unit).PostAsJsonAsync("/decisions", decision).OkAsync();
        var awarded = await service.PublishedAsync<NominationAwarded>(e => e.Nomination.NominationId == (Guid)nomination["id"]!);
        Assert.Equal(AwardLevel.Ward, awarded.Nomination.Level);
    }

    [Theory]
    [InlineData("LTN-26-30", "LTN-26-30/III.1.a", Ltn)]
    [InlineData("CH-26-30", "CH-26-30/III.1.a", CatHai)]
    public async Task Nominee_IsACollectiveOrAnIndividual_AndOfTheKindTheCategoryIsFor(string plan, string clause, string unit)
    {
        Assert.Contains($"\"{clause}\"", SamplePlans.Text(plan));
        var code = await Launch(plan, unit);
        foreach (var (category, individual) in new[] { ("yearly-city-collective", false), ("yearly-city-individual", true) })
        {
            await service.PostAsync(unit, Body(code, category, unit, 2026, individual: individual));
            await (await service.As(unit).PostAsJsonAsync("/nominations", Body(code, category, unit, 2026, individual: !individual))).ProblemAsync(400, "NOM-0007");
            var other = (JsonObject)Body(code, category, unit, 2026);
            other["nominee"]!["kind"] = "family";
            await (await service.As(unit).PostAsJsonAsync("/nominations", (JsonNode)other)).ProblemAsync(400);
        }
    }

    private async Task<string> Launch(string plan, string unit)
    {
        var snapshot = Plans.Plan($"{plan}-{Guid.NewGuid():N}", unit, unit, SamplePlans.Plans().Single(p => p.Code == plan).Categories);
        await service.DeliverAsync(new CampaignLaunched { Campaign = snapshot, OccurredAt = service.Time.Now, ActedBy = "test" });
        return snapshot.Code;
    }
}
