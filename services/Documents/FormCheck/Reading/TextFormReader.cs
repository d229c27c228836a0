using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Reads bare text: words in order, broken lines joined, marks of mark-up taken off.</summary>
internal static partial class TextFormReader
{
    // Above it each line is a paragraph already.
    private const int LongLines = 130;
    private const double ShortShare = 0.72;

    public static FormDocument Read(byte[] bytes, WorkBudget budget)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException("Tệp văn bản không phải mã UTF-8.");
        }

        budget.Unpack(text.Length);
        var lines = new List<(string Text, int BlanksAbove)>();
        var blanks = 0;
        foreach (var line in text.Split('\n', '\f').Select(Bare))
        {
            if (line.Length > 0 && !Stamp().IsMatch(line) && !PageNumber().IsMatch(line))
                lines.Add((line, blanks));
            blanks = line.Length > 0 ? 0 : blanks + 1;
        }

        // Where blank lines are few, one of them ends a paragraph; several are the foot of a page.
        var spaced = lines.Count(line => line.BlanksAbove > 0) > 0.6 * lines.Count;
        var lengths = lines.Select(line => line.Text.Length).Order().ToList();
        var usual = lengths.Count == 0 ? 0 : lengths[(int)(lengths.Count * 0.9)];
        var paragraphs = new List<FormParagraph>();
        string? before = null;
        foreach (var (line, above) in lines)
        {
            if (before is not null && usual <= LongLines && (spaced || above != 1) && Continues(line, before, usual))
            {
                paragraphs[^1] = paragraphs[^1] with { Text = $"{paragraphs[^1].Text} {line}" };
            }
            else
            {
                budget.Paragraph();
                paragraphs.Add(new FormParagraph { Text = line, Number = paragraphs.Count + 1 });
            }

            before = line;
        }

        return new FormDocument { Kind = SourceKind.Text, Paragraphs = paragraphs, PoorText = FormText.LacksMarks(text) };
    }

    private static bool Continues(string line, string before, int usual) =>
        before.Length >= ShortShare * usual && !(before[^1] is '.' or ';' or ':' && char.IsUpper(line[0])) && !Begins().IsMatch(line) && !FormText.IsRecipientsLabel(line) && !FormText.IsCapitals(line) && !FormText.IsCapitals(before);

    private static string Bare(string line) => FormText.Clean(Markup().Replace(line, "")).Trim();

    /// <summary>Emphasis and headings of mark-up; a star that stands before a blank is an item of a list.</summary>
    [GeneratedRegex(@"^\s*#+\s*|\*{2,3}|\*(?=\S)|(?<=\S)\*")]
    private static partial Regex Markup();

    /// <summary>Lines of an electronic signature's picture.</summary>
    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d|đã ký lên văn bản này|^Việt Nam$|^bookmark\d+$")]
    private static partial Regex Stamp();

    [GeneratedRegex(@"^\d{1,3}$")]
    private static partial Regex PageNumber();

    // A dash before a figure goes on with “2026 - 2030”.
    [GeneratedRegex(@"^([IVX]+\.\s|\d{1,2}(\.\d{1,2})*\.\s+\S|\d{1,2}(\.\d{1,2})+\s+\D|\p{L}\)\s|[-+*]\s*\D|Điều \d|Căn cứ |Thực hiện |Xét |Theo đề nghị |Kính gửi)")]
    private static partial Regex Begins();
}
