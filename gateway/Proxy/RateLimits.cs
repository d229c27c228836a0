using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.RateLimiting;

namespace Emulation.Gateway.Proxy;

/// <summary>Requests per second and most at once, for one caller.</summary>
/// <param name="PerSecond">Requests given back each second, 1 or more.</param>
/// <param name="Burst">Requests that may come at once, 1 or more.</param>
internal sealed record RateLimit(int PerSecond, int Burst);

/// <summary>One bucket per account or client, city level wider; per address where nobody has signed in, for the token endpoint, and for checking files and codes.</summary>
internal sealed record RateLimits
{
    public RateLimit Client { get; init; } = new(500, 1000);
    public RateLimit City { get; init; } = new(2000, 4000);
    public RateLimit Token { get; init; } = new(50, 100);
    public RateLimit Anonymous { get; init; } = new(100, 200);

    /// <summary>Checking the signatures of a file, sent in or stored: open to anybody, and dear.</summary>
    public RateLimit Verification { get; init; } = new(5, 20);

    public RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        var path = context.Request.Path;
        if (path.StartsWithSegments("/health"))
            return RateLimitPartition.GetNoLimiter("health");
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "?";
        if (path.StartsWithSegments("/api/connect"))
            return Bucket("token " + address, Token);
        if (path.StartsWithSegments("/api/verifications"))
            return Bucket("verification " + address, Verification);
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
            return Bucket("address " + address, Anonymous);
        return Bucket("caller " + id, context.User.FindFirstValue(TokenClaims.Unit) == Auth.CityUnit ? City : Client);
    }

    private static RateLimitPartition<string> Bucket(string key, RateLimit limit) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = limit.Burst,
        // Ten small refills a second rather than one large one; below ten a second, one at a time.
        TokensPerPeriod = Math.Max(1, limit.PerSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(limit.PerSecond >= 10 ? 0.1 : 1.0 / limit.PerSecond),
        QueueLimit = 0,
    });
}

internal static class RateLimitSetup
{
    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new RateLimits();
        builder.Services.AddRateLimiter(o =>
        {
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(limits.PartitionOf);
            o.OnRejected = Reject;
        });
    }

    private static async ValueTask Reject(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await CommonProblems.TooMany.With($"Hãy gửi lại sau {wait} giây.").Result().ExecuteAsync(context.HttpContext);
    }
}
