using System.Net.Http.Json;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Notices;
using Emulation.Contracts.Nominations;
using Emulation.TestKit;

namespace Emulation.Campaigns.Tests;

/// <summary>Reminders of what is due: on the right day, with the right words, to those who owe it (LTN-26-30/III.3.a, CH-26-30/IV.1.2).</summary>
public sealed class ReminderTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task Steps_AreCountedInDaysOfVietnam_AndEndWithTheLeaders()
    {
        var id = await campaigns.LaunchAtAsync("REM-STEPS", "2026-11-21T09:00:00+07:00");
        var titles = new List<string>();
        // Before 20/11/2027: the last day in time is the 19th.
        foreach (var at in new[]
        {
            "2027-10-19T23:59:59+07:00", "2027-10-20T00:00:00+07:00", "2027-10-20T12:00:00+07:00", "2027-11-11T23:59:59+07:00", "2027-11-12T00:00:00+07:00",
            "2027-11-17T23:59:59+07:00", "2027-11-18T00:00:00+07:00", "2027-11-19T23:59:59+07:00", "2027-11-20T00:00:00+07:00", "2027-11-25T23:59:59+07:00", "2027-11-26T00:00:00+07:00",
            "2027-12-02T23:59:59+07:00", "2027-12-03T00:00:00+07:00", "2027-12-20T00:00:00+07:00",
        })
        {
            var before = (await campaigns.RemindersAsync(id, ReminderScene.Report)).Count;
            await campaigns.RemindAsync(at);
            titles.AddRange((await campaigns.RemindersAsync(id, ReminderScene.Report)).Skip(before).Select(n => $"{at[..10]} {n.UnitCode} {n.Title}"));
        }
        Assert.Equal(
        [
            "2027-10-20 10532-VHXH Còn 30 ngày: báo cáo – REM-STEPS", "2027-11-12 10532-VHXH Còn 7 ngày: báo cáo – REM-STEPS", "2027-11-18 10532-VHXH Còn 1 ngày: báo cáo – REM-STEPS",
            "2027-11-20 10532-VHXH Quá hạn 1 ngày: báo cáo – REM-STEPS", "2027-11-26 10532-VHXH Quá hạn 7 ngày: báo cáo – REM-STEPS",
            "2027-12-03 10532 Báo cáo lãnh đạo: 1 đơn vị quá hạn 14 ngày – REM-STEPS",
        ], titles);
        var notices = await campaigns.RemindersAsync(id, ReminderScene.Report);
        Assert.Equal("IV.2.2: Báo cáo năm.\nHạn cuối: hết ngày 19/11/2027 (trước ngày 20/11/2027), còn 7 ngày.\nNơi nhận: Phường Lê Thanh Nghị.\nĐề nghị đơn vị thực hiện đúng hạn.", notices[1].Text);
        Assert.EndsWith("Đơn vị chưa thực hiện:\n- Phòng Văn hóa - Xã hội.", notices[^1].Text);
        Assert.Equal(("10532", NoticeKind.Escalation), (notices[^1].SenderUnitCode, notices[^1].Kind));
    }

    [Fact]
    public async Task MissedRuns_AreMadeUpByTheNext_OnceAndWithTheDaysThatAreLeft()
    {
        var id = await campaigns.LaunchAtAsync("REM-MISSED", "2026-11-21T09:00:00+07:00");

        // Down from before the first reminder until five days before the end; then until long after it.
        await campaigns.RemindAsync("2027-11-14T08:00:00+07:00");
        Assert.Equal(["Còn 5 ngày: báo cáo – REM-MISSED"], (await campaigns.RemindersAsync(id, ReminderScene.Report)).Select(n => n.Title));
        await campaigns.RemindAsync("2027-12-10T08:00:00+07:00");
        Assert.Equal(["Quá hạn 21 ngày: báo cáo – REM-MISSED", "Báo cáo lãnh đạo: 1 đơn vị quá hạn 21 ngày – REM-MISSED"],
            (await campaigns.RemindersAsync(id, ReminderScene.Report)).Skip(1).OrderBy(n => n.Kind).Select(n => n.Title));
    }

    [Fact]
    public async Task Dossiers_OfWhoHandedIn_AreNotRemindedOf()
    {
        // LTN-26-30/III.3.a: before 15/02 every year; a reminder goes out before, to those from whom nothing came.
        await campaigns.City.PostAsJsonAsync("/units", CampaignsFixture.Unit("10549-VHXH", "Phòng Văn hóa - Xã hội", "office", "10549")).OkAsync();
        await campaigns.City.PostAsJsonAsync("/units", CampaignsFixture.Unit("10549-KT", "Phòng Kinh tế", "office", "10549")).OkAsync();
        var id = await campaigns.LaunchAtAsync("REM-DOSSIER", "2026-11-21T09:00:00+07:00", "10549");
        var submitted = new NominationSubmitted { Nomination = ReminderScene.Nomination(id, "yearly-city-collective", 2026, "10549-KT", "10549"), OccurredAt = campaigns.Time.Now, ActedBy = "test" };
        await campaigns.DeliverAsync(submitted);
        await campaigns.DeliverAsync(submitted with { OccurredAt = campaigns.Time.Now.AddDays(1) });

        await campaigns.RemindAsync("2027-02-13T08:00:00+07:00");

        var told = Assert.Single(await campaigns.RemindersAsync(id, ReminderScene.Dossier));
        Assert.Equal(("10549-VHXH", "Còn 1 ngày: gửi hồ sơ đề nghị khen thưởng – REM-DOSSIER"), (told.UnitCode, told.Title));
        Assert.Contains("hết ngày 14/02/2027 (trước ngày 15/02/2027)", told.Text);
        Assert.EndsWith("Đơn vị không đề nghị khen thưởng thì không phải gửi.", told.Text);
        // Nobody must nominate: nobody is overdue. And the hand-in of 2026 says nothing of 2027.
        await campaigns.RemindAsync("2027-03-05T08:00:00+07:00");
        Assert.Single(await campaigns.RemindersAsync(id, ReminderScene.Dossier));
        await campaigns.RemindAsync("2028-02-13T08:00:00+07:00");
        Assert.Equal(["10549-KT", "10549-VHXH"], (await campaigns.RemindersAsync(id, ReminderScene.Dossier)).Skip(1).Select(n => n.UnitCode).Order());
    }

    [Fact]
    public async Task DossiersHeldBack_FromTheCity_ReachTheCity()
    {
        var id = await campaigns.LaunchAtAsync("REM-HELD", "2029-01-05T09:00:00+07:00");
        await campaigns.DeliverAsync(new NominationSubmitted { Nomination = ReminderScene.Nomination(id, "period-city-flag", 2030, "10532-VHXH"), OccurredAt = campaigns.Time.Now, ActedBy = "test" });

        // To the city before 28/02/2030; the ward holds a dossier and has not sent it on.
        await campaigns.RemindAsync("2030-03-15T08:00:00+07:00");

        var notices = await campaigns.RemindersAsync(id, "CITY/III.3");
        Assert.Equal([("10532", NoticeKind.Escalation), ("10532", NoticeKind.Reminder), ("31", NoticeKind.Escalation)], notices.Select(n => (n.UnitCode, n.Kind)).OrderBy(n => n.UnitCode).ThenByDescending(n => n.Kind));
        // Another ward has nothing in hand and is left alone.
        var other = await campaigns.LaunchAtAsync("REM-HELD-NOT", "2029-01-05T09:00:00+07:00", "10549");
        await campaigns.RemindAsync("2030-03-15T08:00:00+07:00");
        Assert.Empty(await campaigns.RemindersAsync(other, "CITY/III.3"));
        // Sent on, it is settled.
        var sent = await campaigns.LaunchAtAsync("REM-SENT", "2029-01-05T09:00:00+07:00");
        var nomination = ReminderScene.Nomination(sent, "period-city-flag", 2030, "10532-VHXH");
        await campaigns.DeliverAsync(new NominationSubmitted { Nomination = nomination, OccurredAt = campaigns.Time.Now, ActedBy = "test" });
        await campaigns.DeliverAsync(new NominationForwarded { Nomination = nomination, OccurredAt = campaigns.Time.Now, ActedBy = "test" });
        await campaigns.RemindAsync("2030-03-15T08:00:00+07:00");
        Assert.Empty(await campaigns.RemindersAsync(sent, "CITY/III.3"));
    }

    [Fact]
    public async Task MovedDeadline_RetimesItsReminders()
    {
        // LTN-26-30/III.3.c.
        var id = await campaigns.LaunchAtAsync("REM-MOVED", "2029-01-05T09:00:00+07:00");
        await campaigns.RemindAsync("2030-01-20T08:00:00+07:00");
        await campaigns.As("10532").PostAsJsonAsync($"/campaigns/{id}/amend", new
        {
            reason = "Lùi hạn", deadlines = new[] { new { category = "period-city-flag", internalDeadline = new { date = "2030-05-15", clause = "LTN-26-30/III.3.b" } } },
        }).OkAsync();

        foreach (var at in new[] { "2030-02-07T08:00:00+07:00", "2030-02-13T08:00:00+07:00", "2030-04-14T08:00:00+07:00" })
            await campaigns.RemindAsync(at);

        Assert.Equal(["Còn 25 ngày: gửi hồ sơ đề nghị khen thưởng – REM-MOVED", "Còn 30 ngày: gửi hồ sơ đề nghị khen thưởng – REM-MOVED"],
            (await campaigns.RemindersAsync(id, "LTN-26-30/III.3.b")).Where(n => n.UnitCode == "10532-VHXH").Select(n => n.Title));
    }

    [Fact]
    public async Task Closed_OrOverBeforeTheLaunch_IsNotRemindedOf()
    {
        var closed = await campaigns.LaunchAtAsync("REM-CLOSED", "2026-11-21T09:00:00+07:00");
        await campaigns.As("10532").PostAsJsonAsync($"/campaigns/{closed}/close", new { reason = "Tổng kết" }).OkAsync();
        var late = await campaigns.LaunchAtAsync("REM-LATE-START", "2027-02-20T09:00:00+07:00");

        await campaigns.RemindAsync("2027-02-21T08:00:00+07:00");

        Assert.Empty(await campaigns.RemindersAsync(closed));
        Assert.Empty(await campaigns.RemindersAsync(late, ReminderScene.Dossier));
    }

    [Fact]
    public async Task Unit_RegisteredAfterTheLastDay_DoesNotOweIt()
    {
        var id = await campaigns.LaunchAtAsync("REM-NEW", "2026-11-21T09:00:00+07:00", "11413");
        campaigns.Time.Now = DateTimeOffset.Parse("2027-11-19T09:00:00+07:00");
        await campaigns.City.PostAsJsonAsync("/units", CampaignsFixture.Unit("11413-CU", "Phòng cũ", "office", "11413")).OkAsync();
        campaigns.Time.Now = DateTimeOffset.Parse("2027-11-20T00:00:00+07:00");
        await campaigns.City.PostAsJsonAsync("/units", CampaignsFixture.Unit("11413-MOI", "Phòng mới", "office", "11413")).OkAsync();

        await campaigns.RemindAsync("2027-12-03T08:00:00+07:00");

        var notices = await campaigns.RemindersAsync(id, ReminderScene.Report);
        Assert.Equal(["11413", "11413-CU"], notices.Select(n => n.UnitCode));
        Assert.DoesNotContain("Phòng mới", notices[0].Text);
    }

    [Fact]
    public async Task Steps_OfThePlan_TakeThePlaceOfTheDefaults()
    {
        var id = await campaigns.LaunchAtAsync("REM-OWN", "2026-11-21T09:00:00+07:00", change: p => p.Put("/reminders", """{ "before": [10], "after": [], "escalateAfter": null }"""));
        foreach (var at in new[] { "2027-11-08T08:00:00+07:00", "2027-11-09T08:00:00+07:00", "2027-11-18T08:00:00+07:00", "2027-12-30T08:00:00+07:00" })
            await campaigns.RemindAsync(at);
        Assert.Equal(["Còn 10 ngày: báo cáo – REM-OWN"], (await campaigns.RemindersAsync(id, ReminderScene.Report)).Select(n => n.Title));

        await (await campaigns.As("10532").PostAsJsonAsync("/campaigns", Plans.Of("REM-BAD", change: p => p.Put("/reminders", """{ "before": [0, 7, 7], "after": [91], "escalateAfter": 0 }""")))).ProblemAsync(400, "CAM-0023");
        var told = await campaigns.As("10532").PostAsJsonAsync($"/campaigns/{id}/amend", new { reason = "x", reminders = new { before = new[] { 3 } } }).OkAsync();
        Assert.Equal(3, (int)told["plan"]!["reminders"]!["before"]![0]!);
    }

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, -30)]
    [InlineData(-1, -30)]
    [InlineData(0, -30)]
    [InlineData(1, null)]
    [InlineData(20, null)]
    public void Conditional_IsAskedOnceBefore_NeverAfter(int days, int? step)
    {
        Assert.Equal(step, ReminderSteps.Default.Reached(days, conditional: true));
        Assert.False(ReminderSteps.Default.Escalates(days, conditional: true));
    }

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-8, -30)]
    [InlineData(-7, -7)]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 7)]
    [InlineData(60, 7)]
    public void Owed_IsRemindedOfBeforeAndAfter(int days, int? step) => Assert.Equal(step, ReminderSteps.Default.Reached(days, conditional: false));
}
