using Emulation.Contracts.Campaigns;

namespace Emulation.Documents.Domain;

/// <summary>Legal bases of a campaign, which its documents cite.</summary>
public sealed class Campaign
{
    public required Guid Id { get; init; }

    public int Version { get; private set; }

    public LegalBasis[] LegalBases { get; private set; } = [];

    public void Apply(CampaignSnapshot snapshot)
    {
        if (snapshot.Version > Version)
            (Version, LegalBases) = (snapshot.Version, snapshot.LegalBases);
    }
}
