using Emulation.Portal.Clients;
using Microsoft.AspNetCore.Http.Features;

namespace Emulation.Portal.Scoring;

/// <summary>Evidence files on their way from the browser through the portal.</summary>
internal static class Uploads
{
    public const string Accept = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg";

    public const string Limits = "Nhận tệp PDF, DOCX, XLSX, PNG, JPG. Mỗi tệp không quá 20 MB, mỗi lần gửi không quá 5 tệp, mỗi tiêu chí không quá 20 tài liệu.";

    private const int LargestFile = 20 * 1024 * 1024, MostAtOnce = 5;

    // A little more than five largest files: one file too large is then told on the page, with all that was typed.
    private const long LargestForm = 110L * 1024 * 1024, ReadOffAtMost = 500L * 1024 * 1024;

    // All pages below take files.
    private static readonly string[] Whole = ["/cham-diem/phieu", "/cham-diem/dot", "/viec-phai-lam", "/nhap-ke-hoach", "/van-ban", "/kiem-tra-the-thuc"];

    /// <summary>Only forms of a signed-in person on a sheet, a round, a report, a unit's plan, a dossier or a document may carry files; everything else stays small.</summary>
    public static async Task AllowWhereFilesAreSent(HttpContext http, RequestDelegate next)
    {
        // Anybody may have a file checked: one, and no larger than the service takes.
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Path == "/kiem-tra")
        {
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = LargestFile + 64 * 1024;
            await next(http);
            return;
        }
        if (!HttpMethods.IsPost(http.Request.Method) || http.User.Identity?.IsAuthenticated != true || !TakesFiles(http.Request.Path))
        {
            await next(http);
            return;
        }
        var size = http.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (http.Request.ContentLength is not { } length || length <= LargestForm)
        {
            size?.MaxRequestBodySize = LargestForm;
            await next(http);
            return;
        }
        // A browser that is still sending when the connection closes shows no answer at all.
        size?.MaxRequestBodySize = ReadOffAtMost;
        if (length <= ReadOffAtMost)
            await ReadOff(http);
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }

    private static bool TakesFiles(PathString path) =>
        Array.Exists(Whole, p => path.StartsWithSegments(p))
        || (path.StartsWithSegments("/ho-so", out var rest) && rest.Value!.EndsWith("/thanh-phan", StringComparison.Ordinal))
        || (path.StartsWithSegments("/phong-trao", out rest) && rest.Value!.EndsWith("/ke-hoach-rieng", StringComparison.Ordinal));

    /// <summary>Files what came in a field; a file that is refused does not spoil the others.</summary>
    public static Task<(List<EvidenceItem> Filed, List<FieldFault> Faults)> File(GatewayClient gateway, IFormCollection form, string field, string unitCode) =>
        File(form, field, file => gateway.FileEvidence(unitCode, file));

    /// <summary>The same, wherever the files are kept.</summary>
    public static async Task<(List<T> Filed, List<FieldFault> Faults)> File<T>(IFormCollection form, string field, Func<IFormFile, Task<T>> keep)
    {
        List<T> filed = [];
        List<FieldFault> faults = [];
        var files = form.Files.GetFiles(field + "-new").Where(f => f.Length > 0 || f.FileName.Length > 0).ToArray();
        if (files.Length > MostAtOnce)
            return (filed, [new FieldFault("/file", $"Mỗi lần gửi không quá {MostAtOnce} tệp; lần này có {files.Length} tệp.")]);
        foreach (var file in files)
        {
            if (file.Length > LargestFile)
            {
                faults.Add(new FieldFault("/file", $"{file.FileName}: {SheetWords.Size((int)Math.Min(file.Length, int.MaxValue))}, mỗi tệp không quá 20 MB."));
                continue;
            }
            try
            {
                filed.Add(await keep(file));
            }
            catch (GatewayException e) when (e.Status != System.Net.HttpStatusCode.Unauthorized)
            {
                faults.Add(new FieldFault("/file", $"{file.FileName}: {e.Said.Faults.FirstOrDefault()?.Detail ?? e.Said.Detail ?? e.Said.Title}"));
            }
        }
        return (filed, faults);
    }

    private static async Task ReadOff(HttpContext http)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, patience.Token);
        }
        catch (Exception e) when (e is BadHttpRequestException or OperationCanceledException)
        {
            // The answer goes out all the same.
        }
    }
}
