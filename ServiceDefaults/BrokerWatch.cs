using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Emulation.ServiceDefaults;

internal enum Remedy
{
    None,
    RestartBus,
    EndProgram,
}

/// <summary>Decides what is to be done about links that stay dead although the broker answers.</summary>
internal sealed class BrokerJudge(TimeProvider time)
{
    /// <summary>The library's own retries come at most 30 s apart; what has not come back by then does not come back.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    internal const int Restarts = 2;

    private DateTimeOffset? _since;
    private int _restarted;

    /// <param name="dead">The links that do not work; null while the broker itself does not answer, which nobody here can mend.</param>
    public Remedy Judge(IReadOnlyCollection<string>? dead)
    {
        if (dead is not { Count: > 0 })
        {
            _since = null;
            if (dead is not null)
                _restarted = 0;
            return Remedy.None;
        }
        var now = time.GetUtcNow();
        _since ??= now;
        if (now - _since < Patience)
            return Remedy.None;
        _since = now;
        return _restarted++ < Restarts ? Remedy.RestartBus : Remedy.EndProgram;
    }
}

/// <summary>Asks the broker on a connection apart from the bus, so that a bus that hangs is told from a broker that is away.</summary>
internal sealed class BrokerProbe(string address) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);
    private IConnection? _connection;

    /// <summary>Those of the queues that nobody reads; null when the broker does not answer.</summary>
    public async Task<IReadOnlyList<string>?> UnreadAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(queues, cancellationToken).WaitAsync(Limit, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            Dispose();
            return null;
        }
    }

    private async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> queues, CancellationToken cancellationToken)
    {
        if (_connection is not { IsOpen: true })
        {
            Dispose();
            var factory = new ConnectionFactory { Uri = new Uri(address), AutomaticRecoveryEnabled = false, ClientProvidedName = "watch" };
            _connection = await factory.CreateConnectionAsync(cancellationToken);
        }
        var unread = new List<string>();
        foreach (var queue in queues)
        {
            // One channel each: the question after a queue that is not there closes its channel.
            await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellationToken);
            try
            {
                if ((await channel.QueueDeclarePassiveAsync(queue, cancellationToken)).ConsumerCount == 0)
                    unread.Add(queue);
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == 404)
            {
                unread.Add(queue);
            }
        }
        return unread;
    }

    public void Dispose()
    {
        // Closing politely may hang on what is broken: it is left to itself.
        if (Interlocked.Exchange(ref _connection, null) is { } connection)
            _ = Task.Run(async () => await connection.DisposeAsync()).ContinueWith(t => _ = t.Exception, TaskScheduler.Default);
    }
}

/// <summary>
/// Sees to it that the way through the broker comes back when the broker does: the library ends a receive endpoint for good on a timeout
/// while reconnecting, and its client can deadlock on a dying connection (docs/adr/0031).
/// </summary>
/// <param name="unread">Gives those of the queues that nobody reads; null when the broker does not answer.</param>
internal sealed class BrokerWatch(
    IBusControl bus, OutboxSignal outbox, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<string>?>> unread,
    IHostApplicationLifetime life, TimeProvider time, ILogger<BrokerWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan EndLimit = TimeSpan.FromMinutes(1);
    private static readonly Counter<long> Restarted = Telemetry.Meter.CreateCounter<long>("emulation.broker.restarts");
    private readonly BrokerJudge _judge = new(time);
    private volatile IReadOnlyCollection<string> _dead = [];

    /// <summary>Links seen dead at the last look while the broker answered.</summary>
    public IReadOnlyCollection<string> Dead => _dead;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The question is no one's request.
        using var silence = SuppressInstrumentationScope.Begin();
        using var timer = new PeriodicTimer(Every);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var dead = await DeadAsync(cancellationToken);
        if (dead is { Count: > 0 } && !dead.SequenceEqual(_dead))
            log.LogWarning("The broker answers, but these links do not work: {Links}", string.Join(", ", dead));
        _dead = dead ?? [];
        switch (_judge.Judge(dead))
        {
            case Remedy.RestartBus:
                await RestartAsync(cancellationToken);
                break;
            case Remedy.EndProgram:
                End();
                break;
        }
    }

    private async Task<IReadOnlyCollection<string>?> DeadAsync(CancellationToken cancellationToken)
    {
        // Without the bus's own endpoint, for answers that nobody asks for.
        var endpoints = bus.CheckHealth().Endpoints.Select(e => (Address: new Uri(e.Key), e.Value.Status))
            .Where(e => e.Address.AbsolutePath != bus.Address.AbsolutePath)
            .ToDictionary(e => e.Address.Segments[^1], e => e.Status == BusHealthStatus.Healthy);
        if (await unread([.. endpoints.Keys], cancellationToken) is not { } idle)
            return null;
        var dead = endpoints.Where(e => !e.Value).Select(e => e.Key).Union(idle).Order(StringComparer.Ordinal).ToList();
        if (outbox.Refused)
            dead.Add("outbox");
        return dead;
    }

    private async Task RestartAsync(CancellationToken cancellationToken)
    {
        log.LogError("The bus is started anew");
        Restarted.Add(1);
        try
        {
            using var stop = new CancellationTokenSource(StepLimit);
            await bus.StopAsync(stop.Token).WaitAsync(StepLimit + StepLimit, cancellationToken);
            // Cancelled, it says that it has stopped and will not start.
            stop.Token.ThrowIfCancellationRequested();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogError("The bus does not stop: {Error}", e.GetType().Name);
            End();
            return;
        }
        try
        {
            using var start = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            start.CancelAfter(StepLimit);
            await bus.StartAsync(start.Token).WaitAsync(StepLimit + StepLimit, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The next look sees whether the broker has gone again or another try is due.
            log.LogError("The bus does not start: {Error}", e.GetType().Name);
        }
    }

    private void End()
    {
        log.LogCritical("The bus cannot be mended in this process: the program ends, its host starts it again");
        Environment.ExitCode = 1;
        life.StopApplication();
        // What hangs may hang the end as well.
        _ = Task.Delay(EndLimit, life.ApplicationStopped).ContinueWith(
            _ => Environment.FailFast("The program did not end by itself."), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }
}
