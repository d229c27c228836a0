using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Emulation.Portal;

/// <summary>A file of somebody's, passed on to the browser to be kept, never to be run.</summary>
internal static class Downloads
{
    public static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> PassOn(Func<Task<HttpResponseMessage>> fetch, HttpContext http)
    {
        try
        {
            var file = await fetch();
            http.Response.RegisterForDispose(file);
            var headers = file.Content.Headers;
            http.Response.Headers[HeaderNames.ContentSecurityPolicy] = "sandbox";
            http.Response.ContentLength = headers.ContentLength;
            var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"');
            return TypedResults.File(await file.Content.ReadAsStreamAsync(http.RequestAborted), headers.ContentType?.MediaType ?? "application/octet-stream", string.IsNullOrEmpty(name) ? "tai-lieu" : name);
        }
        catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
        {
            return TypedResults.StatusCode((int)e.Status);
        }
    }
}
