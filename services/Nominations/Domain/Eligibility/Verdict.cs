using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>Judgement of one condition, with the clause it rests on and the facts that were used.</summary>
public sealed record VerdictNode
{
    /// <summary>Kind of condition, as in the plan's data: <c>allOf</c>, <c>yearsInTop</c> …</summary>
    public required string Kind { get; init; }

    /// <summary>Clause of the plan; for a limit that differs by block, the clause of the block.</summary>
    public required string Clause { get; init; }

    /// <summary>What the condition asks, in Vietnamese.</summary>
    public required string Text { get; init; }

    /// <summary>Met, not met, or not yet known.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Explanation { get; init; }

    /// <summary>Facts the judgement rests on.</summary>
    public Fact[] Facts { get; init; } = [];

    /// <summary>The same as data; null at all-of and any-of, whose outcome follows from their parts, and on verdicts judged before it was kept.</summary>
    public Basis? Basis { get; init; }

    /// <summary>What a person should look at although the outcome stands: a tie at the limit, a few weeks missing.</summary>
    public string[] Warnings { get; init; } = [];

    /// <summary>Judgements of the parts.</summary>
    public VerdictNode[] Children { get; init; } = [];

    /// <summary>The node and all below it.</summary>
    public IEnumerable<VerdictNode> All() => Children.SelectMany(c => c.All()).Prepend(this);

    /// <summary>True when what people read first differs already; false leaves it to a closer look. Thousands are compared after a ranking, and nearly all differ in a fact.</summary>
    public bool SurelyDiffers(VerdictNode other) => Outcome != other.Outcome || Explanation != other.Explanation || !Facts.SequenceEqual(other.Facts)
        || Children.Length != other.Children.Length || Children.Where((c, i) => c.SurelyDiffers(other.Children[i])).Any();
}

/// <summary>One fact and where it came from.</summary>
/// <param name="Name">What, in Vietnamese: <c>Xếp hạng năm 2027</c>.</param>
/// <param name="Value">Its value as shown: <c>11</c>, <c>chưa công bố</c>.</param>
/// <param name="Source">Where it came from: ranking with version, decision, attesting body.</param>
public sealed record Fact(string Name, string Value, string Source);
