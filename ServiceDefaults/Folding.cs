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

    /// <summary>Whether a reader sees anything of the text.</summary>
    public static bool Readable(string text) => text.EnumerateRunes().Any(r => !Rune.IsWhiteSpace(r) && !Unseen(r));

    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(r => Rune.IsWhiteSpace(r) || !Unseen(r)))
            bare.Append(rune.Value is 'đ' or 'Đ' ? "d" : Rune.ToLowerInvariant(rune).ToString());
        return bare.ToString();
    }

    // Marks on a letter, zero-width characters, and the fillers that Unicode counts among letters and symbols.
    private static bool Unseen(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;
}
