using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.Scoring.Features.BlockSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockRankings;

/// <summary>What the ranking of a block would be now.</summary>
/// <param name="Complete">Whether all figures of all members are confirmed, so that the deputy may confirm the ranking.</param>
/// <param name="Ranked">Members in order of rank; empty while something is missing.</param>
/// <param name="Members">Members in the order of the block, with the points known so far.</param>
/// <param name="Waiting">Members that something is still missing of.</param>
public sealed record BlockRankingPreviewResponse(bool Complete, BlockRankingRow[] Ranked, BlockMemberPreview[] Members, BlockWaiting[] Waiting);

/// <summary>A member's points known so far.</summary>
/// <param name="Member">Code of the member.</param>
/// <param name="Name">Its name.</param>
/// <param name="Points">Sum of the points known so far, four decimals.</param>
/// <param name="Criteria">Criterion by criterion.</param>
public sealed record BlockMemberPreview(string Member, string Name, decimal Points, BlockCriterionScore[] Criteria);

internal static class PreviewBlockRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/preview", Handle)
        .WithName(nameof(PreviewBlockRanking)).WithSummary("Xem trước bảng xếp hạng của khối thi đua (khối trưởng, khối phó, đơn vị lập khối, thành phố)")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<BlockRankingPreviewResponse>, ProblemHttpResult>> Handle(
        Guid block, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken, Choice<ReviewPeriod>? period = null)
    {
        if (await db.EmulationBlocks.AsNoTracking().SteeredBy(user).SingleOrDefaultAsync(b => b.Id == block, cancellationToken) is not { } steered)
            return CommonProblems.NotFound.Result();
        var (scale, open) = await db.ScaleInForceAsync(steered.Id, cancellationToken);
        if (open is not null)
            return open.Result();
        var table = await db.TableAsync(steered, scale!, period?.Value ?? ReviewPeriod.Year, cancellationToken);
        return TypedResults.Ok(new BlockRankingPreviewResponse(
            table.Complete, table.Complete ? table.Rank() : [],
            [.. table.Members.Select(m => new BlockMemberPreview(m.Code, m.Name, m.Criteria.Sum(c => c.Points ?? 0), m.Criteria))],
            table.Waiting));
    }
}
