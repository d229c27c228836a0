using System.Text.Json.Serialization;
using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What stands on a sheet for one leaf: what the unit entered, and what the city made of it.</summary>
public sealed record SheetLeaf
{
    /// <summary>As the unit entered it; null on leaves that only the city enters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeafInput? Self { get; init; }

    /// <summary>The unit's remark.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The last appraisal; null when the self score was accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Appraisal? Appraised { get; init; }

    /// <summary>What counts. The last appraisal wins, never the highest (domain 2.4).</summary>
    internal Standing? Standing =>
        Appraised is { } a ? new Standing(a.Input, a.Points)
        : Self is { } s ? new Standing(s, null)
        : null;
}

/// <summary>What the city put in the place of a self score.</summary>
public sealed record Appraisal
{
    /// <summary>Figures by the city; null when it gave points outright.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeafInput? Input { get; init; }

    /// <summary>Points by the city; null when they follow from the figures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Points { get; init; }

    /// <summary>Why, in Vietnamese; null for survey results.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Account or client id of who appraised.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Figures or points that count for a leaf.</summary>
internal readonly record struct Standing(LeafInput? Input, decimal? Points);

/// <summary>One change to one leaf, for the history.</summary>
public sealed record LeafChange
{
    /// <summary>Code of the leaf.</summary>
    public required string Leaf { get; init; }

    /// <summary>Figures before; null when there were none.</summary>
    public LeafInput? From { get; init; }

    /// <summary>Figures after; null when there are none, or points were given outright.</summary>
    public LeafInput? To { get; init; }

    /// <summary>Points before.</summary>
    public decimal? FromPoints { get; init; }

    /// <summary>Points after.</summary>
    public decimal? ToPoints { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public string? Reason { get; init; }
}
