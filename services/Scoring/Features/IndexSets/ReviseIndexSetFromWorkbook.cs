using Emulation.Scoring.Data;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.IndexSets;

internal static class ReviseIndexSetFromWorkbook
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{code}/workbook", Handle)
        .WithName(nameof(ReviseIndexSetFromWorkbook)).WithSummary("Sửa bộ chỉ số khi còn là dự thảo từ bảng tính .xlsx; lỗi được chỉ ra từng ô")
        .RequireAuthorization(Policies.IndexSetsWrite).TakesFile(SpreadsheetWriter.ContentType)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<IndexSetResponse>, ProblemHttpResult>> Handle(
        string code, UploadedFile file, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (body, places, problem) = await IndexSetFile.ReadAsync(file, code, http);
        if (problem is not null)
            return problem.Result();
        var (set, refused) = await ReviseIndexSet.TakeAsync(code, body!, db, user, time, http, cancellationToken);
        return refused is null ? TypedResults.Ok(IndexSetResponse.Of(set!)) : places.Of(refused).Result();
    }
}
