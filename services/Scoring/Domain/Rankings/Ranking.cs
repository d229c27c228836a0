using Emulation.Contracts.Scoring;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>A published ranking: frozen. A correction is a new version beside it, never a change.</summary>
public sealed class Ranking
{
    private Ranking()
    {
    }

    public Guid Id { get; private init; }
    public required string IndexSetCode { get; init; }
    public required int Year { get; init; }
    public required string Block { get; init; }

    /// <summary>1 for the first publication; each correction adds one.</summary>
    public required int Version { get; init; }
    public required string? CorrectionReason { get; init; }
    public List<RankingRow> Rows { get; private init; } = [];
    public Unranked[] Unranked { get; private init; } = [];
    public Moved[] Moved { get; private init; } = [];

    /// <summary>Votes of the council that parted tied units.</summary>
    public CouncilOrder[] CouncilOrder { get; private init; } = [];
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedBy { get; init; }

    internal static Ranking Publish(string indexSet, int year, string block, List<RankingRow> rows, Unranked[] unranked, CouncilOrder[] council, string by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        IndexSetCode = indexSet,
        Year = year,
        Block = block,
        Version = 1,
        CorrectionReason = null,
        Rows = rows,
        Unranked = unranked,
        CouncilOrder = council,
        PublishedAt = at,
        PublishedBy = by,
    };

    internal (Ranking? Next, Problem? Problem) Correct(List<RankingRow> rows, Unranked[] unranked, CouncilOrder[] council, string reason, string by, DateTimeOffset at)
    {
        if (SameResult(rows) && SameVotes(council) && unranked.OrderBy(u => u.UnitCode, StringComparer.Ordinal).SequenceEqual(Unranked.OrderBy(u => u.UnitCode, StringComparer.Ordinal)))
            return (null, Problems.RankingUnchanged);
        return (new Ranking
        {
            Id = Guid.CreateVersion7(at),
            IndexSetCode = IndexSetCode,
            Year = Year,
            Block = Block,
            Version = Version + 1,
            CorrectionReason = reason,
            Rows = rows,
            Unranked = unranked,
            Moved = MovedTo(rows),
            CouncilOrder = council,
            PublishedAt = at,
            PublishedBy = by,
        }, null);
    }

    /// <summary>Units whose rank is not what it was, best new rank first; those that lost their rank last.</summary>
    internal Moved[] MovedTo(IReadOnlyCollection<RankingRow> rows)
    {
        var before = Rows.ToDictionary(r => r.UnitCode);
        var after = rows.ToDictionary(r => r.UnitCode);
        return
        [
            .. after.Keys.Union(before.Keys)
                .Select(code => (From: before.GetValueOrDefault(code), To: after.GetValueOrDefault(code)))
                .Where(m => m.From?.Rank != m.To?.Rank)
                .OrderBy(m => m.To?.Rank ?? int.MaxValue).ThenBy(m => (m.To ?? m.From)!.UnitCode, StringComparer.Ordinal)
                .Select(m => new Moved
                {
                    UnitCode = (m.To ?? m.From)!.UnitCode,
                    UnitName = (m.To ?? m.From)!.UnitName,
                    FromRank = m.From?.Rank,
                    ToRank = m.To?.Rank,
                    FromIndex = m.From?.Index,
                    ToIndex = m.To?.Index,
                }),
        ];
    }

    /// <summary>What is wrong with ranking the same block and year by another set; null when it is the same set.</summary>
    internal Problem? OfOtherSet(string indexSet) => indexSet == IndexSetCode ? null : About(Problems.RankedByOtherSet);

    /// <summary>A problem that names this ranking as the one that holds.</summary>
    internal Problem About(Problem problem) => problem with
    {
        Detail = $"Khối {Block}, năm {Year}: đang áp dụng kết quả theo bộ chỉ số {IndexSetCode}, bản {Version}. Muốn thay đổi, hãy tải lại rồi đính chính kết quả đó theo chính bộ chỉ số {IndexSetCode}.",
        Facts = new Dictionary<string, object?> { ["rankingId"] = Id, ["indexSet"] = IndexSetCode, ["currentVersion"] = Version },
    };

    internal RankingPublished Event() => new()
    {
        RankingId = Id,
        IndexSetCode = IndexSetCode,
        Year = Year,
        Block = Block,
        Version = Version,
        CorrectionReason = CorrectionReason,
        Entries = [.. InOrder().Select(r => new RankedUnit { UnitCode = r.UnitCode, UnitName = r.UnitName, Rank = r.Rank, Tied = r.Tied, Index = r.Index, Class = r.Class })],
        Unranked = [.. Unranked.Select(u => new UnrankedUnit { UnitCode = u.UnitCode, Reason = u.Reason })],
        OccurredAt = PublishedAt,
        ActedBy = PublishedBy,
    };

    internal IEnumerable<RankingRow> InOrder() => Rows.OrderBy(r => r.Rank).ThenBy(r => r.UnitCode, StringComparer.Ordinal);

    private bool SameResult(List<RankingRow> rows) =>
        rows.Count == Rows.Count && rows.OrderBy(r => r.UnitCode, StringComparer.Ordinal).Zip(Rows.OrderBy(r => r.UnitCode, StringComparer.Ordinal))
            .All(p => (p.First.UnitCode, p.First.Rank, p.First.Index, p.First.Bonus) == (p.Second.UnitCode, p.Second.Rank, p.Second.Index, p.Second.Bonus));

    // A wrong number of the minutes is worth a correction too.
    private bool SameVotes(CouncilOrder[] council) => council.Length == CouncilOrder.Length && council.All(c => CouncilOrder.Any(c.SameAs));
}

/// <summary>One unit's line in a published ranking.</summary>
public sealed class RankingRow
{
    public Guid RankingId { get; private init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public int Rank { get; internal set; }
    public bool Tied { get; internal set; }

    /// <summary>What parted it from the others; null on rankings from before this was kept.</summary>
    public PartedBy? DecidedBy { get; internal set; }

    /// <summary>Code of the area that parted it, when an area did.</summary>
    public string? DecidedByArea { get; internal set; }
    public required decimal Index { get; init; }
    public required decimal Bonus { get; init; }
    public required decimal Total { get; init; }
    public required string? Class { get; init; }
    public required AreaScore[] Areas { get; init; }

    /// <summary>The sheet, and its version, that the line rests on.</summary>
    public required Guid SheetId { get; init; }
    public required int SheetVersion { get; init; }
}

/// <summary>A unit of the block that is left without a rank.</summary>
[ValidatableType]
public sealed record Unranked
{
    /// <summary>Code of the unit.</summary>
    [Code]
    public required string UnitCode { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

/// <summary>A unit that a correction moved.</summary>
public sealed record Moved
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Rank before; null when it had none.</summary>
    public int? FromRank { get; init; }

    /// <summary>Rank now; null when it has none any more.</summary>
    public int? ToRank { get; init; }

    /// <summary>Index before, four decimals.</summary>
    public decimal? FromIndex { get; init; }

    /// <summary>Index now, four decimals.</summary>
    public decimal? ToIndex { get; init; }
}
