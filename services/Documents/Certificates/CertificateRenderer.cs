using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Pdf;
using Emulation.ServiceDefaults;
using QRCoder;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Certificates;

/// <summary>Draws certificates as PDF pages: the frame once for a file, the words of each on its own page.</summary>
internal sealed class CertificateRenderer(FontLibrary library, CertificateTemplates templates)
{
    /// <summary>Words filled into the lines of a template; those that say nothing are left out.</summary>
    public static IReadOnlyList<FilledLine> Fill(TemplateBox box, Certificate certificate) =>
        [.. box.Lines.Where(line => Says(line, certificate)).Select(line => new FilledLine(line, Text(line, certificate)))];

    /// <summary>The template chosen, or the unit's own, or the common one.</summary>
    public (CertificateTemplate? Template, Problem? Problem) Choose(string unitCode, string awardName, string? code)
    {
        var fitting = templates.For(unitCode, awardName).ToList();
        if (fitting.Count == 0)
            return (null, Problems.NoCertificateForm.With($"“{awardName}” không có mẫu in Giấy khen, Bằng khen."));
        var chosen = code is null ? fitting[0] : fitting.Find(t => t.Code == code);
        return chosen is null
            ? (null, Problems.UnknownTemplate.At("?template", $"Dùng một trong: {string.Join(", ", fitting.Select(t => t.Code))}."))
            : (chosen, null);
    }

    public (byte[]? Pdf, Problem? Problem) Render(Certificate certificate, CertificateTemplate template)
    {
        using var target = new MemoryStream();
        var book = new PdfBook(library, target);
        if (Add(book, certificate, template) is { } problem)
            return (null, problem);
        return (book.Save(target, new OfficialDocument(certificate.Title, certificate.Author, certificate.Stamp, [])), null);
    }

    /// <summary>Why a certificate cannot be printed; null when it can.</summary>
    public Problem? Refusal(PdfBook book, Certificate certificate, CertificateTemplate template) =>
        Uncovered(certificate) ?? Set(book.NewContext(), certificate, template).Problem;

    /// <summary>Adds one certificate to a book; when it cannot be printed the book stays as it was.</summary>
    public Problem? Add(PdfBook book, Certificate certificate, CertificateTemplate template)
    {
        if (Uncovered(certificate) is { } unknown)
            return unknown;
        var context = book.NewContext();
        var (boxes, full) = Set(context, certificate, template);
        if (full is not null)
            return full;

        var page = new PdfPage(PageFormat.Of(PageOrientation.Landscape));
        page.Show(book.Form($"frame {template.Code}", file => FramePainter.Write(file, template, templates.Asset)));
        foreach (var (box, lines) in boxes)
        {
            foreach (var (line, top) in lines)
                Draw(context, page, box, line, top);
        }

        if (certificate.Url is { } url)
            page.Draw(Qr(url, template.Qr, page.Format.Height));
        book.Add(context, [page]);
        return null;
    }

    private static (List<(TemplateBox Box, IReadOnlyList<(StyledLine Line, double Top)> Lines)> Boxes, Problem? Problem) Set(PdfContext context, Certificate certificate, CertificateTemplate template)
    {
        var boxes = new List<(TemplateBox, IReadOnlyList<(StyledLine, double)>)>();
        foreach (var box in template.Boxes)
        {
            var lines = Fill(box, certificate);
            if (BoxLayout.Set(context, box, lines) is not { } set)
                return (boxes, Problems.CertificateTooLong.With($"Nội dung “{Shown(lines)}” không vừa khung in của mẫu {template.Code}, kể cả với cỡ chữ nhỏ nhất."));
            boxes.Add((box, set));
        }

        return (boxes, null);
    }

    private static void Draw(PdfContext context, PdfPage page, TemplateBox box, StyledLine line, double top)
    {
        var owner = context.Root.Add(line.Filled.Template.Text.Contains("{name}", StringComparison.Ordinal) ? "H1" : "P");
        var left = box.Left * Millimetre;
        foreach (var set in line.Lines)
        {
            set.Draw(page, owner, context.Fonts, left, top);
            top += set.Height;
        }

        if (line.RuleGap > 0)
        {
            var last = line.Lines[^1];
            page.Rule(left + last.X, top + line.RuleGap, left + last.X + last.Text.Width, top + line.RuleGap, Measures.RuleWidth);
        }
    }

    private static PdfDrawing Qr(string url, TemplateQr place, double height)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = place.Size * Millimetre / rows.Count;
        var drawing = new PdfDrawing(height);
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var end = x;
                while (end < rows.Count && rows[y][end])
                    end++;
                if (end > x)
                    drawing.Rectangle(place.Left * Millimetre + x * module, place.Top * Millimetre + y * module, (end - x) * module, module);
                x = Math.Max(x, end - 1);
            }
        }

        return drawing.Paint(new Rgb(0, 0, 0));
    }

    /// <summary>A name must be printed as it is written; no other font steps in for a letter.</summary>
    private Problem? Uncovered(Certificate certificate)
    {
        foreach (var rune in certificate.Texts.Values.SelectMany(text => text.EnumerateRunes()))
        {
            if (!library[Face.Bold].Covers(rune.Value))
                return Problems.UnprintableLetter.With($"Ký tự “{rune}” (U+{rune.Value:X4}) không có trong phông chữ của mẫu in.");
        }

        return null;
    }

    private static bool Says(TemplateLine line, Certificate certificate)
    {
        var names = TemplateCheck.Braces().Matches(line.Text);
        return names.Count == 0 || names.Any(name => certificate.Texts[name.Groups[1].Value].Length > 0);
    }

    private static string Text(TemplateLine line, Certificate certificate)
    {
        var text = TemplateCheck.Braces().Replace(line.Text, name => certificate.Texts[name.Groups[1].Value]);
        return line.Capitals ? Composition.VietnameseText.Upper(text) : text;
    }

    private static string Shown(IReadOnlyList<FilledLine> lines)
    {
        var longest = lines.MaxBy(line => line.Text.Length)!.Text;
        return longest.Length > 80 ? longest[..80] + "…" : longest;
    }
}
