namespace Emulation.Contracts.Campaigns;

/// <summary>A campaign was closed by hand: no new nominations; those under way may still be decided (HA-25/III.5).</summary>
/// <remarks>Published by Campaigns, once for each campaign.</remarks>
public sealed record CampaignClosed
{
    /// <summary>Identity of the campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Version of the campaign after closing.</summary>
    public required int Version { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who closed it.</summary>
    public required string ActedBy { get; init; }
}
