using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Rendering.Docx;

/// <summary>The figures of a chart as the small workbook that Word opens for “Edit data”.</summary>
internal static class ChartWorkbook
{
    public const string Sheet = "Sheet1";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    // The clock must not be in the bytes; ZIP knows no earlier day.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Chart chart)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
                "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" +
                "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"{Sheet}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{Rows(chart)}</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }

    /// <summary>A, B, C …; charts have a handful of series.</summary>
    public static string Column(int index) => ((char)('A' + index)).ToString();

    private static string Rows(Chart chart)
    {
        var rows = new StringBuilder("<row r=\"1\">").Append(Cell("A1", chart.Unit));
        for (var s = 0; s < chart.Series.Count; s++)
            rows.Append(Cell($"{Column(s + 1)}1", chart.Series[s].Name));
        rows.Append("</row>");
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 2}\">").Append(Cell($"A{i + 2}", chart.Categories[i]));
            for (var s = 0; s < chart.Series.Count; s++)
            {
                if (chart.Series[s].Values[i] is { } value)
                    rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{Column(s + 1)}{i + 2}\"><v>{value}</v></c>");
            }

            rows.Append("</row>");
        }

        return rows.ToString();
    }

    private static string Cell(string place, string text) => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(PlainText.Clean(text))}</t></is></c>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml));
    }
}
