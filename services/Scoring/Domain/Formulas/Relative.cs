using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F10: the maximum at or above the mean of the block; below it in proportion, or nothing.</summary>
/// <remarks>Known only when the block is ranked, from all its sheets.</remarks>
public sealed record Relative : Formula
{
    /// <summary>Whether the mean itself counts.</summary>
    public BoundOperator Operator { get; init; }

    /// <summary>What a unit below the mean gets.</summary>
    public BelowMean BelowMean { get; init; }

    internal override InputKinds Accepts => InputKinds.Value | InputKinds.DoneOfTotal;

    internal override IEnumerable<FieldError> Faults(decimal max) => [];

    protected override string? InputFault(LeafInput input) => input.Value < 0 ? "Giá trị không được âm." : null;

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => blockMean is { } mean ? Against(input.Figure, mean, max) : null;

    internal decimal Against(decimal value, decimal mean, decimal max)
    {
        // A share of thirds has no exact decimal: added up and divided again, equal values must stay equal to their mean.
        (value, mean) = (Math.Round(value, 10), Math.Round(mean, 10));
        return Operator.Reached(value, mean) ? max : BelowMean == BelowMean.Zero ? 0 : mean <= 0 ? 0 : max * value / mean;
    }
}

/// <summary>What is given below the mean.</summary>
public enum BelowMean
{
    /// <summary>Value ÷ mean.</summary>
    Proportional,
    /// <summary>Nothing.</summary>
    Zero,
}
