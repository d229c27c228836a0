namespace Emulation.Gateway.Features.City;

/// <summary>Published rankings, block by block.</summary>
/// <param name="Parts">State of each service's part.</param>
/// <param name="Rankings">One for each block and year, in the version that holds now.</param>
public sealed record CityRankings(Dictionary<string, Part> Parts, CityRanking[] Rankings);

/// <summary>One published ranking.</summary>
/// <param name="Year">Index year.</param>
/// <param name="Block">Ranking block.</param>
/// <param name="Version">1 for the first publication; each correction adds one.</param>
/// <param name="CorrectionReason">Why it was corrected; null for version 1.</param>
/// <param name="Entries">Units in order of rank.</param>
/// <param name="Unranked">Units of the block without a rank, each with the reason.</param>
/// <param name="Moved">Units that the correction moved; empty for version 1.</param>
public sealed record CityRanking(
    Guid Id, string IndexSet, int Year, string Block, int Version, DateTimeOffset PublishedAt, string? CorrectionReason, CityRankEntry[] Entries, CityUnranked[] Unranked, CityMoved[] Moved);

/// <summary>One unit in a ranking.</summary>
/// <param name="PreviousRank">Rank in the same block one year before; null when there was none.</param>
/// <param name="PreviousIndex">Index one year before.</param>
public sealed record CityRankEntry(string UnitCode, string UnitName, int Rank, bool Tied, decimal Index, string? Class, int? PreviousRank, decimal? PreviousIndex);

/// <summary>A unit that a correction moved.</summary>
public sealed record CityMoved(string UnitCode, string UnitName, int? FromRank, int? ToRank, decimal? FromIndex, decimal? ToIndex);

/// <summary>A unit without a rank.</summary>
public sealed record CityUnranked(string UnitCode, string? UnitName, string Reason);

internal static class GetCityRankings
{
    public static void Map(RouteGroupBuilder city) => city.MapGet("/rankings", Handle).WithName(nameof(GetCityRankings))
        .WithSummary("Xếp hạng Chỉ số cải cách hành chính đã công bố, kèm thứ hạng năm trước.");

    private static async Task<CityRankings> Handle([AsParameters] CityFilter filter, CityReader reader)
    {
        var heads = await CityQueries.RankingHeads(reader);
        var wanted = heads.Items.Where(r => (filter.Block is null || r.Block == filter.Block) && (filter.Year is null || r.Year == filter.Year || r.Year == filter.Year - 1));
        var read = await CityQueries.Rankings(reader, heads.Part, wanted);
        var current = read.Items.ToDictionary(r => (r.Block, r.Year));
        return new CityRankings(
            new() { ["scoring"] = read.Part },
            [.. read.Items.Where(r => filter.Year is null || r.Year == filter.Year).Select(r => Of(r, current.GetValueOrDefault((r.Block, r.Year - 1))))]);
    }

    private static CityRanking Of(RankingRow ranking, RankingRow? before)
    {
        var earlier = (before?.Ranked ?? []).ToDictionary(e => e.UnitCode);
        return new(ranking.Id, ranking.IndexSet, ranking.Year, ranking.Block, ranking.Version, ranking.PublishedAt, ranking.CorrectionReason,
            [.. (ranking.Ranked ?? []).Select(e => new CityRankEntry(e.UnitCode, e.UnitName, e.Rank, e.Tied, e.Index, e.Class,
                earlier.GetValueOrDefault(e.UnitCode)?.Rank, earlier.GetValueOrDefault(e.UnitCode)?.Index))],
            [.. (ranking.Unranked ?? []).Select(u => new CityUnranked(u.UnitCode, u.UnitName, u.Reason))],
            ranking.Moved ?? []);
    }
}
