using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>What became of each item of a batch.</summary>
/// <param name="Items">One answer for each item, in the order sent.</param>
/// <param name="Accepted">Number of items that took effect.</param>
/// <param name="Refused">Number of items that did not.</param>
public sealed record ScoreSheetBatchResponse(ScoreSheetBatchItem[] Items, int Accepted, int Refused);

/// <summary>What became of one item of a batch.</summary>
/// <param name="Index">Place in the batch, from 0.</param>
/// <param name="Status">HTTP status that the item would have got alone.</param>
/// <param name="SheetId">Sheet that was created or appraised.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Problem">Why the item was refused.</param>
public sealed record ScoreSheetBatchItem(int Index, int Status, Guid? SheetId, int? Version, Problem? Problem);

/// <summary>What batches share.</summary>
internal static class Batch
{
    public const int MaxItems = 200;

    // Whoever changed the same sheets meanwhile is done after one or two tries.
    public const int Tries = 4;

    public static ScoreSheetBatchResponse Answer(IReadOnlyList<(ScoreSheet? Sheet, Problem? Problem)> results, int success)
    {
        var items = results.Select((r, i) => r.Problem is { } p ? new ScoreSheetBatchItem(i, p.Status, null, null, p) : new ScoreSheetBatchItem(i, success, r.Sheet!.Id, r.Sheet.Version, null)).ToArray();
        var accepted = items.Count(i => i.Problem is null);
        return new ScoreSheetBatchResponse(items, accepted, items.Length - accepted);
    }

    /// <summary>Whether a save failed only because others saved the same first; PostgreSQL ends one of two batches that wait for each other.</summary>
    public static bool Overtaken(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || (failure.GetBaseException() is PostgresException cause
            && (cause.SqlState == PostgresErrorCodes.DeadlockDetected || cause.ConstraintName is ScoreSheetConfiguration.UniqueSheet or ScoreSheetConfiguration.UniqueExternalRef or CriterionFigureConfiguration.UniqueFigure));

    /// <summary>Takes back what a failed save was to write, but keeps the answer that an Idempotency-Key waits for.</summary>
    public static void Forget(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is ScoreSheet or CriterionFigure or AuditEntry or OutboxMessage).ToList())
            entry.State = EntityState.Detached;
    }
}
