using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F12: points outside the 100, with a cap and evidence of their own.</summary>
[ValidatableType]
public sealed record BonusPenalty : Formula
{
    /// <summary>Adds or takes away.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Most that it adds or takes away, over 0 and at most 100.</summary>
    public required decimal Cap { get; init; }

    /// <summary>1–20 kinds of case.</summary>
    [Items(1, 20)]
    public required ScoredCase[] Cases { get; init; }

    internal override InputKinds Accepts => Cases.Inputs();

    internal override IEnumerable<FieldError> Faults(decimal max) =>
        [.. Scale.Check("/cap", Cap, 0.000001m, 100, "Mức trần phải trên 0 và không quá 100."), .. Cases.Faults()];

    /// <summary>Points with their sign.</summary>
    internal decimal Signed(LeafInput input) => Sign * Mark(input, Cap)!.Value;

    internal decimal Sign => Effect == Effect.Bonus ? 1 : -1;

    protected override string? InputFault(LeafInput input) => Cases.InputFault(input);

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => Cases.Sum(input);
}

/// <summary>Which way points outside the 100 go.</summary>
public enum Effect
{
    /// <summary>Điểm thưởng.</summary>
    Bonus,
    /// <summary>Điểm trừ.</summary>
    Penalty,
}
