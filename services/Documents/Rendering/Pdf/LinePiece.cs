namespace Emulation.Documents.Rendering.Pdf;

/// <summary>One line of running text.</summary>
internal sealed class LinePiece : Piece
{
    public required PdfContext Context { get; init; }

    public required StructureNode Owner { get; init; }

    public required PlacedLine Line { get; init; }

    public override void Draw(PdfPage page, double top, bool tagged) => Line.Draw(page, tagged ? Owner : null, Context.Fonts, PageFormat.Left, top);
}

/// <summary>A line with its place inside a column.</summary>
/// <param name="Text">The line.</param>
/// <param name="X">Distance from the left edge of the column.</param>
/// <param name="Baseline">Distance of the baseline from the upper edge of the line.</param>
/// <param name="Height">Height with line spacing.</param>
/// <param name="Stretch">Extra width for each blank.</param>
internal sealed record PlacedLine(TextLine Text, double X, double Baseline, double Height, double Stretch)
{
    public void Draw(PdfPage page, StructureNode? owner, FontBook fonts, double left, double top)
    {
        if (Text.Parts.Count > 0)
            page.Text(owner, fonts, Text, left + X, top + Baseline, Stretch);
    }
}
