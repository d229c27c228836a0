using Emulation.Portal.Clients;

namespace Emulation.Portal.Plans;

/// <summary>A piece of the text, and the field that was read there.</summary>
internal sealed record TextPiece(string Text, ImportedFieldAnswer? Field, bool First);

/// <summary>The text of a plan cut at the places that were read.</summary>
internal static class MarkedText
{
    private const int Longest = 300_000;

    public static List<TextPiece> Cut(string text, IEnumerable<ImportedFieldAnswer> fields)
    {
        List<TextPiece> pieces = [];
        HashSet<string> seen = [];
        var at = 0;
        var end = Math.Min(text.Length, Longest);
        // Of places inside each other the smaller says more.
        foreach (var (field, span) in fields.SelectMany(f => f.Spans.Select(s => (f, s))).OrderBy(x => x.s.Start).ThenBy(x => x.s.End - x.s.Start))
        {
            if (span.Start < at || span.End > end || span.End <= span.Start)
                continue;
            if (span.Start > at)
                pieces.Add(new(text[at..span.Start], null, false));
            pieces.Add(new(text[span.Start..span.End], field, seen.Add(field.Key)));
            at = span.End;
        }
        if (at < end)
            pieces.Add(new(text[at..end] + (end < text.Length ? " …" : ""), null, false));
        return pieces;
    }
}
