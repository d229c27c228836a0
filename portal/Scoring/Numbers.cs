using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Portal.Scoring;

/// <summary>Numbers as they are written in Vietnam: comma before the decimals, points between thousands.</summary>
internal static partial class Numbers
{
    public static string Show(decimal number) => number.ToString("#,0.######", Words.Vietnamese);

    public static string Show(decimal? number) => number is { } n ? Show(n) : "–";

    /// <summary>As it stands in an input: without thousands, so that it can be read again.</summary>
    public static string Plain(decimal? number) => number?.ToString("0.######", Words.Vietnamese) ?? "";

    /// <summary>Reads what a person typed; “1.982” may be meant either way and is asked back rather than guessed.</summary>
    public static (decimal? Number, string? Fault) Read(string? typed)
    {
        var text = Spaces().Replace(typed ?? "", "").Replace('−', '-');
        if (text.Length == 0)
            return (null, null);
        if (OneGroup().IsMatch(text))
            return (null, $"“{text}” có thể hiểu là {text.Replace(".", "", StringComparison.Ordinal)} hoặc {text.Replace('.', ',')}; hãy ghi lại một trong hai cách này.");
        if (Thousands().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number, null)
            : (null, $"“{typed!.Trim()}” không phải là số. Ghi dạng 1982 hoặc 24,6.");
    }

    /// <summary>A number of things: no decimals, so a point can only part thousands.</summary>
    public static (int? Number, string? Fault) ReadWhole(string? typed)
    {
        var text = Spaces().Replace(typed ?? "", "");
        if (OneGroup().IsMatch(text) || Thousands().IsMatch(text))
            text = text.Replace(".", "", StringComparison.Ordinal);
        return text.Length == 0 ? (null, null)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, null)
            : (null, $"“{typed!.Trim()}” không phải là số nguyên không âm.");
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}\.\d{3}$")]
    private static partial Regex OneGroup();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?$|^-?[1-9]\d{0,2}(\.\d{3})+,\d+$")]
    private static partial Regex Thousands();
}
