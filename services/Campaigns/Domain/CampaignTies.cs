using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>Whether one campaign is tied to another: carries out its plan, follows it, or is combined with it (CH-26-30/IV.1.1).</summary>
internal static class CampaignTies
{
    public static bool AreTied(CampaignPlan campaign, CampaignPlan other) =>
        other.PredecessorCode == campaign.Code || other.LinkedCodes.Contains(campaign.Code) || (CarriesOut(other, campaign) && other.Parent!.Date == campaign.Number!.Date);

    /// <summary>By its number only: the numbers of one issuer are told apart by their dates, those of two by who stands above (C-11).</summary>
    public static bool CarriesOut(CampaignPlan plan, CampaignPlan above) =>
        plan.Parent is { } parent && above.Number is { } n && UnitCodes.Above(plan.UnitCode).Contains(above.UnitCode)
        && string.Equals(parent.Number, $"{n.Number}/{n.Symbol}", StringComparison.OrdinalIgnoreCase);
}
