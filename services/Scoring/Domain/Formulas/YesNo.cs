using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F1: met gives the maximum, else 0.</summary>
public sealed record YesNo : Formula
{
    internal override InputKinds Accepts => InputKinds.Met;

    internal override IEnumerable<FieldError> Faults(decimal max) => [];

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => input.Met == true ? max : 0;
}
