using Emulation.Documents.Rendering.Fonts;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Text in one face and size; black where no colour is given.</summary>
internal sealed record TextPart(string Text, Face Face, double Size, Rgb? Colour = null);

/// <summary>One line after breaking.</summary>
/// <param name="Parts">Parts from left to right.</param>
/// <param name="Width">Natural width in points, without the blank that closes the line.</param>
/// <param name="Gaps">Blanks that a justified line may stretch.</param>
/// <param name="EndsParagraph">True for the last line, which is never stretched.</param>
internal sealed record TextLine(IReadOnlyList<TextPart> Parts, double Width, int Gaps, bool EndsParagraph)
{
    public static bool IsStretched(char character) => character is ' ' or '\u00A0';
}
