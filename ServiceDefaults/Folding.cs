using System.Globalization;
using System.Text;

namespace Emulation.ServiceDefaults;

/// <summary>Text as people type it when they search or enter it twice: no diacritics, lower case. Hoà, Hòa and hoa are the same; what is printed keeps its spelling (domain 5.1).</summary>
public static class Folding
{
    /// <summary>For search: words stay apart, by one space each.</summary>
    public static string Fold(string text) => string.Join(' ', Bare(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>For keys: letters and digits only.</summary>
    public static string Key(string text) => string.Concat(Bare(text).Where(char.IsLetterOrDigit));

    /// <summary>Pattern for LIKE that finds the text anywhere, whatever characters it holds.</summary>
    public static string Pattern(string text) =>
        "%" + Fold(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            bare.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        return bare.ToString();
    }
}
