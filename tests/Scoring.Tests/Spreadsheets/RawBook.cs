using System.IO.Compression;
using System.Text;

namespace Emulation.Scoring.Tests.Spreadsheets;

/// <summary>A workbook put together part by part, as no honest program would write it.</summary>
internal sealed class RawBook
{
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly Dictionary<string, byte[]> _parts = [];

    /// <summary>One sheet “Phiếu” with these rows of XML.</summary>
    public RawBook(string rows, string afterData = "")
    {
        With("[Content_Types].xml", ContentTypes());
        With("_rels/.rels", Rels(("rId1", "officeDocument", "xl/workbook.xml", false)));
        With("xl/workbook.xml", $"""<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><sheets><sheet name="Phiếu" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        With("xl/_rels/workbook.xml.rels", Rels(("rId1", "worksheet", "worksheets/sheet1.xml", false), ("rId2", "sharedStrings", "sharedStrings.xml", false), ("rId3", "styles", "styles.xml", false)));
        With("xl/sharedStrings.xml", $"""<sst xmlns="{Spreadsheet}"/>""");
        With("xl/styles.xml", $"""<styleSheet xmlns="{Spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;đ&quot;0.0%"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
        With("xl/worksheets/sheet1.xml", Sheet(rows, afterData));
    }

    public const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static string ContentTypes(string main = Main, string further = "") =>
        $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/xl/workbook.xml" ContentType="{main}"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{further}</Types>""";

    public static string Rels(params (string Id, string Type, string Target, bool External)[] relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(r => $"""<Relationship Id="{r.Id}" Type="{Relations}/{r.Type}" Target="{r.Target}"{(r.External ? " TargetMode=\"External\"" : "")}/>"""))}</Relationships>""";

    public static string Sheet(string rows, string afterData = "") => $"""<worksheet xmlns="{Spreadsheet}"><sheetData>{rows}</sheetData>{afterData}</worksheet>""";

    /// <summary>A row of texts.</summary>
    public static string Row(int number, params string[] texts) =>
        $"""<row r="{number}">{string.Concat(texts.Select(t => $"<c t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>""";

    public RawBook With(string part, string content) => With(part, Encoding.UTF8.GetBytes(content));

    public RawBook With(string part, byte[] content)
    {
        _parts[part] = content;
        return this;
    }

    public byte[] Bytes()
    {
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        return target.ToArray();
    }
}

/// <summary>Workbooks that must be refused, by what is wrong with them.</summary>
internal static class HostileBooks
{
    private static RawBook Plain => new(RawBook.Row(1, "Mã") + RawBook.Row(2, "I.1"));

    public static byte[] Of(string kind) => kind switch
    {
        "macro" => Plain.With("xl/vbaProject.bin", [1, 2, 3]).Bytes(),
        "macro by type" => Plain.With("[Content_Types].xml", RawBook.ContentTypes("application/vnd.ms-excel.sheet.macroEnabled.main+xml")).Bytes(),
        "macro sheet" => Plain.With("[Content_Types].xml", RawBook.ContentTypes(further: """<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/>""")).Bytes(),
        "external link" => Plain.With("xl/externalLinks/externalLink1.xml", $"""<externalLink xmlns="{RawBook.Spreadsheet}"/>""")
            .With("xl/externalLinks/_rels/externalLink1.xml.rels", RawBook.Rels(("rId1", "externalLinkPath", "file:///C:/bi-mat.xlsx", true))).Bytes(),
        "external image" => Plain.With("xl/worksheets/_rels/sheet1.xml.rels", RawBook.Rels(("rId1", "image", "http://example.org/x.png", true))).Bytes(),
        "connections" => Plain.With("[Content_Types].xml", RawBook.ContentTypes(further: """<Override PartName="/xl/connections.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"/>""")).Bytes(),
        "entity bomb" => Plain.With("xl/worksheets/sheet1.xml", $"""
            <!DOCTYPE b [<!ENTITY a0 "ha ha ha ha">{string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"))}]>
            {RawBook.Sheet("""<row r="1"><c t="inlineStr"><is><t>&a20;</t></is></c></row>""")}
            """).Bytes(),
        "external entity" => Plain.With("xl/sharedStrings.xml", $"""<!DOCTYPE s SYSTEM "file:///etc/passwd"><sst xmlns="{RawBook.Spreadsheet}"/>""").Bytes(),
        "entity in rels" => Plain.With("xl/_rels/workbook.xml.rels", """<!DOCTYPE r [<!ENTITY x "y">]>""" + RawBook.Rels(("rId1", "worksheet", "worksheets/sheet1.xml", false))).Bytes(),
        "zip bomb" => Plain.With("xl/media/image1.png", new byte[200 * 1024 * 1024]).Bytes(),
        "zip bomb of xml" => new RawBook(string.Concat(Enumerable.Repeat($"<row>{new string(' ', 1000)}</row>", 60 * 1024))).Bytes(),
        "one huge tag" => Plain.With("xl/worksheets/sheet1.xml", $"<worksheet {string.Join(' ', Enumerable.Range(0, 400_000).Select(i => $"a{i}=\"\""))}/>").Bytes(),
        "one huge text" => new RawBook(RawBook.Row(1, new string('x', 3 * 1024 * 1024))).Bytes(),
        "too many attributes" => Plain.With("xl/worksheets/sheet1.xml", $"<worksheet {string.Join(' ', Enumerable.Range(0, 300).Select(i => $"a{i}=\"\""))}/>").Bytes(),
        "nested deep" => Plain.With("xl/worksheets/sheet1.xml", string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))).Bytes(),
        "too many elements" => new RawBook(string.Concat(Enumerable.Repeat("<row/>", 2_100_000))).Bytes(),
        "too many parts" => Enumerable.Range(0, 1100).Aggregate(Plain, (book, i) => book.With($"xl/p{i}.bin", [])).Bytes(),
        "100000 rows" => new RawBook(string.Concat(Enumerable.Range(1, 100_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>"))).Bytes(),
        "100 columns" => new RawBook(RawBook.Row(1, [.. Enumerable.Repeat("x", 100)])).Bytes(),
        "too many cells" => ManySheets(20, string.Concat(Enumerable.Range(1, 200).Select(r => $"<row r=\"{r}\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 50))}</row>"))),
        "21 sheets" => ManySheets(21, RawBook.Row(1, "x")),
        "encrypted" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]],
        "not a zip" => "Mã,Tên\nI.1,x"u8.ToArray(),
        "cut off" => Plain.Bytes()[..400],
        "a document" => Plain.With("[Content_Types].xml", RawBook.ContentTypes("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")).Bytes(),
        "empty workbook" => new RawBook("").Bytes(),
        "no sheet" => Plain.With("xl/workbook.xml", $"""<workbook xmlns="{RawBook.Spreadsheet}"><sheets/></workbook>""").Bytes(),
        "sheet not there" => Plain.With("xl/_rels/workbook.xml.rels", RawBook.Rels(("rId9", "worksheet", "worksheets/sheet1.xml", false))).Bytes(),
        "broken xml" => Plain.With("xl/worksheets/sheet1.xml", "<worksheet><sheetData>").Bytes(),
        "sheet under another name" => Plain.With("[Content_Types].xml", RawBook.ContentTypes(further: """<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))
            .With("xl/_rels/workbook.xml.rels", RawBook.Rels(("rId1", "worksheet", "worksheets/sheet1.bin", false))).With("xl/worksheets/sheet1.bin", RawBook.Sheet(RawBook.Row(1, "x"))).Bytes(),
        "text that is not there" => new RawBook("""<row r="1"><c t="s"><v>7</v></c></row>""").Bytes(),
        "two cells in one place" => new RawBook("""<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>""").Bytes(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Kind, problem code, and a word that its Vietnamese detail must hold.</summary>
    public static TheoryData<string, string, string> All => new()
    {
        { "macro", "SCO-0051", "macro" },
        { "macro by type", "SCO-0051", "macro" },
        { "macro sheet", "SCO-0051", "macro" },
        { "external link", "SCO-0051", "liên kết" },
        { "external image", "SCO-0051", "liên kết" },
        { "connections", "SCO-0051", "liên kết" },
        { "entity bomb", "SCO-0051", "DTD" },
        { "external entity", "SCO-0051", "DTD" },
        { "entity in rels", "SCO-0051", "DTD" },
        { "zip bomb", "SCO-0052", "50 MB" },
        { "zip bomb of xml", "SCO-0052", "50 MB" },
        { "one huge tag", "SCO-0052", "quá lớn" },
        { "one huge text", "SCO-0052", "quá lớn" },
        { "too many attributes", "SCO-0052", "quá nhiều" },
        { "nested deep", "SCO-0052", "lồng nhau" },
        { "too many elements", "SCO-0052", "quá nhiều" },
        { "too many parts", "SCO-0052", "1000" },
        { "100000 rows", "SCO-0052", "dòng 5000 (ô A5001)" },
        { "100 columns", "SCO-0052", "60 cột (ô BI1)" },
        { "too many cells", "SCO-0052", "150000" },
        { "21 sheets", "SCO-0052", "20 trang tính" },
        { "encrypted", "SCO-0050", "mật khẩu" },
        { "not a zip", "SCO-0050", ".xlsx" },
        { "cut off", "SCO-0050", "hỏng" },
        { "a document", "SCO-0050", ".xlsx" },
        { "empty workbook", "SCO-0050", "không có nội dung" },
        { "no sheet", "SCO-0050", "không có nội dung" },
        { "sheet not there", "SCO-0050", "hỏng" },
        { "broken xml", "SCO-0050", "hỏng" },
        { "sheet under another name", "SCO-0050", "hỏng" },
        { "text that is not there", "SCO-0050", "hỏng" },
        { "two cells in one place", "SCO-0050", "hỏng" },
    };

    private static byte[] ManySheets(int count, string rows)
    {
        var book = Plain.With("[Content_Types].xml", RawBook.ContentTypes(further: string.Concat(Enumerable.Range(2, count).Select(i => $"""<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))));
        book.With("xl/workbook.xml", $"""<workbook xmlns="{RawBook.Spreadsheet}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(Enumerable.Range(1, count).Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>"))}</sheets></workbook>""");
        book.With("xl/_rels/workbook.xml.rels", RawBook.Rels([.. Enumerable.Range(1, count).Select(i => ($"rId{i}", "worksheet", $"worksheets/sheet{i}.xml", false))]));
        return Enumerable.Range(1, count).Aggregate(book, (b, i) => b.With($"xl/worksheets/sheet{i}.xml", RawBook.Sheet(rows))).Bytes();
    }
}
