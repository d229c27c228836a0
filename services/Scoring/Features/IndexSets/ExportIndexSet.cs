using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>An index set as a file that can be sent back: as the body of <c>POST /index-sets</c>, or as the workbook of <c>POST /index-sets/workbook</c>.</summary>
internal static class ExportIndexSet
{
    private static readonly JsonSerializerOptions Readable = new(Json.Options) { WriteIndented = true };

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/{code}/export", (string code, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken) =>
                Handle(code, "json", "application/json", set => JsonSerializer.SerializeToUtf8Bytes(set, Readable), db, user, http, cancellationToken))
            .WithName(nameof(ExportIndexSet)).WithSummary("Xuất bộ chỉ số dạng JSON, gửi lại được để lập bộ chỉ số")
            .RequireAuthorization(Policies.ScoresRead).Produces<CreateIndexSetRequest>().ProducesProblem(404);
        group.MapGet("/{code}/workbook", (string code, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken) =>
                Handle(code, "xlsx", SpreadsheetWriter.ContentType, IndexSetSheets.Write, db, user, http, cancellationToken))
            .WithName("ExportIndexSetWorkbook").WithSummary("Xuất bộ chỉ số dạng bảng tính .xlsx, sửa và gửi lại được")
            .RequireAuthorization(Policies.ScoresRead).Produces<IFormFile>(200, SpreadsheetWriter.ContentType).ProducesProblem(404);
    }

    private static async Task<IResult> Handle(
        string code, string extension, string contentType, Func<CreateIndexSetRequest, byte[]> write, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.IndexSets.AsNoTracking().LookedInto(user).SingleOrDefaultAsync(s => s.Code == code, cancellationToken) is not { } set)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, set.Version);
        return TypedResults.File(write(CreateIndexSetRequest.Of(set)), contentType, $"{set.Code}.{extension}");
    }
}
