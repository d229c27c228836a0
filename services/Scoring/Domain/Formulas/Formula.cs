using System.Text.Json.Serialization;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>How a leaf of the index, or a criterion of an emulation block, is scored: one of the kinds F1–F12 and BLOCK, with its own figures as data.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(YesNo), "yesNo")]
[JsonDerivedType(typeof(Ratio), "ratio")]
[JsonDerivedType(typeof(RatioWithFloor), "ratioWithFloor")]
[JsonDerivedType(typeof(LinearBetween), "linearBetween")]
[JsonDerivedType(typeof(Steps), "steps")]
[JsonDerivedType(typeof(Target), "target")]
[JsonDerivedType(typeof(CountTimesPoints), "countTimesPoints")]
[JsonDerivedType(typeof(Deduction), "deduction")]
[JsonDerivedType(typeof(Inverse), "inverse")]
[JsonDerivedType(typeof(Relative), "relative")]
[JsonDerivedType(typeof(Survey), "survey")]
[JsonDerivedType(typeof(BonusPenalty), "bonusPenalty")]
[JsonDerivedType(typeof(AgainstLeader), "againstLeader")]
public abstract record Formula
{
    internal abstract InputKinds Accepts { get; }

    /// <summary>What is wrong with the figures, for a leaf of this maximum; pointers are relative to the formula.</summary>
    internal abstract IEnumerable<FieldError> Faults(decimal max);

    /// <summary>Points before rounding; null when they are not known before the whole block is.</summary>
    protected abstract decimal? Points(LeafInput input, decimal max, decimal? blockMean);

    /// <summary>What is wrong with an input of an accepted kind; null when nothing is.</summary>
    protected virtual string? InputFault(LeafInput input) => null;

    /// <summary>Points as they are kept: within 0 and the maximum, four decimals.</summary>
    internal decimal? Mark(LeafInput input, decimal max, decimal? blockMean = null) =>
        Points(input, max, blockMean) is { } points ? Scale.Keep(Math.Clamp(points, 0, max)) : null;

    /// <summary>What is wrong with an input to this formula; null when nothing is.</summary>
    internal string? Fault(LeafInput input, bool notApplicableAllowed)
    {
        var given = input.Given;
        if (input.NotApplicable || input is { Done: 0, Total: 0 })
            return !notApplicableAllowed ? input.NotApplicable ? "Tiêu chí này không cho phép ghi “không áp dụng”." : "Tổng số phải lớn hơn 0."
                : given is InputKinds.None || input is { Done: 0, Total: 0 } ? null
                : "Đã ghi “không áp dụng” thì không nhập số liệu.";
        if (given is InputKinds.None)
            return $"Cần nhập {Accepts.InWords()}.";
        if ((given & ~Accepts) != 0 || !given.IsOne())
            return $"Tiêu chí này chỉ nhận {Accepts.InWords()}, mỗi lần một cách nhập.";
        return input.NumberFault() ?? InputFault(input);
    }
}
