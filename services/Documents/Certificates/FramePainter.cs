using System.Runtime.CompilerServices;
using System.Text;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Pdf;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Certificates;

/// <summary>Draws what all certificates of a template share: border and emblem.</summary>
internal static class FramePainter
{
    private static readonly PageFormat Page = PageFormat.Of(Rendering.Model.PageOrientation.Landscape);

    // Hundreds of shapes, and the same in every file.
    private static readonly ConditionalWeakTable<CertificateTemplate, byte[]> Drawn = [];

    public static int Write(PdfFile file, CertificateTemplate template, Func<string, object?> asset)
    {
        var packed = Drawn.GetValue(template, t => PdfFile.Pack(Encoding.ASCII.GetBytes(Draw(t, asset).Content)));
        var resources = asset(template.Emblem.Asset) is PngImage picture ? $"/XObject << /I1 {picture.Write(file)} 0 R >>" : "";
        return PdfBook.WriteForm(file, Page, packed, resources);
    }

    private static PdfDrawing Draw(CertificateTemplate template, Func<string, object?> asset)
    {
        var drawing = new PdfDrawing(Page.Height);
        foreach (var border in template.Borders)
            Border(drawing, Page, border, asset);
        Emblem(drawing, Page, template.Emblem, asset(template.Emblem.Asset)!);
        return drawing;
    }

    private static void Border(PdfDrawing drawing, PageFormat page, TemplateBorder border, Func<string, object?> asset)
    {
        var inset = border.Inset * Millimetre;
        var (width, height) = (page.Width - 2 * inset, page.Height - 2 * inset);
        if (border.Band > 0)
            Band(drawing, page, inset, border, border.Pattern is { } pattern ? (TemplateAsset)asset(pattern)! : null);
        if (border.Stroke > 0 && Rgb.TryParse(border.Colour, out var colour))
            drawing.Rectangle(inset, inset, width, height).Paint(null, colour, border.Stroke);
    }

    private static void Band(PdfDrawing drawing, PageFormat page, double inset, TemplateBorder border, TemplateAsset? cell)
    {
        var band = border.Band * Millimetre;
        var (width, height) = (page.Width - 2 * inset, page.Height - 2 * inset);
        if (Rgb.TryParse(border.Ground, out var ground))
        {
            // Two turns of opposite sense would need the even-odd rule; four strips do without.
            drawing.Rectangle(inset, inset, width, band).Rectangle(inset, inset + height - band, width, band)
                .Rectangle(inset, inset + band, band, height - 2 * band).Rectangle(inset + width - band, inset + band, band, height - 2 * band).Paint(ground);
        }

        if (cell is null)
            return;
        var scale = band / cell.Height;
        // Between the corners, which stay plain.
        Side(width - 2 * band, (along, across) => (inset + band + along, inset + across));
        Side(width - 2 * band, (along, across) => (inset + width - band - along, inset + height - across));
        Side(height - 2 * band, (along, across) => (inset + width - across, inset + band + along));
        Side(height - 2 * band, (along, across) => (inset + across, inset + height - band - along));

        void Side(double length, Func<double, double, (double, double)> place)
        {
            var count = Math.Max(1, (int)Math.Round(length / (cell.Width * scale)));
            var stretch = length / count / cell.Width;
            for (var i = 0; i < count; i++)
            {
                var start = i * cell.Width * stretch;
                foreach (var shape in cell.Shapes)
                    ShapePainter.Paint(drawing, shape, (x, y) => place(start + x * stretch, y * scale), scale);
            }
        }
    }

    private static void Emblem(PdfDrawing drawing, PageFormat page, TemplateEmblem emblem, object asset)
    {
        var (top, height) = (emblem.Top * Millimetre, emblem.Height * Millimetre);
        if (asset is PngImage picture)
        {
            var wide = height * picture.Width / picture.Height;
            drawing.Use("I1", (page.Width - wide) / 2, top, wide, height);
            return;
        }

        var shapes = (TemplateAsset)asset;
        var scale = height / shapes.Height;
        var left = (page.Width - shapes.Width * scale) / 2;
        foreach (var shape in shapes.Shapes)
            ShapePainter.Paint(drawing, shape, (x, y) => (left + x * scale, top + y * scale), scale);
    }
}
