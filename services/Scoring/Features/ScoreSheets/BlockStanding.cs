using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>How far a block is with its sheets of a year.</summary>
/// <param name="Units">Units of the block.</param>
/// <param name="HandedIn">Units that have handed in.</param>
/// <param name="IsComplete">True when all have, or the round no longer waits for the others.</param>
public sealed record BlockProgress(int Units, int HandedIn, bool IsComplete);

/// <summary>What the other sheets of the block say on leaves that are scored against it (F10). Computed on reading, so that it is never older than the sheets.</summary>
internal sealed record BlockStanding(BlockProgress Progress, IReadOnlyDictionary<string, decimal> Means)
{
    public static async Task<BlockStanding> Of(ScoreSheet sheet, ScoringDbContext db, CancellationToken cancellationToken)
    {
        var scores = await db.ScoreSheets.AsNoTracking()
            .Where(s => s.Year == sheet.Year && s.Block == sheet.Block && s.IndexSetCode == sheet.IndexSetCode && s.State != ScoreSheetState.Draft && s.State != ScoreSheetState.AwaitingApproval)
            .Select(s => s.Score).ToListAsync(cancellationToken);
        var units = await db.Units.InBlock(sheet.Block).CountAsync(u => u.Active, cancellationToken);
        var ranked = await db.Rankings.AnyAsync(r => r.Year == sheet.Year && r.Block == sheet.Block && r.IndexSetCode == sheet.IndexSetCode, cancellationToken);
        // A published ranking says why the units that it leaves out are not waited for.
        var complete = scores.Count > 0 && (scores.Count >= units || ranked);
        return new BlockStanding(new BlockProgress(units, scores.Count, complete), complete ? Scorer.Means(scores) : new Dictionary<string, decimal>());
    }

    public decimal? MeanOf(string leaf) => Means.TryGetValue(leaf, out var mean) ? Scale.Keep(mean) : null;

    public decimal? PointsOf(Leaf leaf, Relative formula, SheetScore score) =>
        Array.Find(score.Pending, p => p.Leaf == leaf.Code) is { } pending && Means.TryGetValue(leaf.Code, out var mean) ? Scale.Keep(formula.Against(pending.Value, mean, leaf.Max)) : null;

    /// <summary>The sums with those leaves, once the block is complete.</summary>
    public SheetScore Complete(SheetScore score, IndexDefinition definition) =>
        score.Pending.All(p => Means.ContainsKey(p.Leaf)) ? score.WithMeans(definition, Means) : score;
}
