using Emulation.Documents.FormCheck.Pdf;
using Emulation.Documents.Rendering;

namespace Emulation.Documents.FormCheck.Reading;

/// <summary>Puts lines of a PDF together into paragraphs.</summary>
internal sealed class PdfParagraphs(IReadOnlyList<PageContent> pages, WorkBudget budget)
{
    /// <summary>Height of a line of Times New Roman, as a multiple of its size.</summary>
    private const double LineHeight = 1.149;

    private readonly List<FormParagraph> _paragraphs = [];
    private List<Segment> _open = [];
    private double _left;
    private double _right;
    private double _distance;
    private double? _above;
    private bool _sure;
    private bool _known;
    private readonly Dictionary<bool, (double Left, double Right, bool Sure, double? Distance)> _frames = [];

    public IReadOnlyList<FormParagraph> Paragraphs => _paragraphs;

    /// <summary>Stretches of a page that are tables: where upright strokes stand.</summary>
    public static List<(double Top, double Bottom)> Tables(PageContent page)
    {
        var tables = new List<(double Top, double Bottom)>();
        foreach (var stroke in page.Strokes.Where(s => s.Vertical && s.Length > 9).OrderBy(s => Math.Min(s.Y1, s.Y2)))
        {
            var (top, bottom) = (Math.Min(stroke.Y1, stroke.Y2) - 1, Math.Max(stroke.Y1, stroke.Y2) + 1);
            if (tables.Count > 0 && top <= tables[^1].Bottom + 2)
                tables[^1] = (tables[^1].Top, Math.Max(bottom, tables[^1].Bottom));
            else
                tables.Add((top, bottom));
        }

        return tables;
    }

    /// <summary>Learns from all pages of one orientation where running text begins and ends: a page of single lines does not show it.</summary>
    public void Survey(IReadOnlyList<(PageContent Page, List<Segment> Lines)> text)
    {
        foreach (var upright in (bool[])[true, false])
        {
            var wide = text.Where(t => t.Page.Width < t.Page.Height == upright).Select(t => Outside(t.Page, t.Lines).Where(line => line.Text.Length > 40).ToList()).ToList();
            if (!wide.Exists(page => page.Count > 0))
                continue;
            var (left, right) = (wide.SelectMany(page => page).Min(l => l.X), wide.SelectMany(page => page).Max(l => l.Right));
            var sure = wide.Exists(page => page.Zip(page.Skip(1)).Any(pair => pair.First.Right > right - 4 && pair.First.X > left + 12 && pair.Second.X < left + 4));
            _frames[upright] = (left, right, sure, Distance(wide.SelectMany(page => page.Zip(page.Skip(1))), left, right));
        }
    }

    /// <summary>Whether an edge of text is that of first lines alone.</summary>
    public bool IsIndented(PageContent page, double edge) => _frames.TryGetValue(page.Width < page.Height, out var frame) && (!frame.Sure || FromIndent(edge, frame.Left));

    private static bool FromIndent(double x, double left) => x - left is > 20 and < 44;

    private static List<Segment> Outside(PageContent page, List<Segment> lines)
    {
        var tables = Tables(page);
        return [.. lines.Where(line => !line.InFigure && !tables.Any(t => line.Y > t.Top && line.Y < t.Bottom + 2))];
    }

    public void Single(Segment line) => Add([line], TextAlign.Centre, null, null, null, false);

    /// <summary>Receivers: each begins with a dash, what follows belongs to it.</summary>
    public void Listed(List<Segment> lines)
    {
        foreach (var line in lines)
        {
            if (_open.Count > 0 && (line.Text.StartsWith('-') || _open[0].Text.EndsWith(':') || !_open[0].Text.StartsWith('-')))
                FlushListed();
            _open.Add(line);
        }

        FlushListed();

        void FlushListed()
        {
            if (_open.Count > 0)
                Add(_open, TextAlign.Left, null, null, null, false);
            _open = [];
        }
    }

    public void Running(PageContent page, List<Segment> lines)
    {
        var text = Outside(page, lines);
        var outside = text.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var wide = text.Where(line => line.Text.Length > 40).ToList();
        (_left, _right) = wide.Count > 0 ? (wide.Min(l => l.X), wide.Max(l => l.Right)) : (page.Width / 7, page.Width - page.Width / 14);
        if (_frames.TryGetValue(page.Width < page.Height, out var frame))
        {
            _left = wide.Count == 0 || FromIndent(_left, frame.Left) ? frame.Left : _left;
            _right = wide.Count(l => _right - l.Right < 1.5) >= 3 ? _right : frame.Right;
        }

        _sure = frame.Sure;
        (_known, _distance) = (Distance(text.Zip(text.Skip(1)), _left, _right) ?? frame.Distance) is { } usual ? (true, usual) : (false, 14 * LineHeight * 1.5);
        _above = null;
        Segment? before = null;
        foreach (var line in lines)
        {
            if (!outside.Contains(line))
            {
                Flush();
                Add([line], null, null, null, null, true);
                before = null;
                continue;
            }

            if (before is null || Begins(line, before))
            {
                Flush();
                _above = before is null ? null : line.Y - before.Y;
            }

            _open.Add(line);
            before = line;
        }

        // A paragraph that goes on overleaf is judged in two parts; the second has no first line of its own.
        Flush();
    }

    private bool Begins(Segment line, Segment before)
    {
        var spread = _right - _left;
        if (line.Y - before.Y > _distance + 2.5 || Math.Abs(line.Size - before.Size) > 0.6)
            return true;
        var middle = (_left + _right) / 2;
        if (before.Right < _right - 0.2 * spread || (line.Bold != before.Bold && Math.Abs(line.Centre - middle) < 6 && Math.Abs(before.Centre - middle) < 6))
            return true;
        return line.X > _left + 12 && !(_open.Count > 1 && Math.Abs(line.X - before.X) < 1.5);
    }

    /// <summary>From one line to the next inside a paragraph: the commonest step below a full line; null where every paragraph is one line.</summary>
    private static double? Distance(IEnumerable<(Segment First, Segment Second)> pairs, double left, double right) =>
        pairs.Where(pair => pair.First.Right > right - 4 && pair.Second.X < left + 4 && pair.Second.Y > pair.First.Y)
            .GroupBy(pair => Math.Round((pair.Second.Y - pair.First.Y) * 2) / 2).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key;

    private void Flush()
    {
        if (_open.Count == 0)
            return;
        var lines = _open;
        _open = [];
        var page = pages[lines[0].Page - 1];
        var middle = (_left + _right) / 2;
        var centred = lines.All(l => Math.Abs(l.Centre - middle) < 6 && l.X > _left + 15);
        TextAlign? align = centred ? TextAlign.Centre : lines.Count < 3 ? null
            : lines.SkipLast(1).All(l => _right - l.Right < 2.5) ? TextAlign.Justify : TextAlign.Left;
        double? first = centred || (lines.Count == 1 && !_sure) ? null : lines[0].X - (lines.Count > 1 ? lines.Skip(1).Min(l => l.X) : _left);
        double? spacing = lines.Count > 1 ? (lines[^1].Y - lines[0].Y) / (lines.Count - 1) / (lines[0].Size * LineHeight) : null;
        var step = spacing is { } s ? s * lines[0].Size * LineHeight : Math.Min(_distance, lines[0].Size * LineHeight * 1.5);
        // Only below text of the same size is the white between two paragraphs what it seems.
        double? gap = (_known || lines.Count > 1) && _above is { } above && _paragraphs.Count > 0 && !_paragraphs[^1].InRuledTable ? above - step : null;
        // The first lines of a page may go on from the page before.
        var begins = _paragraphs.Count == 0 || _paragraphs[^1].Page == page.Number || lines[0].X > _left + 12;
        Add(lines, align, begins ? first : null, gap, spacing, false);
    }

    private void Add(List<Segment> lines, TextAlign? align, double? first, double? gap, double? spacing, bool table)
    {
        budget.Paragraph();
        var page = pages[lines[0].Page - 1];
        var last = lines[^1];
        var below = page.Strokes.Where(s => s.Horizontal && s.Y1 > last.Y && s.Y1 < last.Y + 16 && Math.Abs((s.X1 + s.X2) / 2 - last.Centre) < 12).ToList();
        var under = below.Any(s => s.Y1 - last.Y < 2.2 && Math.Abs(s.Length - (last.Right - last.X)) < 6);
        _paragraphs.Add(new FormParagraph
        {
            Text = FormText.Clean(string.Join(' ', lines.Select(l => l.Text))),
            Number = _paragraphs.Count + 1,
            Page = lines[0].Page,
            Runs = [.. lines.SelectMany(l => l.Runs)],
            Align = align,
            FirstLine = first,
            GapAbove = gap,
            LineSpacing = spacing,
            InRuledTable = table,
            X = lines.Min(l => l.X),
            Y = lines[0].Y,
            Width = lines.Max(l => l.Right) - lines.Min(l => l.X),
            RuleBelow = below.Where(s => s.Y1 - last.Y >= 2.2).Select(s => s.Length).DefaultIfEmpty(0).Max(),
            Underlined = under,
        });
    }
}
