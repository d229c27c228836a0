using System.ComponentModel.DataAnnotations;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Documents.Domain.Papers;

/// <summary>A clause of a plan and what it says.</summary>
[ValidatableType]
public sealed record PlanClause
{
    /// <summary>ID of the rule, for the reader of the data: <c>LTN-26-30/I.1.a</c>. Not printed: marks are counted anew.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>What it says, 1–4000 characters.</summary>
    [Required, Text(4000)]
    public required string Text { get; init; }
}

/// <summary>A report that units owe.</summary>
[ValidatableType]
public sealed record PlannedReport
{
    /// <summary>ID of the rule; not printed.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>What it says, 1–4000 characters.</summary>
    [Required, Text(4000)]
    public required string Text { get; init; }

    /// <summary>How often.</summary>
    public ReportRhythm Schedule { get; init; } = ReportRhythm.Unset;

    /// <summary>Months of one period with <c>everyMonths</c>, 1–12.</summary>
    [Between(1, 12)]
    public int? EveryMonths { get; init; }

    /// <summary>Day before which it is due, strictly (C-02).</summary>
    public PlannedDay? Before { get; init; }

    /// <summary>Body that receives it, 1–500 characters.</summary>
    [Text(500)]
    public string? Receiver { get; init; }

    /// <summary>Body that it goes through, 1–500 characters (C-22).</summary>
    [Text(500)]
    public string? Through { get; init; }
}

/// <summary>How often a report is due.</summary>
public enum ReportRhythm
{
    /// <summary>Every year.</summary>
    Yearly,
    /// <summary>Every half-year.</summary>
    HalfYearly,
    /// <summary>Not said.</summary>
    Unset,
    /// <summary>Of the first half-year, and of the whole year.</summary>
    HalfYearAndYear,
    /// <summary>Every quarter.</summary>
    Quarterly,
    /// <summary>Of each school year (C-33).</summary>
    SchoolYearly,
    /// <summary>Once, of the whole campaign.</summary>
    Once,
    /// <summary>Every so many months.</summary>
    EveryMonths,
}

/// <summary>A task of the calendar.</summary>
[ValidatableType]
public sealed record PlannedTask
{
    /// <summary>ID of the rule; not printed.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>What is to be done, 1–4000 characters.</summary>
    [Required, Text(4000)]
    public required string Text { get; init; }

    /// <summary>1–4; null for the whole year.</summary>
    [Between(1, 4)]
    public int? Quarter { get; init; }

    /// <summary>“Nếu có”.</summary>
    public bool Conditional { get; init; }

    /// <summary>Day before which it is to be done, strictly.</summary>
    public PlannedDay? Before { get; init; }
}

/// <summary>What one body does.</summary>
[ValidatableType]
public sealed record PlannedRole
{
    /// <summary>ID of the rule; not printed.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>The body, 1–500 characters.</summary>
    [Required, Text(500)]
    public required string Unit { get; init; }

    /// <summary>What it does, 1–4000 characters.</summary>
    [Required, Text(4000)]
    public required string Text { get; init; }

    /// <summary>True when it is asked (đề nghị), false when charged (LTN-26-30/IV.5).</summary>
    public bool Asked { get; init; }
}

/// <summary>A day of the year.</summary>
public sealed record PlannedDay
{
    /// <summary>1–12.</summary>
    [Between(1, 12)]
    public required int Month { get; init; }

    /// <summary>1–31.</summary>
    [Between(1, 31)]
    public required int Day { get; init; }

    /// <summary>0 for the year itself, 1 for the one after it.</summary>
    [Between(0, 2)]
    public int YearsAfter { get; init; }
}

/// <summary>What of an award scheme could not be printed; whether it can be judged is the business of Campaigns.</summary>
internal static class SchemeFaults
{
    public static IEnumerable<FieldError> Of(AwardCategory category, string at)
    {
        foreach (var (deadline, place) in new[] { (category.InternalDeadline, "internalDeadline"), (category.CityDeadline, "cityDeadline") })
        {
            if (deadline is not null && deadline.Date is null == deadline.EveryYear is null)
                yield return new($"{at}/{place}", "Ghi đúng một trong hai: ngày (date) hoặc ngày hằng năm (everyYear).");
            if (deadline?.EveryYear is { } day && (day.Month is < 1 or > 12 || day.Day < 1 || day.Day > DateTime.DaysInMonth(2024, day.Month)))
                yield return new($"{at}/{place}/everyYear", "Không có ngày này trong năm.");
        }
    }
}
