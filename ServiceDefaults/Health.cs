using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;

namespace Emulation.ServiceDefaults;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its database answers; a broker that is away degrades but does not stop intake.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().ExcludeFromDescription();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(new
            {
                status = report.Status.ToString(),
                parts = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString()),
            }),
        }).AllowAnonymous().ExcludeFromDescription();
    }

    internal sealed class Database(ServiceDbContext db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            // A probe every two seconds would bury the traces of real requests.
            using var silence = SuppressInstrumentationScope.Begin();
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }

    /// <summary>
    /// Degrades only. MassTransit calls a bus that only publishes healthy while the broker is away, and one whose connection hangs as well:
    /// what the outbox and the watch have seen counts too.
    /// </summary>
    internal sealed class Broker(IBusControl bus, OutboxSignal outbox, IEnumerable<BrokerWatch> watch) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(bus.CheckHealth().Status == BusHealthStatus.Healthy && !outbox.Refused && watch.All(w => w.Dead.Count == 0)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded());
    }
}
