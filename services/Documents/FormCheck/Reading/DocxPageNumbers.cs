using System.Xml.Linq;
using Emulation.Documents.Rendering;
using static Emulation.Documents.FormCheck.Reading.DocxPackageReader;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Page numbers of a DOCX: fields in its headers.</summary>
internal static class DocxPageNumbers
{
    // Two pages of A4 at the least: shorter text may well stand on one, which needs no number.
    private const int SurelyTwoPages = 4_500;

    public static PageNumbering Judge(DocxPackageReader package, DocxStyles styles, List<XElement> sections, int letters)
    {
        var last = new Dictionary<(string Kind, string Type), string?>();
        var faults = new List<string>();
        var numbered = false;
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var reference in sections[i].Elements().Where(e => e.Name.LocalName is "headerReference" or "footerReference"))
                last[(reference.Name.LocalName, (string?)reference.Attribute(W + "type") ?? "default")] = (string?)reference.Attribute(R + "id");
            var first = sections[i].Element(W + "titlePg") is { } hidden && (string?)hidden.Attribute(W + "val") is null or "1" or "true" or "on";
            var (header, footer) = (Number("headerReference", "default"), Number("footerReference", "default"));
            if (header is null && footer is not null)
                faults.Add("Số trang đặt ở chân trang.");
            if (header is null)
                continue;
            numbered = true;
            if (!first && i == 0)
                faults.Add("Số trang hiển thị cả ở trang thứ nhất.");
            else if (first && (Number("headerReference", "first") is not null || Number("footerReference", "first") is not null))
                faults.Add("Trang thứ nhất hiển thị số trang.");
            if (Looks(header, styles) is { } wrong)
                faults.Add(wrong);
            if ((string?)sections[i].Element(W + "pgNumType")?.Attribute(W + "fmt") is { } format && format != "decimal")
                faults.Add("Số trang không phải chữ số Ả Rập.");
        }

        if (faults.Count == 0 && !numbered)
            return letters > SurelyTwoPages ? new PageNumbering("Không có số trang ở lề trên.", null, "") : new PageNumbering(null, "Văn bản có thể chỉ có một trang.", "");
        return new PageNumbering(faults.FirstOrDefault(), null, "Số trang ở giữa lề trên, không hiển thị trang thứ nhất.");

        XElement? Number(string kind, string type) =>
            last.GetValueOrDefault((kind, type)) is { } id && package.Target(id) is { } part && package.Part(part) is { } content
                ? content.Descendants(W + "p").FirstOrDefault(HasField) : null;
    }

    private static bool HasField(XElement paragraph) =>
        paragraph.Descendants(W + "fldSimple").Any(f => IsPage((string?)f.Attribute(W + "instr"))) || paragraph.Descendants(W + "instrText").Any(f => IsPage(f.Value));

    private static bool IsPage(string? instruction) => instruction?.Trim().Split(' ')[0].Equals("PAGE", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Looks(XElement paragraph, DocxStyles styles)
    {
        var own = paragraph.Element(W + "pPr");
        if (DocxStyles.Align(styles.Paragraph(own)) != TextAlign.Centre)
            return "Số trang không canh giữa.";
        var run = paragraph.Descendants(W + "r").Select(r => styles.Run("", r.Element(W + "rPr"), own)).FirstOrDefault() ?? styles.Run("", null, own);
        return run.Size is < 13 or > 14 || run.Bold || run.Italic ? $"Số trang cỡ {FormText.Shown(run.Size)}{(run.Bold ? ", đậm" : "")}{(run.Italic ? ", nghiêng" : "")}." : null;
    }
}
