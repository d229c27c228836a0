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

    /// <summary>Reward money of each nominee, in the order of the list.</summary>
    public required DecisionLine[] Lines { get; set; }

    public string? Number { get; private set; }
    public DateOnly? Date { get; private set; }
    public Guid? DocumentId { get; private set; }

    public Decision() => Id = Guid.CreateVersion7();

    /// <summary>A decision has one number: that of the issued document, or the one typed for paper.</summary>
    public Problem? Numbered(string number, DateOnly date, Guid? documentId)
    {
        if (Number is not null)
            return Problems.DecisionNumbered.With($"Quyết định đã mang số {Number}.");
        (Number, Date, DocumentId) = (number, date, documentId);
        Touch();
        return null;
    }

    /// <summary>The paper with a typed number was also issued in the system: the number stands, the file is added.</summary>
    public void Filed(Guid documentId)
    {
        DocumentId = documentId;
        Touch();
    }

    public void Revoked(IReadOnlyCollection<Guid> nominationIds)
    {
        Lines = [.. Lines.Select(l => nominationIds.Contains(l.NominationId) ? l with { Revoked = true } : l)];
        Touch();
    }
}

/// <summary>One nominee of a decision.</summary>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="RewardMoney">Đồng; null = not determined.</param>
/// <param name="RewardBasis">Law and base salary it follows, in Vietnamese.</param>
/// <param name="Revoked">The award was cancelled.</param>
public sealed record DecisionLine(Guid NominationId, int Order, decimal? RewardMoney, string RewardBasis, bool Revoked = false);
