using System.Buffers;
using System.Globalization;
using System.IO.Packaging;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>How the numbers of each cell style are shown.</summary>
internal static partial class CellLooks
{
    private static readonly SearchValues<char> DatePieces = SearchValues.Create("dmyhsDMYHS");

    /// <summary>By the number of the style.</summary>
    public static IReadOnlyList<NumberLook> Read(PackagePart part)
    {
        List<NumberLook> looks = [];
        Dictionary<int, NumberLook> own = [];
        var ofCells = false;
        using var reader = SpreadsheetReader.Open(part);
        while (reader.Read())
        {
            // Named styles have formats of the same kind; only those of cells are counted.
            if (reader.ElementType == typeof(CellFormats))
                ofCells = reader.IsStartElement;
            else if (reader.IsStartElement && reader.ElementType == typeof(NumberingFormat))
                own[Id(reader.Attribute("numFmtId"))] = Of(reader.Attribute("formatCode") ?? "");
            else if (ofCells && reader.IsStartElement && reader.ElementType == typeof(CellFormat))
                looks.Add(Id(reader.Attribute("numFmtId")) is var id && own.TryGetValue(id, out var look) ? look : BuiltIn(id));
        }
        return looks;
    }

    private static int Id(string? id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;

    private static NumberLook BuiltIn(int id) => id switch
    {
        9 or 10 => NumberLook.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => NumberLook.Date,
        _ => NumberLook.Plain,
    };

    private static NumberLook Of(string format)
    {
        var signs = Literal().Replace(format.Length > 255 ? format[..255] : format, "");
        return signs.Contains('%', StringComparison.Ordinal) ? NumberLook.Percent
            : signs.AsSpan().ContainsAny(DatePieces) && !signs.Contains("General", StringComparison.OrdinalIgnoreCase) ? NumberLook.Date
            : NumberLook.Plain;
    }

    // Quoted text, escaped and padding characters, colours and locales say nothing of the kind of number.
    [GeneratedRegex("""
        "[^"]*"|[\\_*].|\[[^\]]*\]
        """)]
    private static partial Regex Literal();
}
