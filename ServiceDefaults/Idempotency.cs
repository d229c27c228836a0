using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.ServiceDefaults;

/// <summary>The first answer given under an Idempotency-Key; saved in the transaction of the effect it tells of.</summary>
public sealed class RememberedAnswer
{
    /// <summary>Account or client: keys of different callers never meet.</summary>
    public required string Caller { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public DateTimeOffset At { get; init; }
    public int Status { get; set; }
    public string Body { get; set; } = "";
    public string? Location { get; set; }
    public int? Version { get; set; }
}

/// <summary>Gives a creating request its answer and remembers it under the request's Idempotency-Key, if it carries one.</summary>
/// <remarks>Call before <c>SaveChangesAsync</c>: answer and effect are one transaction (design §5).</remarks>
public sealed class Intake
{
    internal RememberedAnswer? Pending { get; set; }

    public IResult Created<T>(string location, T body, int? version = null) => Answer(StatusCodes.Status201Created, body, location, version);

    public IResult Ok<T>(T body, int? version = null) => Answer(StatusCodes.Status200OK, body, null, version);

    private RecordedResult Answer<T>(int status, T body, string? location, int? version)
    {
        var json = JsonSerializer.Serialize(body, Json.Options);
        if (Pending is { } answer)
            (answer.Status, answer.Body, answer.Location, answer.Version) = (status, json, location, version);
        return new RecordedResult(status, json, location, version);
    }
}

internal sealed class RecordedResult(int status, string json, string? location, int? version, bool repeated = false) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        if (location is not null)
            response.Headers.Location = location;
        if (version is not null)
            response.Headers.ETag = $"\"{version}\"";
        if (repeated)
            response.Headers["Idempotency-Replayed"] = "true";
        return response.WriteAsync(json, httpContext.RequestAborted);
    }
}

public static class Idempotency
{
    /// <summary>Honours <c>Idempotency-Key</c>: same key and same content gives the first answer again, other content 422.</summary>
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder route) => route.AddEndpointFilter(Filter);

    private static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.Headers.TryGetValue("Idempotency-Key", out var header))
            return await next(context);
        var key = header.ToString();
        if (key.Length is 0 or > 200 || !key.All(c => c is > ' ' and < (char)127))
            return CommonProblems.KeyInvalid.With("Cần 1–200 ký tự ASCII không có dấu cách.").Result();

        var services = http.RequestServices;
        var db = services.GetRequiredService<ServiceDbContext>();
        var caller = services.GetRequiredService<CurrentUser>().Id;
        var hash = Hash(context);
        var pending = new RememberedAnswer { Caller = caller, Key = key, RequestHash = hash, At = services.GetRequiredService<TimeProvider>().GetUtcNow() };
        db.RememberedAnswers.Add(pending);
        services.GetRequiredService<Intake>().Pending = pending;

        // The key is looked up only when the effect did not go through: a first request costs no extra round trip.
        object? result;
        try
        {
            result = await next(context);
            if (result is IStatusCodeHttpResult { StatusCode: >= 200 and < 300 })
                return pending.Status != 0 ? result
                    : throw new InvalidOperationException($"{http.GetEndpoint()?.DisplayName} honours Idempotency-Key but does not answer through Intake.");
        }
        catch (DbUpdateException)
        {
            if (await Earlier(db, caller, key, hash, http.RequestAborted) is { } answer)
                return answer;
            throw;
        }
        return await Earlier(db, caller, key, hash, http.RequestAborted) ?? result;
    }

    private static async Task<IResult?> Earlier(ServiceDbContext db, string caller, string key, string hash, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var earlier = await db.RememberedAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.Caller == caller && a.Key == key, cancellationToken);
        return earlier is null ? null
            : earlier.RequestHash != hash ? CommonProblems.KeyReused.Result()
            : new RecordedResult(earlier.Status, earlier.Body, earlier.Location, earlier.Version, repeated: true);
    }

    /// <summary>Of what was asked, not of how it was spaced: path, query and the bound request record, or the file.</summary>
    private static string Hash(EndpointFilterInvocationContext context)
    {
        var request = context.HttpContext.Request;
        var body = context.Arguments.FirstOrDefault(a => a is UploadedFile || a?.GetType().Name.EndsWith("Request", StringComparison.Ordinal) == true);
        var content = body switch { null => "", UploadedFile file => file.Hash, _ => JsonSerializer.Serialize(body, body.GetType(), Json.Options) };
        var text = $"{request.Method} {request.Path}{request.QueryString}\n{content}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
