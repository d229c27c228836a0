namespace Emulation.Scoring.Spreadsheets;

/// <summary>A sheet to be written: a header row and rows of values in the order of the columns.</summary>
/// <param name="Name">At most 31 characters, none of <c>\ / ? * [ ] :</c>.</param>
/// <param name="Columns">Columns from the left.</param>
/// <param name="Rows">Rows from the top.</param>
internal sealed record SheetDesign(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows);

/// <summary>A column of a written sheet.</summary>
/// <param name="Header">Header.</param>
/// <param name="Width">Width in characters.</param>
internal sealed record SheetColumn(string Header, int Width)
{
    /// <summary>Of a column of numbers their format: <c>0.00</c>, or <see cref="AsTheyAre"/>; null = a column of text.</summary>
    public string? Format { get; init; }

    public const string AsTheyAre = "General";

    /// <summary>Words to choose from, without commas, together at most 255 characters; the spreadsheet program refuses others.</summary>
    public string[] Choices { get; init; } = [];
}

/// <summary>A row of a written sheet: each value a text, a number (decimal, int) or null.</summary>
internal sealed record SheetRow(params object?[] Values)
{
    /// <summary>Whether the row stands out, as a heading of those below.</summary>
    public bool Strong { get; init; }
}
