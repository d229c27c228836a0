using Emulation.Scoring.Data;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockScales;

internal static class GetBlockScale
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetBlockScale)).WithSummary("Tiêu chí, thang điểm của một khối thi đua")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<BlockScaleResponse>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        var readable = db.EmulationBlocks.ReadableBy(user).Select(b => b.Id);
        if (await db.BlockScales.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && readable.Contains(s.BlockId), cancellationToken) is not { } scale)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, scale.Version);
        return TypedResults.Ok(BlockScaleResponse.Of(scale));
    }
}
