using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.ServiceDefaults;

/// <summary>Reads off what is still on its way when a request is refused unread: a file of a wrong type, or sent by somebody who may not.</summary>
/// <remarks>Kestrel reads off no more than the limit of an ordinary body and then closes the connection. The gateway, still sending, sees the connection break instead of the refusal and answers 503.</remarks>
public static class RefusedBodies
{
    private const int AtMost = 32 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Task ReadOff(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
            context.Response.OnStarting(ReadOffAsync, context);
        return next(context);
    }

    private static async Task ReadOffAsync(object state)
    {
        var context = (HttpContext)state;
        if (context.Response.StatusCode < 400 || context.Request.ContentLength > AtMost)
            return;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = AtMost;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or InvalidOperationException)
        {
            // Too much, too slow, or given up half-way by whoever read it: the answer goes out all the same.
        }
    }
}
