using System.Text.Json;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.EmulationBlocks;

/// <summary>One step in the life of a block.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ActedBy">Account or client id.</param>
/// <param name="Before">State until then; null when formed.</param>
/// <param name="After">State from then on.</param>
public sealed record EmulationBlockHistoryItem(EmulationBlockAction Action, DateTimeOffset At, string ActedBy, string? Reason, EmulationBlockState? Before, EmulationBlockState After);

/// <summary>All steps, oldest first.</summary>
public sealed record EmulationBlockHistoryResponse(EmulationBlockHistoryItem[] Items);

internal static class GetEmulationBlockHistory
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/emulation-blocks/{id:guid}/history", Handle)
            .WithName(nameof(GetEmulationBlockHistory)).WithSummary("Lịch sử khối thi đua: ai, khi nào, vì sao, từ đâu thành đâu")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<EmulationBlockHistoryResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.EmulationBlocks.ReadableBy(user).AnyAsync(b => b.Id == id, cancellationToken))
            return CommonProblems.NotFound.Result();
        var key = id.ToString();
        var rows = await db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == EmulationBlockAccess.Aggregate && a.AggregateId == key).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(new EmulationBlockHistoryResponse([.. rows.Select(Item)]));
    }

    private static EmulationBlockHistoryItem Item(AuditEntry entry)
    {
        var change = JsonSerializer.Deserialize<EmulationBlockChange>(entry.Changes!, Json.Options)!;
        return new(Enum.Parse<EmulationBlockAction>(entry.Action, ignoreCase: true), entry.At, entry.ActedBy, entry.Reason, change.Before, change.After);
    }
}
