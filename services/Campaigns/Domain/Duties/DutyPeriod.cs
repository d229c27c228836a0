using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Duties;

/// <summary>Time that a duty is about, in civil days of Vietnam, and how it is spelled (C-33): <c>2026</c>, <c>2026-H1</c>, <c>2026-Q3</c>, school year <c>2025-2026</c>, whole campaign <c>2026..2030</c>, any other span <c>2026-03-01..2026-05-31</c>.</summary>
internal sealed partial record DutyPeriod(string Code, DateOnly From, DateOnly To)
{
    public static DutyPeriod Year(int year) => new($"{year}", new(year, 1, 1), new(year, 12, 31));

    public static DutyPeriod Half(int year, int half) => new($"{year}-H{half}", new(year, half == 1 ? 1 : 7, 1), half == 1 ? new(year, 6, 30) : new(year, 12, 31));

    public static DutyPeriod Quarter(int year, int quarter) => new($"{year}-Q{quarter}", new(year, (quarter * 3) - 2, 1), EndOfQuarter(new(year, quarter * 3, 1)));

    /// <summary>From 1 September of the year it begins in to 31 May.</summary>
    public static DutyPeriod SchoolYear(int begins) => new($"{begins}-{begins + 1}", new(begins, 9, 1), new(begins + 1, 5, 31));

    public static DutyPeriod Campaign(int first, int last) => new($"{first}..{last}", new(first, 1, 1), new(last, 12, 31));

    public static DutyPeriod Days(DateOnly from, DateOnly to) => new($"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}", from, to);

    public static DateOnly EndOfQuarter(DateOnly day)
    {
        var month = ((day.Month + 2) / 3) * 3;
        return new(day.Year, month, DateTime.DaysInMonth(day.Year, month));
    }

    /// <summary>The last moment is 24:00 of the last day of the quarter.</summary>
    public static DateTimeOffset AfterQuarterOf(DateOnly day) => VietnamTime.StartOf(EndOfQuarter(day).AddDays(1));

    public static DutyPeriod? Read(string code)
    {
        if (code.Length > 22 || !Form().IsMatch(code) || !TryYear(code.AsSpan(0, 4), out var year))
            return null;
        if (code.Length == 4)
            return Year(year);
        var last = code[^1] - '0';
        return code switch
        {
            { Length: 7 } when code[5] == 'H' => last is 1 or 2 ? Half(year, last) : null,
            { Length: 7 } when code[5] == 'Q' => last is >= 1 and <= 4 ? Quarter(year, last) : null,
            { Length: 9 } => TryYear(code.AsSpan(5), out var next) && next == year + 1 ? SchoolYear(year) : null,
            { Length: 10 } => TryYear(code.AsSpan(6), out var end) && end >= year ? Campaign(year, end) : null,
            { Length: 22 } => Day(code[..10]) is { } from && Day(code[12..]) is { } to && to >= from ? Days(from, to) : null,
            _ => null,
        };
    }

    private static bool TryYear(ReadOnlySpan<char> text, out int year) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1990 and <= 2200;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1990 and <= 2200 ? day : null;

    [GeneratedRegex(@"^\d{4}(-[HQ]\d|-\d{4}|\.\.\d{4}|-\d\d-\d\d\.\.\d{4}-\d\d-\d\d)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
