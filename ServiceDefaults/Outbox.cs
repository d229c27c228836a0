using System.Data.Common;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Emulation.Contracts.Campaigns;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;

namespace Emulation.ServiceDefaults;

/// <summary>An event that waits to be published; written in the transaction of the state it tells of.</summary>
public sealed class OutboxMessage
{
    /// <summary>Message id for consumers; time-ordered.</summary>
    public Guid Id { get; init; }

    /// <summary>Full name of the record in Contracts.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    /// <summary>W3C trace context of the request, so that the trace goes on in the consumer.</summary>
    public string? TraceParent { get; init; }

    internal static OutboxMessage From(object message) => new()
    {
        Id = Guid.CreateVersion7(),
        Type = message.GetType().FullName!,
        Body = JsonSerializer.Serialize(message, message.GetType(), Json.Options),
        TraceParent = Activity.Current?.Id,
    };

    internal object Event() => JsonSerializer.Deserialize(Body, typeof(UnitRegistered).Assembly.GetType(Type, throwOnError: true)!, Json.Options)!;
}

/// <summary>Wakes the dispatcher of this process after a commit, so that an event need not wait for the next poll.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _wakes = new(0, 1);
    private volatile bool _refused;

    /// <summary>True from a publishing that failed to the next one that succeeds.</summary>
    internal bool Refused
    {
        get => _refused;
        set => _refused = value;
    }

    public void Wake()
    {
        try
        {
            _wakes.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is already awake.
        }
    }

    /// <summary>False when the time went by without a wake.</summary>
    internal Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _wakes.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _wakes.Dispose();
}

/// <summary>
/// A commit is what others see. Inside a transaction of the caller's the save is not the end: wakes after its commit
/// for what the saves before it put into the outbox.
/// </summary>
internal sealed class WakeOnCommit : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => (eventData.Context as ServiceDbContext)?.OnCommitted();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ServiceDbContext)?.OnCommitted();
        return Task.CompletedTask;
    }
}

/// <summary>Publishes what stands in the outbox and deletes it, at least once; several copies share the work by row locks (docs/adr/0005).</summary>
internal sealed class OutboxDispatcher<TContext>(
    IServiceScopeFactory scopes, IBus bus, OutboxSignal signal, ILogger<OutboxDispatcher<TContext>> log) : BackgroundService
    where TContext : ServiceDbContext
{
    // Below the in-flight window at which RabbitMQ.Client's own limiter begins to throttle.
    private const int Batch = 64;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PublishLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly Counter<long> Published = Telemetry.Meter.CreateCounter<long>("emulation.outbox.published");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Poll;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DispatchAsync(stoppingToken) == Batch)
                {
                }
                pause = Poll;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogWarning("Outbox waits: {Error}", e.GetType().Name);
                pause = TimeSpan.FromSeconds(Math.Min(pause.TotalSeconds * 2, 5));
            }
            try
            {
                await signal.WaitAsync(pause, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<int> DispatchAsync(CancellationToken cancellationToken)
    {
        // The poll is no one's request: its queries would bury the traces that are.
        using var silence = SuppressInstrumentationScope.Begin();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var messages = await db.Outbox
            .FromSqlRaw("SELECT * FROM outbox ORDER BY id LIMIT 64 FOR UPDATE SKIP LOCKED")
            .AsNoTracking().ToListAsync(cancellationToken);
        if (messages.Count == 0)
        {
            signal.Refused = false;
            return 0;
        }
        await PublishAsync(messages, cancellationToken);
        var ids = messages.Select(m => m.Id).ToArray();
        await db.Outbox.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Published.Add(messages.Count);
        return messages.Count;
    }

    private async Task PublishAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(PublishLimit);
        try
        {
            // The token does not reach every wait inside (declaring an exchange on a dying connection): nothing may hold the row locks for ever.
            await Task.WhenAll(messages.Select(m => PublishAsync(bus, m, limit.Token))).WaitAsync(PublishLimit + Grace, cancellationToken);
            signal.Refused = false;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            signal.Refused = true;
            throw;
        }
    }

    private static async Task PublishAsync(IBus bus, OutboxMessage message, CancellationToken cancellationToken)
    {
        // Each publish runs in the trace of its own request.
        using var audible = SuppressInstrumentationScope.Begin(false);
        Activity.Current = null;
        using var activity = message.TraceParent is { } parent
            ? Telemetry.Source.StartActivity("outbox publish", ActivityKind.Internal, parent)
            : null;
        activity?.SetTag("emulation.event", message.Type);
        var body = message.Event();
        await bus.Publish(body, body.GetType(), context => context.MessageId = message.Id, cancellationToken);
    }
}
