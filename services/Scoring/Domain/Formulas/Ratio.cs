using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F2: the maximum times the part done, at most 1.</summary>
public sealed record Ratio : Formula
{
    internal override InputKinds Accepts => InputKinds.DoneOfTotal;

    internal override IEnumerable<FieldError> Faults(decimal max) => [];

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => Of(input, max);

    // Compared first and multiplied before dividing: no overflow, and 1/3 × 3 stays 1.
    internal static decimal Of(LeafInput input, decimal max) => input.Done >= input.Total ? max : max * input.Done!.Value / input.Total!.Value;
}
