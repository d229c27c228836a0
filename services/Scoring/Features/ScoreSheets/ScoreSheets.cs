using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rounds;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>What every step of a sheet does the same way: find it in scope, guard it against a second editor, save it, answer.</summary>
internal static class ScoreSheets
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "scoreSheet";

    /// <summary>A sheet with what its rules need.</summary>
    internal sealed record Open(ScoreSheet Sheet, IndexSet Set, Round Round);

    /// <summary>The sheet for whoever scores the block: the city, or the unit whose office it is.</summary>
    public static async Task<(Open? Open, Problem? Problem)> FindToAppraise(Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await Find(id, db, sets, user, http, cancellationToken);
        return found.Open is { } open && !user.Governs(open.Sheet.Block) ? (null, Problems.NotYours) : found;
    }

    /// <summary>The sheet for the unit itself: to score, approve and explain.</summary>
    public static async Task<(Open? Open, Problem? Problem)> FindOwn(Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await Find(id, db, sets, user, http, cancellationToken);
        return found.Open is { } open && user.JudgesOffices(open.Sheet.Block) ? (null, Problems.NotTheScored) : found;
    }

    /// <summary>The sheet to work on; 404 outside the caller's scope, 412 with what changed when the caller saw an older version.</summary>
    private static async Task<(Open? Open, Problem? Problem)> Find(Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.VisibleTo(user, s => s.UnitCode).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return (null, CommonProblems.NotFound);
        if (Preconditions.IfMatch(http, sheet.Version) is { } stale)
            return (null, await WithChanges(stale, sheet.Id, sheet.Version, http, db, cancellationToken));
        var set = await sets.Find(db, sheet.IndexSetCode, cancellationToken);
        var round = await db.Rounds.AsNoTracking().SingleAsync(r => r.Year == sheet.Year && r.Block == sheet.Block, cancellationToken);
        return (new Open(sheet, set!, round), null);
    }

    /// <summary>Saves one sheet and answers with it; of two who read the same version, the later is told what the other changed.</summary>
    public static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Save(ScoreSheet sheet, ScoringDbContext db, HttpContext http, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            var version = await db.ScoreSheets.AsNoTracking().Where(s => s.Id == sheet.Id).Select(s => s.Version).SingleAsync(cancellationToken);
            var problem = Preconditions.IfMatch(http, version)
                ?? CommonProblems.Conflict with { Detail = $"Phiên bản hiện tại là {version}.", Facts = new Dictionary<string, object?> { ["currentVersion"] = version } };
            return (await WithChanges(problem, sheet.Id, version, http, db, cancellationToken)).Result();
        }
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.Ok(ScoreSheetSummary.Of(sheet));
    }

    // Each accepted act on a sheet adds one to its version and one line to its history.
    private static async Task<Problem> WithChanges(Problem stale, Guid id, int current, HttpContext http, ScoringDbContext db, CancellationToken cancellationToken)
    {
        if (!int.TryParse(http.Request.Headers.IfMatch.ToString().Trim('"'), out var seen) || seen < 1 || seen >= current)
            return stale;
        var aggregateId = id.ToString();
        var since = await db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == Aggregate && a.AggregateId == aggregateId)
            .OrderByDescending(a => a.Id).Take(Math.Min(current - seen, 20)).ToListAsync(cancellationToken);
        since.Reverse();
        return stale with { Facts = new Dictionary<string, object?>(stale.Facts!) { ["changes"] = since.Select(ScoreSheetHistoryItem.Of).ToArray() } };
    }
}
