using System.Collections.Concurrent;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Emulation.Documents.Tests.Service;

/// <summary>Links through the broker that do not come back by themselves are brought back (docs/adr/0031).</summary>
public sealed class BrokerWatchTests
{
    private static readonly TimeSpan Soon = BrokerJudge.Patience - TimeSpan.FromSeconds(1);
    private readonly ManualTime _time = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));
    private IReadOnlyList<string>? _unread = [];

    [Fact]
    public void Judge_DeadForTheWholePatience_RestartsTwiceThenEndsTheProgram()
    {
        var judge = new BrokerJudge(_time);
        string[] dead = ["documents-x"];

        Assert.Equal(Remedy.None, judge.Judge(dead));
        Assert.Equal(Remedy.None, After(judge, Soon, dead));
        Assert.Equal(Remedy.RestartBus, After(judge, TimeSpan.FromSeconds(1), dead));
        // What was started anew has the same time to come up.
        Assert.Equal(Remedy.None, After(judge, Soon, dead));
        Assert.Equal(Remedy.RestartBus, After(judge, TimeSpan.FromSeconds(1), dead));
        Assert.Equal(Remedy.EndProgram, After(judge, BrokerJudge.Patience, dead));
    }

    [Fact]
    public void Judge_BackInBetween_BeginsAnew()
    {
        var judge = new BrokerJudge(_time);
        string[] dead = ["documents-x"];
        for (var round = 0; round < 5; round++)
        {
            judge.Judge(dead);
            Assert.Equal(Remedy.None, After(judge, Soon, []));
            judge.Judge(dead);
            Assert.Equal(Remedy.RestartBus, After(judge, BrokerJudge.Patience, dead));
        }
    }

    [Fact]
    public void Judge_BrokerAway_WaitsHoweverLong()
    {
        var judge = new BrokerJudge(_time);

        judge.Judge(["documents-x"]);
        Assert.Equal(Remedy.None, After(judge, TimeSpan.FromHours(5), null));
        // Counted from when the broker answers again.
        Assert.Equal(Remedy.None, After(judge, TimeSpan.FromHours(5), ["documents-x"]));
    }

    [Fact]
    public async Task Look_QueueNobodyReads_StartsTheBusAnewAndMessagesFlow()
    {
        await using var services = Services();
        var (bus, watch, life, observer) = await StartAsync(services);
        _unread = ["heard"];

        await watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["heard"], watch.Dead);
        Assert.Equal(0, observer.Starts);
        _time.Now += BrokerJudge.Patience;
        await watch.LookAsync(TestContext.Current.CancellationToken);
        _unread = [];
        await watch.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, observer.Starts);
        Assert.Empty(watch.Dead);
        Assert.False(life.Ended);
        await bus.Publish(new Said("sau khi khởi động lại"), TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync(() => Task.FromResult(Hearer.Heard.Contains("sau khi khởi động lại")), "The bus does not carry after its restart");
        await bus.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Look_EndpointThatEndedForGood_IsSeenAndBroughtBack()
    {
        await using var services = Services();
        var (bus, watch, _, observer) = await StartAsync(services);
        await bus.StopAsync(TestContext.Current.CancellationToken);

        await watch.LookAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["heard"], watch.Dead);
        _time.Now += BrokerJudge.Patience;
        await watch.LookAsync(TestContext.Current.CancellationToken);
        await watch.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, observer.Starts);
        Assert.Empty(watch.Dead);
        await bus.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Look_RestartsDoNotHelp_EndsTheProgram()
    {
        await using var services = Services();
        var (bus, watch, life, observer) = await StartAsync(services);
        services.GetRequiredService<OutboxSignal>().Refused = true;
        for (var look = 0; look <= BrokerJudge.Restarts; look++)
        {
            await watch.LookAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["outbox"], watch.Dead);
            Assert.False(life.Ended);
            _time.Now += BrokerJudge.Patience;
        }
        await watch.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(BrokerJudge.Restarts, observer.Starts);
        Assert.True(life.Ended);
        Environment.ExitCode = 0;
        await bus.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Probe_NobodyListens_SaysThatTheBrokerIsAway()
    {
        // A port that nobody may open: below 1024, without a service.
        using var probe = new BrokerProbe("amqp://nobody:nothing@127.0.0.1:9");
        Assert.Null(await probe.UnreadAsync(["x"], TestContext.Current.CancellationToken));
    }

    private Remedy After(BrokerJudge judge, TimeSpan pause, string[]? dead)
    {
        _time.Now += pause;
        return judge.Judge(dead);
    }

    private static ServiceProvider Services() => new ServiceCollection()
        .AddSingleton<OutboxSignal>()
        .AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<Hearer>().Endpoint(e => e.Name = "heard");
            bus.UsingInMemory((context, cfg) => cfg.ConfigureEndpoints(context));
        })
        .BuildServiceProvider();

    private async Task<(IBusControl Bus, BrokerWatch Watch, Life Life, Starting Observer)> StartAsync(ServiceProvider services)
    {
        LogContext.ConfigureCurrentLogContext(NullLoggerFactory.Instance);
        var bus = services.GetRequiredService<IBusControl>();
        await bus.StartAsync(TestContext.Current.CancellationToken);
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, Eventually.Patience);
        var (observer, life) = (new Starting(), new Life());
        bus.ConnectReceiveEndpointObserver(observer);
        return (bus, new BrokerWatch(bus, services.GetRequiredService<OutboxSignal>(), (_, _) => Task.FromResult(_unread), life, _time, NullLogger<BrokerWatch>.Instance), life, observer);
    }

    public sealed record Said(string Words);

    public sealed class Hearer : IConsumer<Said>
    {
        public static ConcurrentBag<string> Heard { get; } = [];

        public Task Consume(ConsumeContext<Said> context)
        {
            Heard.Add(context.Message.Words);
            return Task.CompletedTask;
        }
    }

    private sealed class Starting : IReceiveEndpointObserver
    {
        private int _starts;

        public int Starts => _starts;

        public Task Ready(ReceiveEndpointReady ready)
        {
            if (ready.InputAddress.AbsolutePath == "/heard")
                Interlocked.Increment(ref _starts);
            return Task.CompletedTask;
        }

        public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

        public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

        public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
    }

    private sealed class Life : IHostApplicationLifetime
    {
        private readonly CancellationTokenSource _ended = new();

        public bool Ended => _ended.IsCancellationRequested;

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => _ended.Token;

        public void StopApplication() => _ended.Cancel();
    }
}
