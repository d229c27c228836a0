using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>Reads the cells of one sheet in a single pass.</summary>
internal sealed class SheetReader
{
    private readonly IReadOnlyList<(string Text, string? Fault)> _texts;
    private readonly IReadOnlyList<NumberLook> _looks;
    private readonly Budget _budget;
    private readonly string _name;
    private readonly Dictionary<CellAddress, ReadCell> _cells = [];
    private readonly List<CellRange> _merged = [];
    private readonly List<CellRange> _computed = [];
    private int _row;
    private CellAddress _at;

    private SheetReader(string name, IReadOnlyList<(string Text, string? Fault)> texts, IReadOnlyList<NumberLook> looks, Budget budget) =>
        (_name, _texts, _looks, _budget) = (name, texts, looks, budget);

    public static ReadSheet Read(string name, PackagePart part, IReadOnlyList<(string Text, string? Fault)> texts, IReadOnlyList<NumberLook> looks, Budget budget)
    {
        var sheet = new SheetReader(name, texts, looks, budget);
        using var reader = SpreadsheetReader.Open(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(Row))
                sheet.Row(reader.Attribute("r"));
            else if (reader.ElementType == typeof(Cell))
                sheet.Cell(reader);
            else if (reader.ElementType == typeof(MergeCell) && CellRange.TryParse(reader.Attribute("ref"), out var range))
                sheet.Range(sheet._merged, range, SpreadsheetLimits.Merged);
        }
        // Of an array formula only the first cell says that it is one.
        var cells = sheet._cells.Values.OrderBy(c => c.Address.Row).ThenBy(c => c.Address.Column).Select(c => c.Fault is null && sheet._computed.Exists(r => r.Holds(c.Address)) ? c with { Fault = Formula } : c);
        return new ReadSheet(name, [.. cells], sheet._merged);
    }

    private const string Formula = "Ô chứa công thức; hãy dán giá trị thay cho công thức.";

    private void Range(List<CellRange> ranges, CellRange range, int most)
    {
        if (ranges.Count == most)
            throw new LimitException($"Trang tính “{_name}” có quá nhiều vùng gộp ô hoặc công thức mảng.");
        ranges.Add(range);
    }

    // Rows and cells may leave out where they are: then they follow the one before.
    private void Row(string? number)
    {
        _row = number is null ? _row + 1 : int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
        _at = new CellAddress(_row, 0);
    }

    private void Cell(OpenXmlReader reader)
    {
        var reference = reader.Attribute("r");
        if (reference is null)
            _at = _at with { Column = _at.Column + 1 };
        else if (!CellAddress.TryParse(reference, out _at))
            throw new InvalidDataException("A cell without an address.");
        var type = reader.Attribute("t") ?? "n";
        var look = int.TryParse(reader.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < _looks.Count ? _looks[style] : NumberLook.Plain;
        var formula = false;
        string? value = null;
        (string Text, string? Fault)? inline = null;
        while (reader.Read() && !(reader.IsEndElement && reader.ElementType == typeof(Cell)))
        {
            if (!reader.IsStartElement)
                continue;
            if (reader.ElementType == typeof(CellFormula))
            {
                formula = true;
                if (CellRange.TryParse(reader.Attribute("ref"), out var computed) && computed.First != computed.Last)
                    Range(_computed, computed, SpreadsheetLimits.Arrays);
            }
            else if (reader.ElementType == typeof(CellValue))
            {
                value = reader.GetText();
            }
            else if (reader.ElementType == typeof(InlineString))
            {
                inline = SharedTexts.Rich(reader, typeof(InlineString), _budget);
            }
        }
        if (Content(type, look, formula, value, inline) is { } cell)
            Add(cell);
    }

    private ReadCell? Content(string type, NumberLook look, bool formula, string? value, (string Text, string? Fault)? inline)
    {
        if (formula)
            return new ReadCell(_at, "", Fault: Formula);
        if (type == "inlineStr")
            return OfText(inline ?? ("", null));
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return type switch
        {
            "s" => OfText(_texts[int.Parse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture)]),
            "b" => new ReadCell(_at, value.Trim() == "1" ? "TRUE" : "FALSE"),
            "e" => new ReadCell(_at, "", Fault: $"Ô có giá trị lỗi ({NumberText.Short(value)})."),
            "n" => OfNumber(value, look),
            _ => OfText(Counted(value)),
        };
    }

    private (string, string?) Counted(string value)
    {
        _budget.Text(value);
        return XlsxText.Read(value);
    }

    private ReadCell? OfText((string Text, string? Fault) text) => text is ("", null) ? null : new ReadCell(_at, text.Text, Fault: text.Fault);

    private ReadCell OfNumber(string value, NumberLook look)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary) || !double.IsFinite(binary))
            throw new InvalidDataException("A number that is none.");
        // Excel shows 15 digits and stores noise behind them: 0,3 as 0.30000000000000004. The conversion rounds to those 15.
        return Math.Abs(binary) < 1e27 ? Of((decimal)binary) : new ReadCell(_at, "", Fault: "Số quá lớn.");

        ReadCell Of(decimal number) => new(_at, number.ToString("0.############################", CultureInfo.InvariantCulture), number, look);
    }

    private void Add(ReadCell cell)
    {
        if (_at.Row > SpreadsheetLimits.Rows)
            throw new LimitException($"Trang tính “{_name}” có nội dung quá dòng {SpreadsheetLimits.Rows} (ô {_at}).");
        if (_at.Column > SpreadsheetLimits.Columns)
            throw new LimitException($"Trang tính “{_name}” có nội dung quá {SpreadsheetLimits.Columns} cột (ô {_at}).");
        _budget.Cell();
        if (!_cells.TryAdd(_at, cell))
            throw new InvalidDataException("Two cells in one place.");
    }
}
