namespace Emulation.Documents.PlanImport.Source;

/// <summary>What a reader made of a file: plain text, one paragraph or printed line a line, pages parted by form feeds.</summary>
/// <param name="Text">The text; spans point into it.</param>
/// <param name="WholeParagraphs">True when each line is a paragraph of its own, as in a Word file.</param>
/// <param name="Notes">What the reader could not take over.</param>
/// <param name="Paged">True when form feeds are pages of the original.</param>
internal sealed record SourceText(string Text, bool WholeParagraphs = false, string[]? Notes = null, bool Paged = false)
{
    /// <summary>A plan has some ten pages; this is more than a hundred and fifty.</summary>
    public const int Longest = 400_000;
}

/// <summary>A line of the text.</summary>
internal sealed record TextLine(int Number, int Page, MappedText Text)
{
    public bool Blank => Text.Length == 0;

    public string Bare => Text.Bare;

    public static List<TextLine> Split(SourceText source)
    {
        List<TextLine> lines = [];
        int number = 1, page = 1, start = 0;
        for (var i = 0; i <= source.Text.Length; i++)
        {
            var c = i < source.Text.Length ? source.Text[i] : '\n';
            if (c is not ('\n' or '\f'))
                continue;
            var text = Plain(MappedText.Of(source.Text, start, i)).Trim();
            // A rule drawn with underscores or dashes says nothing.
            lines.Add(new(number, page, text.Value.Any(char.IsLetterOrDigit) ? text : MappedText.Empty));
            if (c == '\f')
                page++;
            if (c == '\n')
                number++;
            start = i + 1;
        }
        return lines;
    }

    /// <summary>Without the marks of light mark-up: heads with #, emphasis with asterisks. An asterisk and a space at the head of a line is a mark of the plan itself.</summary>
    private static MappedText Plain(MappedText line)
    {
        var text = line.Trim();
        if (text.Length == 0)
            return text;
        var heads = 0;
        while (heads < text.Length && text.Value[heads] == '#')
            heads++;
        if (heads > 0 && heads < text.Length && text.Value[heads] == ' ')
            text = text.From(heads).Trim();
        if (!text.Value.Contains('*', StringComparison.Ordinal))
            return text;
        var star = text.Value.StartsWith("* ", StringComparison.Ordinal);
        return text.Keep(i => text.Value[i] != '*' || (star && i == 0)).Trim();
    }
}
