using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A ranking to look at before it is published.</summary>
public sealed record PreviewRankingRequest
{
    /// <summary>Code of an active index set.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    [Code]
    public required string Block { get; init; }

    /// <summary>Units that are left without a rank, each with the reason.</summary>
    [Items(0, 500)]
    public Unranked[] Unranked { get; init; } = [];
}

/// <summary>What the ranking would be now.</summary>
/// <param name="Ranked">Units in order of rank.</param>
/// <param name="Unranked">Units left without a rank.</param>
/// <param name="Waiting">Units that still stand in the way of publishing.</param>
/// <param name="Moved">Who would move against the published ranking; null when there is none yet.</param>
public sealed record RankingPreviewResponse(RankedUnitResponse[] Ranked, Unranked[] Unranked, WaitingUnit[] Waiting, Moved[]? Moved);

internal static class PreviewRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/preview", Handle)
        .WithName(nameof(PreviewRanking)).WithSummary("Xem trước kết quả xếp hạng, đơn vị còn thiếu và đơn vị sẽ thay đổi thứ hạng")
        .RequireAuthorization(Policies.RankingsPublish).RequireCity();

    private static async Task<Results<Ok<RankingPreviewResponse>, ProblemHttpResult>> Handle(
        PreviewRankingRequest request, ScoringDbContext db, ActiveIndexSets sets, CancellationToken cancellationToken)
    {
        var published = await PublishRanking.Latest(db, request.Year, request.Block, cancellationToken);
        if (published?.OfOtherSet(request.IndexSet) is { } other)
            return other.Result();
        var (draft, problem) = await RankingDraft.Compute(request.IndexSet, request.Year, request.Block, request.Unranked, published?.Unranked ?? [], db, sets, cancellationToken);
        return problem is not null ? problem.Result()
            : TypedResults.Ok(new RankingPreviewResponse([.. draft!.Rows.Select(RankedUnitResponse.Of)], draft.Unranked, draft.Waiting, published?.MovedTo(draft.Rows)));
    }
}
