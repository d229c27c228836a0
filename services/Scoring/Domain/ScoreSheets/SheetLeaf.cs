using System.Text.Json.Serialization;
using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What stands on a sheet for one leaf: what the unit entered, what was made of it, and what the unit said to that.</summary>
public sealed record SheetLeaf
{
    /// <summary>As the unit entered it; null on leaves that only the city enters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeafInput? Self { get; init; }

    /// <summary>The unit's explanation (giải trình) where a document is missing, or beside it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Explanation { get; init; }

    /// <summary>Evidence (tài liệu kiểm chứng) that the unit gave; null when it gave none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid[]? Evidence { get; init; }

    /// <summary>The first appraisal where it differs from the self score; stays when the second changes it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Appraisal? First { get; init; }

    /// <summary>What the unit said to the first appraisal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Answer? Answer { get; init; }

    /// <summary>The last appraisal; null when nothing was said and the self score stands.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Appraisal? Appraised { get; init; }

    /// <summary>What counts. The last appraisal wins, never the highest (domain 2.4).</summary>
    internal Standing? Standing =>
        Appraised is { Accepted: false } a ? new Standing(a.Input, a.Points)
        : Self is { } s ? new Standing(s, null)
        : null;

    /// <summary>The unit has explained, and the second appraisal has not spoken on it yet.</summary>
    internal bool Unanswered => Answer is not null && (Appraised?.At, Appraised?.By, Appraised?.Reason) == (First?.At, First?.By, First?.Reason);

    /// <summary>A self score needs a document or an explanation (domain 2.1).</summary>
    internal bool Proven => Evidence is { Length: > 0 } || Explanation is not null;
}

/// <summary>What was put in the place of a self score.</summary>
public sealed record Appraisal
{
    /// <summary>Figures by the appraiser; null when points were given outright.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LeafInput? Input { get; init; }

    /// <summary>Points by the appraiser; null when they follow from the figures.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Points { get; init; }

    /// <summary>True: an earlier appraisal is taken back, the self score counts again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Accepted { get; init; }

    /// <summary>Why, in Vietnamese; null for survey results.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Evidence of the appraiser's own; null when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid[]? Evidence { get; init; }

    /// <summary>Account or client id of who appraised.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A unit's explanation (giải trình) of a leaf that the first appraisal changed.</summary>
public sealed record Answer
{
    /// <summary>What it says, in Vietnamese.</summary>
    public required string Text { get; init; }

    /// <summary>Further evidence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid[]? Evidence { get; init; }

    /// <summary>Account or client id of who explained.</summary>
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

    /// <summary>Why, in Vietnamese: the appraiser's reason, or the unit's explanation.</summary>
    public string? Reason { get; init; }

    /// <summary>Evidence that came with the change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid[]? EvidenceAdded { get; init; }

    /// <summary>Evidence that was taken away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid[]? EvidenceRemoved { get; init; }
}
