namespace Emulation.Scoring.Spreadsheets;

/// <summary>A row of a table. What a cell cannot be read as is a fault of the book, and null here.</summary>
internal sealed class TableRow(Table table, int number, IReadOnlyDictionary<int, ReadCell> cells)
{
    private static readonly string[] Yes = ["có", "x", "đạt", "true", "đúng", "1"];
    private static readonly string[] No = ["không", "không đạt", "false", "sai", "0"];

    /// <summary>Number of the row as the sheet shows it.</summary>
    public int Number => number;

    public CellAddress Place(string header) => table.Place(number, header);

    public void Fault(string header, string detail) => table.Fault(Place(header), detail);

    public bool Has(string header) => Cell(header) is not null;

    /// <summary>Text in NFC and without outer blanks; null when the cell is blank.</summary>
    public string? Text(string header)
    {
        if (Sound(header) is not { } cell)
            return null;
        // 1.10 typed into such a cell has become 1.1, and 1/2 the first of February.
        if (cell.Number is { } figure && (cell.Look != NumberLook.Plain || decimal.Truncate(figure) != figure))
        {
            Fault(header, "Ô đang ở dạng số hoặc ngày tháng; hãy định dạng ô là Văn bản (Text) rồi nhập lại.");
            return null;
        }
        return cell.Text;
    }

    /// <summary>Text that must be there; empty, and a fault, when it is not.</summary>
    public string Needed(string header) => Present(header) ? Text(header) ?? "" : "";

    /// <summary>A number: of a numeric cell, or typed as text (<see cref="NumberText"/>); null when the cell is blank.</summary>
    public decimal? Decimal(string header)
    {
        if (Sound(header) is not { } cell)
            return null;
        if (cell is { Number: not null, Look: NumberLook.Percent })
        {
            Fault(header, "Ô đang định dạng phần trăm; hãy định dạng ô là Số (Number) rồi nhập lại.");
            return null;
        }
        return cell.Number ?? Typed(header, cell.Text);
    }

    /// <summary>A number that must be there; 0, and a fault, when it is not.</summary>
    public decimal NeededDecimal(string header) => Present(header) ? Decimal(header) ?? 0 : 0;

    /// <summary>A whole number; null when the cell is blank.</summary>
    public int? Whole(string header)
    {
        var figure = Decimal(header);
        if (figure is null || (decimal.Truncate(figure.Value) == figure && Math.Abs(figure.Value) <= int.MaxValue))
            return (int?)figure;
        Fault(header, "Phải là số nguyên.");
        return null;
    }

    /// <summary>A percentage, 97.25 for 97,25%: of a numeric cell with or without the format for percentages, or typed with or without the sign.</summary>
    public decimal? Percent(string header) =>
        Sound(header) is not { } cell ? null
        : cell.Number is { } figure ? cell.Look == NumberLook.Percent ? figure * 100 : figure
        : Typed(header, cell.Text.EndsWith('%') ? cell.Text[..^1] : cell.Text);

    /// <summary>“Có” or “Không”; null when the cell is blank.</summary>
    public bool? YesNo(string header)
    {
        if (Sound(header) is not { } cell)
            return null;
        if (Yes.Contains(cell.Text, StringComparer.OrdinalIgnoreCase))
            return true;
        if (!No.Contains(cell.Text, StringComparer.OrdinalIgnoreCase))
            Fault(header, "Ghi “Có” hoặc “Không”.");
        return false;
    }

    /// <summary>One of some words, in any case; null when the cell is blank.</summary>
    public T? Choice<T>(string header, IReadOnlyDictionary<string, T> words) where T : struct
    {
        if (Text(header) is not { } text)
            return null;
        foreach (var (word, value) in words)
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return value;
        Fault(header, $"Không có lựa chọn “{NumberText.Short(text)}”; ghi một trong: {string.Join("; ", words.Keys)}.");
        return null;
    }

    private ReadCell? Cell(string header) => table.Column(header) is { } column ? cells.GetValueOrDefault(column) : null;

    /// <summary>A faulty cell has been told of when the table was read.</summary>
    private ReadCell? Sound(string header) => Cell(header) is { Fault: null } cell ? cell : null;

    private bool Present(string header)
    {
        // A missing column has been told of once.
        if (Has(header) || table.Column(header) is null)
            return Has(header);
        Fault(header, $"Ô “{header}” phải có nội dung.");
        return false;
    }

    private decimal? Typed(string header, string text)
    {
        var (figure, fault) = NumberText.Read(text);
        if (fault is not null)
            Fault(header, fault);
        return figure;
    }
}
