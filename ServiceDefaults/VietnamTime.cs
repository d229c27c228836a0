using Emulation.Contracts.Campaigns;

namespace Emulation.ServiceDefaults;

/// <summary>Civil time of Vietnam. Instants are stored in UTC; law speaks in days of Asia/Ho_Chi_Minh.</summary>
public static class VietnamTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly Today(TimeProvider time) => DateOf(time.GetUtcNow());

    /// <summary>The same instant by Vietnam's clock.</summary>
    public static DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>First instant of a civil day.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>First instant that is too late for an achievement of the given year; null = no deadline (C-01, C-02).</summary>
    public static DateTimeOffset? TooLateFrom(this Deadline? deadline, int year) =>
        deadline.DateFor(year) is not { } day ? null
        : StartOf(deadline!.Boundary == DeadlineBoundary.Strict ? day : day.AddDays(1));

    /// <summary>The printed date of a deadline for an achievement of the given year.</summary>
    public static DateOnly? DateFor(this Deadline? deadline, int year) => deadline switch
    {
        null => null,
        { Date: { } once } => once,
        { EveryYear: { } day } => DayOf(year + day.YearsAfter, day, deadline.Boundary),
        _ => null,
    };

    /// <summary>A day that a year does not have (29/02): “before” it is all of February, “up to” it ends with February.</summary>
    private static DateOnly DayOf(int year, YearlyDay day, DeadlineBoundary boundary)
    {
        var days = DateTime.DaysInMonth(year, day.Month);
        return day.Day <= days ? new(year, day.Month, day.Day)
            : boundary == DeadlineBoundary.Strict ? new DateOnly(year, day.Month, days).AddDays(1)
            : new(year, day.Month, days);
    }
}
