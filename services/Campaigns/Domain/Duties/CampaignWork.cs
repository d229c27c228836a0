using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>What one unit did under a campaign.</summary>
internal abstract class CampaignWork : Aggregate
{
    public Guid CampaignId { get; protected init; }
    public Campaign Campaign { get; protected init; } = null!;
    public string UnitCode { get; protected init; } = "";
}
