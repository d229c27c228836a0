using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Pdf;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Certificates;

/// <summary>Draws what all certificates of a template share: border and emblem.</summary>
internal static class FramePainter
{
    public static int Write(PdfFile file, CertificateTemplate template, Func<string, object?> asset)
    {
        var page = PageFormat.Of(Rendering.Model.PageOrientation.Landscape);
        var drawing = new PdfDrawing(page.Height);
        foreach (var border in template.Borders)
            Border(drawing, page, border, asset);
        var resources = Emblem(file, drawing, page, template.Emblem, asset(template.Emblem.Asset)!);
        return PdfBook.WriteForm(file, page, drawing, resources);
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

    private static string Emblem(PdfFile file, PdfDrawing drawing, PageFormat page, TemplateEmblem emblem, object asset)
    {
        var (top, height) = (emblem.Top * Millimetre, emblem.Height * Millimetre);
        if (asset is PngImage picture)
        {
            var wide = height * picture.Width / picture.Height;
            drawing.Use("I1", (page.Width - wide) / 2, top, wide, height);
            return $"/XObject << /I1 {picture.Write(file)} 0 R >>";
        }

        var shapes = (TemplateAsset)asset;
        var scale = height / shapes.Height;
        var left = (page.Width - shapes.Width * scale) / 2;
        foreach (var shape in shapes.Shapes)
            ShapePainter.Paint(drawing, shape, (x, y) => (left + x * scale, top + y * scale), scale);
        return "";
    }
}
