using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Pdf;

/// <summary>Ruled table: repeated head, rows that stay whole unless they are higher than a page.</summary>
internal static class TableLayout
{
    public static IEnumerable<Piece> Of(PdfContext context, double width, TableBlock table)
    {
        var node = context.Root.Add("Table");
        var shares = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => width * column.Share / shares).ToArray();

        var head = Row(context, node, "TH", widths, table.Columns.Select(column => (TableHead, column.Head)).ToList(), before: 8);
        head.KeepWithNext = true;
        yield return head;
        foreach (var row in table.Rows)
        {
            if (row.Group)
                yield return Row(context, node, "TD", [width], [(TableGroup, row.Cells[0])], head: head, span: widths.Length);
            else
                yield return Row(context, node, "TD", widths, keep: row.Strong, cells: row.Cells.Select((cell, i) => ((row.Strong ? TableStrong : TableCell) with { Align = table.Columns[i].Align }, cell)).ToList(), head: head);
        }
    }

    private static RowPiece Row(PdfContext context, StructureNode table, string cellTag, double[] widths,
        List<(TextStyle Style, string Text)> cells, double before = 0, RowPiece? head = null, int span = 1, bool keep = false)
    {
        var owner = table.Add("TR");
        var attributes = cellTag == "TH" ? "<< /O /Table /Scope /Column >>" : span > 1 ? $"<< /O /Table /ColSpan {span} >>" : null;
        var content = cells.Select((cell, i) => new RowCell(
            owner.Add(cellTag, attributes),
            widths[i],
            context.Lines(cell.Style, cell.Text, widths[i] - 2 * Measures.CellPadding),
            Centred: cellTag == "TH")).ToList();
        return new RowPiece(context, content, before, head) { KeepWithNext = span > 1 || keep };
    }
}

/// <summary>One cell after breaking.</summary>
internal sealed record RowCell(StructureNode Owner, double Width, IReadOnlyList<PlacedLine> Lines, bool Centred)
{
    public double Height => Lines.Sum(line => line.Height);
}

/// <summary>One row with its rules.</summary>
internal sealed class RowPiece : Piece
{
    private const double Padding = 2.5;

    private readonly PdfContext _context;
    private readonly IReadOnlyList<RowCell> _cells;

    public RowPiece(PdfContext context, IReadOnlyList<RowCell> cells, double before, RowPiece? head)
    {
        _context = context;
        _cells = cells;
        Before = before;
        Height = cells.Max(cell => cell.Height) + 2 * Padding;
        RepeatedHead = head;
    }

    public override void Draw(PdfPage page, double top, bool tagged)
    {
        var x = PageFormat.Left;
        foreach (var cell in _cells)
        {
            var y = top + (cell.Centred ? (Height - cell.Height) / 2 : Padding);
            foreach (var line in cell.Lines)
            {
                line.Draw(page, tagged ? cell.Owner : null, _context.Fonts, x + Measures.CellPadding, y);
                y += line.Height;
            }

            page.Rule(x, top, x, top + Height, Measures.RuleWidth);
            x += cell.Width;
        }

        page.Rule(x, top, x, top + Height, Measures.RuleWidth);
        page.Rule(PageFormat.Left, top, x, top, Measures.RuleWidth);
        page.Rule(PageFormat.Left, top + Height, x, top + Height, Measures.RuleWidth);
    }

    public override (Piece First, Piece Remaining)? Split(double room)
    {
        var first = _cells.Select(cell => cell with { Lines = [.. cell.Lines.Take(Fitting(cell, room))] }).ToList();
        var rest = _cells.Select((cell, i) => cell with { Lines = [.. cell.Lines.Skip(first[i].Lines.Count)] }).ToList();
        if (first.All(cell => cell.Lines.Count == 0) || rest.All(cell => cell.Lines.Count == 0))
            return null;
        var head = RepeatedHead as RowPiece;
        return (new RowPiece(_context, first, Before, head), new RowPiece(_context, rest, 0, head));
    }

    private static int Fitting(RowCell cell, double room)
    {
        var used = 2 * Padding;
        return cell.Lines.TakeWhile(line => (used += line.Height) <= room).Count();
    }
}
