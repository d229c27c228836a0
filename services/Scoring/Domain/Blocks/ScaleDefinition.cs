using System.Text.Json.Serialization;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>Criteria and point scale (tiêu chí, thang điểm) of an emulation block, LTN-TD-26/IV.1.b.</summary>
public sealed record ScaleDefinition
{
    /// <summary>Points in all; the maxima of the criteria add up to it, but for bonus and penalty.</summary>
    public required decimal Total { get; init; }

    /// <summary>Groups in order; empty = none.</summary>
    public required ScaleGroup[] Groups { get; init; }

    /// <summary>Criteria in order.</summary>
    public required ScaleCriterion[] Criteria { get; init; }

    internal ScaleCriterion? Find(string code) => Array.Find(Criteria, c => c.Code == code);

    /// <summary>Criteria that a pledge names a target for.</summary>
    [JsonIgnore]
    internal IEnumerable<ScaleCriterion> Pledged => Criteria.Where(c => c.Formula is AgainstLeader);
}

/// <summary>Group of criteria.</summary>
[ValidatableType]
public sealed record ScaleGroup
{
    /// <summary>Code: <c>I</c>.</summary>
    [LeafCode]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Most points, over 0; the sum of its criteria.</summary>
    public required decimal Max { get; init; }
}

/// <summary>Criterion of an emulation block.</summary>
[ValidatableType]
public sealed record ScaleCriterion
{
    /// <summary>Code: <c>I.1</c>.</summary>
    [LeafCode]
    public required string Code { get; init; }

    /// <summary>Code of its group; absent when the scale has no groups.</summary>
    [LeafCode]
    public string? Group { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Most points, over 0 and at most 1000; of bonus and penalty the cap.</summary>
    public required decimal Max { get; init; }

    /// <summary>How it is scored. <c>againstLeader</c> needs a pledge; bonus and penalty stand outside the total; surveys are for the index only.</summary>
    public required Formula Formula { get; init; }

    /// <summary>Unit of the value, for readers: <c>%</c>, <c>ngày</c>.</summary>
    [Text(50)]
    public string? Unit { get; init; }

    /// <summary>Clause of the plan that it comes from: <c>LTN-TD-26/III.1.5</c>.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>Document that proves it (tài liệu kiểm chứng).</summary>
    [Text(500)]
    public string? VerificationDocument { get; init; }

    internal bool OutsideTotal => Formula is BonusPenalty;

    /// <summary>Whether a figure entered for one still means the same for the other.</summary>
    internal bool Asks(ScaleCriterion other) =>
        (Name, Unit) == (other.Name, other.Unit) && System.Text.Json.JsonSerializer.Serialize(Formula, Json.Options) == System.Text.Json.JsonSerializer.Serialize(other.Formula, Json.Options);
}

/// <summary>Finds everything that is wrong with a scale at once, each with its place.</summary>
internal static class ScaleCheck
{
    private const decimal MostPoints = 1000;

    public static Problem? Of(ScaleDefinition scale)
    {
        var faults = Faults(scale).Take(100).ToArray();
        return faults.Length == 0 ? null : Problems.ScaleInvalid with { Errors = faults };
    }

    private static IEnumerable<FieldError> Faults(ScaleDefinition scale)
    {
        foreach (var (i, group) in scale.Groups.Index())
        {
            if (!IsMax(group.Max, 100 * MostPoints))
                yield return new FieldError($"/groups/{i}/max", "Điểm tối đa phải trên 0, không quá 4 chữ số thập phân.");
            if (scale.Groups.Take(i).Any(g => g.Code == group.Code))
                yield return new FieldError($"/groups/{i}/code", "Bị trùng.");
            if (SumOf(scale.Criteria.Where(c => c.Group == group.Code)) is var sum && sum != group.Max)
                yield return new FieldError($"/groups/{i}/max", $"Tổng điểm tối đa của các tiêu chí trong nhóm là {sum:0.####}, khác {group.Max:0.####}.");
        }
        foreach (var (i, criterion) in scale.Criteria.Index())
        {
            if (scale.Criteria.Take(i).Any(c => c.Code == criterion.Code))
                yield return new FieldError($"/criteria/{i}/code", "Bị trùng.");
            if (scale.Groups.Length > 0 ? !scale.Groups.Any(g => g.Code == criterion.Group) : criterion.Group is not null)
                yield return new FieldError($"/criteria/{i}/group", scale.Groups.Length > 0 ? "Phải là mã của một nhóm." : "Thang điểm không chia nhóm.");
            if (!IsMax(criterion.Max, MostPoints))
                yield return new FieldError($"/criteria/{i}/max", $"Điểm tối đa phải trên 0, không quá {MostPoints} và không quá 4 chữ số thập phân.");
            else
                foreach (var fault in FormulaFaults(criterion))
                    yield return fault with { Pointer = $"/criteria/{i}{fault.Pointer}" };
        }
        if (SumOf(scale.Criteria) is var total && (total != scale.Total || total <= 0))
            yield return new FieldError("/total", $"Tổng điểm tối đa của các tiêu chí là {total:0.####}, khác {scale.Total:0.####}.");
    }

    private static IEnumerable<FieldError> FormulaFaults(ScaleCriterion criterion) => criterion.Formula switch
    {
        Survey => [new FieldError("/formula", "Điều tra xã hội học chỉ dùng cho Chỉ số CCHC.")],
        BonusPenalty f when f.Cap != criterion.Max => [new FieldError("/max", "Điểm tối đa của điểm thưởng, điểm trừ phải bằng mức trần (cap).")],
        var formula => formula.Faults(criterion.Max).Select(f => f with { Pointer = $"/formula{f.Pointer}" }),
    };

    private static bool IsMax(decimal max, decimal most) => max > 0 && max <= most && decimal.Round(max, 4) == max;

    // A figure out of range has its own fault already; here it must only not overflow.
    private static decimal SumOf(IEnumerable<ScaleCriterion> criteria) => criteria.Where(c => !c.OutsideTotal).Sum(c => Math.Clamp(c.Max, -MostPoints, MostPoints));
}
