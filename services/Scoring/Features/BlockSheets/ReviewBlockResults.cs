using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>What the head makes of a member's results, and the deputy of the head's; criteria not named stay as they are.</summary>
public sealed record ReviewBlockResultsRequest
{
    /// <summary>One entry for each criterion, 1–200: takes over, or enters figures.</summary>
    [Items(1, 200)]
    public required BlockReviewEntry[] Entries { get; init; }
}

internal static class ReviewBlockResults
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/review", Handle)
        .WithName(nameof(ReviewBlockResults)).WithSummary("Khối trưởng chấp nhận, nhập hoặc thay đổi kết quả của thành viên, nêu lý do; kết quả của khối trưởng do khối phó rà soát")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockSheetSummary>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ReviewBlockResultsRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (work, refused) = await db.SheetToChangeAsync(id, (block, member) => block.ReviewerOf(member), http, user, time, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var (changes, problem) = work!.Sheet.Review(work.Scale, request.Entries, work.Actor);
        return problem is not null ? problem.Result() : await db.SaveAsync(work, "review", changes, user, intake, cancellationToken);
    }
}
