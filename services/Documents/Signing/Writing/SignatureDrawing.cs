using System.Globalization;
using System.Text;
using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Pdf;
using static Emulation.Documents.Rendering.Pdf.PdfFile;

namespace Emulation.Documents.Signing.Writing;

/// <summary>Draws what a signature shows as a form of its own, with a font subset of its own.</summary>
internal sealed class SignatureDrawing(FontLibrary fonts)
{
    private const string Blue = "0.05 0.15 0.65";
    private const string Red = "0.85 0.05 0.1";

    /// <returns>Number of the form.</returns>
    public int Write(PdfFile file, NewSignature request)
    {
        var (width, height) = (request.Box.Width, request.Box.Height);
        var book = new FontBook(fonts);
        if (request.Picture is { } png)
        {
            var picture = PngImage.Read(png);
            var image = picture.Write(file);
            var shape = (double)picture.Width / picture.Height;
            var (shownWidth, shownHeight) = shape > width / height ? (width, width / shape) : (height * shape, height);
            return Form(file, width, height, $"q {Number(shownWidth)} 0 0 {Number(shownHeight)} {Number((width - shownWidth) / 2)} {Number((height - shownHeight) / 2)} cm /Im1 Do Q", $"/XObject << /Im1 {image} 0 R >>");
        }

        var content = request.Look switch
        {
            SignatureLook.Organisation => Seal(book, width, string.Join(' ', request.Lines)),
            // The seal lies over the left third: text there could not be read.
            SignatureLook.Person => Lines(book, request.Lines, width * 0.36, width, height, 9, Blue),
            _ => Lines(book, request.Lines, 0, width, height, 10, "0 0 0"),
        };
        return Form(file, width, height, content, $"/Font << {book.Write(file)} >>");
    }

    /// <summary>One line of text for a form field, on the baseline that its box has.</summary>
    public int WriteLine(PdfFile file, string text, Face face, double size, double width, double height, bool flushRight)
    {
        var book = new FontBook(fonts);
        var x = flushRight ? Math.Max(width - fonts[face].Width(text, size), 0) : 0;
        var content = text.Length == 0 ? "" : $"/Tx BMC BT 0 g /{book.Of(face).Resource} {Number(size)} Tf 1 0 0 1 {Number(x)} {Number(BaselineIn(height, size))} Tm <{book.Of(face).Encode(text)}> Tj ET EMC";
        return Form(file, width, height, content, $"/Font << {book.Write(file)} >>");
    }

    /// <summary>Height of the baseline above the foot of a box that is one line high.</summary>
    public double BaselineIn(double height, double size)
    {
        var font = fonts[Face.Regular];
        return (height - font.LineHeight * size) / 2 + (font.LineHeight * font.UnitsPerEm - font.Ascent) / font.UnitsPerEm * size;
    }

    private static int Form(PdfFile file, double width, double height, string content, string resources) =>
        file.AddStream(Encoding.ASCII.GetBytes(content), $"/Type /XObject /Subtype /Form /BBox [0 0 {Number(width)} {Number(height)}] /Resources << {resources} >>");

    private string Lines(FontBook book, IReadOnlyList<string> lines, double left, double width, double height, double size, string colour)
    {
        var font = fonts[Face.Regular];
        var widest = lines.Max(line => font.Width(line, 1));
        size = Math.Min(size, Math.Min((width - left) / widest, height / (lines.Count * font.LineHeight)));
        var step = font.LineHeight * size;
        var top = (height + step * lines.Count) / 2;
        var content = new StringBuilder($"BT {colour} rg /{book.Of(Face.Regular).Resource} {Number(size)} Tf\n");
        foreach (var (i, line) in lines.Index())
        {
            var y = top - step * i - (double)font.Ascent / font.UnitsPerEm * size;
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {Number(left)} {Number(y)} Tm <{book.Of(Face.Regular).Encode(line)}> Tj\n");
        }

        return content.Append("ET").ToString();
    }

    /// <summary>Two rings, the name along the inside of the outer one, a star in the middle. Where the real seal's picture is kept, that is shown instead.</summary>
    private string Seal(FontBook book, double diameter, string name)
    {
        var middle = diameter / 2;
        var font = fonts[Face.Bold];
        const double size = 7.5;
        var radius = middle - 4 - size;
        // The name takes at most 300 degrees, else its ends would meet.
        var angle = Math.Min(font.Width(name, size) / radius, 300 * Math.PI / 180);
        var stretch = angle / (font.Width(name, size) / radius);
        var content = new StringBuilder($"{Red} RG {Red} rg 1.6 w {Circle(middle, middle - 1)} S 0.8 w {Circle(middle, radius - 3.5)} S {Star(middle, radius * 0.42)} f\nBT /{book.Of(Face.Bold).Resource} {Number(size)} Tf\n");
        var at = Math.PI / 2 + angle / 2;
        foreach (var rune in name.EnumerateRunes())
        {
            var letter = rune.ToString();
            var step = font.Width(letter, size) / radius * stretch;
            var turn = at - step / 2;
            var (x, y) = (middle + radius * Math.Cos(at), middle + radius * Math.Sin(at));
            var (cos, sin) = (Math.Cos(turn - Math.PI / 2), Math.Sin(turn - Math.PI / 2));
            content.Append(CultureInfo.InvariantCulture, $"{Number(cos)} {Number(sin)} {Number(-sin)} {Number(cos)} {Number(x)} {Number(y)} Tm <{book.Of(Face.Bold).Encode(letter)}> Tj\n");
            at -= step;
        }

        return content.Append("ET").ToString();
    }

    private static string Circle(double middle, double radius)
    {
        var k = radius * 0.5523;
        string P(double x, double y) => $"{Number(middle + x)} {Number(middle + y)}";
        return $"{P(radius, 0)} m {P(radius, k)} {P(k, radius)} {P(0, radius)} c {P(-k, radius)} {P(-radius, k)} {P(-radius, 0)} c " +
            $"{P(-radius, -k)} {P(-k, -radius)} {P(0, -radius)} c {P(k, -radius)} {P(radius, -k)} {P(radius, 0)} c h";
    }

    private static string Star(double middle, double radius)
    {
        var points = Enumerable.Range(0, 10).Select(i => (Angle: Math.PI / 2 + i * Math.PI / 5, Length: i % 2 == 0 ? radius : radius * 0.382))
            .Select(p => $"{Number(middle + p.Length * Math.Cos(p.Angle))} {Number(middle + p.Length * Math.Sin(p.Angle))}").ToList();
        return $"{points[0]} m {string.Join(' ', points.Skip(1).Select(p => $"{p} l"))} h";
    }
}
