using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Checks;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A campaign with its whole plan.</summary>
/// <param name="Version">ETag, and order of events.</param>
/// <param name="Plan">The plan, as it was sent or last amended.</param>
/// <param name="Warnings">What is odd in the plan but allowed.</param>
/// <param name="Links">The campaigns it is tied to, looked up (CH-26-30/IV.1.1).</param>
public sealed record CampaignResponse(
    Guid Id, string Code, string Name, string? ShortName, string UnitCode, string UnitName, CampaignLevel Level, int FromYear, int ToYear,
    CampaignState State, int Version, DateTimeOffset CreatedAt, DateTimeOffset? LaunchedAt, DateTimeOffset? ClosedAt, CampaignPlan Plan, PlanWarning[] Warnings,
    CampaignLink[] Links)
{
    internal static CampaignResponse Of(Campaign c, (CampaignLink[] Links, Findings Found) ties) => new(
        c.Id, c.Code, c.Name, c.ShortName, c.UnitCode, c.Unit.Name, c.Level, c.FromYear, c.ToYear,
        c.State, c.Version, c.CreatedAt, c.LaunchedAt, c.ClosedAt, c.Plan,
        // A draft may name a campaign that is still to be drafted; by its launch it must be there.
        [.. PlanCheck.Run(c.Plan).Warnings, .. ties.Found.Warnings, .. (ties.Found.Problem?.Errors ?? []).Select(e => new PlanWarning(e.Pointer, "CH-26-30/IV.1.1", e.Detail))],
        ties.Links);
}
