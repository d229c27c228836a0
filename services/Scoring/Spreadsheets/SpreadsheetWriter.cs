using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>Writes workbooks that officials can fill in. No formula is ever written, and the same content gives the same bytes.</summary>
/// <remarks>A text stays a text whatever it begins with (= + - @): text cells have the text format too, so that editing one does not turn it into a formula or a date.</remarks>
internal static class SpreadsheetWriter
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(params SheetDesign[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            // Ids by hand: the library's own are random.
            var workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rIdWorkbook");
            var styles = new SheetStyles();
            workbook.Workbook = new Workbook(new Sheets(), new DefinedNames());
            for (var i = 0; i < sheets.Length; i++)
            {
                var id = $"rId{i + 1}";
                workbook.AddNewPart<WorksheetPart>(id).Worksheet = Worksheet(sheets[i], styles, first: i == 0);
                workbook.Workbook.Sheets!.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id });
                workbook.Workbook.DefinedNames!.Append(new DefinedName($"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }
            workbook.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = styles.Sheet();
        }
        return Tidy(stream.ToArray());
    }

    private static Worksheet Worksheet(SheetDesign sheet, SheetStyles styles, bool first)
    {
        var view = new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { TabSelected = first, WorkbookViewId = 0 };
        var columns = new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true, Style = styles.Of(c, strong: false) }));
        var data = new SheetData(Row(1, sheet.Columns.Select((c, i) => Text(new CellAddress(1, i + 1), c.Header, styles.Header))));
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var (row, number) = (sheet.Rows[r], r + 2);
            data.Append(Row(number, sheet.Columns.Select((column, i) => Value(new CellAddress(number, i + 1), i < row.Values.Length ? row.Values[i] : null, column, row.Strong, styles))));
        }
        var worksheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(view), columns, data);
        var offered = sheet.Columns.Index().Where(c => c.Item.Choices.Length > 0).Select(c => Offer(c.Item, new CellAddress(1, c.Index + 1).Letters)).ToList();
        if (offered.Count > 0)
            worksheet.Append(new DataValidations(offered) { Count = (uint)offered.Count });
        worksheet.Append(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        worksheet.Append(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        return worksheet;
    }

    private static Row Row(int number, IEnumerable<Cell> cells) => new(cells) { RowIndex = (uint)number };

    private static Cell Value(CellAddress at, object? value, SheetColumn column, bool strong, SheetStyles styles) => value switch
    {
        null => new Cell { CellReference = $"{at}", StyleIndex = styles.Of(column, strong) },
        string text => Text(at, text, styles.Text(strong)),
        decimal number => Number(at, number, styles.Number(column.Format, strong)),
        int number => Number(at, number, styles.Number(column.Format, strong)),
        _ => throw new NotSupportedException($"{value.GetType().Name} in a cell"),
    };

    private static Cell Number(CellAddress at, decimal number, uint style) =>
        new(new CellValue(number.ToString("0.############################", CultureInfo.InvariantCulture))) { CellReference = $"{at}", StyleIndex = style };

    private static Cell Text(CellAddress at, string text, uint style) => text.Length > SpreadsheetLimits.CellCharacters
        ? throw new ArgumentException($"A cell takes {SpreadsheetLimits.CellCharacters} characters.", nameof(text))
        : new Cell(new InlineString(new Text(XlsxText.Escape(text)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = $"{at}", StyleIndex = style, DataType = CellValues.InlineString };

    private static DataValidation Offer(SheetColumn column, string letters) => string.Join(',', column.Choices) is { Length: <= 255 } words
        ? new DataValidation(new Formula1($"\"{words}\""))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "Không có lựa chọn này",
            Error = "Hãy chọn một mục trong danh sách.",
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letters}2:{letters}{SpreadsheetLimits.Rows}" },
        }
        // Excel would declare the whole file damaged.
        : throw new ArgumentException("Choices of a column take at most 255 characters.", nameof(column));

    /// <summary>The packaging library stamps each entry with the clock, and prefixes every element, which simple readers do not understand.</summary>
    private static byte[] Tidy(byte[] package)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers look for [Content_Types].xml first, and it also sorts first.
            foreach (var entry in source.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = archive.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                var part = XElement.Load(from, LoadOptions.PreserveWhitespace);
                part.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value == part.Name.NamespaceName).Remove();
                part.Add(new XAttribute("xmlns", part.Name.NamespaceName));
                part.Save(to, SaveOptions.DisableFormatting);
            }
        }
        return target.ToArray();
    }
}
