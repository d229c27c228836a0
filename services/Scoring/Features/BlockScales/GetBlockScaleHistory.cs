using System.Globalization;
using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Blocks;
using Emulation.Scoring.Features.Blocks;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.BlockScales;

/// <summary>One act on a scale.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Account or client id.</param>
/// <param name="Unit">Code of the unit acting.</param>
/// <param name="Action">draft, edit, confirm or reopen.</param>
/// <param name="Reason">Why it was reopened.</param>
/// <param name="Definition">Criteria and points after the act.</param>
public sealed record BlockScaleHistoryItem(DateTimeOffset At, string By, string Unit, string Action, string? Reason, ScaleDefinition Definition);

internal static class GetBlockScaleHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/history", Handle)
        .WithName(nameof(GetBlockScaleHistory)).WithSummary("Lịch sử thang điểm: ai lập, sửa, xác nhận, mở lại, vì sao")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<Page<BlockScaleHistoryItem>>, ProblemHttpResult>> Handle(
        Guid id, long? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var readable = db.EmulationBlocks.ReadableBy(user).Select(b => b.Id);
        if (!await db.BlockScales.AnyAsync(s => s.Id == id && readable.Contains(s.BlockId), cancellationToken))
            return CommonProblems.NotFound.Result();
        var (take, key) = (Paging.Limit(limit), id.ToString());
        var rows = await db.AuditEntries.AsNoTracking()
            .Where(a => a.Aggregate == BlockScales.Aggregate && a.AggregateId == key && (after == null || a.Id > after))
            .OrderBy(a => a.Id).Take(take + 1).ToListAsync(cancellationToken);
        var page = rows.ToPage(take, a => a.Id.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new Page<BlockScaleHistoryItem>([.. page.Items.Select(Item)], page.Next));
    }

    private static BlockScaleHistoryItem Item(AuditEntry entry)
    {
        var act = JsonSerializer.Deserialize<BlockScaleAct>(entry.Changes!, Json.Options)!;
        return new(entry.At, entry.ActedBy, act.Unit, entry.Action, entry.Reason, act.Definition);
    }
}
