using System.Text;
using static Emulation.Documents.Rendering.Pdf.PdfFile;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Lines, curves and areas. Callers count from the top left corner in points; PDF counts from the bottom.</summary>
/// <param name="height">Height of the page or form that is drawn on.</param>
internal sealed class PdfDrawing(double height)
{
    private readonly StringBuilder _content = new();
    private int _painted;

    public string Content => _content.ToString();

    public PdfDrawing MoveTo(double x, double y) => Point(x, y, "m");

    public PdfDrawing LineTo(double x, double y) => Point(x, y, "l");

    public PdfDrawing CurveTo(double x1, double y1, double x2, double y2, double x, double y)
    {
        _content.Append(Number(x1)).Append(' ').Append(Number(height - y1)).Append(' ').Append(Number(x2)).Append(' ').Append(Number(height - y2)).Append(' ');
        return Point(x, y, "c");
    }

    public PdfDrawing Close() => Operator("h");

    /// <summary>A rectangle by its upper left corner.</summary>
    public PdfDrawing Rectangle(double x, double y, double width, double tall)
    {
        _content.Append(Number(x)).Append(' ').Append(Number(height - y - tall)).Append(' ').Append(Number(width)).Append(' ').Append(Number(tall)).Append(" re\n");
        return this;
    }

    /// <summary>Paints the path drawn since the last painting.</summary>
    /// <param name="fill">Colour of the area; null leaves it open.</param>
    /// <param name="stroke">Colour of the line; null draws none.</param>
    /// <param name="width">Width of the line.</param>
    public PdfDrawing Paint(Rgb? fill, Rgb? stroke = null, double width = 1)
    {
        // Colours may stand only before the path; what is drawn in between would end it.
        var path = _content.ToString(_painted, _content.Length - _painted);
        _content.Length = _painted;
        if (fill is { } area)
            _content.Append(area.Operands).Append(" rg\n");
        if (stroke is { } line)
            _content.Append(line.Operands).Append(" RG ").Append(Number(width)).Append(" w 1 j\n");
        _content.Append(path);
        Operator((fill, stroke) switch { (null, null) => "n", (null, _) => "S", (_, null) => "f", _ => "B" });
        _painted = _content.Length;
        return this;
    }

    /// <summary>Puts a form or picture of the resources at a place; a picture fills the given box.</summary>
    public PdfDrawing Use(string resource, double x, double y, double width, double tall)
    {
        _content.Append("q ").Append(Number(width)).Append(" 0 0 ").Append(Number(tall)).Append(' ')
            .Append(Number(x)).Append(' ').Append(Number(height - y - tall)).Append(" cm /").Append(resource).Append(" Do Q\n");
        _painted = _content.Length;
        return this;
    }

    private PdfDrawing Point(double x, double y, string operation)
    {
        _content.Append(Number(x)).Append(' ').Append(Number(height - y)).Append(' ').Append(operation).Append('\n');
        return this;
    }

    private PdfDrawing Operator(string operation)
    {
        _content.Append(operation).Append('\n');
        return this;
    }
}
