using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.UnitPlans;

/// <summary>One unit and its own plan.</summary>
/// <param name="LastDay">Last civil day of Vietnam that is in time; null without a deadline.</param>
/// <param name="Editions">Newest first; empty when the unit has none.</param>
public sealed record UnitPlanOfUnit(string Key, string Clause, string UnitCode, string UnitName, DueState State, DateOnly? LastDay, UnitPlanResponse[] Editions);

/// <summary>Every unit that one sees of those that make a plan of their own.</summary>
/// <param name="Without">How many have none.</param>
public sealed record UnitPlansResponse(Guid CampaignId, string CampaignCode, int Without, UnitPlanOfUnit[] Items);

internal static class ListUnitPlans
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/unit-plans", Handle)
            .WithName(nameof(ListUnitPlans)).WithSummary("Chương trình, kế hoạch riêng của các đơn vị theo một phong trào, và đơn vị chưa có (missing=true: chỉ đơn vị chưa có)")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<UnitPlansResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(
        Guid campaignId, CampaignsDbContext db, Dues dues, CurrentUser user, TimeProvider time, CancellationToken cancellationToken, bool missing = false)
    {
        var campaign = await db.Campaigns.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(c => c.Id == campaignId && c.State != CampaignState.Draft, cancellationToken);
        if (campaign is null)
            return CommonProblems.NotFound.Result();
        var now = time.GetUtcNow();
        var asked = (await dues.TrackedAsync(db.Campaigns.Where(c => c.Id == campaignId), user.SeesWork, campaign.FromYear, campaign.ToYear, cancellationToken)).ConvertAll(t => t.Due).FindAll(d => d.Kind == DueKind.UnitPlan);
        var filed = (await db.UnitPlans.AsNoTracking().VisibleWork(user).Where(p => p.CampaignId == campaignId).OrderByDescending(p => p.Edition).ToListAsync(cancellationToken)).ToLookup(p => (p.Key, p.UnitCode));
        var names = await db.NamesAsync(asked.Select(d => d.UnitCode), cancellationToken);
        return TypedResults.Ok(new UnitPlansResponse(campaign.Id, campaign.Code, asked.Count(d => d.DoneAt is null),
        [
            .. from due in asked
               where !missing || due.DoneAt is null
               select new UnitPlanOfUnit(
                   due.Key, due.Clause, due.UnitCode, names.GetValueOrDefault(due.UnitCode, due.UnitCode), due.StateAt(now), due.TooLateFrom is { } late ? VietnamTime.DateOf(late).AddDays(-1) : null,
                   [.. filed[(due.Key, due.UnitCode)].Select(UnitPlanResponse.Of)]),
        ]));
    }
}
