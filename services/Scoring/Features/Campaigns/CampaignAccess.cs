using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Criteria;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.Campaigns;

/// <summary>Which launched campaigns a caller sees: those of the own unit, of units below, and of units above, in which it takes part.</summary>
internal static class CampaignAccess
{
    public static IQueryable<KnownCampaign> ReadableBy(this IQueryable<KnownCampaign> campaigns, CurrentUser user)
    {
        var launched = campaigns.Where(c => c.Version > 0);
        if (user.SeesWholeCity)
            return launched;
        var own = user.UnitCode;
        var below = own + "-";
        var above = UnitCodes.Above(own);
        return launched.Where(c => c.UnitCode == own || c.UnitCode.StartsWith(below) || above.Contains(c.UnitCode));
    }

    /// <summary>By code or by id.</summary>
    public static IQueryable<KnownCampaign> Named(this IQueryable<KnownCampaign> campaigns, string codeOrId) =>
        Guid.TryParse(codeOrId, out var id) ? campaigns.Where(c => c.Id == id) : campaigns.Where(c => c.Code == codeOrId);

    /// <summary>Units that take part in a campaign.</summary>
    public static IQueryable<Unit> CoveredBy(this IQueryable<Unit> units, KnownCampaign campaign)
    {
        if (campaign.UnitCode == Auth.CityUnit)
            return units;
        var (own, below) = (campaign.UnitCode, campaign.UnitCode + "-");
        return units.Where(u => u.Code == own || u.Code.StartsWith(below));
    }
}
