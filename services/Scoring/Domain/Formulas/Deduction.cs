using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F8: the maximum less points for each case, not below 0.</summary>
[ValidatableType]
public sealed record Deduction : Formula
{
    /// <summary>1–20 kinds of case.</summary>
    [Items(1, 20)]
    public required ScoredCase[] Cases { get; init; }

    internal override InputKinds Accepts => Cases.Inputs();

    internal override IEnumerable<FieldError> Faults(decimal max) => Cases.Faults();

    protected override string? InputFault(LeafInput input) => Cases.InputFault(input);

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => max - Cases.Sum(input);
}
