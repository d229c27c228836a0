using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>What a member has achieved; criteria not named stay as they are.</summary>
public sealed record ReportBlockResultsRequest
{
    /// <summary>Figures, one entry for each criterion, 1–200.</summary>
    [Items(1, 200)]
    public required BlockReportEntry[] Entries { get; init; }
}

internal static class ReportBlockResults
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/report", Handle)
        .WithName(nameof(ReportBlockResults)).WithSummary("Thành viên báo cáo kết quả thực hiện giao ước; sửa được cho đến khi được xác nhận")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockSheetSummary>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ReportBlockResultsRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (work, refused) = await db.SheetToChangeAsync(id, (_, member) => member, http, user, time, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var (changes, problem) = work!.Sheet.Report(work.Scale, request.Entries, work.Actor);
        return problem is not null ? problem.Result() : await db.SaveAsync(work, "report", changes, user, intake, cancellationToken);
    }
}
