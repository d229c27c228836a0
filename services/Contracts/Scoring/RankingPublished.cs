namespace Emulation.Contracts.Scoring;

/// <summary>The index of one year was ranked for one block and published; or a published ranking was corrected (a new version).</summary>
/// <remarks>Published by Scoring. For the same index set, year and block a higher <see cref="Version"/> replaces a lower one.</remarks>
public sealed record RankingPublished
{
    /// <summary>Identity of this version of the ranking.</summary>
    public required Guid RankingId { get; init; }

    /// <summary>Code of the index set (Bộ chỉ số).</summary>
    public required string IndexSetCode { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>1 for the first publication; each correction adds one.</summary>
    public required int Version { get; init; }

    /// <summary>Why it was corrected, in Vietnamese; null for version 1.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>Ranked units in order of rank.</summary>
    public required RankedUnit[] Entries { get; init; }

    /// <summary>Units of the block without a rank, each with the reason.</summary>
    public required UnrankedUnit[] Unranked { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who published it.</summary>
    public required string ActedBy { get; init; }
}

/// <summary>One unit in a ranking.</summary>
public sealed record RankedUnit
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit when published.</summary>
    public required string UnitName { get; init; }

    /// <summary>Competition rank: 1, 2, 2, 4.</summary>
    public required int Rank { get; init; }

    /// <summary>True when another unit has the same rank.</summary>
    public required bool Tied { get; init; }

    /// <summary>Index, 0–100 before bonus, four decimals.</summary>
    public required decimal Index { get; init; }

    /// <summary>Name of the class by the index set's table; null when the set has none.</summary>
    public string? Class { get; init; }
}

/// <summary>A unit of the block that was not ranked.</summary>
public sealed record UnrankedUnit
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Reason { get; init; }
}
