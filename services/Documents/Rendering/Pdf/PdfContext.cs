using Emulation.Documents.Rendering.Fonts;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>What every layout step of one file needs.</summary>
/// <param name="library">The faces.</param>
/// <param name="shared">Fonts of a file that holds other things too; null = a file of its own.</param>
/// <param name="forSigning">Number and date become blank form fields, filled once the person has signed.</param>
internal sealed class PdfContext(FontLibrary library, FontBook? shared = null, bool forSigning = false)
{
    public bool ForSigning { get; } = forSigning;

    private readonly LineBreaker _breaker = new(library);

    public FontLibrary Library { get; } = library;

    public FontBook Fonts { get; } = shared ?? new(library);

    public StructureNode Root { get; } = new("Document");

    public IReadOnlyList<PlacedLine> Lines(TextStyle style, string text, double width) => Lines(style, [new Run(text)], width);

    /// <summary>Breaks and aligns text in a column.</summary>
    public IReadOnlyList<PlacedLine> Lines(TextStyle style, IReadOnlyList<Run> runs, double width)
    {
        var parts = runs.Select(run => new TextPart(run.Text, FontLibrary.FaceOf(run.Bold || style.Bold, run.Italic || style.Italic), style.Size)).ToList();
        var font = Library.For(style);
        var height = font.LineHeight * style.Size * style.Spacing;
        // Word puts the extra of a multiple line spacing above the text.
        var baseline = height - (font.LineHeight * font.UnitsPerEm - font.Ascent) / font.UnitsPerEm * style.Size;
        var lines = new List<PlacedLine>();
        foreach (var line in _breaker.Break(parts, width, style.FirstLine))
        {
            var indent = lines.Count == 0 ? style.FirstLine : 0;
            var free = width - indent - line.Width;
            var x = style.Align switch
            {
                TextAlign.Centre => indent + free / 2,
                TextAlign.Right => indent + free,
                _ => indent,
            };
            var stretch = style.Align == TextAlign.Justify && !line.EndsParagraph && line.Gaps > 0 ? Math.Max(free, 0) / line.Gaps : 0;
            lines.Add(new PlacedLine(line, x, baseline, height, stretch));
        }

        return lines;
    }

    /// <summary>The narrowest column in which centred text needs no further line: its lines come out about equally long.</summary>
    public double BalancedWidth(TextStyle style, string text, double width)
    {
        double narrow = width * 0.4, wide = width;
        var count = Lines(style, text, wide).Count;
        while (wide - narrow > 2)
        {
            var middle = (narrow + wide) / 2;
            if (Lines(style, text, middle).Count > count)
                narrow = middle;
            else
                wide = middle;
        }

        return wide;
    }

    public double Width(TextStyle style, string text) => Library.For(style).Width(PlainText.Clean(text), style.Size);
}
