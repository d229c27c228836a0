using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Emulation.Gateway.Features.City;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Yarp.ReverseProxy.Configuration;

namespace Emulation.Gateway.Docs;

/// <summary>One description of the whole API, joined from those of the services that answer and the gateway's own.</summary>
internal sealed class JoinedOpenApi(ServiceClient services, IProxyConfigProvider routes, [FromKeyedServices("v1")] IOpenApiDocumentProvider own, TimeProvider time)
{
    private static readonly string[] Services = ["identity", "campaigns", "scoring", "nominations", "documents"];
    // Written on first demand, by a service that may have just started: slower than any answer of the city's views.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<string, JsonObject> _known = new(StringComparer.Ordinal);
    private volatile Joined? _latest;

    public async Task<IResult> Write(CancellationToken cancellationToken)
    {
        if (_latest is not { } joined || joined.Until < time.GetUtcNow())
            _latest = joined = await Join(cancellationToken);
        return Results.Text(joined.Json, "application/json; charset=utf-8");
    }

    private async Task<Joined> Join(CancellationToken cancellationToken)
    {
        var documents = await Task.WhenAll(Services.Select(s => Read(s, cancellationToken)));
        var gateway = await own.GetOpenApiDocumentAsync(cancellationToken);
        var merge = new OpenApiMerge();
        merge.Add("gateway", "", JsonNode.Parse(await gateway.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken))!.AsObject(), _ => true);
        foreach (var (service, document) in Services.Zip(documents))
            if (document is not null)
                merge.Add(service, "/api", (JsonObject)document.DeepClone(), IsRouted(service));
        string[] missing = [.. Services.Zip(documents).Where(d => d.Second is null).Select(d => d.First)];
        var json = merge.Join(missing).ToJsonString(new(Json.Options) { WriteIndented = true });
        // A service that is away is asked for again soon; a whole description only changes with a deployment.
        return new Joined(json, time.GetUtcNow().AddSeconds(missing.Length == 0 ? 60 : 3));
    }

    /// <summary>A service that is away for a moment still offers what it last described.</summary>
    private async Task<JsonObject?> Read(string service, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            using var response = await services.Get(service, "/openapi/v1.json", authorization: null, limit.Token);
            return response.IsSuccessStatusCode && await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync(limit.Token), cancellationToken: limit.Token) is JsonObject document
                ? _known[service] = document
                : _known.GetValueOrDefault(service);
        }
        catch (Exception e) when (ServiceClient.IsOutage(e, cancellationToken))
        {
            return _known.GetValueOrDefault(service);
        }
    }

    /// <summary>What a service describes but the gateway does not route is nobody's business outside.</summary>
    private Func<string, bool> IsRouted(string service)
    {
        string[] prefixes = [.. routes.GetConfig().Routes.Where(r => r.ClusterId == service).Select(r => r.Match.Path!.Replace("/{**rest}", "", StringComparison.Ordinal))];
        return path => prefixes.Any(p => path == p || path.StartsWith(p + "/", StringComparison.Ordinal));
    }

    private sealed record Joined(string Json, DateTimeOffset Until);
}
