using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Emulation.Portal.Scoring;

/// <summary>A file of the services, passed on to the browser to be kept, never to be run.</summary>
internal static class EvidenceDownload
{
    public static Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> Handle(Guid id, GatewayClient gateway, HttpContext http) => PassOn(gateway.EvidenceContent(id), http);

    public static Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> HandleReportFile(Guid id, GatewayClient gateway, HttpContext http) => PassOn(gateway.ReportFileContent(id), http);

    public static Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> HandleEvidencePack(Guid id, GatewayClient gateway, HttpContext http) => PassOn(gateway.EvidencePack(id), http);

    private static async Task<Results<FileStreamHttpResult, StatusCodeHttpResult>> PassOn(Task<HttpResponseMessage> asked, HttpContext http)
    {
        try
        {
            var file = await asked;
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
