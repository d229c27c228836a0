namespace Emulation.Documents.PlanImport;

/// <summary>What is wrong with the years of a campaign.</summary>
/// <param name="Key">Field at fault.</param>
/// <param name="Detail">What, in Vietnamese.</param>
/// <param name="OfBoth">True when each may be right by itself.</param>
internal sealed record YearsFault(string Key, string Detail, bool OfBoth = false);

/// <summary>The years that a campaign may have, as Campaigns asks for them: told at the field of the import, not when the draft is made.</summary>
internal static class PlanYears
{
    public const string From = "fromYear", To = "toYear";

    private const int Earliest = 2000, Latest = 2100, Longest = 10;

    /// <summary>Null when nothing is wrong; a year that is open is not looked at.</summary>
    public static YearsFault? Fault(IReadOnlyCollection<ImportedField> fields) => Fault(Year(fields, From), Year(fields, To));

    public static YearsFault? Fault(int? from, int? to) =>
        OutOfRange(from) ? new(From, $"Năm đầu của phong trào phải từ {Earliest} đến {Latest}.")
        : OutOfRange(to) ? new(To, $"Năm cuối của phong trào phải từ {Earliest} đến {Latest}.")
        : to < from ? new(To, $"Năm cuối {to} trước năm đầu {from}; năm cuối phải từ năm đầu trở đi.", OfBoth: true)
        : to - from >= Longest ? new(To, $"Giai đoạn {from}–{to} dài {to - from + 1} năm; phong trào dài không quá {Longest} năm.", OfBoth: true)
        : null;

    private static bool OutOfRange(int? year) => year is < Earliest or > Latest;

    private static int? Year(IReadOnlyCollection<ImportedField> fields, string key) =>
        fields.FirstOrDefault(f => f.Key == key) is { Settled: true } field ? field.Value!.Value.GetInt32() : null;
}
