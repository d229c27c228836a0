using System.Text;
using Emulation.Documents.FormCheck.Pdf;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Letters on one baseline that belong together.</summary>
internal sealed record Segment(int Page, double X, double Right, double Y, double Size, string Text, IReadOnlyList<FormRun> Runs, bool InFigure = false)
{
    public double Centre => (X + Right) / 2;

    public bool Bold => Runs.Where(r => r.Text.Trim().Length > 0).All(r => r.Bold);
}

/// <summary>Puts the letters of a page together into lines.</summary>
internal static class PdfLines
{
    /// <param name="page">The page.</param>
    /// <param name="split">White between two letters that parts columns, at a height of the page.</param>
    public static List<Segment> Of(PageContent page, Func<double, double> split)
    {
        var segments = new List<Segment>();
        var line = new List<Glyph>();
        foreach (var glyph in page.Glyphs.OrderBy(g => g.Y).ThenBy(g => g.X))
        {
            if (line.Count > 0 && glyph.Y - line[0].Y > Math.Max(1.5, 0.2 * Math.Min(glyph.Size, line[0].Size)))
            {
                Close(page, line, split, segments);
                line.Clear();
            }

            line.Add(glyph);
        }

        Close(page, line, split, segments);
        return segments;
    }

    private static void Close(PageContent page, List<Glyph> line, Func<double, double> split, List<Segment> segments)
    {
        if (line.Count == 0)
            return;
        var most = split(line[0].Y);
        var part = new List<Glyph>();
        foreach (var glyph in line.OrderBy(g => g.X))
        {
            // Blanks between columns are not letters of either.
            if (part.Count > 0 && glyph.X - (part[^1].X + part[^1].Width) > most)
            {
                Add(page, part, segments);
                part.Clear();
            }

            part.Add(glyph);
        }

        Add(page, part, segments);
    }

    private static void Add(PageContent page, List<Glyph> part, List<Segment> segments)
    {
        while (part.Count > 0 && part[^1].Text.Trim().Length == 0)
            part.RemoveAt(part.Count - 1);
        while (part.Count > 0 && part[0].Text.Trim().Length == 0)
            part.RemoveAt(0);
        if (part.Count == 0)
            return;
        var runs = new List<FormRun>();
        var text = new StringBuilder();
        for (var i = 0; i < part.Count; i++)
        {
            var (glyph, before) = (part[i], i > 0 ? part[i - 1] : default);
            // Blanks carry no look: they go with what stands before them.
            var look = glyph.Text.Trim().Length == 0 && i > 0 ? before with { Text = glyph.Text } : glyph;
            part[i] = look with { X = glyph.X, Width = glyph.Width };
            if (i > 0 && (look.Font, look.Size, look.Bold, look.Italic, look.Black) != (before.Font, before.Size, before.Bold, before.Italic, before.Black))
            {
                runs.Add(new FormRun(text.ToString(), before.Font, before.Size, before.Bold, before.Italic, before.Black));
                text.Clear();
            }

            if (i > 0 && glyph.X - (before.X + before.Width) > 0.18 * glyph.Size && before.Text.Trim().Length > 0 && glyph.Text.Trim().Length > 0)
                text.Append(' ');
            text.Append(glyph.Text);
        }

        var last = part[^1];
        runs.Add(new FormRun(text.ToString(), last.Font, last.Size, last.Bold, last.Italic, last.Black));
        segments.Add(new Segment(page.Number, part[0].X, last.X + last.Width, part[0].Y, part.Max(g => g.Size), FormText.Clean(string.Concat(runs.Select(r => r.Text))), runs, part.TrueForAll(g => g.InFigure)));
    }
}
