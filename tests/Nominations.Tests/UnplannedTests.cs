using System.Net.Http.Json;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Unplanned awards: the short way, checked afterwards (CH-26-30/III.3.a.2; LTN-TD-26/IV.1.đ, IV.2.d, IV.3.e, IV.4.h; C-28).</summary>
public sealed class UnplannedTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    [Theory]
    // One day in each quarter of the plan: “nếu có”, whenever it is; Tết, 1–2/9 and 1/1 do not count.
    [InlineData("2026-02-10T09:00:00+07:00", "2026-03-03")]
    [InlineData("2026-05-15T09:00:00+07:00", "2026-05-29")]
    [InlineData("2026-08-31T23:30:00+07:00", "2026-09-16")]
    [InlineData("2026-12-25T09:00:00+07:00", "2027-01-11")]
    public async Task AnyDay_StraightFromSubmittedToDecision_PostCheckIsDueTenWorkingDaysLater(string at, string due)
    {
        // CH-26-30/III.3.a.2, LTN-TD-26/IV.1.đ, LTN-TD-26/IV.2.d, LTN-TD-26/IV.3.e, LTN-TD-26/IV.4.h.
        service.Time.Now = DateTimeOffset.Parse(at);
        var scene = await AwardScene.SetAsync(service);
        var (nomination, _) = await scene.AwardAsync(AwardScene.Unplanned, AwardScene.Name(), "Cứu kho hồ sơ trong đêm bão");
        Assert.False((bool)nomination["late"]!);
        var entry = await scene.EntryAsync(Ltn, nomination);
        Assert.Equal(due, (string?)entry["postCheckDue"]);
        Assert.Equal("unplanned", (string?)entry["commendation"]);
    }

    [Fact]
    public async Task PostCheck_OverdueIsListed_ConfirmedIsDone()
    {
        // CH-26-30/III.3.a.2.
        service.Time.Now = DateTimeOffset.Parse("2026-03-02T09:00:00+07:00");
        var scene = await AwardScene.SetAsync(service);
        var (nomination, _) = await scene.AwardAsync(AwardScene.Unplanned, AwardScene.Name(), "Khắc phục sự cố hệ thống");
        var entry = await scene.EntryAsync(Ltn, nomination);
        async Task<bool> ListedAsync(bool overdue) => (await service.As(Ltn).GetAsync($"/register/post-checks?overdue={overdue}&limit=200").OkAsync())["items"]!.AsArray().Any(e => (string?)e!["id"] == (string?)entry["id"]);
        // The last day itself is in time.
        service.Time.Now = DateTimeOffset.Parse("2026-03-16T23:59:59+07:00");
        Assert.True(await ListedAsync(false));
        Assert.False(await ListedAsync(true));
        service.Time.Now = DateTimeOffset.Parse("2026-03-17T00:00:00+07:00");
        Assert.True(await ListedAsync(true));

        await (await service.As(City).PostAsJsonAsync($"/register/{entry["id"]}/post-check", new { confirmed = true })).ProblemAsync(403, "EMU-0004");
        await (await service.As(Ltn).PostAsJsonAsync($"/register/{entry["id"]}/post-check", new { confirmed = false })).ProblemAsync(400, "EMU-0001");
        var checkedEntry = await service.As(Ltn).PostAsJsonAsync($"/register/{entry["id"]}/post-check", new { confirmed = true, note = "Hội đồng nhất trí" }).OkAsync();
        Assert.True((bool)checkedEntry["postCheckConfirmed"]!);
        Assert.False(await ListedAsync(false));
        await (await service.As(Ltn).PostAsJsonAsync($"/register/{entry["id"]}/post-check", new { confirmed = true })).ProblemAsync(409, "NOM-0110");
    }

    [Fact]
    public async Task PostCheck_NotConfirmed_IsCancelled()
    {
        var scene = await AwardScene.SetAsync(service);
        var (nomination, decision) = await scene.AwardAsync(AwardScene.Unplanned, AwardScene.Name(), "Việc chưa được xác minh");
        var entry = await scene.EntryAsync(Ltn, nomination);
        await service.As(Ltn).PostAsJsonAsync($"/register/{entry["id"]}/post-check", new { confirmed = false, note = "Không có căn cứ" }).OkAsync();
        await service.As(Ltn).PostAsJsonAsync($"/decisions/{decision["id"]}/revoke", new { reason = "Hậu kiểm không xác nhận", legalBasis = "Luật Thi đua, khen thưởng, chương VII" }).OkAsync();
        Assert.True((bool)(await scene.EntryAsync(Ltn, nomination))["cancelled"]!);
    }

    [Fact]
    public async Task Planned_HasNoPostCheck()
    {
        var scene = await AwardScene.SetAsync(service);
        var (nomination, _) = await scene.AwardAsync(AwardScene.Ward, AwardScene.Name(), "Việc thường xuyên");
        Assert.Null((string?)(await scene.EntryAsync(Ltn, nomination))["postCheckDue"]);
    }
}
