using System.Globalization;
using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockSheets;

/// <summary>One act on a sheet of an emulation block.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Account or client id.</param>
/// <param name="Unit">Code of the unit acting.</param>
/// <param name="Action">pledge, editPledge, confirmPledge, reopenPledge, report, review, confirm or scaleChanged.</param>
/// <param name="Reason">Why the pledge was reopened; reasons of single criteria stand with them.</param>
/// <param name="Changes">What changed, criterion by criterion.</param>
public sealed record BlockSheetHistoryItem(DateTimeOffset At, string By, string Unit, string Action, string? Reason, BlockLineChange[] Changes);

internal static class GetBlockSheetHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/history", Handle)
        .WithName(nameof(GetBlockSheetHistory)).WithSummary("Lịch sử phiếu: ai, khi nào, từ đâu thành đâu, vì sao; lọc theo tiêu chí bằng criterion")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<Page<BlockSheetHistoryItem>>, ProblemHttpResult>> Handle(
        Guid id, string? criterion, long? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.BlockSheets.ReadableBy(db, user).AnyAsync(s => s.Id == id, cancellationToken))
            return CommonProblems.NotFound.Result();
        var (take, key) = (Paging.Limit(limit), id.ToString());
        var rows = await db.AuditEntries.AsNoTracking()
            .Where(a => a.Aggregate == BlockSheets.Aggregate && a.AggregateId == key && (after == null || a.Id > after))
            .OrderBy(a => a.Id).Take(take + 1).ToListAsync(cancellationToken);
        var page = rows.ToPage(take, a => a.Id.ToString(CultureInfo.InvariantCulture));
        var items = page.Items.Select(Item)
            .Select(h => criterion is null ? h : h with { Changes = [.. h.Changes.Where(c => c.Criterion == criterion)] })
            .Where(h => criterion is null || h.Changes.Length > 0);
        return TypedResults.Ok(new Page<BlockSheetHistoryItem>([.. items], page.Next));
    }

    private static BlockSheetHistoryItem Item(AuditEntry entry)
    {
        var act = JsonSerializer.Deserialize<BlockSheetAct>(entry.Changes!, Json.Options)!;
        return new(entry.At, entry.ActedBy, act.Unit, entry.Action, entry.Reason, act.Changes);
    }
}
