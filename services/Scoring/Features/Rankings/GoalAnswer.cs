using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rankings.Goals;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Which leaves would lift a unit to rank N or better, by the sheets as they stand. Provisional: the other sheets may still change.</summary>
public sealed record GoalAnswer
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSet { get; init; }

    /// <summary>Rank to reach, or better.</summary>
    public required int GoalRank { get; init; }

    /// <summary>Identity of the unit's sheet.</summary>
    public required Guid SheetId { get; init; }

    /// <summary>Version of the sheet that was read.</summary>
    public required int SheetVersion { get; init; }

    /// <summary>State of the sheet.</summary>
    public required ScoreSheetState SheetState { get; init; }

    /// <summary>Leaves of the unit without an entry; they are in neither sum.</summary>
    public required string[] Missing { get; init; }

    /// <summary>How far the other sheets of the block are.</summary>
    public required OtherSheets Others { get; init; }

    /// <summary>Where the unit stands by its sheet alone, without the figures tried out.</summary>
    public required GoalPlace Standing { get; init; }

    /// <summary>Where it stands with the figures tried out; the rest of the answer starts from here.</summary>
    public required GoalPlace Current { get; init; }

    /// <summary>Score of the unit at the goal's rank among the others; null when they are fewer.</summary>
    public decimal? GoalScore { get; init; }

    /// <summary>What is missing to that score; 0 when it is reached.</summary>
    public required decimal Gap { get; init; }

    /// <summary>True when the goal is reached already.</summary>
    public required bool Reached { get; init; }

    /// <summary>True when the goal can be reached by leaves that were looked at.</summary>
    public required bool Reachable { get; init; }

    /// <summary>Where all of them at their best would lead.</summary>
    public required GoalPlace AtBest { get; init; }

    /// <summary>Leaves that could bring more, the one that brings most first. Leaves that do not apply stay so.</summary>
    public required GoalLeaf[] Leaves { get; init; }

    /// <summary>A smallest set of leaves that suffices, with the least figures that do; empty when the goal is reached already, null when it cannot be.</summary>
    public GoalPlan? Smallest { get; init; }
}

/// <summary>How far the other sheets of a block are.</summary>
/// <param name="Units">Other units that belong to the block.</param>
/// <param name="Counted">Sheets that the unit was compared with.</param>
/// <param name="Final">Of those, sheets that are final.</param>
/// <param name="Unfinished">Of those, sheets that are not final, or lack entries.</param>
/// <param name="NotHandedIn">Sheets that have not been handed in; compared only when asked for.</param>
/// <param name="WithoutSheet">Units without a sheet.</param>
public sealed record OtherSheets(int Units, int Counted, int Final, int Unfinished, int NotHandedIn, int WithoutSheet);

/// <summary>Where a unit would stand.</summary>
/// <param name="Index">Index, 0–100 before bonus, four decimals; null while nothing is scored.</param>
/// <param name="IndexShown">The same with two decimals, half up.</param>
/// <param name="Score">The figure that the set ranks by: the index, or the index with bonus and penalty.</param>
/// <param name="Rank">Competition rank among the sheets compared.</param>
/// <param name="TiedWith">Number of other units with the same rank. Where the council votes on ties, the goal counts as reached only if it holds for the last of them.</param>
public sealed record GoalPlace(decimal? Index, decimal? IndexShown, decimal? Score, int Rank, int TiedWith)
{
    internal static GoalPlace Of(Place p) => new(p.Index, p.Index is { } index ? Scale.Show(index) : null, p.Score, p.Rank, p.TiedWith);
}

/// <summary>A leaf, bonus or penalty that could bring more.</summary>
public sealed record GoalLeaf
{
    /// <summary>Code of the leaf.</summary>
    public required string Leaf { get; init; }

    /// <summary>Name in Vietnamese.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the area; null for bonus and penalty.</summary>
    public string? Area { get; init; }

    /// <summary>Most points; the cap for bonus and penalty.</summary>
    public required decimal Max { get; init; }

    /// <summary>Points now; null when nothing was entered.</summary>
    public decimal? Points { get; init; }

    /// <summary>True for leaves that only the city enters.</summary>
    public required bool CityOnly { get; init; }

    /// <summary>The most that the leaf alone can bring: figure and place.</summary>
    public required GoalStep Most { get; init; }

    /// <summary>The least figure of the leaf alone that reaches the goal; null when the leaf alone does not.</summary>
    public GoalStep? Enough { get; init; }
}

/// <summary>A figure to bring a leaf to, and where that leads.</summary>
/// <param name="Figures">Figures, as they would be entered.</param>
/// <param name="InWords">The same in Vietnamese.</param>
/// <param name="Gain">Points of the score over now.</param>
/// <param name="Place">Where the unit stands then.</param>
public sealed record GoalStep(LeafInput Figures, string InWords, decimal Gain, GoalPlace Place);

/// <summary>Leaves to lift together. Of several smallest sets: fewest leaves that hang on the block, bonuses and penalties first, then the leaves that bring most.</summary>
/// <param name="Leaves">What each needs; none of the figures could be one step lower.</param>
/// <param name="Place">Where the unit stands then, by a ranking of the whole block with these figures.</param>
/// <param name="ProvedSmallest">True when no set of fewer leaves suffices; false when there were too many to exclude.</param>
public sealed record GoalPlan(GoalPlanLeaf[] Leaves, GoalPlace Place, bool ProvedSmallest);

/// <summary>One leaf of a set.</summary>
/// <param name="Leaf">Code of the leaf.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Figures">Figures, as they would be entered.</param>
/// <param name="InWords">The same in Vietnamese.</param>
public sealed record GoalPlanLeaf(string Leaf, string Name, LeafInput Figures, string InWords);
