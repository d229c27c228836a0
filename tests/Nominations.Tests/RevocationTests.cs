using System.Net.Http.Json;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Cancelling an award and getting back what was given (Luật Thi đua, khen thưởng, chương VII).</summary>
public sealed class RevocationTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly object Reason = new { reason = "Kê khai sai thành tích", legalBasis = "Luật Thi đua, khen thưởng, chương VII", decisionNumber = "9/QĐ-UBND", decisionDate = "2026-11-21" };

    [Fact]
    public async Task OneLine_IsCancelled_TheOthersStand_PlaceAndAchievementAreFree()
    {
        var (scene, wrong, right) = (await AwardScene.SetAsync(service), AwardScene.Name(), AwardScene.Name());
        var initiative = new { initiativeIds = new[] { await scene.InitiativeAsync($"Nhắc hạn {Guid.NewGuid():N}") } };
        var first = await scene.ReadyAsync(AwardScene.Ward, wrong, "Xây dựng công cụ nhắc hạn", initiative);
        var second = await scene.ReadyAsync(AwardScene.Ward, right, "Tuyên truyền dịch vụ công");
        var decision = await scene.DecideAsync(first, second).OkAsync();

        var revoke = new { nominationIds = new[] { first["id"] }, reason = "Kê khai sai thành tích", legalBasis = "Luật Thi đua, khen thưởng, chương VII" };
        await (await service.As(Cva).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", revoke)).ProblemAsync(404, "EMU-0005");
        await (await service.As(City).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", revoke)).ProblemAsync(403, "EMU-0004");
        var after = await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", revoke).OkAsync();
        Assert.Equal([true, false], after["lines"]!.AsArray().Select(l => (bool)l!["revoked"]!));
        Assert.Equal("revoked", (string?)(await service.GetAsync(Ltn, first))["state"]);
        Assert.Equal("awarded", (string?)(await service.GetAsync(Ltn, second))["state"]);
        var told = await service.PublishedAsync<AwardRevoked>(e => e.Nomination.NominationId == (Guid)first["id"]!);
        Assert.Equal(((Guid)decision["id"]!, 1), (told.DecisionId, told.Order));
        Assert.True((bool)(await scene.EntryAsync(Ltn, first))["cancelled"]!);
        await (await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", revoke)).ProblemAsync(409, "NOM-0108");

        // The nomination that was cancelled is not decided again.
        await (await scene.DecideAsync(first)).ProblemAsync(409, "NOM-0011");
        // Category and year, achievement and initiative are free for an award that is right.
        await scene.AwardAsync(AwardScene.Ward, wrong, "Xây dựng công cụ nhắc hạn", initiative);
    }

    [Fact]
    public async Task Whole_MoneyIsDueUntilAllIsBack()
    {
        const string Unit = "10532-HUY";
        await service.UnitAsync(Unit, "Trung tâm hủy", Contracts.Campaigns.UnitKind.Office, Ltn, null);
        var scene = await AwardScene.SetAsync(service);
        var nomination = await scene.SubmitAsync(AwardScene.Collective, "Trung tâm hủy", "Không có hồ sơ quá hạn", unit: Unit, kind: "collective");
        var decision = await scene.DecideAsync(nomination).OkAsync();
        Assert.Equal(1404000m, (decimal)decision["lines"]![0]!["rewardMoney"]!);
        await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", Reason).OkAsync();
        var entry = await scene.EntryAsync(Ltn, nomination);
        Assert.Equal(1404000m, (decimal)entry["cancellation"]!["moneyDue"]!);

        Task<HttpResponseMessage> Back(object body) => service.As(Ltn).PostAsJsonAsync($"/register/{entry["id"]}/recovery", body);
        var part = await Back(new { money = 1000000, objectReturned = true }).OkAsync();
        Assert.Null((string?)part["cancellation"]!["recoveredOn"]);
        await (await Back(new { money = 404001 })).ProblemAsync(409, "NOM-0111");
        await (await Back(new { money = 3000000000 })).ProblemAsync(400, "EMU-0001");
        var done = await Back(new { money = 404000, note = "Phiếu thu 12" }).OkAsync();
        Assert.Equal("2026-11-21", (string?)done["cancellation"]!["recoveredOn"]);
        await (await Back(new { money = 1 })).ProblemAsync(409, "NOM-0111");
    }

    [Fact]
    public async Task NominationOfAnotherDecision_IsNamed()
    {
        var scene = await AwardScene.SetAsync(service);
        var (_, decision) = await scene.AwardAsync(AwardScene.Ward, AwardScene.Name(), "Việc trong năm");
        var problem = await (await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", new { nominationIds = new[] { Guid.NewGuid() }, reason = "x", legalBasis = "x" })).ProblemAsync(400, "NOM-0109");
        Assert.Equal("/nominationIds/0", (string?)problem["errors"]![0]!["pointer"]);
    }
}
