using Emulation.Documents.Rendering.Fonts;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Breaks text into lines at blanks, greedily, as Word does.</summary>
internal sealed class LineBreaker(FontLibrary fonts)
{
    private sealed record Word(List<TextPart> Parts, double Width);

    /// <param name="parts">Text with its faces.</param>
    /// <param name="width">Width of a line in points.</param>
    /// <param name="firstIndent">How much shorter the first line is.</param>
    public IReadOnlyList<TextLine> Break(IReadOnlyList<TextPart> parts, double width, double firstIndent)
    {
        var lines = new List<TextLine>();
        var line = new List<Word>();
        var used = 0.0;
        foreach (var word in Words(parts, width - firstIndent))
        {
            var room = width - (lines.Count == 0 ? firstIndent : 0);
            var blank = line.Count == 0 ? 0 : BlankAfter(line[^1]);
            // The hundredth forgives rounding where a cell was measured to fit exactly this text.
            if (line.Count > 0 && used + blank + word.Width > room + 0.01)
            {
                lines.Add(Close(line, used, last: false));
                line = [];
                used = blank = 0;
            }

            line.Add(word);
            used += blank + word.Width;
        }

        lines.Add(Close(line, used, last: true));
        return lines;
    }

    private double BlankAfter(Word word) => fonts[word.Parts[^1].Face].Width(" ", word.Parts[^1].Size);

    private IEnumerable<Word> Words(IReadOnlyList<TextPart> parts, double width)
    {
        var current = new List<TextPart>();
        foreach (var part in parts)
        {
            var pieces = PlainText.Clean(part.Text).Split(' ');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                {
                    foreach (var word in Fit(current, width))
                        yield return word;
                    current = [];
                }

                if (pieces[i].Length > 0)
                    current.Add(part with { Text = pieces[i] });
            }
        }

        foreach (var word in Fit(current, width))
            yield return word;
    }

    /// <summary>A word wider than the line is cut where it must be.</summary>
    private IEnumerable<Word> Fit(List<TextPart> parts, double width)
    {
        var total = parts.Sum(Measure);
        if (parts.Count == 0)
            yield break;
        if (total <= width)
        {
            yield return new Word(parts, total);
            yield break;
        }

        foreach (var part in parts)
        {
            var start = 0;
            var used = 0.0;
            for (var i = 0; i < part.Text.Length;)
            {
                var length = char.IsSurrogatePair(part.Text, i) ? 2 : 1;
                var step = fonts[part.Face].Width(part.Text.Substring(i, length), part.Size);
                if (used + step > width && i > start)
                {
                    yield return new Word([part with { Text = part.Text[start..i] }], used);
                    start = i;
                    used = 0;
                }

                used += step;
                i += length;
            }

            yield return new Word([part with { Text = part.Text[start..] }], used);
        }
    }

    private double Measure(TextPart part) => fonts[part.Face].Width(part.Text, part.Size);

    private static TextLine Close(List<Word> words, double width, bool last)
    {
        var parts = new List<TextPart>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var part in words[i].Parts)
                Append(parts, part);
            // The blank that ends a broken line keeps words apart when the text is extracted.
            if (i < words.Count - 1 || !last)
                Append(parts, words[i].Parts[^1] with { Text = " " });
        }

        var gaps = words.Count - 1 + words.Sum(word => word.Parts.Sum(part => part.Text.Count(c => c == '\u00A0')));
        return new TextLine(parts, width, Math.Max(gaps, 0), last);
    }

    private static void Append(List<TextPart> parts, TextPart part)
    {
        if (parts.Count > 0 && parts[^1].Face == part.Face && parts[^1].Size == part.Size)
            parts[^1] = part with { Text = parts[^1].Text + part.Text };
        else
            parts.Add(part);
    }
}
