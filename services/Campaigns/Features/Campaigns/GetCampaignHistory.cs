using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>One step in the life of a campaign.</summary>
/// <param name="ActedBy">Account or client id.</param>
/// <param name="Changes">Where the plan differs from the version before.</param>
public sealed record CampaignHistoryItem(int Version, CampaignAction Action, DateTimeOffset At, string ActedBy, string? Reason, PlanChange[] Changes);

/// <summary>All steps, oldest first.</summary>
public sealed record CampaignHistoryResponse(CampaignHistoryItem[] Items);

/// <summary>Of a unit above, only what has happened since launch: its draft is its own affair.</summary>
internal static class GetCampaignHistory
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}/history", Handle)
            .WithName(nameof(GetCampaignHistory)).WithSummary("Lịch sử: ai, khi nào, vì sao, thay đổi gì")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<CampaignHistoryResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var unitCode = await db.Campaigns.ReadableBy(user).Where(c => c.Id == id).Select(c => c.UnitCode).SingleOrDefaultAsync(cancellationToken);
        if (unitCode is null)
            return CommonProblems.NotFound.Result();
        var own = user.Sees(unitCode);
        var items = await db.CampaignVersions
            .Where(v => v.CampaignId == id && (own || (v.Action != CampaignAction.Drafted && v.Action != CampaignAction.Edited)))
            .OrderBy(v => v.Version)
            .Select(v => new CampaignHistoryItem(v.Version, v.Action, v.At, v.ActedBy, v.Reason, v.Changes))
            .ToArrayAsync(cancellationToken);
        return TypedResults.Ok(new CampaignHistoryResponse(items));
    }
}
