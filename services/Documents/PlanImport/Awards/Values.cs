using Emulation.Contracts.Campaigns;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>A deadline as read: the contract's own shape, what it is for, and the instant it comes to.</summary>
public sealed record ImportedDeadline
{
    /// <summary>Printed date and how it is read.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>What is due.</summary>
    public required DeadlineFor For { get; init; }

    /// <summary>Sentence that sets it.</summary>
    public required string Text { get; init; }

    /// <summary>Of a dossier: how often the awards are given that it serves; null = all of the plan.</summary>
    public Cadence? Cadence { get; init; }

    /// <summary>Of a dossier: the one level of award that it serves; null = all.</summary>
    public AwardLevel? Level { get; init; }

    /// <summary>Body that receives, as printed; null when not named.</summary>
    public string? Receiver { get; init; }

    /// <summary>First instant that is too late, UTC; of a yearly one that of the first year of the campaign. Null when the year is not known.</summary>
    public DateTimeOffset? TooLateFrom { get; init; }
}

/// <summary>What a deadline is for.</summary>
public enum DeadlineFor
{
    /// <summary>Dossiers of award.</summary>
    Dossier,
    /// <summary>Reports; never to be merged with the dossiers (C-21).</summary>
    Report,
}

/// <summary>A quota as read, and the categories it limits.</summary>
public sealed record ImportedQuota
{
    /// <summary>The contract's own shape.</summary>
    public required Quota Quota { get; init; }

    /// <summary>Keys of the categories.</summary>
    public required string[] Categories { get; init; }
}

/// <summary>A category as read. Quotas, deadline and parts of the dossier are fields of their own and are put in when the campaign is made.</summary>
public sealed record ImportedCategory
{
    /// <summary>The contract's own shape, without quotas, deadline and dossier.</summary>
    public required AwardCategory Category { get; init; }

    /// <summary>Key of the field with the deadline; null when none was read.</summary>
    public string? DeadlineField { get; init; }
}
