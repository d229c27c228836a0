namespace Emulation.Campaigns.Domain;

/// <summary>Something came in for a category: whoever has handed in is not reminded any more. A nomination taken back later does not bring the reminders back.</summary>
internal sealed class HandIn
{
    public Guid CampaignId { get; init; }
    public required string Category { get; init; }

    /// <summary>Year of the achievement, for a period award the last year of the campaign.</summary>
    public int Year { get; init; }

    public DeadlineStage Stage { get; init; }

    /// <summary>Unit of the nominee, an office perhaps.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Commune or department that proposes.</summary>
    public required string ProposingUnitCode { get; init; }

    public DateTimeOffset At { get; init; }
}
