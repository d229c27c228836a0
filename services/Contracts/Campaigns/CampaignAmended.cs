namespace Emulation.Contracts.Campaigns;

/// <summary>A launched campaign was amended: a deadline moved, a standard re-read, a quota changed (LTN-26-30/III.3.c).</summary>
/// <remarks>Published by Campaigns. Open nominations are judged again under the new scheme; decided ones keep their verdict.</remarks>
public sealed record CampaignAmended
{
    /// <summary>The campaign after the amendment.</summary>
    public required CampaignSnapshot Campaign { get; init; }

    /// <summary>Why, in Vietnamese, as told to the units.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was amended, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who amended it.</summary>
    public required string ActedBy { get; init; }
}
