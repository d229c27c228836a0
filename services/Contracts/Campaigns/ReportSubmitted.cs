namespace Emulation.Contracts.Campaigns;

/// <summary>A unit handed in a report that a campaign asks for, or handed it in anew after a correction.</summary>
/// <remarks>Published by Campaigns. Of the same <see cref="ReportId"/> a higher <see cref="Version"/> replaces a lower one. Text and attachments stay with Campaigns.</remarks>
public sealed record ReportSubmitted
{
    /// <summary>Identity of the report.</summary>
    public required Guid ReportId { get; init; }

    /// <summary>Grows with each step of the report.</summary>
    public required int Version { get; init; }

    /// <summary>Campaign that asks for it.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Short code of that campaign.</summary>
    public required string CampaignCode { get; init; }

    /// <summary>Key of the report in the plan; of a block head's followed by <c>@</c> and the code of the block.</summary>
    public required string Key { get; init; }

    /// <summary>Clause of the plan: <c>CH-26-30/IV.1.2</c>.</summary>
    public required string Clause { get; init; }

    /// <summary>Unit that reports.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Unit that receives it; <c>31</c> for the bodies of the city (C-22).</summary>
    public required string ReceiverUnitCode { get; init; }

    /// <summary>Calendar year in which it is owed.</summary>
    public required int Year { get; init; }

    /// <summary>Period: <c>2026</c>, <c>2026-H1</c>, <c>2026-Q3</c>, school year <c>2025-2026</c>, whole campaign <c>2026..2030</c>, other spans <c>2026-03-01..2026-05-31</c>.</summary>
    public required string Period { get; init; }

    /// <summary>First day of the period, civil date of Vietnam.</summary>
    public required DateOnly PeriodFrom { get; init; }

    /// <summary>Last day of the period, itself included.</summary>
    public required DateOnly PeriodTo { get; init; }

    /// <summary>The unit's own score of the reform index, 0–100; null when the report holds none (CVA-26/IV.1).</summary>
    public decimal? SelfScore { get; init; }

    /// <summary>Number of attachments.</summary>
    public required int Files { get; init; }

    /// <summary>True when it was first handed in after the deadline.</summary>
    public required bool Late { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it; never a person's name.</summary>
    public required string ActedBy { get; init; }
}
