using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockRankings;

/// <summary>Ranking of a block without its members.</summary>
/// <param name="Id">Identity of this edition.</param>
/// <param name="BlockId">Identity of the emulation block.</param>
/// <param name="Period">Whole year or first half.</param>
/// <param name="Edition">1 for the first publication; each correction adds one.</param>
/// <param name="State">Confirmed by the deputy, or published by the head.</param>
/// <param name="Current">True for the published edition that holds.</param>
/// <param name="Reason">Why it was corrected.</param>
public sealed record BlockRankingSummary(Guid Id, Guid BlockId, ReviewPeriod Period, int Edition, BlockRankingState State, bool Current, string? Reason);

internal static class ListBlockRankings
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListBlockRankings)).WithSummary("Danh sách bảng xếp hạng khối thi đua; current=true chỉ lấy bản hiện hành")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<BlockRankingSummary>>> Handle(
        Guid? block, int? year, Choice<ReviewPeriod>? period, bool? current, Guid? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var (take, wanted) = (Paging.Limit(limit), period?.Value);
        var ofYear = db.EmulationBlocks.Where(b => b.Year == year).Select(b => b.Id);
        var inForce = db.BlockRankings.Where(r => r.State == BlockRankingState.Published
            && !db.BlockRankings.Any(n => n.BlockId == r.BlockId && n.Period == r.Period && n.Edition > r.Edition && n.State == BlockRankingState.Published)).Select(r => r.Id);
        var rows = await db.BlockRankings.AsNoTracking().ReadableBy(db, user)
            .Where(r => (block == null || r.BlockId == block) && (year == null || ofYear.Contains(r.BlockId)) && (wanted == null || r.Period == wanted)
                && (current == null || inForce.Contains(r.Id) == current) && (after == null || r.Id > after))
            .OrderBy(r => r.Id).Take(take + 1)
            .Select(r => new BlockRankingSummary(r.Id, r.BlockId, r.Period, r.Edition, r.State, inForce.Contains(r.Id), r.Reason))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(take, r => r.Id.ToString()));
    }
}
