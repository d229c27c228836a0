namespace Emulation.Campaigns.Domain;

/// <summary>A report that units owe (C-21).</summary>
/// <param name="Clause">Where in the plan.</param>
/// <param name="Text">What it says.</param>
/// <param name="Schedule">How often; <c>unset</c> when the plan says only “định kỳ”: the launching unit may then set a rhythm without amending the plan.</param>
/// <param name="Before">Day before which it is due, strictly (C-02); of a report made more than once a year that of the last period. Absent: by the end of the quarter.</param>
/// <param name="Receiver">Body that receives it, as printed (C-22).</param>
/// <param name="Key">Own key in the plan, lower-case letters, digits, hyphens; made from the clause when absent. It never changes: reports hang on it.</param>
/// <param name="Owes">Who owes it; every office of the launching unit when absent.</param>
/// <param name="ReceiverUnitCode">Unit that receives it; the launching unit when absent, <c>31</c> for the bodies of the city.</param>
/// <param name="Through">Body that it goes through, as printed: <c>Ban TĐKT thành phố</c> (C-22).</param>
/// <param name="ThroughUnitCode">Unit that it goes through and that may take it in for the receiver (C-24).</param>
/// <param name="Quarter">Quarter in which it is asked for, 1–4: of a half-yearly report only that of the half-year then ending.</param>
/// <param name="EveryMonths">Months of one period, 1–12, with the schedule <c>everyMonths</c> only.</param>
/// <param name="WithIndexResult">True when it holds the unit's own score of the index (CVA-26/IV.1).</param>
/// <param name="Conditional">True when it is made only if something occurs (“nếu có”): never late.</param>
public sealed record PlanReport(
    string Clause, string Text, ReportSchedule Schedule, DayOfYear? Before = null, string? Receiver = null, string? Key = null, PlanOwes? Owes = null,
    string? ReceiverUnitCode = null, string? Through = null, string? ThroughUnitCode = null, int? Quarter = null, int? EveryMonths = null, bool WithIndexResult = false, bool Conditional = false);

/// <summary>How often a report is due.</summary>
public enum ReportSchedule
{
    /// <summary>Every year.</summary>
    Yearly,
    /// <summary>Every half-year.</summary>
    HalfYearly,
    /// <summary>Not said.</summary>
    Unset,
    /// <summary>Of the first half-year, and of the whole year (LTN-TD-26/V.2.3).</summary>
    HalfYearAndYear,
    /// <summary>Every quarter.</summary>
    Quarterly,
    /// <summary>Of each school year, 01/09 to 31/05 (C-33).</summary>
    SchoolYearly,
    /// <summary>Once, of the whole campaign.</summary>
    Once,
    /// <summary>Every so many months.</summary>
    EveryMonths,
}

/// <summary>Whose duty something is.</summary>
/// <param name="Who">Which of the units taking part.</param>
/// <param name="Units">Codes, with <c>units</c> only: the launching unit or units below it.</param>
public sealed record PlanOwes(DutyOwner Who, string[]? Units = null);

/// <summary>Which units owe something.</summary>
public enum DutyOwner
{
    /// <summary>Every unit directly below the launching one: offices of a commune; communes and departments of the city.</summary>
    Offices,
    /// <summary>Units named one by one.</summary>
    Units,
    /// <summary>The head of each emulation block of the launching unit, once for each block (LTN-TD-26/IV.2.b).</summary>
    BlockHeads,
    /// <summary>The standing section; the launching unit when the plan names none.</summary>
    StandingSection,
    /// <summary>The launching unit itself.</summary>
    LaunchingUnit,
}

/// <summary>A day of the year.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31, existing in that month.</param>
/// <param name="YearsAfter">0 for the year itself, 1 for the one after it.</param>
public sealed record DayOfYear(int Month, int Day, int YearsAfter = 0);

/// <summary>A task of the calendar.</summary>
/// <param name="Clause">Where in the plan.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Quarter">1–4; absent for the whole year.</param>
/// <param name="Conditional">True when it is done only if something occurs.</param>
/// <param name="DocumentType">Type of document it ends in: <c>KH</c>, <c>CT</c>.</param>
/// <param name="Key">Own key in the plan; made from the clause when absent.</param>
/// <param name="Owes">Whose task it is; the launching unit's when absent.</param>
/// <param name="Period">Time that it is about; the quarter, or without one the year, when absent (C-33).</param>
/// <param name="Before">Day before which it is to be done, strictly: a conference of January 2027 is held before 01/02 of the year after (LTN-TD-26/IV.4.g). Absent: by the end of the quarter.</param>
/// <param name="Conference">Conference it ends in.</param>
public sealed record PlanTask(
    string Clause, string Text, int? Quarter = null, bool Conditional = false, string? DocumentType = null, string? Key = null, PlanOwes? Owes = null,
    TaskPeriod? Period = null, DayOfYear? Before = null, ConferenceKind? Conference = null);

/// <summary>Time that a task is about.</summary>
public enum TaskPeriod
{
    /// <summary>Calendar year.</summary>
    Year,
    /// <summary>Half-year.</summary>
    HalfYear,
    /// <summary>Quarter.</summary>
    Quarter,
    /// <summary>School year (C-33).</summary>
    SchoolYear,
    /// <summary>The whole campaign.</summary>
    Campaign,
}

/// <summary>What kind of conference a task ends in.</summary>
public enum ConferenceKind
{
    /// <summary>Sơ kết: within the period.</summary>
    MidReview,
    /// <summary>Tổng kết: at its end.</summary>
    FinalReview,
}

/// <summary>What one body does.</summary>
/// <param name="Clause">Where in the plan.</param>
/// <param name="Unit">The body, as printed.</param>
/// <param name="Text">What it does.</param>
/// <param name="Asked">True when it is asked (đề nghị), false when charged (giao).</param>
/// <param name="Key">Own key in the plan; made from the clause when absent.</param>
/// <param name="Owes">Which units are meant; with <see cref="OwnPlan"/> every office when absent.</param>
/// <param name="OwnPlan">True when each of them makes a programme or plan of its own (CVA-26/V.2.1).</param>
/// <param name="Before">Day before which that plan is due, strictly; absent: by the end of the quarter, at least 30 days after the launch.</param>
public sealed record PlanRole(
    string Clause, string Unit, string Text, bool Asked = false, string? Key = null, PlanOwes? Owes = null, bool OwnPlan = false, DayOfYear? Before = null);
