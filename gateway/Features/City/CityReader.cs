using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Caching.Memory;

namespace Emulation.Gateway.Features.City;

/// <summary>Whether what a service contributed is of now, of earlier, or not there.</summary>
public enum PartState
{
    /// <summary>Answered within the time limit.</summary>
    Fresh,
    /// <summary>Did not answer; the last good answer stands in.</summary>
    Stale,
    /// <summary>Did not answer, and nothing is remembered.</summary>
    Missing,
}

/// <summary>State of one service's part of an answer.</summary>
/// <param name="State">fresh, stale or missing.</param>
/// <param name="AsOf">When the data was read, UTC; null when missing.</param>
/// <param name="Reason">Why it is not fresh, in Vietnamese.</param>
public sealed record Part(PartState State, DateTimeOffset? AsOf, string? Reason)
{
    /// <summary>Several reads from one service count as one part: its worst state, its oldest time.</summary>
    public static Part Of(params Part[] reads) => reads.MaxBy(r => r.State)! with { AsOf = reads.Min(r => r.AsOf) };
}

internal sealed record Read<T>(Part Part, IReadOnlyList<T> Items);

/// <summary>Reads lists from services under the caller's own token, and remembers the last good answer per scope of caller and query.</summary>
internal sealed class CityReader(ServiceClient services, CityCache cache, IHttpContextAccessor accessor, TimeProvider time, IConfiguration configuration, ILogger<CityReader> log) : IDisposable
{
    // All reads of one answer share its time, also those that wait for another.
    private readonly CancellationTokenSource _limit = services.Limit(accessor.HttpContext!.RequestAborted);

    private const int MaxPages = 20;

    // What a service adds to its answers later is none of our business.
    private static readonly JsonSerializerOptions Tolerant = new(JsonSerializerDefaults.Web);

    public Task<Read<T>> List<T>(string service, string path) => Read(service, path, async (http, limit) =>
    {
        var items = new List<T>();
        string? after = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var next = after is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={Uri.EscapeDataString(after)}";
            var answer = await Get<ListAnswer<T>>(service, next, http, limit);
            items.AddRange(answer.Items ?? []);
            after = answer.Next;
            if (after is null)
                break;
        }
        return items;
    });

    /// <summary>One thing that never changes once it is there.</summary>
    public async Task<Read<T>> Frozen<T>(string service, string path) =>
        cache.Find<Read<T>>(KeyOf(accessor.HttpContext!, service, path)) ?? await Read<T>(service, path, async (http, limit) => [await Get<T>(service, path, http, limit)]);

    private async Task<Read<T>> Read<T>(string service, string path, Func<HttpContext, CancellationToken, Task<List<T>>> read)
    {
        var http = accessor.HttpContext!;
        var key = KeyOf(http, service, path);
        string reason;
        try
        {
            var items = await read(http, _limit.Token);
            var fresh = new Read<T>(new Part(PartState.Fresh, time.GetUtcNow(), null), items);
            cache.Keep(key, fresh, items.Count + 100, configuration.GetValue("City:KeepStaleFor", TimeSpan.FromHours(12)));
            return fresh;
        }
        catch (HttpRequestException e) when (e.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return new(new Part(PartState.Missing, null, "Tài khoản không có quyền xem phần này."), []);
        }
        catch (Exception e) when (ServiceClient.IsOutage(e, http.RequestAborted))
        {
            // No exception text: it may hold what a service answered.
            log.LogWarning("City view without {Service}: {Failure}", service, e.GetType().Name);
            reason = (e is OperationCanceledException ? "Dịch vụ không trả lời kịp." : "Dịch vụ không trả lời hoặc báo lỗi.") + " Hãy tải lại sau ít phút.";
        }
        return cache.Find<Read<T>>(key) is { } earlier
            ? earlier with { Part = earlier.Part with { State = PartState.Stale, Reason = reason } }
            : new(new Part(PartState.Missing, null, reason), []);
    }

    public void Dispose() => _limit.Dispose();

    private async Task<T> Get<T>(string service, string path, HttpContext http, CancellationToken limit)
    {
        using var response = await services.Get(service, path, http.Request.Headers.Authorization, limit);
        response.EnsureSuccessStatusCode();
        return await JsonSerializer.DeserializeAsync<T>(await response.Content.ReadAsStreamAsync(limit), Tolerant, limit) ?? throw new JsonException("null");
    }

    private static string KeyOf(HttpContext http, string service, string path) => $"{ScopeOf(http.User)} {service}{path}";

    /// <summary>Two callers share a remembered answer only when every service would show them the same.</summary>
    private static string ScopeOf(ClaimsPrincipal user) => string.Join(' ',
        user.Claims.Where(c => c.Type is TokenClaims.Unit or TokenClaims.Role or TokenClaims.Scope).Select(c => $"{c.Type}={c.Value}").Order(StringComparer.Ordinal));

    private sealed record ListAnswer<T>(T[]? Items, string? Next);
}

/// <summary>Last good answers, in memory, bounded by the number of rows they hold.</summary>
internal sealed class CityCache : IDisposable
{
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = 500_000 });

    public void Keep<T>(string key, T answer, int rows, TimeSpan lifetime) => _entries.Set(key, answer, new MemoryCacheEntryOptions { Size = rows, AbsoluteExpirationRelativeToNow = lifetime });

    public T? Find<T>(string key) where T : class => _entries.Get<T>(key);

    public void Dispose() => _entries.Dispose();
}
