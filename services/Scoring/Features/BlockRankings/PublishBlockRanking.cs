using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.Scoring.Features.BlockSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockRankings;

/// <summary>The head publishes what the deputy has confirmed.</summary>
public sealed record PublishBlockRankingRequest
{
    /// <summary>Why what was published is corrected, in Vietnamese, 1–2000 characters; needed from the second edition on.</summary>
    [Text(2000)]
    public string? Reason { get; init; }
}

internal static class PublishBlockRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/publish", Handle)
        .WithName(nameof(PublishBlockRanking)).WithSummary("Khối trưởng công bố bảng xếp hạng đã được khối phó xác nhận; đính chính là bản mới có lý do, bản cũ được giữ")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockRankingResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, PublishBlockRankingRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.BlockRankings.ReadableBy(db, user).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } ranking)
            return CommonProblems.NotFound.Result();
        var block = await db.EmulationBlocks.AsNoTracking().SingleAsync(b => b.Id == ranking.BlockId, cancellationToken);
        var refused = block.Turn(user.UnitCode, block.HeadUnitCode) ?? Preconditions.IfMatch(http, ranking.Version) ?? (block.Active ? null : Problems.BlockDissolved);
        if (refused is not null)
            return refused.Result();
        var (scale, open) = await db.ScaleInForceAsync(block.Id, cancellationToken);
        if (open is not null)
            return open.Result();
        var actor = user.Actor(time);
        if (ranking.Publish(await db.TableAsync(block, scale!, ranking.Period, cancellationToken), request.Reason, actor) is { } problem)
            return problem.Result();
        db.Audit(BlockRankings.Aggregate, ranking.Id, "publish", user.Id, actor.At, request.Reason, new { actor.Unit, ranking.Edition }, user.RemoteAddress);
        var answer = intake.Ok(BlockRankingResponse.Of(ranking), ranking.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
