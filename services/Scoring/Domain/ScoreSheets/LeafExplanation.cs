using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>What a unit says to the first appraisal of one leaf (giải trình).</summary>
[ValidatableType]
public sealed record LeafExplanation
{
    /// <summary>Code of a leaf that the first appraisal changed.</summary>
    [LeafCode]
    public required string Leaf { get; init; }

    /// <summary>What it says, in Vietnamese, 1–4000 characters.</summary>
    [Text(4000)]
    public required string Text { get; init; }

    /// <summary>Further evidence, ids from <c>POST /evidence</c>; at most 20.</summary>
    [Items(0, 20)]
    public Guid[] Evidence { get; init; } = [];
}
