using System.Diagnostics.Metrics;
using System.Reflection;
using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Emulation.ServiceDefaults;

/// <summary>A message that a consumer has dealt with; written in the transaction of its effect.</summary>
public sealed class InboxMessage
{
    public Guid MessageId { get; init; }
    public required string Endpoint { get; init; }
    public DateTimeOffset At { get; init; }
}

public static class Messaging
{
    /// <summary>RabbitMQ with our outbox and inbox; all consumers of the service's own assembly, each on a quorum queue of its own.</summary>
    public static void AddMessaging<TContext>(this IHostApplicationBuilder builder, string service, Assembly consumers) where TContext : ServiceDbContext
    {
        builder.Services.AddMassTransit(bus =>
        {
            // It would report to its makers over the network.
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(new KebabCaseEndpointNameFormatter(service, includeNamespace: false));
            // By hand: MassTransit's own scan sees public types only.
            bus.AddConsumers([.. consumers.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IConsumer)))]);
            bus.AddConfigureEndpointsCallback((context, _, endpoint) =>
            {
                if (endpoint is IRabbitMqReceiveEndpointConfigurator queue)
                {
                    queue.SetQuorumQueue();
                    queue.ConfigureChannel(channel => channel.UseFilter(new LetGoOfTheDead()));
                }
                // Retry first: each try gets a fresh context and asks the inbox again.
                endpoint.UseMessageRetry(r => r.Intervals(50, 250, 1000, 5000, 15000));
                endpoint.UseConsumeFilter(typeof(InboxFilter<>), context);
            });
            var address = builder.Configuration.GetConnectionString("messaging") ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing.");
            if (address.StartsWith("loopback:", StringComparison.Ordinal))
                bus.UsingInMemory((context, cfg) => Configure(context, cfg));
            else
            {
                bus.UsingRabbitMq((context, cfg) =>
                {
                    cfg.Host(new Uri(address));
                    cfg.PrefetchCount = 32;
                    Configure(context, cfg);
                });
                var probe = new BrokerProbe(address);
                Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<string>?>> unread = probe.UnreadAsync;
                builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<BrokerWatch>(services, unread));
                builder.Services.AddHostedService(services => services.GetRequiredService<BrokerWatch>());
            }
        });
        // A service answers requests while the broker is away; the outbox keeps what it has to tell.
        builder.Services.Configure<MassTransitHostOptions>(o => o.WaitUntilStarted = false);
        builder.Services.AddHostedService<OutboxDispatcher<TContext>>();
        builder.Services.AddHostedService<Housekeeping<TContext>>();
    }

    private static void Configure<T>(IBusRegistrationContext context, IBusFactoryConfigurator<T> cfg) where T : IReceiveEndpointConfigurator
    {
        cfg.ConfigureJsonSerializerOptions(o =>
        {
            o.AllowOutOfOrderMetadataProperties = true;
            return o;
        });
        cfg.ConfigureEndpoints(context);
    }
}

/// <summary>
/// Gives a channel free as soon as its connection is lost. A message that ends at that moment has MassTransit 8.4 close the channel from
/// within; the client waits in this close for the message itself, and the news of the loss never reaches the other channels (docs/adr/0031).
/// </summary>
internal sealed class LetGoOfTheDead : IFilter<ChannelContext>
{
    public Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        var (channel, connection) = (context.Channel, context.ConnectionContext.Connection);
        // What is freed is not waited for. One that the broker closed on a living connection is still spoken with.
        channel.ChannelShutdownAsync += async (_, _) =>
        {
            if (!connection.IsOpen)
                await channel.DisposeAsync();
        };
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("letGoOfTheDead");
}

/// <summary>Lets each message take effect once at each endpoint, however often it is delivered.</summary>
internal sealed class InboxFilter<T>(ServiceDbContext db, TimeProvider time) : IFilter<ConsumeContext<T>> where T : class
{
    private static readonly Counter<long> Repeats = Telemetry.Meter.CreateCounter<long>("emulation.inbox.repeats");

    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be told from its repeats.");
        var endpoint = context.ReceiveContext.InputAddress.AbsolutePath;
        if (await db.Inbox.AsNoTracking().AnyAsync(m => m.MessageId == id && m.Endpoint == endpoint, context.CancellationToken))
        {
            Repeats.Add(1);
            return;
        }
        db.Inbox.Add(new InboxMessage { MessageId = id, Endpoint = endpoint, At = time.GetUtcNow() });
        try
        {
            await next.Send(context);
            if (db.ChangeTracker.HasChanges())
                await db.SaveChangesAsync(context.CancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_inbox" })
        {
            // Another copy was quicker with the same message; its effect stands, ours was rolled back.
            Repeats.Add(1);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}

/// <summary>Forgets messages and answers that no sender will repeat any more.</summary>
internal sealed class Housekeeping<TContext>(IServiceScopeFactory scopes, TimeProvider time) : BackgroundService where TContext : ServiceDbContext
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(14);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TContext>();
            var before = time.GetUtcNow() - Keep;
            try
            {
                await db.Inbox.Where(m => m.At < before).ExecuteDeleteAsync(stoppingToken);
                await db.RememberedAnswers.Where(a => a.At < before).ExecuteDeleteAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                // The next hour will do.
            }
        }
    }
}
