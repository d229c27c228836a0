using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockSheets;

internal static class ListBlockSheets
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListBlockSheets)).WithSummary("Danh sách phiếu trong các khối thi đua; lọc theo khối (block), thành viên (member), năm (year), kỳ (period)")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<BlockSheetSummary>>> Handle(
        Guid? block, string? member, int? year, Choice<ReviewPeriod>? period, Guid? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var (take, wanted) = (Paging.Limit(limit), period?.Value);
        var ofYear = db.EmulationBlocks.Where(b => b.Year == year).Select(b => b.Id);
        var rows = await db.BlockSheets.AsNoTracking().ReadableBy(db, user)
            .Where(s => (block == null || s.BlockId == block) && (member == null || s.Member == member) && (year == null || ofYear.Contains(s.BlockId))
                && (wanted == null || s.Period == wanted) && (after == null || s.Id > after))
            .OrderBy(s => s.Id).Take(take + 1).ToListAsync(cancellationToken);
        var blocks = rows.Select(s => s.BlockId).Distinct().ToArray();
        var scales = await db.BlockScales.AsNoTracking().Where(s => blocks.Contains(s.BlockId)).ToDictionaryAsync(s => s.BlockId, s => s.InForce!, cancellationToken);
        return TypedResults.Ok(rows.ConvertAll(s => BlockSheetSummary.Of(s, scales[s.BlockId])).ToPage(take, s => s.Id.ToString()));
    }
}
