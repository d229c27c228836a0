using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Notices;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Emulation.Campaigns.Tests;

/// <summary>Jobs run in one copy of the service at a time and survive its end; what they do is done once even when two copies do it at once (docs/adr/0029).</summary>
public sealed class JobTests(CampaignsFixture campaigns) : IClassFixture<CampaignsFixture>
{
    [Fact]
    public async Task Reminders_TwoCopiesAtOnce_WriteEachNoticeOnce()
    {
        var ids = new List<Guid>();
        foreach (var i in Enumerable.Range(1, 5))
            ids.Add(await campaigns.LaunchAtAsync($"COPIES-{i}", "2026-11-21T09:00:00+07:00"));
        campaigns.Time.Now = DateTimeOffset.Parse("2027-02-13T08:00:00+07:00");
        await using var second = campaigns.WithWebHostBuilder(_ => { });

        // Not through the runner: as when the lock of the one was lost while it worked on.
        var written = await Task.WhenAll(new[] { campaigns.Services, second.Services, campaigns.Services, second.Services }.Select(ReminderScene.RemindAsync));

        Assert.True(written.Sum() >= ids.Count);
        foreach (var id in ids)
        {
            var notices = await campaigns.RemindersAsync(id, ReminderScene.Dossier);
            Assert.Equal(["10532-VHXH"], notices.Select(n => n.UnitCode));
        }
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Reminders_WrittenByAnotherCopyMeanwhile_AreHeldBackByTheUniqueKeyAlone(bool guarded, int told)
    {
        // A database of its own: without the key nothing else keeps the two from telling twice.
        await using var alone = new CampaignsFixture();
        await alone.InitializeAsync();
        var id = await alone.LaunchAtAsync("RACE", "2026-11-21T09:00:00+07:00");
        await alone.RemindAsync("2027-11-12T08:00:00+07:00");
        var model = (await alone.RemindersAsync(id, ReminderScene.Report)).Single();
        await alone.WithDb(db => db.Notices.Where(n => n.Id == model.Id).ExecuteDeleteAsync());
        if (!guarded)
            await alone.WithDb(db => db.Database.ExecuteSqlRawAsync("DROP INDEX ix_notices_key"));
        var repeats = 0L;
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (i.Name == "emulation.notices.repeats") l.EnableMeasurementEvents(i); } };
        listener.SetMeasurementEventCallback<long>((_, n, _, _) => Interlocked.Add(ref repeats, n));
        listener.Start();

        await alone.WithDb(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Notices.Add(new Notice
            {
                Id = Guid.CreateVersion7(), Key = model.Key, UnitCode = model.UnitCode, SenderUnitCode = model.SenderUnitCode, Kind = model.Kind, CampaignId = id,
                CampaignCode = model.CampaignCode, Clause = model.Clause, Title = "của bản kia", Text = "x", Link = "x", CreatedAt = alone.Time.Now,
            });
            await db.SaveChangesAsync();
            var running = ReminderScene.RemindAsync(alone.Services);
            if (guarded)
                await Eventually.HoldsAsync(() => alone.WithDb(async other =>
                    (await other.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").ToListAsync())[0] > 0), "nothing waits for the key");
            else
                await running;
            await transaction.CommitAsync();
            return await running;
        });

        var notices = await alone.RemindersAsync(id, ReminderScene.Report);
        Assert.Equal(told, notices.Count(n => n.Key == model.Key));
        Assert.Equal(guarded, Interlocked.Read(ref repeats) > 0);
    }

    [Fact]
    public async Task Runner_WhileOneCopyRuns_TheOtherLeavesItAlone()
    {
        var (inside, leave) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var runs = 0;
        var job = new Job("one-at-a-time", TimeSpan.FromHours(1), async (_, _) =>
        {
            Interlocked.Increment(ref runs);
            inside.SetResult();
            await leave.Task;
            return 3;
        });
        var first = Runner(job).RunDueAsync(CancellationToken.None);
        await inside.Task.WaitAsync(Eventually.Patience);

        Assert.Equal(0, await Runner(job).RunDueAsync(CancellationToken.None));
        leave.SetResult();
        Assert.Equal(1, await first);
        // Done for this hour.
        Assert.Equal(0, await Runner(job).RunDueAsync(CancellationToken.None));
        Assert.Equal(1, runs);
        var state = await StateAsync("one-at-a-time");
        Assert.Equal((JobOutcome.Done, 3, 0), (state.Outcome, state.Effects, state.Failures));
    }

    [Fact]
    public async Task Runner_AfterDowntime_RunsOnceAndThenAtTheFullHour()
    {
        var runs = 0;
        var job = new Job("after-downtime", TimeSpan.FromHours(1), (_, _) => Task.FromResult(Interlocked.Increment(ref runs)));
        campaigns.Time.Now = DateTimeOffset.Parse("2027-01-05T08:20:00+07:00");
        await Runner(job).RunDueAsync(CancellationToken.None);
        Assert.Equal(DateTimeOffset.Parse("2027-01-05T09:00:00+07:00"), (await StateAsync("after-downtime")).NextAt);

        // Ten days without a copy running.
        campaigns.Time.Now = DateTimeOffset.Parse("2027-01-15T10:59:59+07:00");
        Assert.Equal(1, await Runner(job).RunDueAsync(CancellationToken.None));
        Assert.Equal(0, await Runner(job).RunDueAsync(CancellationToken.None));
        campaigns.Time.Now = DateTimeOffset.Parse("2027-01-15T11:00:00+07:00");
        Assert.Equal(1, await Runner(job).RunDueAsync(CancellationToken.None));
        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task Runner_StoppedInTheMiddle_LeavesTheJobDueForTheNextCopy()
    {
        using var stop = new CancellationTokenSource();
        var inside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var killed = Runner(new Job("stopped", TimeSpan.FromHours(1), async (_, ct) =>
        {
            inside.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return 0;
        })).RunDueAsync(stop.Token);
        await inside.Task.WaitAsync(Eventually.Patience);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed);

        Assert.Equal(1, await Runner(new Job("stopped", TimeSpan.FromHours(1), (_, _) => Task.FromResult(0))).RunDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Runner_WorkFails_IsShownAndTriedAgainSoon()
    {
        var fails = true;
        var job = new Job("fails", TimeSpan.FromHours(1), (_, _) => fails ? throw new InvalidOperationException("Nguyễn Văn Mẫu") : Task.FromResult(1));
        campaigns.Time.Now = DateTimeOffset.Parse("2027-01-05T08:20:00+07:00");
        await Runner(job).RunDueAsync(CancellationToken.None);
        var state = await StateAsync("fails");
        Assert.Equal((JobOutcome.Failed, "InvalidOperationException", 1), (state.Outcome, state.Error, state.Failures));
        Assert.Equal(campaigns.Time.Now.AddMinutes(5), state.NextAt);

        fails = false;
        campaigns.Time.Now = campaigns.Time.Now.AddMinutes(5);
        await Runner(job).RunDueAsync(CancellationToken.None);
        state = await StateAsync("fails");
        Assert.Equal((JobOutcome.Done, null, 0), (state.Outcome, state.Error, state.Failures));
    }

    [Fact]
    public async Task Background_RunsTheReminders_AndOperatorsSeeIt()
    {
        var id = await campaigns.LaunchAtAsync("BACKGROUND", "2027-06-01T09:00:00+07:00");
        campaigns.Time.Now = DateTimeOffset.Parse("2027-11-12T08:20:00+07:00");
        await using var host = campaigns.WithWebHostBuilder(b => b.UseSetting("Jobs:Background", "true"));
        _ = host.Services;
        await Eventually.HoldsAsync(async () => (await campaigns.RemindersAsync(id, ReminderScene.Report)).Count == 1, "nobody was reminded");

        JsonNode? job = null;
        await Eventually.HoldsAsync(async () =>
            (string?)(job = (await campaigns.As("31", Policies.Operate).GetAsync("/jobs").OkAsync())["items"]!.AsArray().Single())!["outcome"] == "done", "the run is not shown");

        Assert.Equal("remind-of-duties", (string?)job!["name"]);
        Assert.Equal(DateTimeOffset.Parse("2027-11-12T09:00:00+07:00"), (DateTimeOffset)job["nextAt"]!);
        Assert.True((int)job["effects"]! >= 1);
        await (await campaigns.As("31", Policies.CampaignsWrite).GetAsync("/jobs")).ProblemAsync(403);
    }

    private JobRunner<CampaignsDbContext> Runner(Job job) =>
        new(campaigns.Services.GetRequiredService<IServiceScopeFactory>(), [job], campaigns.Time, NullLogger<JobRunner<CampaignsDbContext>>.Instance);

    private Task<JobState> StateAsync(string name) => campaigns.WithDb(db => db.Set<JobState>().AsNoTracking().SingleAsync(j => j.Name == name));
}
