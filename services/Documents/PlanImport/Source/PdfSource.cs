using System.Text;
using Emulation.Documents.FormCheck;
using Emulation.Documents.FormCheck.Pdf;
using Emulation.Documents.FormCheck.Reading;

namespace Emulation.Documents.PlanImport.Source;

/// <summary>Writes the text of a PDF line by line as it stands on the pages: what stands apart on a line is parted by blanks, what stands apart below by an empty line.</summary>
internal static class PdfSource
{
    private const int FewestLetters = 20;

    // White beyond any that a justified line has between two words, in points.
    private const double ColumnGap = 14;

    // Baselines further apart than this part paragraphs, in sizes of the letters.
    private const double ParagraphGap = 2.1;

    /// <returns>Null for pages without text: a scan.</returns>
    /// <exception cref="UnreadableFileException">The file cannot be read within bounds.</exception>
    public static SourceText? Read(byte[] bytes, WorkBudget budget)
    {
        var text = new StringBuilder();
        foreach (var page in PdfPages.Read(new FormCheck.Pdf.PdfSource(bytes, budget), budget, FormCheck.Pdf.Annotations.All))
        {
            if (text.Length > 0)
                text.Append('\f');
            Write(page, text);
            // One character more than is looked at is enough to know that it is too long.
            if (text.Length > SourceText.Longest)
                break;
        }

        var whole = text.ToString().TrimEnd('\f').Replace("\0", "", StringComparison.Ordinal);
        return whole.Count(char.IsLetter) < FewestLetters ? null : new(whole, Paged: true);
    }

    private static void Write(PageContent page, StringBuilder text)
    {
        var segments = PdfLines.Of(page, _ => ColumnGap).Where(s => s.Text.Length > 0).ToList();
        if (segments.Count == 0)
            return;
        var left = segments.Min(s => s.X);
        var letter = segments.Sum(s => s.Right - s.X) / segments.Sum(s => s.Text.Length);
        var start = text.Length;
        Segment? last = null;
        foreach (var segment in segments)
        {
            // Two columns seldom stand on quite the same height.
            if (last is not null && segment.Y - last.Y < segment.Size * 0.3 && segment.X > last.Right)
            {
                var column = start + (int)Math.Round((segment.X - left) / letter);
                text.Append(' ', Math.Max(3, column - text.Length));
            }
            else
            {
                if (last is not null)
                    text.Append(segment.Y - last.Y > segment.Size * ParagraphGap ? "\n\n" : "\n");
                start = text.Length;
                text.Append(' ', Math.Max(0, (int)Math.Round((segment.X - left) / letter)));
            }

            text.Append(segment.Text);
            last = segment;
        }

        text.Append('\n');
    }
}
