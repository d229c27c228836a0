using System.Text.Json.Serialization;
using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>What a member signed up to (giao ước thi đua, LTN-TD-26/IV.1.b).</summary>
public sealed record BlockPledge
{
    /// <summary>Target by code of criterion.</summary>
    public required IReadOnlyDictionary<string, decimal> Targets { get; init; }

    /// <summary>Who entered it last.</summary>
    public required BlockMark Entered { get; init; }

    /// <summary>Who confirmed it; null while it is open.</summary>
    public BlockMark? Confirmed { get; init; }
}

/// <summary>What stands on a sheet for one criterion.</summary>
public sealed record BlockLine
{
    /// <summary>The member's last report; null when the head entered the figures for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BlockReport? Reported { get; init; }

    /// <summary>What counts: the last word, never the highest (domain 2.4).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BlockValue? Value { get; init; }
}

/// <summary>A member's report.</summary>
public sealed record BlockReport
{
    /// <summary>Figures.</summary>
    public required LeafInput Input { get; init; }

    /// <summary>Remark, in Vietnamese.</summary>
    public string? Note { get; init; }

    /// <summary>Who reported.</summary>
    public required BlockMark Entered { get; init; }
}

/// <summary>Figures that stand.</summary>
public sealed record BlockValue
{
    /// <summary>Figures.</summary>
    public required LeafInput Input { get; init; }

    /// <summary>Why head or deputy changed them, in Vietnamese.</summary>
    public string? Reason { get; init; }

    /// <summary>Who entered them.</summary>
    public required BlockMark Entered { get; init; }

    /// <summary>Who of head and deputy took them over or entered them; null while only the member has spoken.</summary>
    public BlockMark? Reviewed { get; init; }

    /// <summary>Who confirmed them; null while they wait.</summary>
    public BlockMark? Confirmed { get; init; }
}

/// <summary>One change to one criterion of a sheet, for the history.</summary>
public sealed record BlockLineChange
{
    /// <summary>Code of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Pledged target before; null when there was none, or the change is not about the pledge.</summary>
    public decimal? FromTarget { get; init; }

    /// <summary>Pledged target after.</summary>
    public decimal? ToTarget { get; init; }

    /// <summary>Figures before; null when there were none, or the change is about the pledge.</summary>
    public LeafInput? From { get; init; }

    /// <summary>Figures after.</summary>
    public LeafInput? To { get; init; }

    /// <summary>Whether what stands after the change is confirmed.</summary>
    public required bool Confirmed { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public string? Reason { get; init; }
}

/// <summary>What one act changed on a sheet, and for which unit it was done.</summary>
/// <param name="Unit">Code of the unit acting.</param>
/// <param name="Changes">What changed, criterion by criterion.</param>
public sealed record BlockSheetAct(string Unit, BlockLineChange[] Changes);
