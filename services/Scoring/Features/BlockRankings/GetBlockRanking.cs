using Emulation.Scoring.Data;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockRankings;

internal static class GetBlockRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetBlockRanking)).WithSummary("Một bảng xếp hạng của khối thi đua, với điểm từng tiêu chí")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<BlockRankingResponse>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.BlockRankings.AsNoTracking().ReadableBy(db, user).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } ranking)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, ranking.Version);
        return TypedResults.Ok(BlockRankingResponse.Of(ranking));
    }
}
