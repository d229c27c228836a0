namespace Emulation.Campaigns.Domain;

/// <summary>When units are reminded of what is due, counted in civil days of Vietnam from the last day that is in time.</summary>
public sealed record ReminderSteps
{
    public static ReminderSteps Default { get; } = new();

    /// <summary>Days before the last day, each 1–365; empty = none. What a plan asks for only “nếu có” is reminded of once, at the first of them.</summary>
    public int[] Before { get; init; } = [30, 7, 1];

    /// <summary>Days after the last day, each 1–90; empty = none.</summary>
    public int[] After { get; init; } = [1, 7];

    /// <summary>Days after the last day when leaders are told, 1–90; null = never.</summary>
    public int? EscalateAfter { get; init; } = 14;

    /// <summary>The reminder that it is time for, as days from the last day (negative before it); null = none yet. A missed one is made up by the one that stands.</summary>
    public int? Reached(int daysFromLastDay, bool conditional)
    {
        var days = conditional ? Before.OrderDescending().Take(1).Select(d => -d) : Before.Select(d => -d).Concat(After);
        var reached = days.Where(d => d <= daysFromLastDay).Order().ToArray();
        return reached.Length == 0 || (daysFromLastDay > 0 && (conditional || reached[^1] < 0)) ? null : reached[^1];
    }

    public bool Escalates(int daysFromLastDay, bool conditional) => !conditional && daysFromLastDay >= EscalateAfter;

    public string InWords()
    {
        string[] parts =
        [
            .. Before.Length > 0 ? new[] { $"trước hạn {Days(Before.OrderDescending())}" } : [],
            .. After.Length > 0 ? new[] { $"sau hạn {Days(After.Order())}" } : [],
            .. EscalateAfter is { } escalate ? new[] { $"báo cáo lãnh đạo sau hạn {escalate} ngày" } : [],
        ];
        return parts.Length == 0 ? "không nhắc" : string.Join("; ", parts);
    }

    private static string Days(IEnumerable<int> days) => $"{string.Join(", ", days)} ngày";
}
