using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A published ranking without its units.</summary>
/// <param name="Id">Identity of this version.</param>
/// <param name="IndexSet">Code of the index set.</param>
/// <param name="Year">Index year.</param>
/// <param name="Block">Ranking block.</param>
/// <param name="Version">1 for the first publication; each correction adds one.</param>
/// <param name="Current">False when a later version has replaced it.</param>
/// <param name="CorrectionReason">Why it was corrected.</param>
/// <param name="Units">Number of ranked units.</param>
/// <param name="PublishedAt">When, UTC.</param>
public sealed record RankingSummary(Guid Id, string IndexSet, int Year, string Block, int Version, bool Current, string? CorrectionReason, int Units, DateTimeOffset PublishedAt);

internal static class ListRankings
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/", Handle)
        .WithName(nameof(ListRankings)).WithSummary("Danh sách kết quả xếp hạng đã công bố; current=true chỉ lấy bản hiện hành")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Ok<Page<RankingSummary>>> Handle(
        int? year, string? block, string? indexSet, bool? current, Guid? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var take = Paging.Limit(limit);
        var rankings = db.Rankings.AsNoTracking().LookedInto(user, r => r.Block);
        if (year is { } wantedYear)
            rankings = rankings.Where(r => r.Year == wantedYear);
        if (block is not null)
            rankings = rankings.Where(r => r.Block == block);
        if (indexSet is not null)
            rankings = rankings.Where(r => r.IndexSetCode == indexSet);
        if (after is { } last)
            rankings = rankings.Where(r => r.Id.CompareTo(last) > 0);
        if (current is { } wantedCurrent)
            rankings = rankings.Where(r => wantedCurrent != db.Rankings.Any(n => n.Year == r.Year && n.Block == r.Block && n.Version > r.Version));
        var rows = await rankings.OrderBy(r => r.Id).Take(take + 1)
            .Select(r => new RankingSummary(r.Id, r.IndexSetCode, r.Year, r.Block, r.Version,
                !db.Rankings.Any(n => n.Year == r.Year && n.Block == r.Block && n.Version > r.Version),
                r.CorrectionReason, r.Rows.Count, r.PublishedAt))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(rows.ToPage(take, r => r.Id.ToString()));
    }
}
