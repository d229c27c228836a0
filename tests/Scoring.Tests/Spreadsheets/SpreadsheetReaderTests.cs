using Emulation.Scoring.Spreadsheets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Spreadsheets;

public class SpreadsheetReaderTests
{
    public static TheoryData<string, string, string> Hostile => HostileBooks.All;

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Read_HostileFile_IsRefusedAndSaysWhy(string kind, string code, string word)
    {
        var (book, problem) = SpreadsheetReader.Read(HostileBooks.Of(kind));
        Assert.Null(book);
        Assert.Equal(code, problem?.Code);
        Assert.Contains(word, problem!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoBytes_IsRefused() => Assert.Equal("SCO-0050", SpreadsheetReader.Read([]).Problem?.Code);

    [Fact]
    public void Read_AnySpoiltBytes_NeverThrows()
    {
        var whole = SpreadsheetWriter.Write(new SheetDesign("Phiếu", [new("Mã", 10), new("Điểm", 10) { Format = SheetColumn.AsTheyAre }], [new("I.1", 1.5m), new("I.2", 2)]));
        var spoiling = Gen.Zip(Gen.Choose(0, whole.Length - 1), Gen.Choose(0, 255)).ArrayOf(6).ToArbitrary();
        Prop.ForAll(spoiling, changes =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (at, value) in changes)
                bytes[at] = (byte)value;
            var (book, problem) = SpreadsheetReader.Read(bytes);
            return book is null == problem is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void Read_SpoiltXml_NeverThrows()
    {
        // Behind the archive's checksums, where the first kind of damage never gets to.
        var sheet = RawBook.Sheet("""<row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>x</t></r></is></c></row>""", """<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>""");
        Prop.ForAll(Gen.Zip(Gen.Choose(0, sheet.Length - 1), Gen.Elements("<>/\"=0AZ9:&; é".ToCharArray())).ArrayOf(3).ToArbitrary(), changes =>
        {
            var text = sheet.ToCharArray();
            foreach (var (at, value) in changes)
                text[at] = value;
            var (book, problem) = SpreadsheetReader.Read(new RawBook("").With("xl/worksheets/sheet1.xml", new string(text)).Bytes());
            return book is null == problem is not null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Theory]
    [InlineData("""<c r="A1"><v>97.25</v></c>""", "97.25", 97.25)]
    [InlineData("""<c r="A1"><v>0.30000000000000004</v></c>""", "0.3", 0.3)]
    [InlineData("""<c r="A1"><v>1E-3</v></c>""", "0.001", 0.001)]
    [InlineData("""<c r="A1" s="3"><v>46054</v></c>""", "46054", 46054.0)]
    [InlineData("""<c r="A1" t="s"><v>0</v></c>""", "Nguyễn đậm", null)]
    [InlineData("""<c r="A1" t="inlineStr"><is><t> 97,25 </t></is></c>""", "97,25", null)]
    [InlineData("""<c r="A1" t="str"><v>=1+1</v></c>""", "=1+1", null)]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>a_x000D__x005F_x0041_b</t></is></c>""", "a\r_x0041_b", null)]
    [InlineData("""<c r="A1" t="b"><v>1</v></c>""", "TRUE", null)]
    [InlineData("""<c t="d"><v>2026-11-21</v></c>""", "2026-11-21", null)]
    public void Read_CellOfAKind_GivesItsTextAndNumber(string cell, string text, double? number)
    {
        // The shared text is written in pieces, one of them decomposed, with a reading for Asian scripts.
        var book = new RawBook($"<row>{cell}</row>").With("xl/sharedStrings.xml", $"<sst xmlns=\"{RawBook.Spreadsheet}\"><si><r><t xml:space=\"preserve\">Nguye\u0302\u0303n </t></r><r><rPr><b/></rPr><t>đậm</t></r><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si></sst>");
        var read = Assert.Single(Assert.Single(Read(book).Sheets).Cells);
        Assert.Equal((new CellAddress(1, 1), text, (decimal?)number, null), (read.Address, read.Text, read.Number, read.Fault));
    }

    [Theory]
    [InlineData("""<c r="B3"><f>SUM(A1:A2)</f><v>3</v></c>""", "công thức")]
    [InlineData("""<c r="B3"><f t="shared" si="0"/><v>3</v></c>""", "công thức")]
    [InlineData("""<c r="A3"><f t="array" ref="A3:B4">A1</f><v>3</v></c><c r="B3"><v>3</v></c>""", "công thức")]
    [InlineData("""<c r="B3" t="e"><v>#DIV/0!</v></c>""", "#DIV/0!")]
    [InlineData("""<c r="B3"><v>1E+300</v></c>""", "quá lớn")]
    [InlineData("""<c r="B3" t="inlineStr"><is><t>_x0000_</t></is></c>""", "U+0000")]
    [InlineData("""<c r="B3" t="inlineStr"><is><t>_xD800_</t></is></c>""", "Unicode")]
    public void Read_FaultyCell_IsNamedAndTheRestIsRead(string cell, string word)
    {
        var cells = Read(new RawBook($"<row r=\"3\">{cell}<c r=\"D3\"><v>5</v></c></row>")).Sheets[0].Cells;
        Assert.Contains(word, Assert.Single(cells, c => c.Address.ToString() == "B3").Fault, StringComparison.Ordinal);
        Assert.Equal(5, Assert.Single(cells, c => c.Address.ToString() == "D3").Number);
    }

    [Theory]
    [InlineData(1, NumberLook.Percent)]
    [InlineData(2, NumberLook.Percent)]
    [InlineData(3, NumberLook.Date)]
    [InlineData(0, NumberLook.Plain)]
    public void Read_NumberWithAFormat_SaysHowItLooks(int style, object look) =>
        Assert.Equal(look, Read(new RawBook($"<row><c s=\"{style}\"><v>0.9725</v></c></row>")).Sheets[0].Cells[0].Look);

    [Fact]
    public void Read_BlankStyledRowsWithoutEnd_AreNoContent()
    {
        // What a spreadsheet program leaves behind when a whole column is given a border.
        var rows = RawBook.Row(1, "Mã") + string.Concat(Enumerable.Range(2, 100_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" s=\"1\"/></row>"));
        Assert.Single(Read(new RawBook(rows)).Sheets[0].Cells);
    }

    [Theory]
    [InlineData("http://example.org/bang-chung")]
    [InlineData("http://[hong")]
    [InlineData("mailto:a b@@c d")]
    public void Read_HyperlinkOfACell_IsOnlyText(string target)
    {
        // Spreadsheet programs make a hyperlink of every address typed, broken ones too.
        var book = new RawBook(RawBook.Row(1, target)).With("xl/worksheets/_rels/sheet1.xml.rels", RawBook.Rels(("rId1", "hyperlink", target, true)));
        Assert.Equal(target, Read(book).Sheets[0].Cells[0].Text);
    }

    [Fact]
    public void Read_BookOfOtherPrograms_IsRead()
    {
        // Absolute targets, another edition of the standard, a theme that is not there, prefixes, a chart tab.
        var book = new RawBook("").With("xl/_rels/workbook.xml.rels", RawBook.Rels(("rId1", "worksheet", "/xl/worksheets/sheet1.xml", false), ("rId2", "theme", "theme/theme1.xml", false), ("rId3", "chartsheet", "chartsheets/sheet1.xml", false))
                .Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal))
            .With("xl/workbook.xml", """<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="Biểu đồ" sheetId="2" r:id="rId3"/><x:sheet name="Phiếu" sheetId="1" state="hidden" r:id="rId1"/></x:sheets></x:workbook>""")
            .With("xl/worksheets/sheet1.xml", """<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Mã</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>""");
        Assert.Equal(("Phiếu", "Mã"), Read(book).Sheets.Select(s => (s.Name, s.Cells[0].Text)).Single());
    }

    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("BH5000", 5000, 60)]
    [InlineData("XFD1048576", 1_048_576, 16_384)]
    public void Address_ReadAndWritten_IsTheSame(string text, int row, int column)
    {
        Assert.True(CellAddress.TryParse(text, out var address));
        Assert.Equal((new CellAddress(row, column), text), (address, address.ToString()));
        Assert.All(new[] { "", "A", "1", "A0", "AAAA1", "XFE1", "A-1", "A1048577", "A99999999999" }, bad => Assert.False(CellAddress.TryParse(bad, out _), bad));
    }

    private static ReadBook Read(RawBook raw)
    {
        var (book, problem) = SpreadsheetReader.Read(raw.Bytes());
        Assert.Null(problem);
        return book!;
    }
}
