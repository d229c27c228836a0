using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Data;

/// <summary>A campaign as the last event told of it.</summary>
public sealed class KnownCampaign
{
    public required Guid Id { get; init; }
    public required string Code { get; set; }
    public required string UnitCode { get; set; }
    public int Version { get; set; }
    public bool Closed { get; set; }

    /// <summary>Null when the closing arrived before the launch.</summary>
    public CampaignSnapshot? Snapshot { get; set; }

    public AwardCategory? Category(string keyOrClause) =>
        Snapshot?.Scheme.Categories.FirstOrDefault(c => c.Key == keyOrClause) ?? Snapshot?.Scheme.Categories.FirstOrDefault(c => c.Clause == keyOrClause);
}

/// <summary>A unit as the last event told of it.</summary>
public sealed class KnownUnit
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public UnitKind Kind { get; set; }
    public string? ParentCode { get; set; }
    public string? RankingBlock { get; set; }
    public bool Active { get; set; }

    /// <summary>Units merged into this one whose places the city lets count.</summary>
    public string[] PredecessorCodes { get; set; } = [];

    public int Version { get; set; }
}

/// <summary>A published ranking: which version is in force.</summary>
public sealed class KnownRanking
{
    public required string IndexSetCode { get; init; }
    public required int Year { get; init; }
    public required string Block { get; init; }
    public int Version { get; set; }
    public DateTimeOffset PublishedAt { get; set; }
}

/// <summary>Place of one unit in the version that is in force.</summary>
public sealed class KnownRank
{
    public required string IndexSetCode { get; init; }
    public required int Year { get; init; }
    public required string Block { get; init; }
    public required string UnitCode { get; init; }
    public int Version { get; set; }
    public int? Rank { get; set; }
    public int TiedUnits { get; set; }
    public decimal? Index { get; set; }
    public string? UnrankedReason { get; set; }
}
