using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>Years of direct work on administrative reform within a window; overlaps count once (LTN-26-30/III.2.b.i0).</summary>
internal static class ServiceConditions
{
    // What is missing by less than this is told to the person who decides.
    private const int NearlyEnoughMonths = 3;

    public static VerdictNode Of(DirectService condition, Facts facts)
    {
        var needed = (int)Math.Ceiling(condition.YearsAtLeast * 12);
        var opens = new DateOnly(condition.FromYear, 1, 1);
        var first = facts.DisciplinedUntil is { } disciplined ? Max(opens, disciplined.AddDays(1)) : opens;
        var end = new DateOnly(condition.ToYear + 1, 1, 1);
        var basis = new ServiceBasis(needed, first, end.AddDays(-1), facts.Today, facts.Service);
        if (facts.Service is null or [])
            return Judge.Node(condition, "directService", Outcome.NotYetKnown, "Chưa kê khai thời gian trực tiếp thực hiện cải cách hành chính.") with { Basis = basis };

        var tomorrow = facts.Today.AddDays(1);
        var done = Months(Merge(facts.Service, first, Min(end, tomorrow), openUntil: tomorrow));
        // Work that goes on may still fill the window.
        var possible = Months(Merge(facts.Service, first, end, openUntil: end));
        var outcome = done >= needed ? Outcome.Met : possible >= needed ? Outcome.NotYetKnown : Outcome.NotMet;
        return Judge.Node(condition, "directService", outcome,
            $"Đã có {Text(done)} trong giai đoạn {condition.FromYear}–{condition.ToYear}; cần ít nhất {Text(needed)}.") with
        {
            Facts = [.. facts.DisciplinedUntil is { } until ? [new Fact("Thời gian chỉ tính sau khi hết kỷ luật", Date(until), "Nghị định 152/2025/NĐ-CP Điều 4.4")] : Array.Empty<Fact>(),
                .. facts.Service.Select(p => new Fact(p.Role, $"{Date(p.From)} – {(p.To is { } to ? Date(to) : "nay")}", "Hồ sơ đề nghị"))],
            Basis = basis,
            Warnings = outcome != Outcome.Met && needed - done <= NearlyEnoughMonths ? [$"Chỉ còn thiếu {Text(needed - done)}."] : [],
        };
    }

    private static List<(DateOnly From, DateOnly End)> Merge(ServicePeriod[] periods, DateOnly first, DateOnly end, DateOnly openUntil)
    {
        var merged = new List<(DateOnly From, DateOnly End)>();
        foreach (var (from, to) in periods
            .Select(p => (From: Max(p.From, first), End: Min(p.To is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : openUntil, end)))
            .Where(p => p.From < p.End).OrderBy(p => p.From))
        {
            if (merged.Count > 0 && from <= merged[^1].End)
                merged[^1] = (merged[^1].From, Max(merged[^1].End, to));
            else
                merged.Add((from, to));
        }
        return merged;
    }

    /// <summary>Whole months by the calendar; loose days of several periods add up, 30 to a month.</summary>
    private static int Months(List<(DateOnly From, DateOnly End)> periods)
    {
        var (months, days) = (0, 0);
        foreach (var (from, end) in periods)
        {
            var whole = (end.Year - from.Year) * 12 + end.Month - from.Month;
            if (from.AddMonths(whole) > end)
                whole--;
            months += whole;
            days += end.DayNumber - from.AddMonths(whole).DayNumber;
        }
        return months + days / 30;
    }

    private static string Text(int months) => (months / 12, months % 12) switch
    {
        (0, var m) => $"{m} tháng",
        (var y, 0) => $"{y} năm",
        var (y, m) => $"{y} năm {m} tháng",
    };

    private static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;
}
