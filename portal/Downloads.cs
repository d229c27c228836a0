using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Emulation.Portal;

/// <summary>A file of somebody's, passed on to the browser.</summary>
internal static class Downloads
{
    /// <summary>To be kept, never to be run.</summary>
    public static Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> PassOn(Func<Task<HttpResponseMessage>> fetch, HttpContext http) => Fetched(fetch, http, async file =>
    {
        var headers = file.Content.Headers;
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "sandbox";
        var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"');
        return TypedResults.File(await file.Content.ReadAsStreamAsync(http.RequestAborted), headers.ContentType?.MediaType ?? "application/octet-stream", string.IsNullOrEmpty(name) ? "tai-lieu" : name);
    });

    /// <summary>A PDF that we wrote, to be looked at inside a page of ours: no browser draws one in a sandbox, so whatever comes is called a PDF and nothing else.</summary>
    public static Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> Show(Func<Task<HttpResponseMessage>> fetch, HttpContext http) => Fetched(fetch, http, async file =>
    {
        http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        http.Response.Headers[HeaderNames.ContentDisposition] = "inline";
        return TypedResults.File(await file.Content.ReadAsStreamAsync(http.RequestAborted), "application/pdf");
    });

    private static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> Fetched(Func<Task<HttpResponseMessage>> fetch, HttpContext http, Func<HttpResponseMessage, Task<FileStreamHttpResult>> send)
    {
        try
        {
            var file = await fetch();
            http.Response.RegisterForDispose(file);
            http.Response.ContentLength = file.Content.Headers.ContentLength;
            return await send(file);
        }
        catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            return TypedResults.StatusCode((int)e.Status);
        }
    }
}
