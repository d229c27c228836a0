using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Fonts;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Measures letters against what is asked.</summary>
internal static class Looks
{
    private const double SizeTolerance = 0.26;

    // A stray letter, a mark or a blank in another look is not seen.
    private const double Hardly = 0.1;

    /// <summary>Size and kind of the letters of an element; null bold, italic or capitals = not asked for.</summary>
    public static Finding Of(FormRule rule, FormParts parts, IReadOnlyList<FormParagraph> elements, double least, double most, bool? bold, bool? italic, bool? capitals = null)
    {
        if (elements.Count == 0)
            return rule.Unknown("Không tìm thấy trong văn bản.");
        if (!parts.Poor && capitals is { } wanted && elements.FirstOrDefault(p => p.Text.Any(char.IsLetter) && FormText.IsCapitals(p.Text) != wanted) is { } cased)
            return rule.Wrong(cased, $"“{FormText.Short(cased.Text)}” viết {(wanted ? "không phải chữ in hoa" : "bằng chữ in hoa")}.");
        if (elements.All(p => p.Runs.Count == 0))
            return rule.Unknown("Tệp không cho biết cỡ và kiểu chữ.");
        foreach (var p in elements.Where(p => p.Runs.Count > 0))
        {
            if (Fault(p, least, most, bold, italic) is { } fault)
                return rule.Wrong(p, $"“{FormText.Short(p.Text)}”: {fault}.");
        }

        return rule.Fine(Describe(elements[0]), elements[0]);
    }

    public static string? Fault(FormParagraph p, double least, double most, bool? bold, bool? italic)
    {
        var off = Share(p, r => r.Size < least - SizeTolerance || r.Size > most + SizeTolerance);
        if (off > Hardly)
            return $"cỡ {Sizes(p)}";
        if (bold is { } b && Share(p, r => r.Bold != b) > Hardly)
            return b ? "không đậm" : "đậm";
        return italic is { } i && Share(p, r => r.Italic != i) > Hardly ? i ? "không nghiêng" : "nghiêng" : null;
    }

    /// <summary>Share of the letters of a paragraph that a condition holds for.</summary>
    public static double Share(FormParagraph p, Func<FormRun, bool> holds)
    {
        int all = 0, those = 0;
        foreach (var run in p.Runs)
        {
            var letters = run.Text.Count(char.IsLetterOrDigit);
            all += letters;
            those += holds(run) ? letters : 0;
        }

        return all == 0 ? 0 : (double)those / all;
    }

    public static string Describe(FormParagraph p) =>
        $"Cỡ {Sizes(p)}{(Share(p, r => r.Bold) > 0.5 ? ", đậm" : "")}{(Share(p, r => r.Italic) > 0.5 ? ", nghiêng" : ", đứng")}.";

    public static string Sizes(FormParagraph p) =>
        string.Join(" và ", p.Runs.Where(r => r.Text.Any(char.IsLetterOrDigit)).Select(r => r.Size is { } s ? $"{FormText.Shown(s)}" : "không rõ").Distinct().Take(3));

    /// <summary>Width of a text in points, as measured or as its letters are wide.</summary>
    public static double Width(FontLibrary fonts, FormParagraph p) =>
        p.Width ?? p.Runs.Sum(r => fonts[FontLibrary.FaceOf(r.Bold, r.Italic)].Width(r.Text, r.Size ?? 13));

    public static double Millimetres(double points) => points / Millimetre;
}
