using Emulation.Contracts.Campaigns;

namespace Emulation.Contracts.Nominations;

/// <summary>What other services need to know of a nomination; part of every event about it.</summary>
public sealed record NominationSnapshot
{
    /// <summary>Identity of the nomination.</summary>
    public required Guid NominationId { get; init; }

    /// <summary>Grows with each change; a listener ignores what is older than what it has.</summary>
    public required int Version { get; init; }

    /// <summary>Identity of the campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Code of the campaign.</summary>
    public required string CampaignCode { get; init; }

    /// <summary>Name of the campaign.</summary>
    public required string CampaignName { get; init; }

    /// <summary>Key of the award category.</summary>
    public required string CategoryKey { get; init; }

    /// <summary>Name of the award category in Vietnamese.</summary>
    public required string CategoryName { get; init; }

    /// <summary>Level that decides.</summary>
    public required AwardLevel Level { get; init; }

    /// <summary>What is to be given.</summary>
    public required Award Award { get; init; }

    /// <summary>Year of the achievement; for an end-of-period award the last year of the campaign.</summary>
    public required int Year { get; init; }

    /// <summary>How often the category is awarded; for <c>period</c> papers speak of the end of the period, not of a year.</summary>
    public Cadence Cadence { get; init; }

    /// <summary>Code of the commune or department that proposes.</summary>
    public required string ProposingUnitCode { get; init; }

    /// <summary>Name of that unit.</summary>
    public required string ProposingUnitName { get; init; }

    /// <summary>Who is nominated. Holds personal data: never log it.</summary>
    public required NomineeSnapshot Nominee { get; init; }

    /// <summary>The achievement in short, as it is printed in lists.</summary>
    public required string Achievement { get; init; }

    /// <summary>Verdict of the standard at this moment.</summary>
    public required Outcome Eligibility { get; init; }

    /// <summary>True when it was handed in after the deadline (C-02: marked, not refused).</summary>
    public required bool Late { get; init; }
}

/// <summary>The nominee.</summary>
public sealed record NomineeSnapshot
{
    /// <summary>Collective or individual.</summary>
    public required Recipient Kind { get; init; }

    /// <summary>Name of the person or of the collective, NFC.</summary>
    public required string Name { get; init; }

    /// <summary>Post of a person; null for a collective.</summary>
    public string? Position { get; init; }

    /// <summary>Unit that the nominee is, or belongs to.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of that unit.</summary>
    public required string UnitName { get; init; }
}

/// <summary>Verdict in three values.</summary>
public enum Outcome
{
    /// <summary>Chưa đạt: surely not met.</summary>
    NotMet,
    /// <summary>Chưa đủ căn cứ: facts are still missing.</summary>
    NotYetKnown,
    /// <summary>Đạt.</summary>
    Met,
}
