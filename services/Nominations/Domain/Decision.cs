using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Domain;

/// <summary>A decision (Quyết định khen thưởng) that grants a list of nominations at one level of one campaign.</summary>
public sealed class Decision : Aggregate
{
    public required Guid CampaignId { get; init; }
    public required AwardLevel Level { get; init; }
    public required string DecidingUnitCode { get; init; }
    public required string DecidingUnitName { get; init; }
    public required string SignerName { get; init; }
    public required string SignerPosition { get; init; }
    public required Guid[] NominationIds { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public Decision() => Id = Guid.CreateVersion7();
}
