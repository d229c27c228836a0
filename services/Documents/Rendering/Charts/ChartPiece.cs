using System.Globalization;
using System.Text;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Rendering.Pdf;
using static Emulation.Documents.Rendering.Pdf.PdfFile;
using static Emulation.Documents.Rendering.Typography;

namespace Emulation.Documents.Rendering.Charts;

/// <summary>A chart as vector shapes: one figure of the tag tree with its values in words.</summary>
internal abstract class ChartPiece : Piece
{
    protected const double LabelGap = 4;
    private const double Swatch = 8;
    private const double LegendGap = 18;

    private readonly StructureNode _owner;
    private readonly List<(PlacedLine Line, double X, double Y)> _texts = [];
    private readonly StringBuilder _shapes = new();
    private double _top;

    protected ChartPiece(PdfContext context, Chart chart)
    {
        Context = context;
        Chart = chart;
        _owner = context.Root.Add("Figure", "<< /O /Layout /Placement /Block >>", PlainText.Clean(chart.Alternative));
    }

    protected PdfContext Context { get; }

    protected Chart Chart { get; }

    public static IEnumerable<Piece> Of(PdfContext context, double width, Chart chart)
    {
        foreach (var piece in TextLayout.Paragraph(context, width, ChartCaption, [new Model.Run(chart.Caption)], "Caption"))
            yield return piece;
        yield return chart.Kind == ChartKind.Bars ? new BarChartPiece(context, width, chart) : new LineChartPiece(context, width, chart);
    }

    public override void Draw(PdfPage page, double top, bool tagged)
    {
        // Shapes are counted from the upper edge of the chart downwards; PDF counts from the foot of the page up.
        page.Figure(_owner, $"q\n1 0 0 1 {Number(PageFormat.Left)} {Number(page.Format.Height - top)} cm\n{_shapes}Q\n");
        foreach (var (line, x, y) in _texts)
            line.Draw(page, _owner, Context.Fonts, PageFormat.Left + x, top + y);
    }

    protected double LineHeight => Context.Lines(ChartLabel, "0", 100)[0].Height;

    protected double WidthOf(string text) => Context.Width(ChartLabel, text);

    /// <summary>Text whose left, middle or right lies at x.</summary>
    protected void Label(string text, double x, double y, TextAlign align = TextAlign.Left)
    {
        var width = WidthOf(text);
        _texts.Add((Context.Lines(ChartLabel, text, width + 1)[0], align switch { TextAlign.Centre => x - width / 2, TextAlign.Right => x - width, _ => x }, y));
    }

    /// <summary>Text that may need several lines, right-aligned and centred on a height.</summary>
    protected void Block(string text, double width, double middle)
    {
        var lines = Context.Lines(ChartLabel with { Align = TextAlign.Right }, text, width);
        var y = middle - lines.Sum(line => line.Height) / 2;
        foreach (var line in lines)
        {
            _texts.Add((line, 0, y));
            y += line.Height;
        }
    }

    protected void Box(int series, double x, double y, double width, double height) =>
        _shapes.Append(Colour(ChartColours.Of(series), "rg")).Append(CultureInfo.InvariantCulture, $"{Number(x)} {Number(-y - height)} {Number(width)} {Number(height)} re f\n");

    protected void Stroke((byte R, byte G, byte B) colour, double width, params (double X, double Y)[] points)
    {
        _shapes.Append(Colour(colour, "RG")).Append(CultureInfo.InvariantCulture, $"{Number(width)} w 1 j\n");
        for (var i = 0; i < points.Length; i++)
            _shapes.Append(CultureInfo.InvariantCulture, $"{Number(points[i].X)} {Number(-points[i].Y)} {(i == 0 ? "m" : "l")}\n");
        _shapes.Append("S\n");
    }

    /// <summary>A stroke of no length with round ends is a dot.</summary>
    protected void Dot(int series, double x, double y) =>
        _shapes.Append(Colour(ChartColours.Of(series), "RG")).Append(CultureInfo.InvariantCulture, $"1 J 5 w {Number(x)} {Number(-y)} m {Number(x)} {Number(-y)} l S 0 J\n");

    /// <summary>Names of the series in the middle above the chart; nothing for one series, whose name the caption says.</summary>
    /// <returns>Height taken.</returns>
    protected double Legend(double width)
    {
        if (Chart.Series.Count < 2)
            return _top;
        var entries = Chart.Series.Select((series, i) => (series.Name, Index: i, Width: Swatch + LabelGap + WidthOf(series.Name))).ToList();
        while (entries.Count > 0)
        {
            var row = entries.Take(1).ToList();
            foreach (var entry in entries.Skip(1))
            {
                if (row.Sum(e => e.Width + LegendGap) + entry.Width > width)
                    break;
                row.Add(entry);
            }

            var x = Math.Max(0, (width - row.Sum(e => e.Width) - LegendGap * (row.Count - 1)) / 2);
            foreach (var (name, index, entryWidth) in row)
            {
                Box(index, x, _top + (LineHeight - Swatch) / 2, Swatch, Swatch);
                Label(name, x + Swatch + LabelGap, _top);
                x += entryWidth + LegendGap;
            }

            _top += LineHeight;
            entries.RemoveRange(0, row.Count);
        }

        return _top += LabelGap;
    }

    private static string Colour((byte R, byte G, byte B) colour, string operation) =>
        $"{Number(colour.R / 255.0)} {Number(colour.G / 255.0)} {Number(colour.B / 255.0)} {operation}\n";
}

/// <summary>Bars lying, for names in Vietnamese are long.</summary>
internal sealed class BarChartPiece : ChartPiece
{
    private const double Bar = 12;
    private const double Between = 8;

    public BarChartPiece(PdfContext context, double width, Chart chart) : base(context, chart)
    {
        var top = Legend(width) + Between / 2;
        var names = Math.Min(width * 0.38, chart.Categories.Max(WidthOf) + 1);
        var values = chart.Series.SelectMany(series => series.Values).OfType<decimal>().ToList();
        var left = names + 6;
        var room = width - left - (values.Count == 0 ? 0 : values.Max(v => WidthOf(chart.Label(v)))) - LabelGap;
        var highest = values.Count == 0 ? 0 : values.Max();
        var y = top;
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var lines = context.Lines(ChartLabel, chart.Categories[i], names).Sum(line => line.Height);
            var height = Math.Max(lines, Bar * chart.Series.Count);
            Block(chart.Categories[i], names, y + height / 2);
            var at = y + (height - Bar * chart.Series.Count) / 2;
            for (var s = 0; s < chart.Series.Count; s++, at += Bar)
            {
                if (chart.Series[s].Values[i] is not { } value)
                    continue;
                var length = highest > 0 ? (double)(value / highest) * room : 0;
                Box(s, left, at + 1, length, Bar - 2);
                Label(chart.Label(value), left + length + LabelGap, at + (Bar - LineHeight) / 2);
            }

            y += height + Between;
        }

        Stroke(ChartColours.Axis, 0.75, (left, top - Between / 2), (left, y - Between / 2));
        Height = y;
    }
}

/// <summary>Points joined over years, with their values.</summary>
internal sealed class LineChartPiece : ChartPiece
{
    private const double Plot = 150;

    public LineChartPiece(PdfContext context, double width, Chart chart) : base(context, chart)
    {
        var top = Legend(width) + LineHeight;
        var scale = ChartScale.Around([.. chart.Series.SelectMany(series => series.Values).OfType<decimal>()], fromNought: false);
        var left = scale.Marks.Max(mark => WidthOf(chart.Label(mark))) + 6;
        foreach (var mark in scale.Marks)
        {
            Stroke(ChartColours.Grid, 0.5, (left, Y(mark)), (width, Y(mark)));
            Label(chart.Label(mark), left - 6, Y(mark) - LineHeight / 2, TextAlign.Right);
        }

        var step = (width - left) / chart.Categories.Count;
        for (var i = 0; i < chart.Categories.Count; i++)
            Label(chart.Categories[i], X(i), top + Plot + LabelGap, TextAlign.Centre);
        for (var s = 0; s < chart.Series.Count; s++)
        {
            var values = chart.Series[s].Values;
            // A year without a value breaks the line: nothing is known between.
            for (var i = 1; i < values.Count; i++)
            {
                if (values[i - 1] is { } before && values[i] is { } now)
                    Stroke(ChartColours.Of(s), 1.5, (X(i - 1), Y(before)), (X(i), Y(now)));
            }
        }

        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var points = chart.Series.Select((series, s) => (Series: s, Value: series.Values[i])).Where(p => p.Value is not null).OrderByDescending(p => p.Value).ToList();
            for (var p = 0; p < points.Count; p++)
            {
                var value = points[p].Value!.Value;
                Dot(points[p].Series, X(i), Y(value));
                Label(chart.Label(value), X(i), p == 0 ? Y(value) - LineHeight - 3 : Y(value) + 3, TextAlign.Centre);
            }
        }

        Stroke(ChartColours.Axis, 0.75, (left, top + Plot), (width, top + Plot));
        Height = top + Plot + LabelGap + LineHeight + 6;

        double X(int category) => left + step * (category + 0.5);

        double Y(decimal value) => top + Plot * (1 - scale.Share(value));
    }
}
