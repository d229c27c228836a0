using System.Globalization;
using Emulation.Contracts.Campaigns;

namespace Emulation.Documents.Composition;

/// <summary>Wording rules that several documents share.</summary>
internal static class VietnameseText
{
    private const string Blank = "\u00A0\u00A0\u00A0\u00A0\u00A0";

    /// <summary>“ngày 05 tháng 12 năm 2026”: a zero before days below 10 and before months 1 and 2 only (Phụ lục I.II.4).</summary>
    public static string Date(DateOnly date) => $"ngày {date.Day:00} tháng {(date.Month <= 2 ? date.Month.ToString("00", CultureInfo.InvariantCulture) : date.Month)} năm {date.Year}";

    /// <summary>Date line of a draft: day and month are filled at issue.</summary>
    public static string BlankDate(int year) => $"ngày{Blank}tháng{Blank}năm {year}";

    /// <summary>“05/12/2026” in tables, where the full form would not fit.</summary>
    public static string ShortDate(DateOnly date) => $"{date.Day:00}/{(date.Month <= 2 ? date.Month.ToString("00", CultureInfo.InvariantCulture) : date.Month)}/{date.Year}";

    /// <summary>“07/TTr-UBND”, below 10 with a zero.</summary>
    public static string Symbol(int number, string suffix) => $"{number:00}/{suffix}";

    public static string BlankSymbol(string suffix) => $"{Blank}{Blank}/{suffix}";

    /// <summary>“TTr-UBND”; of a công văn, which has no type, agency and drafting section: “UBND-VHXH”.</summary>
    public static string SymbolSuffix(Domain.DocumentKind kind, string organ, string? section) =>
        kind.Letter ? string.IsNullOrEmpty(section) ? organ : $"{organ}-{section}" : $"{kind.Code}-{organ}";

    /// <summary>Counts below 10 are written with a zero in official lists: “05 tập thể”.</summary>
    public static string Count(int count, string noun) => $"{count:00} {noun}";

    /// <summary>“Phường Hải An” inside a sentence: “phường Hải An”. Names of agencies keep their capital.</summary>
    public static string InSentence(string name, UnitKind kind) =>
        kind is UnitKind.City or UnitKind.Ward or UnitKind.Commune or UnitKind.SpecialZone ? LowerFirst(name) : name;

    /// <summary>The same for a name whose kind of unit is not at hand.</summary>
    public static string InSentence(string name) => name.Split(' ')[0] is "Phường" or "Xã" or "Đặc" or "Thành" ? LowerFirst(name) : name;

    public static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];

    public static string UpperFirst(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    public static string Upper(string text) => text.ToUpper(CultureInfo.InvariantCulture);

    /// <summary>Name of a campaign between Vietnamese quotation marks, without doubling marks it already has.</summary>
    public static string Campaign(string name)
    {
        var bare = name.Trim();
        foreach (var lead in (string[])["Phát động ", "Phong trào thi đua "])
        {
            if (bare.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
                bare = bare[lead.Length..];
        }

        return bare.Contains('“', StringComparison.Ordinal) ? $"Phong trào thi đua {bare}" : $"Phong trào thi đua “{bare}”";
    }

    /// <summary>A legal basis as printed: full type, number, date, issuer and abstract; a law by name only (Phụ lục I.II.6).</summary>
    public static string Basis(LegalBasis basis)
    {
        // A law is cited by name even when the campaign knows its number.
        if (basis.Number is null || basis.Type.EndsWith("luật", StringComparison.OrdinalIgnoreCase))
            return $"{basis.Verb} {basis.Type} {WithoutLead(basis.Abstract, basis.Type)}".TrimEnd();
        var date = basis.Date is { } day ? $" {Date(day)}" : "";
        return $"{basis.Verb} {basis.Type} số {basis.Number}{date} của {basis.Issuer} {LowerFirst(basis.Abstract)}";
    }

    private static string WithoutLead(string text, string lead) =>
        text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) ? text[lead.Length..].TrimStart() : text;
}
