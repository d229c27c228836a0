namespace Emulation.Scoring.Spreadsheets;

/// <summary>What a workbook may hold. Far above any honest table; what a hostile file costs stays within them.</summary>
internal static class SpreadsheetLimits
{
    /// <summary>Bytes of all parts after inflating.</summary>
    public const int Inflated = 50 * 1024 * 1024;

    public const int Parts = 1000;
    public const int Relationships = 20_000;
    public const int Sheets = 20;

    /// <summary>Rows and columns that may hold something, of one sheet.</summary>
    public const int Rows = 5000;
    public const int Columns = 60;

    /// <summary>Cells that hold something, of all sheets.</summary>
    public const int Cells = 150_000;

    /// <summary>Merged ranges, and array formulas over several cells, of one sheet.</summary>
    public const int Merged = 1000;
    public const int Arrays = 100;

    /// <summary>Characters of all texts, and of one: as much as Excel takes.</summary>
    public const int Characters = 10_000_000;
    public const int CellCharacters = 32_767;

    /// <summary>Bytes between two nodes of XML, and attributes of one: no tag and no text without end.</summary>
    public const int Node = 256 * 1024;
    public const int Attributes = 200;

    /// <summary>Elements and attributes of all parts.</summary>
    public const int Nodes = 1_500_000;

    public const int Depth = 100;
}
