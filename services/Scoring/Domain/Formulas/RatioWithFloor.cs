using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F3: like a ratio, but nothing below a floor.</summary>
public sealed record RatioWithFloor : Formula
{
    /// <summary>Least part, over 0 and at most 1: 0.8 for 80%.</summary>
    public required decimal Floor { get; init; }

    /// <summary>Whether the floor itself counts.</summary>
    public BoundOperator Operator { get; init; }

    internal override InputKinds Accepts => InputKinds.DoneOfTotal;

    internal override IEnumerable<FieldError> Faults(decimal max) =>
        Floor == 0 ? [new FieldError("/floor", "Mức sàn 0 không có tác dụng; hãy dùng kiểu ratio.")]
        : Scale.Check("/floor", Floor, 0, 1, "Mức sàn phải trên 0 và không quá 1 (0,8 là 80%).");

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean) =>
        Operator.Reached(input.Done!.Value, Floor * input.Total!.Value) ? Ratio.Of(input, max) : 0;
}
