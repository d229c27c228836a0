using Yarp.ReverseProxy;

namespace Emulation.Gateway.Features.City;

/// <summary>The gateway's own reads, from a copy of the service that the proxy takes to be well; another copy when that one cannot be reached.</summary>
internal sealed class ServiceClient(IProxyStateLookup clusters, IConfiguration configuration) : IDisposable
{
    private readonly TimeSpan _timeLimit = configuration.GetValue("City:TimeLimit", TimeSpan.FromSeconds(2));

    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>All that one answer may take, over however many reads.</summary>
    public CancellationTokenSource Limit(CancellationToken caller)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(caller);
        limit.CancelAfter(_timeLimit);
        return limit;
    }

    public async Task<HttpResponseMessage> Get(string service, string path, string? authorization, CancellationToken cancellationToken)
    {
        var copies = clusters.TryGetCluster(service, out var cluster) ? cluster.DestinationsState.AvailableDestinations.ToArray() : [];
        Random.Shared.Shuffle(copies);
        for (var i = 0; i < copies.Length; i++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, copies[i].Model.Config.Address.TrimEnd('/') + path);
                if (authorization is not null)
                    request.Headers.TryAddWithoutValidation("Authorization", authorization);
                return await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            }
            catch (HttpRequestException) when (i < copies.Length - 1)
            {
                // The next copy may be well.
            }
        }
        throw new HttpRequestException($"{service} has no address.");
    }

    /// <summary>The service is away or slow, and it is not that the caller has left.</summary>
    public static bool IsOutage(Exception e, CancellationToken caller) =>
        e is HttpRequestException or System.Text.Json.JsonException || (e is OperationCanceledException && !caller.IsCancellationRequested);

    public void Dispose() => _http.Dispose();
}
