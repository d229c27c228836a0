using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Emulation.Gateway.Proxy;

/// <summary>Gives each cluster the addresses of <c>services:&lt;name&gt;:http:0</c>, <c>:1</c> … as the host names them, with probes and a time limit.</summary>
internal sealed class ServiceAddresses(IConfiguration configuration) : IProxyConfigFilter
{
    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig origCluster, CancellationToken cancel)
    {
        var service = configuration.GetSection($"services:{origCluster.ClusterId}");
        var destinations = service.GetSection("http").GetChildren().Concat(service.GetSection("https").GetChildren())
            .Where(a => !string.IsNullOrEmpty(a.Value))
            .ToDictionary(a => a.Path, a => new DestinationConfig { Address = a.Value! });
        return ValueTask.FromResult(origCluster with
        {
            Destinations = destinations,
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = configuration.GetValue("Proxy:TimeLimit", TimeSpan.FromSeconds(30)) },
            HealthCheck = new HealthCheckConfig
            {
                // When every copy looks sick, asking is better than refusing unasked: the first that has recovered answers at once.
                AvailableDestinationsPolicy = "HealthyOrPanic",
                Passive = new PassiveHealthCheckConfig { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(10) },
                Active = new ActiveHealthCheckConfig
                {
                    Enabled = destinations.Count > 1,
                    Path = "/health/ready",
                    Policy = "ConsecutiveFailures",
                    Interval = configuration.GetValue("Proxy:ProbeEvery", TimeSpan.FromSeconds(5)),
                    Timeout = TimeSpan.FromSeconds(2),
                },
            },
        });
    }

    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) => ValueTask.FromResult(route);
}
