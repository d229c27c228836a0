using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>The sums of a sheet, kept with it so that a ranking need not open 67 leaves of each of thousands of sheets.</summary>
public sealed record SheetScore
{
    /// <summary>Sum of the points of all scored leaves.</summary>
    public required decimal Points { get; init; }

    /// <summary>Sum of the maxima of all scored leaves that apply.</summary>
    public required decimal Max { get; init; }

    /// <summary>The same per area.</summary>
    public required AreaScore[] Areas { get; init; }

    /// <summary>Bonus less penalty, outside the 100.</summary>
    public required decimal Bonus { get; init; }

    /// <summary>Leaves without an entry yet; in neither sum.</summary>
    public required string[] Missing { get; init; }

    /// <summary>Leaves whose points depend on the whole block (F10); in neither sum until it is ranked.</summary>
    public required PendingLeaf[] Pending { get; init; }

    /// <summary>Index, 0–100, four decimals; null when no leaf is scored.</summary>
    internal decimal? Index => Max == 0 ? null : Scale.Keep(Points * 100 / Max);

    internal bool Provisional => Missing.Length > 0 || Pending.Length > 0;
}

/// <summary>Sums of one area.</summary>
public sealed record AreaScore
{
    /// <summary>Code of the area.</summary>
    public required string Code { get; init; }

    /// <summary>Sum of points.</summary>
    public required decimal Points { get; init; }

    /// <summary>Sum of maxima that apply.</summary>
    public required decimal Max { get; init; }
}

/// <summary>A value that waits for the mean of its block.</summary>
public sealed record PendingLeaf
{
    /// <summary>Code of the leaf.</summary>
    public required string Leaf { get; init; }

    /// <summary>The unit's value.</summary>
    public required decimal Value { get; init; }
}
