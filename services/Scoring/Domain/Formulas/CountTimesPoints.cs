using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F7: points for each item, up to the maximum.</summary>
public sealed record CountTimesPoints : Formula
{
    /// <summary>Points for one item, over 0 and at most the maximum.</summary>
    public required decimal Each { get; init; }

    internal override InputKinds Accepts => InputKinds.Count;

    internal override IEnumerable<FieldError> Faults(decimal max) => Scale.Check("/each", Each, 0.000001m, max, "Điểm mỗi lần phải lớn hơn 0 và không quá điểm tối đa.");

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) => input.Count!.Value * Each;
}
