using Emulation.Scoring.Data;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.IndexSets;

internal static class CreateIndexSetFromWorkbook
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/workbook", Handle)
        .WithName(nameof(CreateIndexSetFromWorkbook)).WithSummary("Lập bộ chỉ số (dự thảo) từ bảng tính .xlsx; lỗi được chỉ ra từng ô")
        .RequireAuthorization(Policies.IndexSetsWrite).WithIdempotency().TakesFile(SpreadsheetWriter.ContentType)
        .Produces<IndexSetResponse>(StatusCodes.Status201Created).ProducesProblem(409);

    private static async Task<IResult> Handle(UploadedFile file, ScoringDbContext db, CurrentUser user, TimeProvider time, Intake intake, HttpContext http, CancellationToken cancellationToken)
    {
        var (set, places, problem) = await IndexSetFile.ReadAsync(file, null, http);
        if (problem is not null)
            return problem.Result();
        var (answer, refused) = await CreateIndexSet.TakeAsync(set!, db, user, time, intake, cancellationToken);
        return answer ?? places.Of(refused!).Result();
    }
}
