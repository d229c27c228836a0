using System.Text.Json.Serialization;
using Emulation.Scoring.Domain.Formulas;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.IndexSets;

/// <summary>All that an index set lays down: tree, points outside the 100, classes, ties.</summary>
public sealed record IndexDefinition
{
    /// <summary>Ranking blocks that the set is for.</summary>
    public required string[] Blocks { get; init; }

    /// <summary>Areas in order; their maxima add up to 100.</summary>
    public required Area[] Areas { get; init; }

    /// <summary>Bonus and penalty, outside the 100.</summary>
    public Adjustment[] Adjustments { get; init; } = [];

    /// <summary>Classes from the best down; empty = none.</summary>
    public ClassCutOff[] Classes { get; init; } = [];

    /// <summary>What parts units of equal score.</summary>
    public TieRule TieRule { get; init; } = new();

    /// <summary>Which figure ranks and classes go by.</summary>
    public RankBy RankBy { get; init; }

    /// <summary>Every leaf of the areas, in order.</summary>
    [JsonIgnore]
    internal IReadOnlyList<Leaf> Leaves => field ??= [.. Areas.SelectMany(a => a.Criteria.SelectMany(c => c.AllLeaves(a)))];

    [JsonIgnore]
    internal IReadOnlyDictionary<string, Leaf> LeafByCode => field ??= Leaves.ToDictionary(l => l.Code);

    internal bool IsCityOnly(string code) => LeafByCode.GetValueOrDefault(code) is { CityOnly: true };

    internal string? ClassOf(decimal score) => Array.Find(Classes, c => score >= c.From)?.Name;
}

/// <summary>Area (lĩnh vực).</summary>
[ValidatableType]
public sealed record Area
{
    /// <summary>Code: <c>III</c>.</summary>
    [LeafCode]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Most points, over 0; the sum of its criteria.</summary>
    public required decimal Max { get; init; }

    /// <summary>1–100 criteria.</summary>
    [Items(1, 100)]
    public required Criterion[] Criteria { get; init; }
}

/// <summary>Criterion (tiêu chí): split into leaves, or scored itself.</summary>
[ValidatableType]
public sealed record Criterion
{
    /// <summary>Code: <c>III.3</c>.</summary>
    [LeafCode]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Most points, over 0; the sum of its leaves.</summary>
    public required decimal Max { get; init; }

    /// <summary>Leaves (tiêu chí thành phần); empty when the criterion has a formula of its own.</summary>
    [Items(0, 100)]
    public SubCriterion[] Leaves { get; init; } = [];

    /// <summary>How the criterion is scored when it has no leaves.</summary>
    public Formula? Formula { get; init; }

    /// <summary>Whether “không áp dụng” may be entered; only with a formula.</summary>
    public bool NotApplicableAllowed { get; init; }

    /// <summary>Unit of the value, for readers: <c>%</c>, <c>ngày</c>.</summary>
    [Text(50)]
    public string? Unit { get; init; }

    /// <summary>Clause of the plan that the threshold comes from: <c>HA-25/III.1.2.d</c>.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>Document that proves it (tài liệu kiểm chứng).</summary>
    [Text(500)]
    public string? VerificationDocument { get; init; }

    internal IEnumerable<Leaf> AllLeaves(Area area) =>
        Formula is { } own ? [new Leaf(Code, Name, area.Code, Max, own, NotApplicableAllowed)]
        : Leaves.Select(l => new Leaf(l.Code, l.Name, area.Code, l.Max, l.Formula, l.NotApplicableAllowed));
}

/// <summary>Leaf of the tree (tiêu chí thành phần).</summary>
[ValidatableType]
public sealed record SubCriterion
{
    /// <summary>Code: <c>III.3.1</c>.</summary>
    [LeafCode]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Most points, over 0.</summary>
    public required decimal Max { get; init; }

    /// <summary>How it is scored.</summary>
    public required Formula Formula { get; init; }

    /// <summary>Whether “không áp dụng” may be entered.</summary>
    public bool NotApplicableAllowed { get; init; }

    /// <summary>Unit of the value, for readers: <c>%</c>, <c>ngày</c>.</summary>
    [Text(50)]
    public string? Unit { get; init; }

    /// <summary>Clause of the plan that the threshold comes from: <c>HA-25/III.1.2.d</c>.</summary>
    [Text(100)]
    public string? Clause { get; init; }

    /// <summary>Document that proves it (tài liệu kiểm chứng).</summary>
    [Text(500)]
    public string? VerificationDocument { get; init; }
}

/// <summary>Bonus or penalty, outside the 100 (điểm thưởng, điểm trừ).</summary>
[ValidatableType]
public sealed record Adjustment
{
    /// <summary>Code: <c>X.1</c>.</summary>
    [LeafCode]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    [Text(500)]
    public required string Name { get; init; }

    /// <summary>Formula of kind bonusPenalty.</summary>
    public required Formula Formula { get; init; }

    /// <summary>Document that proves it (tài liệu kiểm chứng).</summary>
    [Text(500)]
    public string? VerificationDocument { get; init; }

    internal BonusPenalty BonusPenalty => (BonusPenalty)Formula;
}

/// <summary>A class of the index (xếp loại) and the score it begins at. A scale of its own, apart from ranks (C-13).</summary>
[ValidatableType]
public sealed record ClassCutOff
{
    /// <summary>Code: <c>xuat-sac</c>.</summary>
    [Code]
    public required string Code { get; init; }

    /// <summary>Name in Vietnamese: <c>Xuất sắc</c>.</summary>
    [Text(100)]
    public required string Name { get; init; }

    /// <summary>Least score of the class, 0–100, itself included.</summary>
    public required decimal From { get; init; }
}

/// <summary>What parts units of equal score. No source settles ties for the index: it is data (domain 2.6).</summary>
public sealed record TieRule
{
    /// <summary>Codes of areas to compare in turn; empty = none.</summary>
    [Items(0, 20)]
    public string[] BreakBy { get; init; } = [];

    /// <summary>Whether the council (Hội đồng) votes on units that are still level then; false = they share the rank: 1, 2, 2, 4.</summary>
    public bool ThenCouncil { get; init; }
}

/// <summary>Which figure ranks and classes go by.</summary>
public enum RankBy
{
    /// <summary>The index, 0–100, before bonus and penalty.</summary>
    Index,
    /// <summary>The index with bonus and penalty.</summary>
    Total,
}

/// <summary>A leaf as the scorer sees it.</summary>
internal sealed record Leaf(string Code, string Name, string Area, decimal Max, Formula Formula, bool NotApplicableAllowed)
{
    /// <summary>The people asked, not the unit, speak here; only the city enters it (domain 2.2).</summary>
    public bool CityOnly => Formula is Survey;
}
