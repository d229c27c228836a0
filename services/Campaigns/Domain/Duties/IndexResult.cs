namespace Emulation.Campaigns.Domain.Duties;

/// <summary>The published index of one unit and year, kept so that the year-end report shows it (CVA-26/IV.1, C-40).</summary>
internal sealed class IndexResult
{
    public required string IndexSetCode { get; init; }
    public int Year { get; init; }
    public required string Block { get; init; }
    public required string UnitCode { get; init; }

    /// <summary>Version of the ranking that it stands in.</summary>
    public int RankingVersion { get; set; }
    public decimal? Index { get; set; }
    public int? Rank { get; set; }
    public string? Class { get; set; }
    public string? UnrankedReason { get; set; }
    public DateTimeOffset PublishedAt { get; set; }
}
