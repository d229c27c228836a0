namespace Emulation.Scoring.Domain.Rankings;

/// <summary>A unit against the ranking of its block one year before.</summary>
public sealed record Movement
{
    /// <summary>Code of the unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of the unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>Rank; null when it was ranked the year before only.</summary>
    public int? Rank { get; init; }

    /// <summary>Rank the year before; null when it had none.</summary>
    public int? RankBefore { get; init; }

    /// <summary>Places gained; negative = lost; null without a rank in both years.</summary>
    public int? RankChange { get; init; }

    /// <summary>Index, 0–100 before bonus, four decimals.</summary>
    public decimal? Index { get; init; }

    /// <summary>Index the year before.</summary>
    public decimal? IndexBefore { get; init; }

    /// <summary>Index less index the year before.</summary>
    public decimal? IndexChange { get; init; }

    /// <summary>Class.</summary>
    public string? Class { get; init; }

    /// <summary>Class the year before.</summary>
    public string? ClassBefore { get; init; }

    /// <summary>Units ranked now in order of rank, then those ranked the year before only.</summary>
    internal static Movement[] Between(Ranking now, Ranking? before)
    {
        var earlier = (before?.Rows ?? []).ToDictionary(r => r.UnitCode);
        var ranked = now.InOrder().Select(row => Of(row, earlier.Remove(row.UnitCode, out var last) ? last : null)).ToList();
        return [.. ranked, .. earlier.Values.OrderBy(r => r.Rank).ThenBy(r => r.UnitCode, StringComparer.Ordinal).Select(r => Of(null, r))];
    }

    private static Movement Of(RankingRow? now, RankingRow? before) => new()
    {
        UnitCode = (now ?? before)!.UnitCode,
        UnitName = (now ?? before)!.UnitName,
        Rank = now?.Rank,
        RankBefore = before?.Rank,
        RankChange = before?.Rank - now?.Rank,
        Index = now?.Index,
        IndexBefore = before?.Index,
        IndexChange = now?.Index - before?.Index,
        Class = now?.Class,
        ClassBefore = before?.Class,
    };
}
