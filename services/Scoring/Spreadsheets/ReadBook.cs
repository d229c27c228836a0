using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>An uploaded workbook as it was read: cells that hold something, and what is wrong with them.</summary>
/// <remarks>Take its tables, read their rows; whatever is amiss gathers here and is told at once by <see cref="Problem"/>.</remarks>
internal sealed class ReadBook(IReadOnlyList<ReadSheet> sheets)
{
    private const int MostFaults = 100;
    private readonly List<CellFault> _faults = [];

    public IReadOnlyList<ReadSheet> Sheets => sheets;

    /// <summary>The faults found so far, at most 100; null when there are none.</summary>
    public Problem? Problem => _faults.Count == 0 ? null : Problems.WorkbookInvalid with { Errors = [.. _faults.Distinct().Take(MostFaults).Select(f => f.ToFieldError())] };

    public void Fault(CellFault fault) => _faults.Add(fault);

    /// <summary>A sheet by its name, in any case; null, and a fault, when it is missing.</summary>
    public ReadSheet? Sheet(string name)
    {
        var sheet = sheets.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        if (sheet is null)
            Fault(new CellFault(name, null, $"Thiếu trang tính “{name}”."));
        return sheet;
    }

    /// <summary>The table under the header row of a sheet; empty, and a fault, when sheet or headers are missing.</summary>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="required">Headers that must be there.</param>
    /// <param name="optional">Headers that may be there; any other is a fault.</param>
    public Table Table(string sheet, string[] required, params string[] optional) => new(this, sheet, Sheet(sheet), required, optional);
}

/// <summary>One sheet of an uploaded workbook.</summary>
/// <param name="Name">Name in NFC.</param>
/// <param name="Cells">Cells that hold something or are faulty, row by row.</param>
/// <param name="Merged">Ranges of merged cells.</param>
internal sealed record ReadSheet(string Name, IReadOnlyList<ReadCell> Cells, IReadOnlyList<CellRange> Merged);

/// <summary>One cell of an uploaded workbook.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Text">What it says, in NFC and without outer blanks; of a number, its digits with a decimal point.</param>
/// <param name="Number">Its figure when the cell holds a number, not a text that looks like one; a date is its serial number.</param>
/// <param name="Look">How the number is shown.</param>
/// <param name="Fault">Why it cannot be taken: a formula, an error value.</param>
internal sealed record ReadCell(CellAddress Address, string Text, decimal? Number = null, NumberLook Look = NumberLook.Plain, string? Fault = null);

/// <summary>How a number is shown. What reads 97,25% is 0,9725 in the file, and what reads 01/02 is 46054.</summary>
internal enum NumberLook
{
    Plain,
    Percent,
    Date,
}
