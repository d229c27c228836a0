using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emulation.Documents.Features.PlanImports;

internal static class GetPlanImport
{
    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapGet("/plan-imports/{id:guid}", Handle).RequireAuthorization(Policies.CampaignsWrite)
            .WithName(nameof(GetPlanImport)).WithSummary("Một kế hoạch đã nhập: cây mục, các trường đọc được kèm vị trí, cảnh báo")
            .Produces<PlanImportResponse>().ProducesProblem(404);
        group.MapGet("/plan-imports/{id:guid}/text", Text).RequireAuthorization(Policies.CampaignsWrite)
            .WithName("GetPlanImportText").WithSummary("Toàn văn đọc từ tệp; vị trí của các trường tính trên văn bản này")
            .Produces<string>(200, "text/plain").ProducesProblem(404);
        group.MapGet("/plan-imports/{id:guid}/original", Original).RequireAuthorization(Policies.CampaignsWrite)
            .WithName("DownloadPlanImportOriginal").WithSummary("Tệp gốc, đúng như đã tải lên")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(404);
    }

    public static Task<ImportedPlan?> FindAsync(DocumentsDbContext db, Guid id, CurrentUser user, CancellationToken ct) =>
        db.ImportedPlans.VisibleTo(user, p => p.UnitCode).SingleOrDefaultAsync(p => p.Id == id, ct);

    private static async Task<IResult> Handle(Guid id, DocumentsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(db, id, user, ct) is not { } import)
            return Problems.ImportNotFound.Result();
        Preconditions.SetETag(http, import.Version);
        return TypedResults.Ok(PlanImportResponse.Of(import));
    }

    private static async Task<IResult> Text(Guid id, DocumentsDbContext db, CurrentUser user, CancellationToken ct) =>
        await FindAsync(db, id, user, ct) is { } import ? TypedResults.Text(import.Text, "text/plain; charset=utf-8") : Problems.ImportNotFound.Result();

    private static async Task<IResult> Original(Guid id, DocumentsDbContext db, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        if (await FindAsync(db, id, user, ct) is not { } import)
            return Problems.ImportNotFound.Result();
        var file = await db.ImportedFiles.AsNoTracking().SingleAsync(f => f.ImportId == id, ct);
        // Never opened in place: whatever is inside, it runs in no page of ours.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        return TypedResults.File(file.Content, import.MediaType, import.FileName, entityTag: new EntityTagHeaderValue($"\"{import.Sha256}\""));
    }
}
