using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F6: the maximum from the target on, in proportion below it.</summary>
/// <remarks>Proportion runs into the maximum without a jump, so “at least” and “over” the target give the same points.</remarks>
public sealed record Target : Formula
{
    /// <summary>Value to reach, over 0.</summary>
    public required decimal Goal { get; init; }

    internal override InputKinds Accepts => InputKinds.Value | InputKinds.DoneOfTotal;

    internal override IEnumerable<FieldError> Faults(decimal max) => Scale.Check("/goal", Goal, 0.000001m, Scale.Largest, "Mục tiêu phải lớn hơn 0.");

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean)
    {
        var x = input.Figure;
        return x >= Goal ? max : x <= 0 ? 0 : max * x / Goal;
    }
}
