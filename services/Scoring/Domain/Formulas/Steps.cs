using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Formulas;

/// <summary>F5: a table of bounds and points; the first step that the value reaches counts, none gives 0.</summary>
[ValidatableType]
public sealed record Steps : Formula
{
    /// <summary>Whether more or less is better (days late: less).</summary>
    public Better Better { get; init; }

    /// <summary>1–20 steps, best first; the first gives the maximum of the leaf.</summary>
    [Items(1, 20)]
    public required PointStep[] Table { get; init; }

    internal override InputKinds Accepts => InputKinds.Value | InputKinds.DoneOfTotal | InputKinds.Count;

    internal override IEnumerable<FieldError> Faults(decimal max)
    {
        if (Table.Length == 0)
            yield return new FieldError("/table", "Cần ít nhất một bậc.");
        for (var i = 0; i < Table.Length; i++)
        {
            if (Table[i] is not { } step)
            {
                yield return new FieldError($"/table/{i}", "Bậc không được để trống.");
                yield break;
            }
            foreach (var fault in Scale.Check($"/table/{i}/bound", step.Bound, -Scale.Largest, Scale.Largest, "").Concat(Scale.Check($"/table/{i}/points", step.Points, 0, max, "Điểm của bậc phải từ 0 đến điểm tối đa.")))
                yield return fault;
            if (i == 0 && step.Points != max)
                yield return new FieldError("/table/0/points", "Bậc cao nhất phải bằng điểm tối đa, nếu không sẽ không đơn vị nào đạt được.");
            if (i > 0 && !Follows(Table[i - 1], step))
                yield return new FieldError($"/table/{i}/bound", "Các bậc phải xếp từ tốt nhất xuống và không chồng lên nhau.");
            if (i > 0 && step.Points >= Table[i - 1].Points)
                yield return new FieldError($"/table/{i}/points", "Điểm của các bậc phải giảm dần.");
        }
    }

    protected override decimal? Points(LeafInput input, decimal max, decimal? blockMean)
    {
        var x = input.Figure;
        return Array.Find(Table, s => Better == Better.Higher ? s.Operator.Reached(x, s.Bound) : s.Operator.Kept(x, s.Bound))?.Points ?? 0;
    }

    private bool Follows(PointStep better, PointStep worse) =>
        (Better == Better.Higher ? worse.Bound < better.Bound : worse.Bound > better.Bound)
        || (worse.Bound == better.Bound && better.Operator == BoundOperator.Exclusive && worse.Operator == BoundOperator.Inclusive);
}

/// <summary>One step of a table.</summary>
[ValidatableType]
public sealed record PointStep
{
    /// <summary>Bound of the value, in the unit of the leaf.</summary>
    public required decimal Bound { get; init; }

    /// <summary>Points for reaching it.</summary>
    public required decimal Points { get; init; }

    /// <summary>Whether the bound itself counts.</summary>
    public BoundOperator Operator { get; init; }
}

/// <summary>Direction of a value.</summary>
public enum Better
{
    /// <summary>More is better.</summary>
    Higher,
    /// <summary>Less is better.</summary>
    Lower,
}
