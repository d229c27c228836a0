using System.Globalization;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Model;

namespace Emulation.Gateway.Proxy;

/// <summary>Refuses a body over the limit with 413 before any service sees it, however it is sent. Routes that take files name a limit of their own.</summary>
/// <remarks>
/// A service that refuses while the body is still on its way closes the connection, which a proxy can only report as 502.
/// So a body of unknown length is read whole first; and what is too large is read off up to a point, as a client that is
/// still sending when the connection closes never gets to read the answer.
/// </remarks>
internal static class BodyLimit
{
    private const int ReadOffAtMost = 32 * 1024 * 1024;

    /// <summary>Name of the limit, in bytes, in a route's metadata.</summary>
    private const string RouteLimit = "MaxBody";

    public static async Task Keep(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var limit = LimitOf(context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>());
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (request.ContentLength is { } length ? length <= limit : context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            size?.MaxRequestBodySize = limit;
            await next(context);
            return;
        }
        size?.MaxRequestBodySize = ReadOffAtMost;
        if (request.ContentLength is null)
        {
            using var whole = new MemoryStream();
            if (await ReadUpToLimit(request.Body, whole, limit, context.RequestAborted))
            {
                whole.Position = 0;
                request.Body = whole;
                request.ContentLength = whole.Length;
                request.Headers.Remove("Transfer-Encoding");
                await next(context);
                return;
            }
        }
        if (request.ContentLength is null or <= ReadOffAtMost)
            await ReadOff(request.Body, context.RequestAborted);
        context.Response.Headers.Connection = "close";
        await CommonProblems.TooLarge.With($"Tối đa {limit / 1024} KiB cho một yêu cầu.").Result().ExecuteAsync(context);
    }

    private static int LimitOf(RouteModel? route) =>
        route?.Config.Metadata?.TryGetValue(RouteLimit, out var own) == true ? int.Parse(own, CultureInfo.InvariantCulture) : Extensions.MaxBody;

    private static async Task<bool> ReadUpToLimit(Stream body, MemoryStream whole, int limit, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (whole.Length + read > limit)
                return false;
            whole.Write(buffer, 0, read);
        }
        return true;
    }

    private static async Task ReadOff(Stream body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception e) when (e is BadHttpRequestException or OperationCanceledException)
        {
            // More than we are willing to read: the answer goes out all the same.
        }
    }
}
