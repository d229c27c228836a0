using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>What one unit is charged with, or asked to do.</summary>
/// <param name="Body">The body, as printed.</param>
/// <param name="Asked">True when it is asked (đề nghị), false when charged (giao).</param>
/// <param name="Units">Units of the register that are meant, of those one sees; empty for bodies outside it.</param>
public sealed record RoleResponse(Guid CampaignId, string CampaignCode, string Key, string Clause, string Body, string Text, bool Asked, string[] Units);

/// <summary>Roles in the order of the plans.</summary>
public sealed record RolesResponse(RoleResponse[] Items);

internal static class ListRoles
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/duties/roles", Handle)
            .WithName(nameof(ListRoles)).WithSummary("Phân công thường xuyên theo các kế hoạch đang thực hiện; theo phong trào, đơn vị")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<RolesResponse>();

    private static async Task<IResult> Handle(
        CampaignsDbContext db, Dues dues, CurrentUser user, CancellationToken cancellationToken, Guid? campaignId = null, string? unitCode = null)
    {
        var campaigns = await db.Campaigns.AsNoTracking().ReadableBy(user)
            .Where(c => c.State == CampaignState.Launched && (campaignId == null || c.Id == campaignId)).OrderBy(c => c.Code).ToListAsync(cancellationToken);
        var roles = new List<RoleResponse>();
        foreach (var ground in await dues.GroundsAsync(campaigns, cancellationToken))
        {
            var campaign = ground.Campaign;
            foreach (var role in campaign.Plan.Keyed().Roles)
            {
                var all = DueCalendar.UnitsOf(ground, role);
                var units = all.Where(u => user.SeesWork(campaign, u) && (unitCode is null || u == unitCode)).ToArray();
                if (units.Length > 0 || (all.Count == 0 && unitCode is null))
                    roles.Add(new(campaign.Id, campaign.Code, role.Key!, role.Clause, role.Unit, role.Text, role.Asked, units));
            }
        }
        return TypedResults.Ok(new RolesResponse([.. roles]));
    }
}
