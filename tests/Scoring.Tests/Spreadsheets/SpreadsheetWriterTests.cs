using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Emulation.Scoring.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Spreadsheets;

public class SpreadsheetWriterTests
{
    private static readonly SheetColumn[] Columns =
    [
        new("Mã", 10), new("Tên", 40) { Choices = ["Có", "Không"] }, new("Điểm", 12) { Format = "0.00" }, new("Số", 12) { Format = SheetColumn.AsTheyAre },
    ];

    private static SheetDesign Design => new("Phiếu 'một' & hai", Columns, [new("I", "Lĩnh vực", 1.5m, 3) { Strong = true }, new("=1+1", "@SUM(A1)\n-x +y", null, -0.000001m)]);

    [Fact]
    public void Write_AnyContent_IsValidAndAlwaysTheSameBytes()
    {
        var bytes = SpreadsheetWriter.Write(Design, new SheetDesign("Hai", [new("Mã", 10)], []));
        Assert.Equal([], OpenXmlFaults(bytes));
        Assert.Equal(bytes, SpreadsheetWriter.Write(Design, new SheetDesign("Hai", [new("Mã", 10)], [])));
    }

    [Fact]
    public void Write_TextLikeAFormula_IsReadBackAsText()
    {
        var (book, _) = SpreadsheetReader.Read(SpreadsheetWriter.Write(Design));
        var table = book!.Table(Design.Name, ["Mã", "Tên", "Điểm", "Số"]);
        Assert.Null(book.Problem);
        Assert.Equal([("I", "Lĩnh vực", 1.5m, 3m), ("=1+1", "@SUM(A1)\n-x +y", null, -0.000001m)], table.Rows.Select(r => (r.Text("Mã"), r.Text("Tên"), r.Decimal("Điểm"), r.Decimal("Số"))));
    }

    [Fact]
    public void Write_AnyText_IsReadBackInNfcWithoutOuterBlanks() =>
        Prop.ForAll(Gen.Elements(OddPieces).ArrayOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var bytes = SpreadsheetWriter.Write(new SheetDesign("S", [new("Mã", 10), new("Tên", 10)], [new("x", text)]));
            var (book, _) = SpreadsheetReader.Read(bytes);
            var read = book!.Table("S", ["Mã", "Tên"]).Rows[0].Text("Tên") ?? "";
            return book.Problem is null && read == text.Normalize().Trim();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Pieces that have broken spreadsheets before.</summary>
    internal static readonly string[] OddPieces =
    [
        "a", "Đường", "e\u0302\u0301", "\"", "“”", "'", "\n", "\r\n", "\r", "\t", "_x0041_", "_x0041", "_", "x000D_", "&amp;", "<c>", ";", ":", "=", "+1", "-", "@", "%", "97,25", "1.234", " ",
        "\u0001", "\u001F", "😀", "|", ">=", "≥",
    ];

    internal static string[] OpenXmlFaults(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")];
    }
}
