using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Rankings;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A ranking against that of its block one year before.</summary>
/// <remarks>Not part of the ranking itself: that is frozen, while the year before may still be corrected.</remarks>
public sealed record RankingMovements
{
    /// <summary>The ranking.</summary>
    public required RankingReference Ranking { get; init; }

    /// <summary>The ranking of the year before, in the version that holds now; null when there is none.</summary>
    public RankingReference? Before { get; init; }

    /// <summary>False when the two years were scored by different index sets: ranks compare, points do so only roughly.</summary>
    public required bool SameIndexSet { get; init; }

    /// <summary>Units in order of rank, then those that were ranked the year before only.</summary>
    public required Movement[] Units { get; init; }
}

internal static class GetRankingMovements
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/movements", Handle)
        .WithName(nameof(GetRankingMovements)).WithSummary("Thay đổi thứ hạng và điểm của từng đơn vị so với kết quả năm trước của cùng khối")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(404);

    private static async Task<Results<Ok<RankingMovements>, ProblemHttpResult>> Handle(Guid id, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await PublishedRankings.Find(db, id, user, cancellationToken) is not { } ranking)
            return CommonProblems.NotFound.Result();
        var before = await PublishedRankings.Latest(db, ranking.Year - 1, ranking.Block, cancellationToken);
        return TypedResults.Ok(new RankingMovements
        {
            Ranking = await PublishedRankings.Reference(db, ranking, cancellationToken),
            Before = before is null ? null : RankingReference.Of(before, current: true),
            SameIndexSet = before is null || before.IndexSetCode == ranking.IndexSetCode,
            Units = Movement.Between(ranking, before),
        });
    }
}
