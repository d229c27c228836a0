using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.Rankings;

internal static class GetRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}", Handle)
        .WithName(nameof(GetRanking)).WithSummary("Xem một kết quả xếp hạng đã công bố")
        .RequireAuthorization(Policies.ScoresRead);

    private static async Task<Results<Ok<RankingResponse>, ProblemHttpResult>> Handle(Guid id, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken) =>
        await PublishedRankings.Find(db, id, user, cancellationToken) is { } ranking
            ? TypedResults.Ok(RankingResponse.Of(ranking))
            : CommonProblems.NotFound.Result();
}
