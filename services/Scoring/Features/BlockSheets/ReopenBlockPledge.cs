using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>Opens a confirmed pledge again.</summary>
public sealed record ReopenBlockPledgeRequest
{
    /// <summary>Why, in Vietnamese, 1–2000 characters.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class ReopenBlockPledge
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/pledge/reopen", Handle)
        .WithName(nameof(ReopenBlockPledge)).WithSummary("Đơn vị đã xác nhận mở lại giao ước để thành viên sửa, nêu lý do")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockSheetSummary>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ReopenBlockPledgeRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (work, refused) = await db.SheetToChangeAsync(id, (block, member) => block.PledgeConfirmerOf(member), http, user, time, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var (changes, problem) = work!.Sheet.ReopenPledge();
        return problem is not null ? problem.Result() : await db.SaveAsync(work, "reopenPledge", changes, user, intake, cancellationToken, request.Reason);
    }
}
