using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Dates as plans print them, matched without diacritics.</summary>
internal static partial class Dates
{
    /// <summary>09/6/2026, or 09 tháng 6 năm 2026.</summary>
    public const string Pattern = @"(?<d>\d{1,2})(?:\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*(?<y>\d{4})|\s+thang\s+(?<m>\d{1,2})\s+nam\s+(?<y>\d{4}))";

    public static DateOnly? Of(Match match) => Number(match, "d") is { } d && Number(match, "m") is { } m && Number(match, "y") is { } y ? Of(y, m, d) : null;

    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1945 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    public static int? Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Period of a campaign: “giai đoạn 2026 - 2030”, else “năm 2026”.</summary>
    public static (int From, int To, Match At)? Period(string bare)
    {
        if (Span().Match(bare) is { Success: true } span)
            return (Number(span, "a")!.Value, Number(span, "b")!.Value, span);
        return Year().Match(bare) is { Success: true } year ? (Number(year, "a")!.Value, Number(year, "a")!.Value, year) : null;
    }

    [GeneratedRegex(@"(?:giai doan|tu nam|cac nam|nhiem ky)\s+(?<a>20\d\d)\s*(?:-|den(?: nam)?)\s*(?<b>20\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex(@"\bnam\s+(?<a>20\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
