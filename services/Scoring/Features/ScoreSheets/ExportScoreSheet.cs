using Emulation.Scoring.Data;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

internal static class ExportScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/workbook", Handle)
        .WithName(nameof(ExportScoreSheet)).WithSummary("Tải phiếu chấm điểm dạng bảng tính .xlsx, điền và gửi lại được")
        .RequireAuthorization(Policies.ScoresRead).Produces(200, contentType: SpreadsheetWriter.ContentType).ProducesProblem(404);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.AsNoTracking().VisibleTo(user, s => s.UnitCode).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return CommonProblems.NotFound.Result();
        var set = (await sets.Find(db, sheet.IndexSetCode, cancellationToken))!;
        var name = await db.Units.Where(u => u.Code == sheet.UnitCode).Select(u => u.Name).SingleAsync(cancellationToken);
        var cited = sheet.Leaves.Values.SelectMany(l => l.Evidence ?? []).Distinct().ToArray();
        var evidence = await db.EvidenceFiles.Where(f => cited.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Name, cancellationToken);
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.File(SheetWorkbook.Write(sheet, name, set, evidence), SpreadsheetWriter.ContentType, $"phieu-{sheet.UnitCode}-{sheet.Year}.xlsx");
    }
}
