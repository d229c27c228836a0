using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Scoring.Domain.Rankings.Goals;

/// <summary>A leaf, bonus or penalty of a unit that could bring it more.</summary>
internal sealed record Chance
{
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>Code of the area; null for bonus and penalty.</summary>
    public required string? Area { get; init; }
    public required decimal Max { get; init; }
    public required Formula Formula { get; init; }

    /// <summary>Points that count now; null when nothing was entered.</summary>
    public required decimal? Points { get; init; }

    /// <summary>Figures that count now; null when there are none.</summary>
    public required LeafInput? From { get; init; }
    public required Ladder Ladder { get; init; }

    /// <summary>True for a leaf against the block, a bonus and a penalty: what they bring does not simply add up with the others.</summary>
    public bool Apart => Formula is Relative or BonusPenalty;

    /// <summary>Where the unit would stand with this leaf alone at its best.</summary>
    public required Place AtBest { get; init; }

    /// <summary>The least rung that reaches the goal alone; null when none does.</summary>
    public required long? Enough { get; init; }
}

/// <summary>Leaves to lift, each to the rung given, and where that leads.</summary>
/// <param name="Steps">The leaves, the one that brings most first.</param>
/// <param name="Place">Where the unit stands then.</param>
/// <param name="ProvedSmallest">True when every smaller set was excluded; false when there were too many to look at.</param>
internal sealed record Plan(IReadOnlyList<(Chance Chance, long Rung)> Steps, Place Place, bool ProvedSmallest);
