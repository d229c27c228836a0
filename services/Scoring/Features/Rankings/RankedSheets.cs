using System.Runtime.CompilerServices;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>The sheets that a published ranking rests on, as they stand now.</summary>
internal static class RankedSheets
{
    /// <summary>Version and sums of each sheet, without its leaves.</summary>
    public static async Task<Dictionary<Guid, (int Version, SheetScore Score)>> Sums(ScoringDbContext db, IEnumerable<RankingRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.SheetId).ToArray();
        return (await db.ScoreSheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Version, s.Score }).ToListAsync(cancellationToken))
            .ToDictionary(s => s.Id, s => (s.Version, s.Score));
    }

    /// <summary>What counts for each leaf, one sheet after another.</summary>
    public static async IAsyncEnumerable<(Guid SheetId, Func<string, Standing?> Standing)> Leaves(
        ScoringDbContext db, IEnumerable<RankingRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = rows.Select(r => r.SheetId).ToArray();
        await foreach (var sheet in db.ScoreSheets.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Leaves }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            yield return (sheet.Id, code => sheet.Leaves.GetValueOrDefault(code)?.Standing);
    }
}
