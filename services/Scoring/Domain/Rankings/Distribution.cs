using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>How one figure is spread over the units of a block; four decimals.</summary>
public sealed record Distribution
{
    /// <summary>Number of units that have the figure.</summary>
    public required int Units { get; init; }

    /// <summary>Mean.</summary>
    public required decimal Mean { get; init; }

    /// <summary>Median: the middle one, or the mean of the two in the middle.</summary>
    public required decimal Median { get; init; }

    /// <summary>Best.</summary>
    public required decimal Best { get; init; }

    /// <summary>Lowest.</summary>
    public required decimal Lowest { get; init; }

    /// <summary>Best less lowest.</summary>
    public decimal Spread => Best - Lowest;

    /// <summary>Null when no unit has the figure.</summary>
    internal static Distribution? Of(IEnumerable<decimal> figures)
    {
        var sorted = figures.Order().ToArray();
        var n = sorted.Length;
        return n == 0 ? null : new Distribution
        {
            Units = n,
            Mean = Scale.Keep(sorted.Sum() / n),
            Median = Scale.Keep((sorted[(n - 1) / 2] + sorted[n / 2]) / 2),
            Best = sorted[^1],
            Lowest = sorted[0],
        };
    }
}
