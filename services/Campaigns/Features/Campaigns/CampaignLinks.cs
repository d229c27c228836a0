using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Checks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>Looks up the campaigns that a plan is tied to, as far as the caller may see them.</summary>
internal static class CampaignLinks
{
    public static async Task<(CampaignLink[] Links, Findings Found)> LinksAsync(this CampaignsDbContext db, CampaignPlan plan, CurrentUser user, CancellationToken cancellationToken)
    {
        string[] codes = [.. plan.LinkedCodes, .. plan.PredecessorCode is { } predecessor ? new[] { predecessor } : []];
        if (codes.Length == 0 && plan.Parent is null)
            return ([], new Findings());
        var (above, number) = (UnitCodes.Above(plan.UnitCode), plan.Parent?.Number);
        var known = await db.Campaigns
            .FromSql($"""
                SELECT * FROM campaigns WHERE code = ANY({codes}) OR (unit_code = ANY({above})
                AND upper((plan -> 'number' ->> 'number') || '/' || (plan -> 'number' ->> 'symbol')) = upper({number}))
                """)
            .AsNoTracking().ReadableBy(user).Select(c => new KnownLink(c.Id, c.Code, c.Name, c.ToYear, c.Plan)).ToListAsync(cancellationToken);
        return LinkCheck.Run(plan, known);
    }

    /// <summary>Null when all campaigns that must be there are.</summary>
    public static Problem? Refuse(Findings found) => found.Problem is { } missing ? Problems.LinkUnknown with { Detail = missing.Detail, Errors = missing.Errors } : null;

    /// <summary>Campaigns under way that are tied to this one from their side.</summary>
    public static async Task<List<string>> TiedUnitsAsync(this CampaignsDbContext db, Campaign campaign, CancellationToken cancellationToken)
    {
        var number = campaign.Plan.Number is { } n ? $"{n.Number}/{n.Symbol}" : null;
        var named = await db.Campaigns
            .FromSql($"""
                SELECT * FROM campaigns WHERE state = 'Launched' AND id <> {campaign.Id} AND (plan ->> 'predecessorCode' = {campaign.Code}
                OR jsonb_exists(plan -> 'linkedCodes', {campaign.Code}) OR upper(plan -> 'parent' ->> 'number') = upper({number}))
                """)
            .AsNoTracking().Where(c => c.Unit.Active).Select(c => new { c.UnitCode, c.Plan }).ToListAsync(cancellationToken);
        return [.. named.Where(c => CampaignTies.AreTied(campaign.Plan, c.Plan)).Select(c => c.UnitCode)];
    }
}
