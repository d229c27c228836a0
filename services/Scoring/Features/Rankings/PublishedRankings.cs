using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Rankings;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Reads of published rankings, with their rows.</summary>
internal static class PublishedRankings
{
    /// <summary>A ranking that the caller may look into.</summary>
    public static Task<Ranking?> Find(ScoringDbContext db, Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        db.Rankings.AsNoTracking().LookedInto(user, r => r.Block).Include(r => r.Rows).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>What holds now for a block and year, by whichever set.</summary>
    public static Task<Ranking?> Latest(ScoringDbContext db, int year, string block, CancellationToken cancellationToken) =>
        db.Rankings.AsNoTracking().Include(r => r.Rows).Where(r => r.Year == year && r.Block == block).OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancellationToken);

    public static async Task<RankingReference> Reference(ScoringDbContext db, Ranking ranking, CancellationToken cancellationToken) =>
        RankingReference.Of(ranking, !await db.Rankings.AnyAsync(r => r.Year == ranking.Year && r.Block == ranking.Block && r.Version > ranking.Version, cancellationToken));
}
