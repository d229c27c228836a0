namespace Emulation.Contracts.Campaigns;

/// <summary>A measurable criterion of a campaign (tiêu chí thi đua), with all that judging it needs: what is measured, the target exactly as printed, the period.</summary>
public sealed record PlanCriterion
{
    /// <summary>Key within the campaign: lower-case letters, digits, hyphens, up to 60 characters. Figures hang on it, so it never changes. Absent = made of the clause: <c>CVA-26/III.1.f</c> gives <c>iii-1-f</c>, the second criterion of that clause <c>iii-1-f-2</c>. In events it is always there.</summary>
    public string? Key { get; init; }

    /// <summary>Where in the plan; several criteria may share a clause (CVA-26/III.1.f has three).</summary>
    public required string Clause { get; init; }

    /// <summary>What it says, in Vietnamese.</summary>
    public required string Text { get; init; }

    /// <summary>What is measured, in Vietnamese.</summary>
    public required string Measure { get; init; }

    /// <summary>Kind of figure it is judged by. Absent = <c>text</c> with the operator <c>text</c>, else <c>value</c>. In events it is always there.</summary>
    public CriterionKind? Kind { get; init; }

    /// <summary>How the figure is compared, exactly as printed: over is not at least (C-34). <c>text</c> for words, <c>greaterOrEqual</c> for a class, <c>lessOrEqual</c> for a rank.</summary>
    public required CriterionOperator Operator { get; init; }

    /// <summary>The figure to be reached, in <c>unit</c>; absent for words, class and rank.</summary>
    public decimal? Value { get; init; }

    /// <summary>Unit of the figure: <c>%</c>, <c>vụ</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>True when it must be reached, false when it is strived for only (phấn đấu).</summary>
    public bool Gate { get; init; }

    /// <summary>A figure strived for beside the one to be reached; beyond it in the same direction.</summary>
    public decimal? Aim { get; init; }

    /// <summary>True when the plan asks to meet and exceed (đạt và vượt, CVA-26/III.1.d): meeting is enough, exceeding is shown apart.</summary>
    public bool ExceedAsked { get; init; }

    /// <summary>What the figure is measured over.</summary>
    public CriterionPeriod Period { get; init; }

    /// <summary>Where the figure comes from, when the plan names it or it can come from nowhere else (C-15).</summary>
    public CriterionSource? Source { get; init; }

    /// <summary>For <c>indexClass</c>: the class to be reached.</summary>
    public ClassTarget? Class { get; init; }

    /// <summary>For <c>indexRank</c>: the place to be reached.</summary>
    public RankTarget? Rank { get; init; }
}

/// <summary>Kind of figure that a criterion is judged by.</summary>
public enum CriterionKind
{
    /// <summary>Share of a whole, 0–100 per cent: what was done of a total, or the per cent itself.</summary>
    Percentage,
    /// <summary>Any number in the unit of the criterion: growth, ratio to a plan (may pass 100 %).</summary>
    Value,
    /// <summary>Number of cases, whole, from 0.</summary>
    Count,
    /// <summary>In words; the launching unit says whether they suffice.</summary>
    Text,
    /// <summary>Class of the unit's published index.</summary>
    IndexClass,
    /// <summary>Rank of the unit's published index in its ranking block.</summary>
    IndexRank,
}

/// <summary>Comparison with a figure.</summary>
public enum CriterionOperator
{
    /// <summary>Từ … trở lên, tối thiểu.</summary>
    GreaterOrEqual,
    /// <summary>Trên.</summary>
    Greater,
    /// <summary>Bằng.</summary>
    Equal,
    /// <summary>Không quá.</summary>
    LessOrEqual,
    /// <summary>Dưới.</summary>
    Less,
    /// <summary>In words, without a figure.</summary>
    Text,
}

/// <summary>What a figure is measured over.</summary>
public enum CriterionPeriod
{
    /// <summary>Each calendar year of the campaign.</summary>
    Year,
    /// <summary>Each half of each calendar year.</summary>
    HalfYear,
    /// <summary>The campaign as a whole.</summary>
    Campaign,
}

/// <summary>Where a figure comes from.</summary>
public sealed record CriterionSource
{
    /// <summary>Kind of source.</summary>
    public required CriterionSourceKind Kind { get; init; }

    /// <summary>Name of the survey or system, in Vietnamese.</summary>
    public required string Name { get; init; }
}

/// <summary>Kinds of source.</summary>
public enum CriterionSourceKind
{
    /// <summary>Điều tra, khảo sát.</summary>
    Survey,
    /// <summary>Hệ thống thông tin.</summary>
    System,
}

/// <summary>The class of the published index to be reached, on a scale that the plan names (C-13). A class is not a rank.</summary>
public sealed record ClassTarget
{
    /// <summary>Key of the scale in the same plan.</summary>
    public required string Scale { get; init; }

    /// <summary>Key of the lowest class on that scale that passes.</summary>
    public required string AtLeast { get; init; }
}

/// <summary>A scale of classes as a plan words it, with the table that maps the classes of the published index onto it (C-13).</summary>
public sealed record ClassScale
{
    /// <summary>Key within the plan: lower-case letters, digits, hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the scale, in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Classes from the best down.</summary>
    public required ScaleClass[] Classes { get; init; }
}

/// <summary>One class of a scale.</summary>
public sealed record ScaleClass
{
    /// <summary>Key within the scale: lower-case letters, digits, hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>Name as the plan words it.</summary>
    public required string Name { get; init; }

    /// <summary>Classes of the published index that count as this one, by name: <c>Tốt</c>.</summary>
    public string[] Published { get; init; } = [];
}

/// <summary>The place to be reached in the published index (tốp dẫn đầu). A rank is not a class.</summary>
public sealed record RankTarget
{
    /// <summary>Name of the leading group as the plan words it: <c>tốp dẫn đầu</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The block as the plan words it; three different things are called “khối” (C-14), so it is kept as text.</summary>
    public string? BlockName { get; init; }

    /// <summary>Limit for each ranking block of the index; empty when the plan names no number. Then nobody guesses one: the criterion stays not yet known until an amendment names it.</summary>
    public TopOfBlock[] Tops { get; init; } = [];
}
