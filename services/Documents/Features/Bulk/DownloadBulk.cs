using Emulation.Documents.Bulk;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emulation.Documents.Features.Bulk;

/// <summary>The finished file, whole or by ranges, so that a broken download is gone on with.</summary>
internal static class DownloadBulk
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapGet("/bulk/{id:guid}/file", Handle)
        .RequireAuthorization(Policies.DocumentsRead)
        .WithName(nameof(DownloadBulk)).WithSummary("Tải tệp của một việc in hàng loạt; tải tiếp được từ chỗ dừng")
        .Produces(200, contentType: "application/zip").Produces(206, contentType: "application/zip").Produces(304).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410);

    private static async Task<IResult> Handle(Guid id, DocumentsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var job = await db.BulksOf(user).AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct);
        if (job is null)
            return Problems.BulkNotFound.Result();
        if (job.IsOpen)
            return Problems.BulkNotReady.With($"Đã làm {job.Processed} trên {job.Total} trường hợp.").Result();
        if (job.State != BulkState.Done)
            return Problems.BulkGone.Result();
        var (type, extension) = job.Format == BulkFormat.Zip ? ("application/zip", "zip") : ("application/pdf", "pdf");
        var name = $"{(job.Content == BulkContent.Dossiers ? "ho-so" : "giay-khen-bang-khen")}-{job.Symbol.Replace('/', '-')}.{extension}";
        return TypedResults.Stream(new StoredFileStream(db, id, job.Size), type, name, entityTag: new EntityTagHeaderValue($"\"{job.Digest}\""), enableRangeProcessing: true);
    }
}
