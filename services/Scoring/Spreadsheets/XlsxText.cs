using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>Text within a workbook: what XML cannot hold is written <c>_xHHHH_</c> (ST_Xstring of the format).</summary>
internal static partial class XlsxText
{
    public static string Escape(string text)
    {
        // A text that only looks like an escape, or would become one beside a true one, is escaped itself.
        var safe = LooksEscaped().Replace(text, "_x005F_");
        if (safe.All(c => c != '\r' && (XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))))
            return safe;
        var escaped = new StringBuilder(safe.Length + 16);
        for (var i = 0; i < safe.Length; i++)
        {
            if (i + 1 < safe.Length && char.IsSurrogatePair(safe[i], safe[i + 1]))
                escaped.Append(safe[i]).Append(safe[++i]);
            // A bare carriage return would come back as a line feed.
            else if (safe[i] != '\r' && XmlConvert.IsXmlChar(safe[i]))
                escaped.Append(safe[i]);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"_x{(int)safe[i]:X4}_");
        }
        return escaped.ToString();
    }

    /// <summary>In NFC and without outer blanks, or what is wrong with it.</summary>
    public static (string Text, string? Fault) Read(string raw)
    {
        var text = Escaped().Replace(raw, m => ((char)int.Parse(m.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
        if (text.Length > SpreadsheetLimits.CellCharacters)
            return ("", $"Nội dung quá dài, tối đa {SpreadsheetLimits.CellCharacters} ký tự.");
        if (text.Contains('\0', StringComparison.Ordinal))
            return ("", "Ký tự U+0000 không được phép.");
        try
        {
            return (text.Normalize(NormalizationForm.FormC).Trim(), null);
        }
        catch (ArgumentException)
        {
            return ("", "Không phải là văn bản Unicode hợp lệ.");
        }
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4})")]
    private static partial Regex LooksEscaped();
}
