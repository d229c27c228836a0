using System.Globalization;
using static Emulation.Documents.FormCheck.Checks.Looks;

namespace Emulation.Documents.FormCheck.Checks;

/// <summary>Paper, margins, font, colour, page numbers (Phụ lục I phần I).</summary>
internal static class PageChecks
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static IEnumerable<Finding> Of(FormParts parts)
    {
        var document = parts.Document;
        if (document.Kind == SourceKind.Text)
        {
            foreach (var rule in (FormRule[])[FormRules.Paper, FormRules.Margins, FormRules.Font, FormRules.Colour, FormRules.PageNumber])
                yield return rule.Unknown("Tệp chữ không có trang và phông chữ.");
            yield break;
        }

        yield return Paper(document);
        yield return Margins(document);
        yield return Font(document);
        yield return Colour(document);
        if (document.Numbering is { } numbering)
        {
            yield return numbering.Fault is { } fault ? FormRules.PageNumber.Wrong(null, fault)
                : numbering.Unknown is { } why ? FormRules.PageNumber.Unknown(why) : FormRules.PageNumber.Fine(numbering.Found);
        }
        else
        {
            yield return FormRules.PageNumber.Unknown("Trang không có chữ đọc được.");
        }

        if (document.Kind == SourceKind.Docx)
            yield return document.TrackedChanges > 0 ? FormRules.Tracked.Wrong(null, $"Còn {document.TrackedChanges} chỗ thêm, xóa chưa được chấp nhận.") : FormRules.Tracked.Fine("Không còn dấu vết chỉnh sửa.");
    }

    private static Finding Paper(FormDocument document)
    {
        foreach (var page in document.Pages)
        {
            var (width, height) = (Millimetres(page.Width), Millimetres(page.Height));
            var upright = Near(width, 210) && Near(height, 297);
            if (!upright && !(Near(width, 297) && Near(height, 210)))
                return FormRules.Paper.Wrong(null, $"Khổ {width.ToString("0", Vietnamese)} x {height.ToString("0", Vietnamese)} mm.") with { Page = page.Number };
            if (!upright && page.Number == 1 && !page.HasTable)
                return FormRules.Paper.Wrong(null, "Trang đầu theo chiều ngang, không có bảng biểu.", FormSeverity.Warning) with { Page = 1 };
        }

        return FormRules.Paper.Fine("A4.");

        static bool Near(double value, double wanted) => Math.Abs(value - wanted) <= 1.5;
    }

    private static Finding Margins(FormDocument document)
    {
        var pdf = document.Kind == SourceKind.Pdf;
        // Of a PDF the white around the text is known, not the margin: letters reach it only where a line is full.
        var tolerance = pdf ? 0.8 : 0.3;
        var known = new List<string>();
        // Pages on their side hold tables; the decree names no margins for them.
        foreach (var page in document.Pages.Where(page => page.Width <= page.Height))
        {
            foreach (var (name, value, least, most) in ((string, double?, double, double)[])[("trái", page.Left, 30, 35), ("phải", page.Right, 15, 20), ("trên", page.Top, 20, 25), ("dưới", page.Bottom, 20, 25)])
            {
                if (value is null)
                    continue;
                var mm = Millimetres(value.Value);
                var vertical = name is "trên" or "dưới";
                var free = pdf && vertical && (name == "dưới" || page.Number > 1);
                if (mm < least - tolerance - (pdf && vertical ? 0.7 : 0) || (!free && mm > most + tolerance + (pdf ? 1 : 0)))
                    return FormRules.Margins.Wrong(null, $"Lề {name} {FormText.Shown(Math.Round(mm, 1))} mm.") with { Page = page.Number };
                if (!free && !known.Exists(k => k.StartsWith(name, StringComparison.Ordinal)))
                    known.Add($"{name} {FormText.Shown(Math.Round(mm, 1))} mm");
            }
        }

        return known.Count == 0 ? FormRules.Margins.Unknown("Không đủ chữ trên trang để đo lề.") : FormRules.Margins.Fine($"Lề {string.Join(", ", known)}.");
    }

    private static Finding Font(FormDocument document)
    {
        var runs = document.Paragraphs.SelectMany(p => p.Runs.Select(r => (Paragraph: p, Run: r))).Where(r => r.Run.Text.Any(char.IsLetter)).ToList();
        if (runs.FirstOrDefault(r => r.Run.Font is { } font && !IsTimes(font)) is { Run: { } run, Paragraph: var at })
            return FormRules.Font.Wrong(at, $"Phông {run.Font} ở “{FormText.Short(FormText.Clean(run.Text))}”{(IsLegacy(run.Font!) ? ", không phải bộ mã Unicode" : "")}.");
        if (runs.Count == 0 || runs.All(r => r.Run.Font is null))
            return FormRules.Font.Unknown("Tệp không cho biết phông chữ.");
        return FormRules.Font.Fine(string.Join(", ", runs.Select(r => r.Run.Font).OfType<string>().Distinct().Take(4)) + ".");
    }

    /// <summary>Liberation Serif and Tinos are cut to the same measures and stand in for it where it may not be passed on.</summary>
    private static bool IsTimes(string font)
    {
        var bare = font.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return bare.StartsWith("TimesNewRoman", StringComparison.OrdinalIgnoreCase) || bare.StartsWith("LiberationSerif", StringComparison.OrdinalIgnoreCase)
            || bare.StartsWith("Tinos", StringComparison.OrdinalIgnoreCase) || font.StartsWith("Times-", StringComparison.Ordinal);
    }

    private static bool IsLegacy(string font) => font.StartsWith(".Vn", StringComparison.Ordinal) || font.StartsWith("VNI", StringComparison.Ordinal);

    private static Finding Colour(FormDocument document)
    {
        foreach (var p in document.Paragraphs)
        {
            if (p.Runs.FirstOrDefault(r => !r.Black && r.Text.Any(char.IsLetter)) is { } run)
                return FormRules.Colour.Wrong(p, $"“{FormText.Short(FormText.Clean(run.Text))}” không phải màu đen.");
        }

        return document.Paragraphs.All(p => p.Runs.Count == 0) ? FormRules.Colour.Unknown("Trang không có chữ đọc được.") : FormRules.Colour.Fine("Chữ màu đen.");
    }
}
