using Emulation.Scoring.Data;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockScales;

internal static class ListBlockScales
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListBlockScales)).WithSummary("Danh sách thang điểm khối thi đua; lọc theo khối (block), năm (year)")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<BlockScaleResponse>>> Handle(
        Guid? block, int? year, Guid? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var take = Paging.Limit(limit);
        var readable = db.EmulationBlocks.ReadableBy(user).Where(b => year == null || b.Year == year).Select(b => b.Id);
        var rows = await db.BlockScales.AsNoTracking()
            .Where(s => readable.Contains(s.BlockId) && (block == null || s.BlockId == block) && (after == null || s.Id > after))
            .OrderBy(s => s.Id).Take(take + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(BlockScaleResponse.Of).ToPage(take, s => s.Id.ToString()));
    }
}
