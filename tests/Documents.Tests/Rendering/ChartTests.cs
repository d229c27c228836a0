using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Emulation.Documents.Rendering.Charts;
using Emulation.Documents.Rendering.Model;
using Xunit;

namespace Emulation.Documents.Tests.Rendering;

/// <summary>Charts in both renderers: shapes that fit their values, words for those who cannot see them, figures that Word can edit.</summary>
public sealed partial class ChartTests
{
    private static readonly Chart Bars = new(ChartKind.Bars, "Số hồ sơ", "hồ sơ", ["Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công"], [new ChartSeries("Đề nghị", [8, 4]), new ChartSeries("Được khen", [2, null])]);

    private static readonly Chart Lines = new(ChartKind.Lines, "Chỉ số", "điểm", ["2026", "2027", "2028"], [new ChartSeries("Phường Hải An", [88.5m, null, 93.25m])], Decimals: 2);

    [Fact]
    public void Bars_InPdf_AreAsLongAsTheirValues()
    {
        var page = Render.Read(Render.Of(Bars)).Pages.Single();
        var widths = Rectangles().Matches(page.Content).Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Where(w => w > 8.1).ToList();
        Assert.Equal(3, widths.Count);
        Assert.Equal(widths[0] / 4, widths[1], tolerance: 0.01);
        Assert.Equal(widths[0] / 2, widths[2], tolerance: 0.01);
        Assert.All(page.Lines, line => Assert.True(line.Right <= page.Width - 15 * Render.Millimetre + 0.5, line.Text));
    }

    [Fact]
    public void Values_AreWrittenInVietnamese()
    {
        var texts = Render.Read(Render.Of(Lines)).Pages.Single().Lines.Select(l => l.Text).ToList();
        Assert.Contains("88,50", texts);
        Assert.Contains("93,25", texts);
        Assert.Contains("Chỉ số (đơn vị tính: điểm)", texts);
    }

    [Fact]
    public void Chart_InPdf_IsAFigureWithItsValuesInWords()
    {
        var read = Render.Read(Render.Of(Lines));
        var figure = read.Objects.Single(o => o.Contains("/S /Figure", StringComparison.Ordinal));
        var words = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(Regex.Match(figure, "/Alt <FEFF([0-9A-F]+)>").Groups[1].Value));
        Assert.Equal("Biểu đồ đường: Chỉ số (đơn vị tính: điểm). 2026: 88,50; 2027: không có; 2028: 93,25.", words);
        // Shapes and labels alike belong to the figure.
        Assert.Matches(@"/Figure << /MCID \d+ >> BDC\nq\n", read.Pages[0].Content);
    }

    [Fact]
    public void Chart_InDocx_HasItsFiguresInAWorkbookOfItsOwn()
    {
        var bytes = Render.Docx(Render.Of(Bars, Lines));
        Assert.Equal(bytes, Render.Docx(Render.Of(Bars, Lines)));
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(e => e.Description));
        var charts = package.MainDocumentPart!.ChartParts.ToList();
        Assert.Equal(2, charts.Count);
        using var stream = charts[0].EmbeddedPackagePart!.GetStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        using var workbook = SpreadsheetDocument.Open(copy, false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook).Select(e => e.Description));
        var sheet = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Equal("hồ sơĐề nghịĐược khenPhòng Văn hóa - Xã hội82Trung tâm Phục vụ hành chính công4", sheet.InnerText);
    }

    [Theory]
    [InlineData(88, 93, 87, 1, 6)]
    [InlineData(0, 0, 0, 1, 1)]
    [InlineData(88.5, 88.5, 60, 20, 2)]
    [InlineData(0.12, 0.9, 0, 0.2, 5)]
    public void Scale_Around_HasRoundMarksThatHoldAllValues(double low, double high, double first, double step, int count)
    {
        var scale = ChartScale.Around([(decimal)low, (decimal)high], fromNought: false);
        Assert.Equal(((decimal)first, (decimal)step, count), (scale.Low, scale.Step, scale.Count));
        Assert.InRange((decimal)high, scale.Low, scale.High);
    }

    [Fact]
    public void Scale_OfBars_BeginsAtNought() => Assert.Equal(0, ChartScale.Around([50, 60], fromNought: true).Low);

    [GeneratedRegex(@"[\d.-]+ [\d.-]+ ([\d.]+) [\d.]+ re f")]
    private static partial Regex Rectangles();
}
