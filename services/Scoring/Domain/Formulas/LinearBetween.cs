using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F4: 0 up to the low bound, the maximum from the high one, a straight line between.</summary>
public sealed record LinearBetween : Formula
{
    /// <summary>Value that still gives 0.</summary>
    public required decimal Low { get; init; }

    /// <summary>Value that gives the maximum; above the low bound.</summary>
    public required decimal High { get; init; }

    internal override InputKinds Accepts => InputKinds.Value | InputKinds.DoneOfTotal;

    internal override IEnumerable<FieldError> Faults(decimal max) =>
        [.. Scale.Check("/low", Low, -Scale.Largest, Scale.Largest, ""), .. Scale.Check("/high", High, Low + 0.000001m, Scale.Largest, "Cận trên phải lớn hơn cận dưới.")];

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean)
    {
        var x = input.Figure;
        return x >= High ? max : x < Low ? 0 : max * (x - Low) / (High - Low);
    }
}
