using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.Scoring.Features.BlockSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Scoring.Features.BlockRankings;

/// <summary>The deputy confirms the ranking of a block as it stands now.</summary>
public sealed record ConfirmBlockRankingRequest
{
    /// <summary>Identity of the emulation block, as <c>/emulation-blocks</c> names it.</summary>
    public required Guid BlockId { get; init; }

    /// <summary>Year of that block; refused when it is another's.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Whole year (tổng kết) or first half (sơ kết).</summary>
    public ReviewPeriod Period { get; init; }
}

/// <summary>Frozen here; before it is published it may be confirmed again, after figures have changed.</summary>
internal static class ConfirmBlockRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(ConfirmBlockRanking)).WithSummary("Khối phó xác nhận bảng xếp hạng của khối thi đua, để khối trưởng công bố")
        .RequireAuthorization(Policies.ScoresWrite).WithIdempotency()
        .Produces<BlockRankingResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        ConfirmBlockRankingRequest request, ScoringDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var (block, refused) = await db.BlockToUseAsync(request.BlockId, request.Year, user, cancellationToken);
        if ((refused ?? block!.Turn(user.UnitCode, block.DeputyUnitCode)) is { } no)
            return no.Result();
        var (scale, open) = await db.ScaleInForceAsync(block!.Id, cancellationToken);
        if (open is not null)
            return open.Result();
        var table = await db.TableAsync(block, scale!, request.Period, cancellationToken);
        var inForce = await db.InForceAsync(block.Id, request.Period, cancellationToken);
        var ranking = await db.BlockRankings.SingleOrDefaultAsync(r => r.BlockId == block.Id && r.Period == request.Period && r.State == BlockRankingState.Confirmed, cancellationToken);
        var actor = user.Actor(time);
        Problem? problem;
        if (ranking is not null)
            problem = ranking.ConfirmAgain(table, inForce, actor);
        else
        {
            (ranking, problem) = BlockRanking.Confirm(block.Id, request.Period, table, inForce, actor);
            if (ranking is not null)
                db.BlockRankings.Add(ranking);
        }
        if (problem is not null)
            return problem.Result();
        db.Audit(BlockRankings.Aggregate, ranking!.Id, "confirm", user.Id, actor.At, changes: new { actor.Unit, ranking.Edition }, from: user.RemoteAddress);
        var answer = intake.Created($"/block-rankings/{ranking.Id}", BlockRankingResponse.Of(ranking), ranking.Version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: BlockRankingConfiguration.UniqueEdition })
        {
            return CommonProblems.Conflict.Result();
        }
    }
}
