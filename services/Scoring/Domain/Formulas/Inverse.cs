using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F9: less is better. The maximum up to the target, target ÷ value beyond it, nothing beyond the limit.</summary>
public sealed record Inverse : Formula
{
    /// <summary>Value that still gives the maximum, over 0.</summary>
    public required decimal Goal { get; init; }

    /// <summary>Value beyond which nothing is given; above the target; null = no limit.</summary>
    public decimal? Limit { get; init; }

    /// <summary>Whether the limit itself still counts.</summary>
    public BoundOperator LimitOperator { get; init; }

    internal override InputKinds Accepts => InputKinds.Value | InputKinds.DoneOfTotal;

    internal override IEnumerable<FieldError> Faults(decimal max) =>
    [
        .. Scale.Check("/goal", Goal, 0.000001m, Scale.Largest, "Mục tiêu phải lớn hơn 0."),
        .. Limit is { } limit ? Scale.Check("/limit", limit, Goal + 0.000001m, Scale.Largest, "Ngưỡng phải lớn hơn mục tiêu.") : [],
    ];

    protected override string? InputFault(LeafInput input) => input.Value < 0 ? "Giá trị không được âm." : null;

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean)
    {
        var x = input.Figure;
        return x <= Goal ? max : Limit is { } limit && !LimitOperator.Kept(x, limit) ? 0 : max * Goal / x;
    }
}
