using System.Linq.Expressions;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>Whose campaigns a caller sees: those of the own unit and below, and of the units above once they are launched. Any other is not there.</summary>
internal static class CampaignAccess
{
    public static IQueryable<Campaign> ReadableBy(this IQueryable<Campaign> campaigns, CurrentUser user) => campaigns.Where(Readable(user));

    public static Expression<Func<Campaign, bool>> Readable(CurrentUser user)
    {
        if (user.SeesWholeCity)
            return c => true;
        var own = user.UnitCode;
        var below = own + "-";
        var above = UnitCodes.Above(own);
        return c => c.UnitCode == own || c.UnitCode.StartsWith(below) || (c.State != CampaignState.Draft && above.Contains(c.UnitCode));
    }

    /// <summary>The campaign to be changed: 404 when not readable, 403 when readable but of a unit above.</summary>
    public static async Task<(Campaign? Campaign, Problem? Refused)> ToChangeAsync(this CampaignsDbContext db, Guid id, HttpContext http, CurrentUser user, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.Include(c => c.Unit).ReadableBy(user).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        return campaign is null ? (null, CommonProblems.NotFound)
            : !user.Sees(campaign.UnitCode) ? (null, CommonProblems.Forbidden)
            : (campaign, Preconditions.IfMatch(http, campaign.Version));
    }

    /// <summary>Records the version just made: for people, and for the audit trail.</summary>
    public static void Record(this CampaignsDbContext db, Campaign campaign, CampaignAction action, CurrentUser user, DateTimeOffset now, string? reason = null, PlanChange[]? changes = null)
    {
        db.CampaignVersions.Add(new CampaignVersion
        {
            CampaignId = campaign.Id, Version = campaign.Version, Action = action, At = now, ActedBy = user.Id, Reason = reason, Changes = changes ?? [], Plan = campaign.Plan,
        });
        var name = action.ToString();
        db.Audit("campaign", campaign.Id, char.ToLowerInvariant(name[0]) + name[1..], user.Id, now, reason, changes is { Length: > 0 } ? changes : null, user.RemoteAddress);
    }
}
