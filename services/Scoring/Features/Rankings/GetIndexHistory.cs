using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A unit's published results over the years.</summary>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="Years">Latest first; the current version of each ranking, with earlier versions beside it.</param>
public sealed record IndexHistoryResponse(string UnitCode, string UnitName, IndexHistoryYear[] Years);

/// <summary>A unit's published result of one year.</summary>
public sealed record IndexHistoryYear
{
    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSet { get; init; }

    /// <summary>Ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>Identity of the ranking.</summary>
    public required Guid RankingId { get; init; }

    /// <summary>Version of the ranking.</summary>
    public required int Version { get; init; }

    /// <summary>Why it was corrected; null for version 1.</summary>
    public string? CorrectionReason { get; init; }

    /// <summary>Number of ranked units in the block.</summary>
    public required int Of { get; init; }

    /// <summary>Rank; null when the unit was not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>True when another unit has the same rank.</summary>
    public bool? Tied { get; init; }

    /// <summary>Index, 0–100 before bonus, four decimals.</summary>
    public decimal? Index { get; init; }

    /// <summary>The same with two decimals, half up.</summary>
    public decimal? IndexShown { get; init; }

    /// <summary>Bonus less penalty.</summary>
    public decimal? Bonus { get; init; }

    /// <summary>Class by the index set's table.</summary>
    public string? Class { get; init; }

    /// <summary>Sums per area.</summary>
    public AreaScore[]? Areas { get; init; }

    /// <summary>Why the unit was not ranked.</summary>
    public string? UnrankedReason { get; init; }

    /// <summary>Against the year before in the same block; null when the unit was not ranked in both years, and on earlier versions.</summary>
    public YearChange? Change { get; init; }

    /// <summary>Earlier versions of the same result, latest first.</summary>
    public IndexHistoryYear[] Earlier { get; init; } = [];
}

/// <summary>A unit's result against that of the year before.</summary>
/// <param name="RankBefore">Rank the year before.</param>
/// <param name="RankChange">Places gained; negative = lost.</param>
/// <param name="IndexBefore">Index the year before.</param>
/// <param name="IndexChange">Index less index the year before, four decimals.</param>
/// <param name="SameIndexSet">False when the two years were scored by different index sets: ranks compare, points do so only roughly.</param>
public sealed record YearChange(int RankBefore, int RankChange, decimal IndexBefore, decimal IndexChange, bool SameIndexSet);

internal static class GetIndexHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{unitCode}", Handle)
        .WithName(nameof(GetIndexHistory)).WithSummary("Kết quả chỉ số của một đơn vị qua các năm, thay đổi so với năm trước, kể cả các bản đã đính chính")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<IndexHistoryResponse>, ProblemHttpResult>> Handle(string unitCode, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Code == unitCode, cancellationToken) is not { } unit)
            return CommonProblems.NotFound.Result();
        // Unranked units are few per ranking: they stand in its JSON, found by containment.
        var named = $$"""[{"unitCode":"{{unit.Code}}"}]""";
        var rankings = await db.Rankings.FromSql($"SELECT * FROM rankings r WHERE r.unranked @> {named}::jsonb OR EXISTS (SELECT 1 FROM ranking_rows w WHERE w.ranking_id = r.id AND w.unit_code = {unit.Code})")
            .AsNoTracking().LookedInto(user, r => r.Block)
            .Select(r => new { Ranking = r, Row = r.Rows.SingleOrDefault(w => w.UnitCode == unit.Code), Of = r.Rows.Count })
            .ToListAsync(cancellationToken);
        var years = rankings
            .Select(r => new IndexHistoryYear
            {
                Year = r.Ranking.Year,
                IndexSet = r.Ranking.IndexSetCode,
                Block = r.Ranking.Block,
                RankingId = r.Ranking.Id,
                Version = r.Ranking.Version,
                CorrectionReason = r.Ranking.CorrectionReason,
                Of = r.Of,
                Rank = r.Row?.Rank,
                Tied = r.Row?.Tied,
                Index = r.Row?.Index,
                IndexShown = r.Row is { } row ? Scale.Show(row.Index) : null,
                Bonus = r.Row?.Bonus,
                Class = r.Row?.Class,
                Areas = r.Row?.Areas,
                UnrankedReason = r.Ranking.Unranked.FirstOrDefault(u => u.UnitCode == unit.Code)?.Reason,
            })
            .GroupBy(y => (y.Year, y.IndexSet, y.Block))
            .Select(g => g.OrderByDescending(y => y.Version).ToArray())
            .Select(versions => versions[0] with { Earlier = versions[1..] })
            .OrderByDescending(y => y.Year).ThenBy(y => y.IndexSet, StringComparer.Ordinal)
            .ToList();
        return TypedResults.Ok(new IndexHistoryResponse(unit.Code, unit.Name, [.. years.Select(y => y with { Change = Change(y, years.Find(b => b.Year == y.Year - 1 && b.Block == y.Block)) })]));
    }

    private static YearChange? Change(IndexHistoryYear now, IndexHistoryYear? before) =>
        now.Rank is { } rank && before?.Rank is { } earlier
            ? new YearChange(earlier, earlier - rank, before.Index!.Value, now.Index!.Value - before.Index.Value, now.IndexSet == before.IndexSet)
            : null;
}
