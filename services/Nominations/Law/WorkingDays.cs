using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Law;

/// <summary>Working days of Vietnam: Monday to Friday without public holidays; the table of holidays is data.</summary>
internal static class WorkingDays
{
    private static readonly HashSet<DateOnly> Holidays = Read();

    public static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day);

    /// <summary>The last day of a term that begins on the day after (Bộ luật Dân sự 2015 Điều 147).</summary>
    public static DateOnly After(DateOnly day, int days)
    {
        for (; days > 0; days--)
        {
            do
                day = day.AddDays(1);
            while (!IsWorking(day));
        }
        return day;
    }

    /// <summary>The last day of a term that an instant sets going.</summary>
    public static DateOnly After(DateTimeOffset instant, Term term) => After(VietnamTime.DateOf(instant), term.Days);

    private static HashSet<DateOnly> Read()
    {
        var years = LawTable.Read<JsonNode>("holidays.json")["years"]!.AsObject();
        var printed = years.SelectMany(y => y.Value!.AsArray()).Select(d => d.Deserialize<DateOnly>()).Order().ToList();
        var all = printed.ToHashSet();
        foreach (var weekend in printed.Where(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            var instead = weekend;
            do
                instead = instead.AddDays(1);
            while (instead.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || all.Contains(instead));
            all.Add(instead);
        }
        return all;
    }
}

/// <summary>A term in working days and where it comes from.</summary>
internal sealed record Term(int Days, string Source)
{
    /// <summary>An incomplete dossier is sent back.</summary>
    public static readonly Term Check = new(5, "Quyết định số 311/QĐ-BNV năm 2025");

    /// <summary>Appraised by the standing body.</summary>
    public static readonly Term Appraise = new(20, "Quyết định số 311/QĐ-BNV năm 2025");

    /// <summary>Decided by the commune.</summary>
    public static readonly Term Decide = new(20, "Quyết định số 638/QĐ-BNV năm 2025");
}
