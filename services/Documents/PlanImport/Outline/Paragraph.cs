using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Outline;

/// <summary>A paragraph: one or more lines.</summary>
internal sealed record Paragraph(MappedText Text, int Line, int Page)
{
    /// <summary>Longer ones are no clause of a plan and are not looked into.</summary>
    public const int Longest = 20_000;

    public string Value => Text.Value;

    public string Bare => Text.Bare;

    public SourceSpan Span(int start, int length)
    {
        var (from, to) = Text.At(start, length);
        return new(Line, from, to, Page);
    }

    public SourceSpan Whole => Span(0, Text.Length);
}

/// <summary>Puts printed lines together to paragraphs.</summary>
internal static class Paragraphs
{
    // By measurement on real plans: a line clearly shorter than the usual one ends a paragraph.
    private const double Short = 0.72;
    private const int LineIsParagraph = 130;
    private const double BrokenByWidth = 0.12;

    public static List<Paragraph> Of(IReadOnlyList<TextLine> lines, bool whole)
    {
        var lengths = lines.Where(l => !l.Blank).Select(l => l.Text.Length).Order().ToArray();
        var usual = lengths.Length == 0 ? 0 : lengths[Math.Min(lengths.Length - 1, lengths.Length * 9 / 10)];
        // Lines broken by width go on in small letters; lines that are paragraphs hardly ever begin with one.
        var inside = lines.Count(l => !l.Blank && char.IsLower(l.Text.Value[0]) && Marks.Of(l.Text) is null);
        var wrapped = !whole && usual is > 40 and <= LineIsParagraph && inside >= lengths.Length * BrokenByWidth;
        // Every line followed by an empty one: then empty lines part nothing.
        var doubled = wrapped && lines.Zip(lines.Skip(1)).Count(p => !p.First.Blank && p.Second.Blank) > lengths.Length * 0.8;
        List<Paragraph> paragraphs = [];
        TextLine? last = null;
        var gap = false;
        foreach (var line in lines)
        {
            if (line.Blank)
            {
                gap = true;
                continue;
            }
            var text = line.Text.Collapse();
            if (last is not null && Continues(last, line, gap && !doubled, wrapped, whole, usual))
                paragraphs[^1] = paragraphs[^1] with { Text = MappedText.Join(paragraphs[^1].Text, text) };
            else
                paragraphs.Add(new(text, line.Number, line.Page));
            (last, gap) = (line, false);
        }
        return paragraphs;
    }

    private static bool Continues(TextLine last, TextLine line, bool gap, bool wrapped, bool whole, int usual)
    {
        var open = !".:;!?”\"/".Contains(last.Text.Value[^1], StringComparison.Ordinal);
        if (whole || Marks.Of(line.Text, open) is not null)
            return false;
        var lower = char.IsLower(line.Text.Value[0]) || (open && line.Text.Value[0] is '-' or '–');
        var head = Marks.Of(last.Text)?.Kind == MarkKind.Roman;
        if (head)
            return Marks.Capitals(line.Text.Value) && last.Text.Length > usual * 0.6;
        if (!wrapped)
            return lower && open;
        if (lower && open)
            return true;
        return !gap && last.Text.Length >= usual * Short;
    }
}
