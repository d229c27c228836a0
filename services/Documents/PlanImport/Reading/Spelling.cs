using System.Text.RegularExpressions;
using Emulation.Documents.PlanImport.Outline;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Slips that are surely slips: told, and set right for search only. What is stored stays as it came (C-36).</summary>
internal static partial class Spelling
{
    // Each of the left is no word or no abbreviation of the field.
    private static readonly (string Wrong, string Right)[] Slips =
    [
        ("tham muu", "tham mưu"), ("cảnh cách hành chính", "cải cách hành chính"), ("thầm quyền", "thẩm quyền"), ("đợt xuất", "đột xuất"), ("bút phá", "bứt phá"),
        ("VHXXH", "VHXH"), ("QĐUBND", "QĐ-UBND"), ("KHUBND", "KH-UBND"), ("khen thường", "khen thưởng"), ("hành chinh", "hành chính"),
        ("khối trường các khối", "khối trưởng các khối"), ("sơ kết quả", "sơ kết kết quả"), ("đề t/d", "để t/d"),
    ];

    public static void Warn(IEnumerable<Paragraph> paragraphs, Readings found)
    {
        foreach (var paragraph in paragraphs.Where(p => p.Text.Length <= Paragraph.Longest))
        {
            foreach (var (wrong, right) in Slips)
                for (var at = paragraph.Value.IndexOf(wrong, StringComparison.Ordinal); at >= 0; at = paragraph.Value.IndexOf(wrong, at + wrong.Length, StringComparison.Ordinal))
                    found.Warn("spelling", $"“{wrong}” có lẽ là “{right}”.", paragraph.Span(at, wrong.Length));
            foreach (Match twice in Twice().Matches(paragraph.Value))
                found.Warn("repeated-words", $"Lặp lại: “{twice.Value}”.", paragraph.Span(twice.Index, twice.Length));
        }
    }

    /// <summary>The text as one searches in it: slips set right, no diacritics, lower case.</summary>
    public static string ForSearch(string text)
    {
        text = text.Normalize(System.Text.NormalizationForm.FormC);
        foreach (var (wrong, right) in Slips)
            text = text.Replace(wrong, right, StringComparison.Ordinal);
        return Folding.Fold(text);
    }

    // Three words and more said twice running; two may well be meant (“nhanh nhanh”).
    [GeneratedRegex(@"\b(?<w>\p{L}+ \p{L}+ \p{L}+(?: \p{L}+){0,6}?)(?: \k<w>\b|: \k<w>:)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Twice();
}
