using Yarp.ReverseProxy.Transforms;

namespace Emulation.Gateway.Proxy;

/// <summary>A service names what it created as <c>/nominations/…</c>; its callers know that as <c>/api/nominations/…</c>.</summary>
internal static class LocationUnderApi
{
    public static ValueTask Apply(ResponseTransformContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        if (context.ProxyResponse is { Headers.Location: { } location } && PathOf(location, context.ProxyResponse.RequestMessage?.RequestUri) is { } path)
            headers.Location = "/api" + path;
        return ValueTask.CompletedTask;
    }

    /// <summary>Null when the location is not the service's own.</summary>
    private static string? PathOf(Uri location, Uri? asked)
    {
        // On Unix a rooted path also reads as an absolute file address.
        var text = location.OriginalString;
        if (text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal))
            return text;
        return location.IsAbsoluteUri && location.Authority == asked?.Authority ? location.PathAndQuery + location.Fragment : null;
    }
}
