using System.Globalization;
using System.Text;

namespace Emulation.Campaigns.Domain;

/// <summary>Text as people type it when they search: no diacritics, lower case. Hoà, Hòa and hoa are the same; what is printed keeps its spelling (domain 5.1).</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return string.Join(' ', folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Pattern for LIKE that finds the text anywhere, whatever characters it holds.</summary>
    public static string Pattern(string text) =>
        "%" + Fold(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
