using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A published ranking.</summary>
public sealed record RankingResponse
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

    /// <summary>Why it was corrected; null for version 1.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Account or client id of who published it.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>Units in order of rank.</summary>
    public required RankedUnitResponse[] Ranked { get; init; }

    /// <summary>Units without a rank, each with the reason.</summary>
    public required Unranked[] Unranked { get; init; }

    /// <summary>Units that this correction moved; empty for version 1.</summary>
    public required Moved[] Moved { get; init; }

    /// <summary>Votes of the council that parted tied units, with the minutes they rest on.</summary>
    public required CouncilOrder[] CouncilOrder { get; init; }

    internal static RankingResponse Of(Ranking r) => new()
    {
        Id = r.Id,
        IndexSet = r.IndexSetCode,
        Year = r.Year,
        Block = r.Block,
        Version = r.Version,
        CorrectionReason = r.CorrectionReason,
        PublishedAt = r.PublishedAt,
        PublishedBy = r.PublishedBy,
        Ranked = [.. r.InOrder().Select(RankedUnitResponse.Of)],
        Unranked = r.Unranked,
        Moved = r.Moved,
        CouncilOrder = r.CouncilOrder,
    };
}

/// <summary>One unit in a ranking.</summary>
public sealed record RankedUnitResponse
{
    /// <summary>Competition rank: 1, 2, 2, 4.</summary>
    public required int Rank { get; init; }

    /// <summary>True when another unit has the same rank.</summary>
    public required bool Tied { get; init; }

    /// <summary>What parted the unit from those level with it: score, area, council, or nothing while it shares its rank; null on rankings from before this was kept.</summary>
    public required PartedBy? DecidedBy { get; init; }

    /// <summary>Code of the area that parted it, when an area did.</summary>
    public string? DecidedByArea { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit when published.</summary>
    public required string UnitName { get; init; }

    /// <summary>Index, 0–100 before bonus, four decimals.</summary>
    public required decimal Index { get; init; }

    /// <summary>The same with two decimals, half up.</summary>
    public required decimal IndexShown { get; init; }

    /// <summary>Bonus less penalty, shown apart.</summary>
    public required decimal Bonus { get; init; }

    /// <summary>Index with bonus and penalty.</summary>
    public required decimal Total { get; init; }

    /// <summary>Class by the index set's table.</summary>
    public string? Class { get; init; }

    /// <summary>Sums per area, with leaves scored against the block.</summary>
    public required AreaScore[] Areas { get; init; }

    internal static RankedUnitResponse Of(RankingRow r) => new()
    {
        Rank = r.Rank,
        Tied = r.Tied,
        DecidedBy = r.DecidedBy,
        DecidedByArea = r.DecidedByArea,
        UnitCode = r.UnitCode,
        UnitName = r.UnitName,
        Index = r.Index,
        IndexShown = Scale.Show(r.Index),
        Bonus = r.Bonus,
        Total = r.Total,
        Class = r.Class,
        Areas = r.Areas,
    };
}
