using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>Confirms results as they stand.</summary>
public sealed record ConfirmBlockResultsRequest
{
    /// <summary>Codes of criteria, 1–200; absent = all that wait for confirmation.</summary>
    [Items(1, 200)]
    public string[]? Criteria { get; init; }
}

internal static class ConfirmBlockResults
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/confirm", Handle)
        .WithName(nameof(ConfirmBlockResults)).WithSummary("Khối phó xác nhận kết quả; kết quả của khối phó do khối trưởng xác nhận, không đơn vị nào tự xác nhận")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockSheetSummary>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ConfirmBlockResultsRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (work, refused) = await db.SheetToChangeAsync(id, (block, member) => block.ConfirmerOf(member), http, user, time, cancellationToken);
        if (refused is not null)
            return refused.Result();
        // Of head and deputy there is one left to look at the other's sheet.
        var reviewedFirst = work!.Block.ReviewerOf(work.Sheet.Member) != work.Block.ConfirmerOf(work.Sheet.Member);
        var (changes, problem) = work.Sheet.Confirm(work.Scale, request.Criteria, reviewedFirst, work.Actor);
        return problem is not null ? problem.Result() : await db.SaveAsync(work, "confirm", changes, user, intake, cancellationToken);
    }
}
