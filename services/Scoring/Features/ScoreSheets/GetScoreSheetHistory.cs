using System.Globalization;
using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>One act on a score sheet.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Account or client id.</param>
/// <param name="Action">create, createAndSubmit, edit, submit, approve, return, appraise, survey, explain, agree, finalise or reopen.</param>
/// <param name="Reason">Why, in Vietnamese, where the act needs a reason.</param>
/// <param name="Changes">What changed, leaf by leaf.</param>
public sealed record ScoreSheetHistoryItem(DateTimeOffset At, string By, string Action, string? Reason, LeafChange[] Changes)
{
    internal static ScoreSheetHistoryItem Of(AuditEntry entry) =>
        new(entry.At, entry.ActedBy, entry.Action, entry.Reason, entry.Changes is null ? [] : JsonSerializer.Deserialize<LeafChange[]>(entry.Changes, Json.Options)!);
}

internal static class GetScoreSheetHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/history", Handle)
        .WithName(nameof(GetScoreSheetHistory)).WithSummary("Lịch sử phiếu chấm điểm: ai, khi nào, từ đâu thành đâu, vì sao; lọc theo tiêu chí bằng leaf")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<Page<ScoreSheetHistoryItem>>, ProblemHttpResult>> Handle(
        Guid id, string? leaf, long? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.ScoreSheets.VisibleTo(user, s => s.UnitCode).AnyAsync(s => s.Id == id, cancellationToken))
            return CommonProblems.NotFound.Result();
        var take = Paging.Limit(limit);
        var aggregateId = id.ToString();
        var entries = db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == ScoreSheets.Aggregate && a.AggregateId == aggregateId);
        if (after is { } last)
            entries = entries.Where(a => a.Id > last);
        var rows = await entries.OrderBy(a => a.Id).Take(take + 1).ToListAsync(cancellationToken);
        var page = rows.ToPage(take, a => a.Id.ToString(CultureInfo.InvariantCulture));
        var items = page.Items
            .Select(ScoreSheetHistoryItem.Of)
            .Select(h => leaf is null ? h : h with { Changes = [.. h.Changes.Where(c => c.Leaf == leaf)] })
            .Where(h => leaf is null || h.Changes.Length > 0);
        return TypedResults.Ok(new Page<ScoreSheetHistoryItem>([.. items], page.Next));
    }
}
