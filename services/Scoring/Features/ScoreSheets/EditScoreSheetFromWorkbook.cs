using Emulation.Scoring.Data;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

internal static class EditScoreSheetFromWorkbook
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id:guid}/workbook", Handle)
        .WithName(nameof(EditScoreSheetFromWorkbook)).WithSummary("Nhập toàn bộ phiếu tự chấm từ bảng tính .xlsx; lỗi được chỉ ra từng ô, tài liệu kiểm chứng đã đính kèm được giữ")
        .RequireAuthorization(Policies.ScoresWrite).TakesFile(SpreadsheetWriter.ContentType)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, UploadedFile file, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindOwn(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var (entries, places, unread) = SheetWorkbookReader.Read(file, open!.Sheet);
        if (entries is null)
            return unread!.Result();
        if (await Validation.FaultsAsync(new EditScoreSheetRequest { Entries = entries }, http) is { } invalid)
            return places.Of(invalid).Result();
        var (answer, refused) = await EditScoreSheet.Apply(open, entries, db, user, time.GetUtcNow(), http, cancellationToken);
        return refused is null ? answer! : places.Of(refused).Result();
    }
}
