using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>Survey results as a workbook: a row for each unit, a column for each leaf of the survey.</summary>
internal static class SurveyWorkbook
{
    private const string Sheet = "Điều tra xã hội học", UnitCode = "Mã đơn vị", UnitName = "Tên đơn vị";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/survey/workbook", Export)
            .WithName("ExportSurveyWorkbook").WithSummary("Tải bảng kết quả điều tra xã hội học của một năm (.xlsx) để điền và gửi lại")
            .RequireAuthorization(Policies.ScoresAppraise).Produces(200, contentType: SpreadsheetWriter.ContentType).ProducesProblem(403).ProducesProblem(409);
        group.MapPut("/survey/workbook", Enter)
            .WithName("EnterSurveyFromWorkbook").WithSummary("Nhập kết quả điều tra xã hội học từ bảng tính .xlsx: nhận cả hoặc không nhận ô nào; lỗi được chỉ ra từng ô")
            .RequireAuthorization(Policies.ScoresAppraise).TakesFile(SpreadsheetWriter.ContentType)
            .Produces<EnterSurveyResponse>().ProducesProblem(403).ProducesProblem(409);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        string indexSet, int year, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, CancellationToken cancellationToken)
    {
        var (set, problem) = await Governed(indexSet, db, sets, user, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var leaves = Leaves(set!.Definition);
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => s.Year == year && s.IndexSetCode == indexSet)
            .Join(db.Units, s => s.UnitCode, u => u.Code, (s, u) => new { s.UnitCode, u.Name, s.Leaves }).OrderBy(s => s.UnitCode).ToListAsync(cancellationToken);
        var design = new SheetDesign(Sheet,
            [new(UnitCode, 14), new(UnitName, 36), .. leaves.Select(l => new SheetColumn(l.Code, 12) { Format = SheetColumn.AsTheyAre })],
            [.. sheets.Select(s => new SheetRow([s.UnitCode, s.Name, .. leaves.Select(l => (object?)s.Leaves.GetValueOrDefault(l.Code)?.Appraised?.Input?.SurveyPercent)]))]);
        return TypedResults.File(SpreadsheetWriter.Write(design), SpreadsheetWriter.ContentType, $"dieu-tra-{indexSet}-{year}.xlsx");
    }

    private static async Task<Results<Ok<EnterSurveyResponse>, ProblemHttpResult>> Enter(
        string indexSet, int year, UploadedFile file, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (set, problem) = await Governed(indexSet, db, sets, user, cancellationToken);
        if (problem is not null)
            return problem.Result();
        if (file.Problem is { } missing)
            return missing.Result();
        var (book, unread) = SpreadsheetReader.Read(file.Content);
        if (book is null)
            return unread!.Result();
        var (results, places) = Read(book, Leaves(set!.Definition));
        if (book.Problem is { } faults)
            return faults.Result();
        var (sheets, refused) = await EnterSurvey.Enter(new EnterSurveyRequest { IndexSet = indexSet, Year = year, Results = results }, i => places[i], db, sets, user, time.GetUtcNow(), cancellationToken);
        if (refused is not null)
            return refused.Result();
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonProblems.Conflict.Result();
        }
        return TypedResults.Ok(new EnterSurveyResponse(sheets, results.Length));
    }

    private static async Task<(IndexSet? Set, Problem? Problem)> Governed(string indexSet, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, CancellationToken cancellationToken) =>
        await sets.Find(db, indexSet, user, cancellationToken) is not { } set ? (null, Problems.IndexSetUnknown.At("?indexSet"))
        : !set.Definition.Blocks.All(user.Governs) ? (null, Problems.NotYours)
        : (set, null);

    private static Leaf[] Leaves(IndexDefinition definition) => [.. definition.Leaves.Where(l => l.CityOnly)];

    private static (UnitSurveyResult[] Results, string[] Places) Read(ReadBook book, Leaf[] leaves)
    {
        var table = book.Table(Sheet, [UnitCode], [UnitName, .. leaves.Select(l => l.Code)]);
        List<UnitSurveyResult> results = [];
        List<string> places = [];
        foreach (var row in table.Rows)
        {
            var unit = row.Needed(UnitCode);
            foreach (var leaf in leaves)
            {
                if (row.Percent(leaf.Code) is not { } percent)
                    continue;
                results.Add(new UnitSurveyResult { UnitCode = unit, Leaf = leaf.Code, Percent = percent });
                places.Add(CellFault.Pointer(Sheet, row.Place(leaf.Code)));
            }
        }
        if (results.Count == 0)
            table.Fault(null, "Không có kết quả nào.");
        return ([.. results], [.. places]);
    }
}
