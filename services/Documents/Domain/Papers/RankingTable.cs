using System.Text.Json.Serialization;
using Emulation.Contracts.Scoring;
using Emulation.Documents.Domain.Rankings;

namespace Emulation.Documents.Domain.Papers;

/// <summary>Thông báo kết quả xếp hạng with its Bảng xếp hạng: a published ranking as it stood when written.</summary>
public sealed record RankingTable : PaperContent
{
    public required string IndexSet { get; init; }

    /// <summary>Index year.</summary>
    public required int IndexYear { get; init; }

    /// <summary>Ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>Version of the ranking that is printed.</summary>
    public required int RankingVersion { get; init; }

    /// <summary>Why it was corrected; null for version 1.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>When that version was published, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Units in order of rank.</summary>
    public required RankedUnit[] Ranked { get; init; }

    /// <summary>Units without a rank, each with the reason.</summary>
    public required UnrankedLine[] Unranked { get; init; }

    [JsonIgnore]
    public override DocumentType Type => DocumentType.RankingTable;

    [JsonIgnore]
    public override string Abstract => $"Kết quả xếp hạng Chỉ số cải cách hành chính năm {IndexYear}, {RankingBlock.NameOf(Block)}";

    [JsonIgnore]
    public override int Year => IndexYear;

    public static RankingTable Of(KnownRanking ranking, IReadOnlyDictionary<string, string> unitNames) => new()
    {
        IndexSet = ranking.IndexSet,
        IndexYear = ranking.Year,
        Block = ranking.Block,
        RankingVersion = ranking.Version,
        CorrectionReason = ranking.CorrectionReason,
        PublishedAt = ranking.PublishedAt,
        Ranked = ranking.Ranked,
        Unranked = [.. ranking.Unranked.Select(u => new UnrankedLine(unitNames.GetValueOrDefault(u.UnitCode) ?? u.UnitCode, u.Reason))],
    };
}

/// <summary>A unit without a rank.</summary>
/// <param name="UnitName">Its name when the table was written.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
public sealed record UnrankedLine(string UnitName, string Reason);
