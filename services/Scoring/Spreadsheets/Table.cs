namespace Emulation.Scoring.Spreadsheets;

/// <summary>A table of a sheet: one header row, rows below it, cells asked for by header.</summary>
/// <remarks>
/// The header row is the one among the first 20 that has most of the headers; titles may stand above it. Headers are compared without regard to
/// case and doubled blanks; columns may stand in any order. Missing, doubled and unknown headers, faulty or merged cells and content outside the
/// columns are faults of the book.
/// </remarks>
internal sealed class Table
{
    private const int HeaderWithin = 20;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadBook _book;

    public Table(ReadBook book, string name, ReadSheet? sheet, string[] required, string[] optional)
    {
        (_book, Name) = (book, sheet?.Name ?? name);
        if (sheet is null || FindHeaders(sheet, [.. required, .. optional]) is not { } header)
            return;
        Header = header;
        foreach (var missing in required.Where(h => !_columns.ContainsKey(h)))
            Fault(new CellAddress(header, 1), $"Thiếu cột “{missing}”.");
        var rows = sheet.Cells.Where(c => c.Address.Row > header).GroupBy(c => c.Address.Row).ToList();
        foreach (var merged in sheet.Merged.Where(m => m.Last.Row >= header && rows.Exists(r => r.Key >= m.First.Row && r.Key <= m.Last.Row)))
            Fault(merged.First, $"Các ô {merged} đang gộp; hãy bỏ gộp ô và ghi vào từng ô.");
        Rows = [.. rows.Select(r => new TableRow(this, r.Key, Known(r)))];
    }

    /// <summary>Name of the sheet.</summary>
    public string Name { get; }

    /// <summary>Number of the header row; 0 when there is none.</summary>
    public int Header { get; }

    /// <summary>Rows that hold something.</summary>
    public IReadOnlyList<TableRow> Rows { get; } = [];

    public void Fault(CellAddress? at, string detail) => _book.Fault(new CellFault(Name, at, detail));

    /// <summary>Where the cell of a row and a header is; the first column when the header is missing.</summary>
    public CellAddress Place(int row, string header) => new(row, _columns.GetValueOrDefault(header, 1));

    internal int? Column(string header) => _columns.TryGetValue(header, out var column) ? column : null;

    private int? FindHeaders(ReadSheet sheet, string[] headers)
    {
        var known = headers.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var best = sheet.Cells.Where(c => c.Address.Row <= HeaderWithin).GroupBy(c => c.Address.Row).Select(r => (Row: r, Matches: r.Count(c => known.Contains(Tidy(c.Text)))))
            .OrderByDescending(r => r.Matches).FirstOrDefault();
        if (best.Matches == 0)
        {
            Fault(null, $"Không thấy dòng tiêu đề trong {HeaderWithin} dòng đầu; cần có các cột: {string.Join(", ", headers)}.");
            return null;
        }
        foreach (var cell in best.Row)
        {
            if (cell.Fault is { } fault)
                Fault(cell.Address, fault);
            else if (!known.Contains(Tidy(cell.Text)))
                Fault(cell.Address, $"Không có cột “{NumberText.Short(cell.Text)}” trong mẫu.");
            else if (!_columns.TryAdd(Tidy(cell.Text), cell.Address.Column))
                Fault(cell.Address, $"Cột “{cell.Text}” xuất hiện nhiều lần.");
        }
        return best.Row.Key;
    }

    private Dictionary<int, ReadCell> Known(IEnumerable<ReadCell> cells)
    {
        Dictionary<int, ReadCell> known = [];
        foreach (var cell in cells)
        {
            if (cell.Fault is { } fault)
                Fault(cell.Address, fault);
            else if (!_columns.ContainsValue(cell.Address.Column))
                Fault(cell.Address, "Ô có nội dung nhưng nằm ngoài các cột của mẫu.");
            known[cell.Address.Column] = cell;
        }
        return known;
    }

    private static string Tidy(string header) => string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
