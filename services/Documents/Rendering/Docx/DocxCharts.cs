using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.Rendering.Charts;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>Charts that officials can go on with in Word: a chart part with its figures in a workbook of its own. All ids are counted, so the bytes stay the same.</summary>
internal sealed class DocxCharts(MainDocumentPart main)
{
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string ChartSpace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Workbook = "rIdWorkbook";
    private const int EmuPerPoint = 12_700;

    private int _count;

    public IEnumerable<OpenXmlElement> Elements(Chart chart, double width)
    {
        var id = $"rIdChart{++_count}";
        var part = main.AddNewPart<ChartPart>(id);
        var workbook = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook);
        using (var data = new MemoryStream(ChartWorkbook.Write(chart)))
            workbook.FeedData(data);
        using (var xml = new MemoryStream(Encoding.UTF8.GetBytes(Xml(chart))))
            part.FeedData(xml);

        yield return DocxText.Paragraph(Typography.ChartCaption, chart.Caption);
        var height = chart.Kind == ChartKind.Bars ? 30 + chart.Categories.Count * (14 * chart.Series.Count + 10) + (chart.Series.Count > 1 ? 20 : 0) : 210;
        var paragraph = new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        paragraph.Append(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Drawing(Inline(chart, id, width, height))));
        yield return paragraph;
    }

    private string Inline(Chart chart, string id, double width, double height) =>
        "<w:drawing xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
        "<wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">" +
        $"<wp:extent cx=\"{(long)width * EmuPerPoint}\" cy=\"{(long)height * EmuPerPoint}\"/>" +
        $"<wp:docPr id=\"{_count}\" name=\"Biểu đồ {_count}\" descr=\"{Escape(chart.Alternative)}\"/><wp:cNvGraphicFramePr/>" +
        $"<a:graphic xmlns:a=\"{Drawing}\"><a:graphicData uri=\"{ChartSpace}\"><c:chart xmlns:c=\"{ChartSpace}\" xmlns:r=\"{Relationships}\" r:id=\"{id}\"/></a:graphicData></a:graphic>" +
        "</wp:inline></w:drawing>";

    private static string Xml(Chart chart)
    {
        var bars = chart.Kind == ChartKind.Bars;
        var series = string.Concat(chart.Series.Select((s, i) => Series(chart, s, i)));
        var plot = bars
            ? $"<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
            : $"<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>{series}<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>";
        var scale = ChartScale.Around([.. chart.Series.SelectMany(s => s.Values).OfType<decimal>()], fromNought: bars);
        var legend = chart.Series.Count > 1 ? "<c:legend><c:legendPos val=\"t\"/><c:overlay val=\"0\"/></c:legend>" : "";
        return
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><c:chartSpace xmlns:c=\"{ChartSpace}\" xmlns:a=\"{Drawing}\" xmlns:r=\"{Relationships}\">" +
            "<c:date1904 val=\"0\"/><c:lang val=\"vi-VN\"/><c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>" + plot +
            // Lying bars are counted from below; the first category belongs on top.
            $"<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"{(bars ? "maxMin" : "minMax")}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{(bars ? "l" : "b")}\"/>" +
            $"<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>{Line(ChartColours.Axis, 9525)}<c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>" +
            $"<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{Plain(scale.High)}\"/><c:min val=\"{Plain(scale.Low)}\"/></c:scaling><c:delete val=\"{(bars ? 1 : 0)}\"/><c:axPos val=\"{(bars ? "t" : "l")}\"/>" +
            (bars ? "" : $"<c:majorGridlines>{Line(ChartColours.Grid, 6350)}</c:majorGridlines>") +
            $"<c:numFmt formatCode=\"{Format(chart)}\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"{(bars ? "autoZero" : "min")}\"/><c:crossBetween val=\"between\"/><c:majorUnit val=\"{Plain(scale.Step)}\"/></c:valAx>" +
            $"</c:plotArea>{legend}<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>" +
            "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1000\"><a:latin typeface=\"Times New Roman\"/><a:cs typeface=\"Times New Roman\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr>" +
            $"<c:externalData r:id=\"{Workbook}\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";
    }

    private static string Series(Chart chart, ChartSeries series, int index)
    {
        var column = ChartWorkbook.Column(index + 1);
        var last = chart.Categories.Count + 1;
        var bars = chart.Kind == ChartKind.Bars;
        var shape = bars ? $"<c:spPr><a:solidFill><a:srgbClr val=\"{ChartColours.Hex(ChartColours.Of(index))}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
            : $"{Line(ChartColours.Of(index), 19050)}<c:marker><c:symbol val=\"circle\"/><c:size val=\"5\"/><c:spPr><a:solidFill><a:srgbClr val=\"{ChartColours.Hex(ChartColours.Of(index))}\"/></a:solidFill></c:spPr></c:marker>";
        var points = string.Concat(series.Values.Select((value, i) => value is { } v ? $"<c:pt idx=\"{i}\"><c:v>{Plain(v)}</c:v></c:pt>" : ""));
        return
            $"<c:ser><c:idx val=\"{index}\"/><c:order val=\"{index}\"/><c:tx><c:strRef><c:f>{ChartWorkbook.Sheet}!${column}$1</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>{Escape(series.Name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>{shape}" +
            $"<c:dLbls><c:numFmt formatCode=\"{Format(chart)}\" sourceLinked=\"0\"/><c:dLblPos val=\"{(bars ? "outEnd" : index == 0 ? "t" : "b")}\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>" +
            $"<c:cat><c:strRef><c:f>{ChartWorkbook.Sheet}!$A$2:$A${last}</c:f><c:strCache><c:ptCount val=\"{chart.Categories.Count}\"/>{string.Concat(chart.Categories.Select((c, i) => $"<c:pt idx=\"{i}\"><c:v>{Escape(c)}</c:v></c:pt>"))}</c:strCache></c:strRef></c:cat>" +
            $"<c:val><c:numRef><c:f>{ChartWorkbook.Sheet}!${column}$2:${column}${last}</c:f><c:numCache><c:formatCode>{Format(chart)}</c:formatCode><c:ptCount val=\"{chart.Categories.Count}\"/>{points}</c:numCache></c:numRef></c:val>" +
            (bars ? "" : "<c:smooth val=\"0\"/>") + "</c:ser>";
    }

    private static string Line((byte R, byte G, byte B) colour, int width) => $"<c:spPr><a:ln w=\"{width}\"><a:solidFill><a:srgbClr val=\"{ChartColours.Hex(colour)}\"/></a:solidFill></a:ln></c:spPr>";

    /// <summary>Marked as Vietnamese (42A), for a comma before decimals where a program heeds the mark; others go by the language of the reader's computer.</summary>
    private static string Format(Chart chart) => "[$-42A]" + (chart.Decimals == 0 ? "#,##0" : "#,##0." + new string('0', chart.Decimals));

    private static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => SecurityElement.Escape(PlainText.Clean(text));
}
