using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Emulation.Scoring.Spreadsheets;

/// <summary>A cell as officials call it: <c>D14</c>. Row and column count from 1.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    /// <summary>Letters of the column: <c>D</c>.</summary>
    public string Letters
    {
        get
        {
            var letters = "";
            for (var rest = Column; rest > 0; rest = (rest - 1) / 26)
                letters = (char)('A' + ((rest - 1) % 26)) + letters;
            return letters;
        }
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters}{Row}");

    public static bool TryParse([NotNullWhen(true)] string? text, out CellAddress address)
    {
        address = default;
        if (text is null)
            return false;
        var letters = text.TakeWhile(char.IsAsciiLetter).Count();
        // XFD1048576 is the last cell there is.
        if (letters is 0 or > 3 || !int.TryParse(text.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is 0 or > 1_048_576)
            return false;
        address = new CellAddress(row, text.Take(letters).Aggregate(0, (column, letter) => (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1));
        return address.Column <= 16_384;
    }
}

/// <summary>Cells from one corner to the other, both included.</summary>
internal readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public bool Holds(CellAddress cell) => cell.Row >= First.Row && cell.Row <= Last.Row && cell.Column >= First.Column && cell.Column <= Last.Column;

    public override string ToString() => First == Last ? $"{First}" : $"{First}:{Last}";

    public static bool TryParse([NotNullWhen(true)] string? text, out CellRange range)
    {
        range = default;
        var ends = text?.Split(':') ?? [];
        if (ends.Length is 0 or > 2 || !CellAddress.TryParse(ends[0], out var one) || !CellAddress.TryParse(ends[^1], out var other))
            return false;
        range = new CellRange(new(Math.Min(one.Row, other.Row), Math.Min(one.Column, other.Column)), new(Math.Max(one.Row, other.Row), Math.Max(one.Column, other.Column)));
        return true;
    }
}
