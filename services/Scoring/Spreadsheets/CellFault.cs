using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>What is wrong with a cell, or with a whole sheet when no address is given.</summary>
internal sealed record CellFault(string Sheet, CellAddress? Address, string Detail)
{
    /// <summary>
    /// Pointer <c>/Phiếu!D14</c>: the sheet's name with <c>~</c> and <c>/</c> escaped as in a JSON pointer, an exclamation mark
    /// (the last one, should the name hold one too), the cell; a whole sheet is <c>/Phiếu</c>.
    /// </summary>
    public FieldError ToFieldError() => new(Pointer(Sheet, Address), Detail);

    public static string Pointer(string sheet, CellAddress? address) =>
        "/" + sheet.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) + (address is { } cell ? $"!{cell}" : "");
}
