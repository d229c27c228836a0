using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Scoring.Tests.Spreadsheets;

/// <summary>Changes a workbook as an official would in a spreadsheet program.</summary>
internal static class EditedBook
{
    public static byte[] Text(byte[] workbook, string sheet, string address, string text) => Cell(workbook, sheet, address, cell =>
    {
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text)));
    });

    public static byte[] Number(byte[] workbook, string sheet, string address, string number) => Cell(workbook, sheet, address, cell => cell.Append(new CellValue(number)));

    public static byte[] Formula(byte[] workbook, string sheet, string address, string formula) => Cell(workbook, sheet, address, cell => cell.Append(new CellFormula(formula), new CellValue("10")));

    public static byte[] Merged(byte[] workbook, string sheet, string range) =>
        Edit(workbook, sheet, s => s.InsertAfter(new MergeCells(new MergeCell { Reference = range }), s.GetFirstChild<SheetData>()));

    public static byte[] WithoutSheet(byte[] workbook, string sheet) => Whole(workbook, document =>
        document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Name = "Khác");

    private static byte[] Cell(byte[] workbook, string sheet, string address, Action<Cell> fill) => Edit(workbook, sheet, s =>
    {
        var row = s.Descendants<Row>().Single(r => address.EndsWith($"{r.RowIndex}", StringComparison.Ordinal) && address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]) == $"{r.RowIndex}");
        var cell = row.Elements<Cell>().SingleOrDefault(c => c.CellReference == address) ?? row.AppendChild(new Cell { CellReference = address });
        cell.RemoveAllChildren();
        cell.DataType = null;
        fill(cell);
    });

    private static byte[] Edit(byte[] workbook, string sheet, Action<Worksheet> change) => Whole(workbook, document =>
    {
        var id = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!;
        change(((WorksheetPart)document.WorkbookPart.GetPartById(id!)).Worksheet);
    });

    private static byte[] Whole(byte[] workbook, Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            change(document);
        return stream.ToArray();
    }
}
