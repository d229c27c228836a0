using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>A deadline moved after some were filed late (LTN-26-30/III.3.c, domain 1.8).</summary>
public sealed class DeadlineMovedTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly Condition Leads = Plans.Leading("T/1");
    private static readonly Award Certificate = new() { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen của Chủ tịch UBND thành phố" };

    [Fact]
    public async Task Later_FiledLate_IsLateNoMoreAndTheReasonIsKept()
    {
        // LTN-26-30/III.3.c.
        var plan = await LaunchAsync("MOVE-LATER", "2027-02-15");
        var late = await SubmitAsync("MOVE-LATER", "2027-02-15T00:00:00+07:00", "Chờ xác nhận");
        Assert.True((bool)late["late"]!);

        await MoveAsync(plan, 3, "2027-02-20");

        var now = await service.GetAsync(Ltn, late);
        Assert.False((bool)now["late"]!);
        Assert.Null((string?)now["lateReason"]);
        Assert.Equal(DateTimeOffset.Parse("2027-02-20T00:00:00+07:00"), (DateTimeOffset)now["tooLateFrom"]!);
        var told = await service.PublishedAsync<NominationLatenessLifted>(e => e.Nomination.NominationId == (Guid)late["id"]!);
        Assert.False(told.Nomination.Late);
        Assert.Equal((int)now["version"]!, told.Nomination.Version);
        var entry = Assert.Single(await History(late), h => (string?)h!["action"] == "noLongerLate");
        Assert.Equal("Chờ xác nhận", (string?)entry!["changes"]!["lateReason"]);
        Assert.Contains("Thành phố đổi lịch", (string?)entry["reason"]);
    }

    [Fact]
    public async Task Later_ButNotLateEnough_StaysLate()
    {
        var plan = await LaunchAsync("MOVE-LITTLE", "2027-02-15");
        var late = await SubmitAsync("MOVE-LITTLE", "2027-02-20T00:00:00+07:00", "Chờ xác nhận");

        await MoveAsync(plan, 3, "2027-02-20");
        Assert.True((bool)(await service.GetAsync(Ltn, late))["late"]!);
        Assert.DoesNotContain(service.Published.OfType<NominationLatenessLifted>(), e => e.Nomination.NominationId == (Guid)late["id"]!);

        // One second earlier would have been in time; the next move makes it so.
        await MoveAsync(plan, 4, "2027-02-21");
        Assert.False((bool)(await service.GetAsync(Ltn, late))["late"]!);
    }

    [Fact]
    public async Task Earlier_FiledInTime_StaysInTimeAndTheHistorySaysSo()
    {
        // LTN-26-30/III.3.c.
        var plan = await LaunchAsync("MOVE-EARLIER", "2027-02-15");
        var inTime = await SubmitAsync("MOVE-EARLIER", "2027-02-14T23:59:59+07:00");

        await MoveAsync(plan, 3, "2027-02-10");

        var now = await service.GetAsync(Ltn, inTime);
        Assert.False((bool)now["late"]!);
        // The deadline now in force is shown; the one it was handed in under stays in the history.
        Assert.Equal(DateTimeOffset.Parse("2027-02-10T00:00:00+07:00"), (DateTimeOffset)now["tooLateFrom"]!);
        var submitted = Assert.Single(await History(inTime), h => (string?)h!["action"] == "submitted")!;
        Assert.Equal(DateTimeOffset.Parse("2027-02-15T00:00:00+07:00"), (DateTimeOffset)submitted["changes"]!["tooLateFrom"]!);
        Assert.Single(await History(inTime), h => (string?)h!["action"] == "staysInTime");
        // Whoever hands in now is late.
        Assert.True((bool)(await SubmitAsync("MOVE-EARLIER", "2027-02-10T00:00:00+07:00", "x"))["late"]!);
    }

    [Fact]
    public async Task Moved_WhereverItStands_TheDeadlineInForceIsShownUntilItHasEnded()
    {
        var plan = await LaunchAsync("MOVE-SHOWN", "2027-02-15");
        service.Time.Now = DateTimeOffset.Parse("2027-02-01T08:00:00+07:00");
        var draft = await service.PostAsync(Ltn, Body("MOVE-SHOWN", "moved", Ltn, 2026));
        Assert.Equal(DateTimeOffset.Parse("2027-02-15T00:00:00+07:00"), (DateTimeOffset)draft["tooLateFrom"]!);
        var returned = await StepAsync(draft, "submit", new { });
        await StepAsync(returned, "return", new { reason = "Bổ sung" });

        await MoveAsync(plan, 3, "2027-02-20");
        Assert.Equal(DateTimeOffset.Parse("2027-02-20T00:00:00+07:00"), (DateTimeOffset)(await service.GetAsync(Ltn, returned))["tooLateFrom"]!);

        await StepAsync(returned, "submit", new { });
        await StepAsync(returned, "withdraw", new { reason = "Không đề nghị nữa" });
        await MoveAsync(plan, 4, "2027-02-25");
        Assert.Equal(DateTimeOffset.Parse("2027-02-20T00:00:00+07:00"), (DateTimeOffset)(await service.GetAsync(Ltn, returned))["tooLateFrom"]!);
    }

    [Fact]
    public async Task LaterThenEarlier_OnceInTime_IsNotMadeLateAgain()
    {
        var plan = await LaunchAsync("MOVE-TWICE", "2027-02-15");
        var late = await SubmitAsync("MOVE-TWICE", "2027-02-16T08:00:00+07:00", "x");

        await MoveAsync(plan, 3, "2027-02-20");
        await MoveAsync(plan, 4, "2027-02-01");

        Assert.False((bool)(await service.GetAsync(Ltn, late))["late"]!);
    }

    [Fact]
    public async Task Forwarded_LateForTheCity_FollowsTheCitysDate()
    {
        var plan = await LaunchAsync("MOVE-CITY", "2027-02-15", "2027-02-28");
        var nomination = await SubmitAsync("MOVE-CITY", "2027-02-14T08:00:00+07:00");
        await service.CompleteDossierAsync(nomination);
        service.Time.Now = DateTimeOffset.Parse("2027-03-01T08:00:00+07:00");
        var forwarded = await StepAsync(nomination, "forward", new { lateReason = "Đường truyền" });
        Assert.True((bool)forwarded["late"]!);

        // The date inside the ward does not help, whichever way it is moved.
        await MoveAsync(plan, 3, "2027-02-10", "2027-02-28");
        Assert.True((bool)(await service.GetAsync(Ltn, nomination))["late"]!);
        await MoveAsync(plan, 4, "2027-02-10", "2027-03-05");

        Assert.False((bool)(await service.GetAsync(Ltn, nomination))["late"]!);
    }

    [Fact]
    public async Task Decided_KeepsItsMark()
    {
        var plan = await LaunchAsync("MOVE-ENDED", "2027-02-15");
        var late = await SubmitAsync("MOVE-ENDED", "2027-02-16T08:00:00+07:00", "x");
        await StepAsync(late, "withdraw", new { reason = "Không đề nghị nữa" });

        await MoveAsync(plan, 3, "2027-02-20");

        Assert.True((bool)(await service.GetAsync(Ltn, late))["late"]!);
    }

    [Fact]
    public async Task HandIn_CrossingTheAmendment_IsJudgedByTheNewDate()
    {
        var plan = await LaunchAsync("MOVE-CROSS", "2027-02-15");
        var late = await SubmitAsync("MOVE-CROSS", "2027-02-16T08:00:00+07:00", "x");
        // As if it had been read under the old date and saved only after the amendment was dealt with.
        await MoveAsync(plan, 3, "2027-02-20", remind: false);
        var submitted = await service.PublishedAsync<NominationSubmitted>(e => e.Nomination.NominationId == (Guid)late["id"]!);

        // The count of places listens too.
        await service.DeliverAsync(submitted with { ActedBy = "again" }, consumers: 2);

        Assert.False((bool)(await service.GetAsync(Ltn, late))["late"]!);
    }

    private async Task<CampaignSnapshot> LaunchAsync(string code, string internalDate, string? cityDate = null)
    {
        var plan = Plan(code, 2, internalDate, cityDate);
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        return plan;
    }

    private async Task MoveAsync(CampaignSnapshot plan, int version, string internalDate, string? cityDate = null, bool remind = true)
    {
        var amended = Plan(plan.Code, version, internalDate, cityDate) with { CampaignId = plan.CampaignId };
        if (remind)
            await service.DeliverAsync(new CampaignAmended { Campaign = amended, Reason = "Thành phố đổi lịch", OccurredAt = service.Time.Now, ActedBy = "test" });
        else
            await service.WithDb(async db =>
            {
                var known = (await db.Campaigns.FindAsync(plan.CampaignId))!;
                (known.Version, known.Snapshot) = (version, amended);
                return await db.SaveChangesAsync();
            });
    }

    private static CampaignSnapshot Plan(string code, int version, string internalDate, string? cityDate)
    {
        var category = Plans.Category("moved", "T/1", Cadence.Yearly, Recipient.Collective, Certificate, Leads, once: DateOnly.Parse(internalDate), deadlineClause: "LTN-26-30/III.3.c");
        if (cityDate is not null)
            category = category with { CityDeadline = new Deadline { Date = DateOnly.Parse(cityDate), Clause = "CITY/III.3" } };
        return Plans.Plan(code, Ltn, "Phường Lê Thanh Nghị", category) with { Version = version };
    }

    private async Task<JsonNode> SubmitAsync(string campaign, string at, string? lateReason = null)
    {
        service.Time.Now = DateTimeOffset.Parse(at);
        var draft = await service.PostAsync(Ltn, Body(campaign, "moved", Ltn, 2026));
        return await StepAsync(draft, "submit", new { lateReason });
    }

    private async Task<JsonNode> StepAsync(JsonNode nomination, string step, object body) =>
        await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(service.As(Ltn), $"/nominations/{nomination["id"]}/{step}", body).OkAsync();

    private async Task<JsonArray> History(JsonNode nomination) =>
        (await service.As(Ltn).GetAsync($"/nominations/{nomination["id"]}/history").OkAsync())["items"]!.AsArray();
}
