using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>Numbers as officials type them.</summary>
/// <remarks>
/// The decimal mark is the comma, thousands are parted by dots or blanks: <c>97,25</c>, <c>1.234,5</c>, <c>1 234,5</c>. What other systems write
/// is taken where it can mean one thing only: <c>97.25</c>, <c>1,234.5</c>, <c>1.234.567</c>, <c>0.125</c>, <c>1234.567</c>.
/// <c>1,234</c> is 1 and 234 thousandths, because the comma is the decimal mark. <c>1.234</c> could be either and is refused:
/// a guess would be wrong a thousandfold (docs/adr/0016).
/// </remarks>
internal static partial class NumberText
{
    public const string Help = "viết như 97,25 hoặc 1234,5";

    public static (decimal? Number, string? Fault) Read(string text)
    {
        var typed = text.Trim();
        var negative = typed.StartsWith('-') || typed.StartsWith('−');
        var digits = (negative || typed.StartsWith('+') ? typed[1..] : typed).TrimStart();
        if (Ambiguous().IsMatch(digits))
            return (null, $"“{typed}” có thể hiểu là {digits.Replace(".", "", StringComparison.Ordinal)} hoặc {digits.Replace('.', ',')}: hãy viết rõ một trong hai cách đó.");
        var plain = Plain().IsMatch(digits) ? digits.Replace(',', '.')
            : Grouped().Match(digits) is { Success: true } g ? Blank().Replace(g.Groups["whole"].Value, "").Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal) + (g.Groups["part"].Length > 0 ? "." + g.Groups["part"].Value : "")
            : null;
        if (plain is null)
            return (null, $"“{Short(typed)}” không phải là số; {Help}.");
        // 28 digits are what decimal keeps exactly.
        return plain.Count(char.IsAsciiDigit) <= 28 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (negative ? -number : number, null)
            : (null, $"Số “{Short(typed)}” có quá nhiều chữ số.");
    }

    /// <summary>With a decimal comma, without thousands marks and idle zeros: reads back as the same number.</summary>
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture).Replace('.', ',');

    internal static string Short(string text) => text.Length <= 60 ? text : text[..57] + "…";

    [GeneratedRegex(@"^[1-9][0-9]{0,2}\.[0-9]{3}$")]
    private static partial Regex Ambiguous();

    [GeneratedRegex("^[0-9]+([.,][0-9]+)?$")]
    private static partial Regex Plain();

    // Marks of thousands are all the same and differ from the decimal mark.
    [GeneratedRegex(@"^(?<whole>[0-9]{1,3}((?<mark>[., \u00A0\u202F])[0-9]{3})(\k<mark>[0-9]{3})*)((?!\k<mark>)[.,](?<part>[0-9]+))?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[ \u00A0\u202F]")]
    private static partial Regex Blank();
}
