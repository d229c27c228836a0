using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rankings;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Which published ranking an answer is about.</summary>
public sealed record RankingReference
{
    /// <summary>Identity of this version.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSet { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>1 for the first publication; each correction adds one.</summary>
    public required int Version { get; init; }

    /// <summary>False when a later version has replaced it.</summary>
    public required bool Current { get; init; }

    internal static RankingReference Of(Ranking r, bool current) => new() { Id = r.Id, IndexSet = r.IndexSetCode, Year = r.Year, Block = r.Block, Version = r.Version, Current = current };
}

/// <summary>Where a ranked unit is strong and where it loses its points.</summary>
public sealed record RankedUnitAnalysis
{
    /// <summary>The ranking.</summary>
    public required RankingReference Ranking { get; init; }

    /// <summary>The unit's line in it.</summary>
    public required RankedUnitResponse Unit { get; init; }

    /// <summary>Number of ranked units in the block.</summary>
    public required int Of { get; init; }

    /// <summary>Index over the block.</summary>
    public required Distribution Index { get; init; }

    /// <summary>The areas beside the block, in the order of the set.</summary>
    public required AreaComparison[] Areas { get; init; }

    /// <summary>Areas and leaves above the block's mean.</summary>
    public required Highlights Strengths { get; init; }

    /// <summary>Areas and leaves where most points of the index are lost.</summary>
    public required Highlights Losses { get; init; }

    /// <summary>Every leaf beside the block; the unit's own points only for callers who see the unit.</summary>
    public required LeafComparison[] Leaves { get; init; }

    /// <summary>The unit's sheet; null for callers who do not see the unit.</summary>
    public SheetBasis? Sheet { get; init; }

    /// <summary>Number of sheets of the block that have changed since the ranking was published: leaves are shown as they stand now, areas as published.</summary>
    public required int SheetsChangedSince { get; init; }
}

/// <summary>Areas and leaves worth naming, the weightiest first; at most ten of each.</summary>
/// <param name="Areas">Areas.</param>
/// <param name="Leaves">Leaves; empty for callers who do not see the unit.</param>
public sealed record Highlights(Highlight[] Areas, Highlight[] Leaves);

/// <summary>One area or leaf worth naming.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="IndexPoints">Points of the unit's index: gained over a unit at the block's mean, or lost against the maximum; four decimals.</param>
public sealed record Highlight(string Code, string Name, decimal IndexPoints);

/// <summary>The sheet that a unit's line rests on.</summary>
/// <param name="Id">Identity of the sheet.</param>
/// <param name="Version">Version that was ranked.</param>
/// <param name="CurrentVersion">Version now.</param>
/// <param name="Changed">True when the sheet has changed since.</param>
public sealed record SheetBasis(Guid Id, int Version, int CurrentVersion, bool Changed);

internal static class HighlightPicker
{
    private const int Most = 10;

    public static Highlights Strengths(RankingRow unit, AreaComparison[] areas, LeafComparison[] leaves) => new(
        Pick(areas.Where(a => a.Block is not null && a.Rate is not null).Select(a => new Highlight(a.Code, a.Name, AreaFigures.InIndex(a.Points - a.Block!.Mean * a.Max / 100, unit)))),
        Pick(leaves.Where(l => l.Points is not null && l.BlockMean is not null).Select(l => new Highlight(l.Code, l.Name, AreaFigures.InIndex(l.Points!.Value - l.BlockMean!.Value, unit)))));

    public static Highlights Losses(AreaComparison[] areas, LeafComparison[] leaves) => new(
        Pick(areas.Select(a => new Highlight(a.Code, a.Name, a.LostIndex))),
        Pick(leaves.Where(l => l.LostIndex is not null).Select(l => new Highlight(l.Code, l.Name, l.LostIndex!.Value))));

    private static Highlight[] Pick(IEnumerable<Highlight> all) => [.. all.Where(h => h.IndexPoints > 0).OrderByDescending(h => h.IndexPoints).ThenBy(h => h.Code, StringComparer.Ordinal).Take(Most)];
}
