namespace Emulation.Campaigns.Domain.Duties;

/// <summary>What kind of thing is owed.</summary>
public enum DueKind
{
    /// <summary>A report.</summary>
    Report,
    /// <summary>A task of the calendar.</summary>
    Task,
    /// <summary>A unit's own programme or plan.</summary>
    UnitPlan,
    /// <summary>A deadline for dossiers: nobody must nominate, so it is never overdue.</summary>
    DossierDeadline,
}

/// <summary>Where a duty stands.</summary>
public enum DueState
{
    /// <summary>There is time, or there is no deadline.</summary>
    NotYetDue,
    /// <summary>At most <see cref="Due.SoonDays"/> days are left.</summary>
    DueSoon,
    /// <summary>Too late, and not done.</summary>
    Overdue,
    /// <summary>Done in time.</summary>
    Done,
    /// <summary>Done too late.</summary>
    DoneLate,
    /// <summary>“Nếu có”, and it did not occur (không phát sinh).</summary>
    NotApplicable,
    /// <summary>Its day has gone, and nobody said anything; since nobody had to, nobody is late.</summary>
    Past,
}

/// <summary>One thing that one unit owes for one period.</summary>
/// <param name="Key">Key of the item in the plan; of what the head of a block owes followed by <c>@</c> and the code of the block; of a dossier deadline the category, <c>/</c> and the stage.</param>
/// <param name="Kind">What it is.</param>
/// <param name="CampaignId">Campaign.</param>
/// <param name="CampaignCode">Its code.</param>
/// <param name="Clause">Clause of the plan.</param>
/// <param name="Text">What the plan says.</param>
/// <param name="UnitCode">Who owes it.</param>
/// <param name="ReceiverUnitCode">To whom.</param>
/// <param name="Year">Calendar year in which it is owed.</param>
/// <param name="Period">Time that it is about, as <see cref="DutyPeriod"/> spells it.</param>
/// <param name="TooLateFrom">First instant that is late, UTC; null when there is no deadline.</param>
/// <param name="Conditional">True when it never becomes overdue (“nếu có”).</param>
/// <param name="DoneAt">When it was done, UTC; null while it is not.</param>
/// <param name="NotArising">True when the unit said that there was nothing to do (không phát sinh).</param>
public sealed record Due(
    string Key, DueKind Kind, Guid CampaignId, string CampaignCode, string Clause, string Text, string UnitCode, string ReceiverUnitCode,
    int Year, string Period, DateTimeOffset? TooLateFrom, bool Conditional, DateTimeOffset? DoneAt, bool NotArising = false)
{
    /// <summary>Days before the deadline from which a duty is due soon.</summary>
    public const int SoonDays = 14;

    /// <summary>The boundary instant itself is late (C-02).</summary>
    public DueState StateAt(DateTimeOffset now) =>
        NotArising ? DueState.NotApplicable
        : DoneAt is { } done ? (!Conditional && done >= TooLateFrom ? DueState.DoneLate : DueState.Done)
        : TooLateFrom is not { } late ? DueState.NotYetDue
        : now >= late ? (Conditional ? DueState.Past : DueState.Overdue)
        : late - now <= TimeSpan.FromDays(SoonDays) ? DueState.DueSoon
        : DueState.NotYetDue;
}
