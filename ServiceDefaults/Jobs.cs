using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Emulation.ServiceDefaults;

/// <summary>Work that comes back: what is due it reads from the database, never from a timer, so that a missed run is made up by the next (docs/adr/0029).</summary>
/// <param name="Name">Name in lower case with hyphens.</param>
/// <param name="Every">Time from one run to the next; runs begin at whole multiples of it, UTC.</param>
/// <param name="Run">The work; gives the number of effects. It may run twice at once and must do each effect once.</param>
public sealed record Job(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task<int>> Run);

/// <summary>How a job stands; one row for all copies of the service.</summary>
public sealed class JobState
{
    public required string Name { get; init; }

    /// <summary>When it is due next, UTC.</summary>
    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public JobOutcome? Outcome { get; set; }

    /// <summary>Effects of the last run.</summary>
    public int Effects { get; set; }

    /// <summary>Type of the error of the last run; never its message, which may hold what must not be logged.</summary>
    public string? Error { get; set; }

    /// <summary>Runs that failed since the last one that did not.</summary>
    public int Failures { get; set; }
}

/// <summary>How a run ended.</summary>
public enum JobOutcome
{
    /// <summary>To its end.</summary>
    Done,
    /// <summary>With an error; it is tried again soon.</summary>
    Failed,
}

/// <summary>A job as operators see it.</summary>
/// <param name="Name">Name of the job.</param>
/// <param name="Every">Time from one run to the next.</param>
/// <param name="NextAt">When it is due next, UTC; null when it has never come to its turn.</param>
/// <param name="StartedAt">Begin of the last run, UTC.</param>
/// <param name="EndedAt">End of the last run, UTC.</param>
/// <param name="Outcome">How the last run ended; null when there was none.</param>
/// <param name="Effects">What the last run did, as a number.</param>
/// <param name="Error">Type of the error of the last run.</param>
/// <param name="Failures">Runs that failed since the last one that did not.</param>
public sealed record JobResponse(
    string Name, TimeSpan Every, DateTimeOffset? NextAt, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, JobOutcome? Outcome, int Effects, string? Error, int Failures);

/// <summary>All jobs of the service.</summary>
public sealed record JobsResponse(JobResponse[] Items);

public static class Jobs
{
    /// <summary>Runs the jobs in this process. The context must hold their state: <see cref="HasJobs"/>.</summary>
    public static void AddJobs<TContext>(this IHostApplicationBuilder builder, params Job[] jobs) where TContext : ServiceDbContext
    {
        foreach (var job in jobs)
            builder.Services.AddSingleton(job);
        builder.Services.AddSingleton<JobRunner<TContext>>();
        if (builder.Configuration.GetValue("Jobs:Background", true))
            builder.Services.AddHostedService(services => services.GetRequiredService<JobRunner<TContext>>());
    }

    public static void HasJobs(this ModelBuilder model) => model.Entity<JobState>(e =>
    {
        e.ToTable("jobs");
        e.HasKey(j => j.Name);
        e.Property(j => j.Name).HasMaxLength(60);
        e.Property(j => j.Outcome).HasConversion<string>().HasMaxLength(20);
    });

    /// <summary>What runs when, for operators.</summary>
    public static void MapJobs(this IEndpointRouteBuilder app) =>
        app.MapGet("/jobs", List).WithTags("Vận hành")
            .WithName("ListJobs").WithSummary("Các việc chạy theo lịch: lần chạy cuối, lần chạy tới, kết quả")
            .RequireAuthorization(Policies.Operate)
            .Produces<JobsResponse>();

    private static async Task<IResult> List(IEnumerable<Job> jobs, ServiceDbContext db, CancellationToken cancellationToken)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Name, cancellationToken);
        return TypedResults.Ok(new JobsResponse([.. jobs.OrderBy(j => j.Name, StringComparer.Ordinal).Select(job => Of(job, states.GetValueOrDefault(job.Name)))]));
    }

    private static JobResponse Of(Job job, JobState? s) =>
        new(job.Name, job.Every, s?.NextAt, s?.StartedAt, s?.EndedAt, s?.Outcome, s?.Effects ?? 0, s?.Error, s?.Failures ?? 0);
}

/// <summary>Looks every half minute for jobs that are due and runs each in one copy of the service only, by a row lock that ends with its holder.</summary>
/// <remarks><see cref="Wake"/> spares work that has just been asked for the wait.</remarks>
public sealed class JobRunner<TContext>(IServiceScopeFactory scopes, IEnumerable<Job> jobs, TimeProvider time, ILogger<JobRunner<TContext>> log) : BackgroundService
    where TContext : ServiceDbContext
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);
    private static readonly Counter<long> Runs = Telemetry.Meter.CreateCounter<long>("emulation.jobs.runs");
    private static readonly Counter<long> Effects = Telemetry.Meter.CreateCounter<long>("emulation.jobs.effects");

    private readonly SemaphoreSlim _wake = new(0);

    /// <summary>Looks at once, in this copy of the service.</summary>
    public void Wake() => _wake.Release();

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var woken = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Poll;
            try
            {
                // Woken within the span of the last run, a job is due only when that span ends.
                if (await RunDueAsync(stoppingToken) == 0 && woken)
                    pause = Soon;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning("Jobs wait: {Error}", e.GetType().Name);
            }
            woken = await _wake.WaitAsync(pause, stoppingToken);
        }
    }

    /// <summary>Runs what is due and no other copy is running; gives the number of jobs it ran.</summary>
    public async Task<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var ran = 0;
        foreach (var job in jobs)
            ran += await RunIfDueAsync(job, cancellationToken) ? 1 : 0;
        return ran;
    }

    private async Task<bool> RunIfDueAsync(Job job, CancellationToken cancellationToken)
    {
        using var silence = SuppressInstrumentationScope.Begin();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"INSERT INTO jobs (name, next_at, effects, failures) VALUES ({job.Name}, {now}, 0, 0) ON CONFLICT DO NOTHING", cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The lock spares a second copy the work; that each effect happens once is seen to by the work itself.
        var due = await db.Set<JobState>().FromSql($"SELECT * FROM jobs WHERE name = {job.Name} AND next_at <= {now} FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        if (due.Count == 0)
            return false;
        await RunAsync(job, due[0], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task RunAsync(Job job, JobState state, CancellationToken cancellationToken)
    {
        state.StartedAt = time.GetUtcNow();
        using var audible = SuppressInstrumentationScope.Begin(false);
        using var activity = Telemetry.Source.StartActivity($"job {job.Name}");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var effects = await job.Run(scope.ServiceProvider, cancellationToken);
            (state.Outcome, state.Effects, state.Error, state.Failures) = (JobOutcome.Done, effects, null, 0);
            state.NextAt = After(time.GetUtcNow(), job.Every);
            log.LogInformation("Job {Job} done, {Effects} effects", job.Name, effects);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            (state.Outcome, state.Effects, state.Error, state.Failures) = (JobOutcome.Failed, 0, e.GetType().Name, state.Failures + 1);
            state.NextAt = time.GetUtcNow() + Again;
            activity?.SetStatus(System.Diagnostics.ActivityStatusCode.Error);
            log.LogError("Job {Job} failed: {Error}", job.Name, e.GetType().Name);
        }
        state.EndedAt = time.GetUtcNow();
        Runs.Add(1, new("job", job.Name), new("outcome", state.Outcome.ToString()));
        Effects.Add(state.Effects, new KeyValuePair<string, object?>("job", job.Name));
    }

    private static DateTimeOffset After(DateTimeOffset now, TimeSpan every) => new(now.UtcTicks - now.UtcTicks % every.Ticks + every.Ticks, TimeSpan.Zero);
}
