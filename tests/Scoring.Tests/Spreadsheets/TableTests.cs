using Emulation.Scoring.Spreadsheets;
using Xunit;

namespace Emulation.Scoring.Tests.Spreadsheets;

public class TableTests
{
    [Fact]
    public void Table_UnderATitleInAnyOrderOfColumns_GivesRowsByHeader()
    {
        var book = Read(RawBook.Row(1, "BẢNG CHẤM ĐIỂM") + RawBook.Row(4, "điểm", "  Mã   tiêu chí") + RawBook.Row(5, "97,25", "I.1") + RawBook.Row(7, "2", "I.2"));
        var table = book.Table("phiếu", ["Mã tiêu chí"], "Điểm", "Ghi chú");
        Assert.Null(book.Problem);
        Assert.Equal([("I.1", 97.25m, 5), ("I.2", 2m, 7)], table.Rows.Select(r => (r.Needed("Mã tiêu chí"), r.Decimal("Điểm")!.Value, r.Number)));
        Assert.All(table.Rows, r => Assert.Null(r.Text("Ghi chú")));
    }

    [Theory]
    [InlineData("Mã|Khác", "I.1|x", "/Phiếu!B1", "Không có cột “Khác”")]
    [InlineData("Điểm", "5", "/Phiếu!A1", "Thiếu cột “Mã”")]
    [InlineData("Mã|Mã", "I.1|x", "/Phiếu!B1", "nhiều lần")]
    [InlineData("Cột|Khác", "5|6", "/Phiếu", "tiêu đề")]
    [InlineData("Mã|Điểm", "I.1|5|x", "/Phiếu!C2", "ngoài các cột")]
    public void Table_HeadersOrContentOutOfPlace_AreFaultsWithTheirCell(string headers, string row, string pointer, string word)
    {
        var book = Read(RawBook.Row(1, headers.Split('|')) + RawBook.Row(2, row.Split('|')));
        book.Table("Phiếu", ["Mã"], "Điểm");
        Assert.Contains(book.Problem!.Errors, e => e.Pointer == pointer && e.Detail.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_SheetNotThere_IsAFault()
    {
        var book = Read(RawBook.Row(1, "Mã"));
        Assert.Empty(book.Table("Điểm 1/2", ["Mã"]).Rows);
        Assert.Equal(("SCO-0053", "/Điểm 1~12"), (book.Problem?.Code, book.Problem!.Errors[0].Pointer));
    }

    [Fact]
    public void Table_FormulaAndMergedCells_AreFaultsWithTheirCells()
    {
        var book = Read(RawBook.Row(1, "Mã", "Điểm") + """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>""" + RawBook.Row(3, "I.2"), """<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="A90:B99"/></mergeCells>""");
        var table = book.Table("Phiếu", ["Mã"], "Điểm");
        Assert.Null(table.Rows[0].Decimal("Điểm"));
        Assert.Equal(["/Phiếu!A3", "/Phiếu!B2"], book.Problem!.Errors.Select(e => e.Pointer).Order());
    }

    [Theory]
    [InlineData("""<c><v>97.25</v></c>""", 97.25, null)]
    [InlineData("""<c t="inlineStr"><is><t>97,25</t></is></c>""", 97.25, null)]
    [InlineData("""<c t="inlineStr"><is><t>1.234</t></is></c>""", null, "1234 hoặc 1,234")]
    [InlineData("""<c s="1"><v>0.9725</v></c>""", null, "phần trăm")]
    [InlineData("""<c t="b"><v>1</v></c>""", null, "không phải là số")]
    public void Decimal_OfACell(string cell, double? number, string? fault) => Check(cell, r => r.Decimal("Điểm"), (decimal?)number, fault);

    [Theory]
    [InlineData("""<c s="1"><v>0.9725</v></c>""", 97.25, null)]
    [InlineData("""<c><v>97.25</v></c>""", 97.25, null)]
    [InlineData("""<c t="inlineStr"><is><t>97,25 %</t></is></c>""", 97.25, null)]
    [InlineData("""<c t="inlineStr"><is><t>%</t></is></c>""", null, "không phải là số")]
    public void Percent_OfACell(string cell, double? number, string? fault) => Check(cell, r => r.Percent("Điểm"), (decimal?)number, fault);

    [Theory]
    [InlineData("""<c><v>3</v></c>""", 3, null)]
    [InlineData("""<c><v>3.5</v></c>""", null, "số nguyên")]
    [InlineData("""<c><v>30000000000</v></c>""", null, "số nguyên")]
    public void Whole_OfACell(string cell, int? number, string? fault) => Check(cell, r => r.Whole("Điểm"), number, fault);

    [Theory]
    [InlineData("""<c><v>1</v></c>""", "1", null)]
    [InlineData("""<c><v>1.1</v></c>""", null, "Văn bản")]
    [InlineData("""<c s="3"><v>46054</v></c>""", null, "Văn bản")]
    public void Text_OfACell(string cell, string? text, string? fault)
    {
        var book = Read(RawBook.Row(1, "Điểm") + $"<row>{cell}</row>");
        Assert.Equal(text, book.Table("Phiếu", ["Điểm"]).Rows[0].Text("Điểm"));
        Assert.Equal(fault is null, book.Problem is null);
    }

    [Theory]
    [InlineData("Có", true, null)]
    [InlineData("KHÔNG", false, null)]
    [InlineData("có thể", false, "“Có” hoặc “Không”")]
    public void YesNo_OfACell(string text, bool yes, string? fault) => Check($"<c t=\"inlineStr\"><is><t>{text}</t></is></c>", r => r.YesNo("Điểm"), yes, fault);

    [Fact]
    public void Needed_BlankCell_IsAFault()
    {
        var book = Read(RawBook.Row(1, "Mã", "Điểm") + RawBook.Row(2, "I.1"));
        Assert.Equal(0, book.Table("Phiếu", ["Mã", "Điểm"]).Rows[0].NeededDecimal("Điểm"));
        Assert.Equal("/Phiếu!B2", Assert.Single(book.Problem!.Errors).Pointer);
    }

    private static void Check<T>(string cell, Func<TableRow, T?> read, T? expected, string? fault) where T : struct
    {
        var book = Read(RawBook.Row(1, "Điểm") + $"<row>{cell}</row>");
        Assert.Equal(expected, read(Assert.Single(book.Table("Phiếu", ["Điểm"]).Rows)));
        Assert.Equal(fault is null, book.Problem is null);
        if (fault is not null)
            Assert.Contains(fault, Assert.Single(book.Problem!.Errors, e => e.Pointer == "/Phiếu!A2").Detail, StringComparison.Ordinal);
    }

    private static ReadBook Read(string rows, string afterData = "")
    {
        var (book, problem) = SpreadsheetReader.Read(new RawBook(rows, afterData).Bytes());
        Assert.Null(problem);
        return book!;
    }
}
