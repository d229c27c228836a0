using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>A ranking to look at before it is published.</summary>
public sealed record PreviewRankingRequest : RankingBody
{
    /// <summary>Units that are left without a rank, each with the reason.</summary>
    [Items(0, 500)]
    public Unranked[] Unranked { get; init; } = [];
}

/// <summary>What the ranking would be now.</summary>
/// <param name="Ranked">Units in order of rank.</param>
/// <param name="Unranked">Units left without a rank.</param>
/// <param name="Waiting">Units that still stand in the way of publishing.</param>
/// <param name="Moved">Who would move against the published ranking; null when there is none yet.</param>
/// <param name="Undecided">Tied groups that need a vote of the council before publication.</param>
/// <param name="CouncilOrder">Votes that parted a tied group: those given, and those of the published ranking that hold on.</param>
public sealed record RankingPreviewResponse(
    RankedUnitResponse[] Ranked, Unranked[] Unranked, WaitingUnit[] Waiting, Moved[]? Moved, TiedGroup[] Undecided, CouncilOrder[] CouncilOrder);

internal static class PreviewRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/preview", Handle)
        .WithName(nameof(PreviewRanking)).WithSummary("Xem trước kết quả xếp hạng, đơn vị còn thiếu, đơn vị sẽ thay đổi thứ hạng và nhóm bằng điểm cần Hội đồng biểu quyết")
        .RequireAuthorization(Policies.RankingsPublish).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<Results<Ok<RankingPreviewResponse>, ProblemHttpResult>> Handle(
        PreviewRankingRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!user.Governs(request.Block))
            return Problems.NotYours.Result();
        if (CouncilVote.Fault(request.CouncilOrder, request.Year, VietnamTime.Today(time)) is { } invalid)
            return invalid.Result();
        var published = await PublishedRankings.Latest(db, request.Year, request.Block, cancellationToken);
        if (published?.OfOtherSet(request.IndexSet) is { } other)
            return other.Result();
        var (draft, problem) = await RankingDraft.Compute(request, request.Unranked, RankingDraft.Earlier.Of(published), db, sets, cancellationToken);
        return problem is not null ? problem.Result()
            : TypedResults.Ok(new RankingPreviewResponse([.. draft!.Rows.Select(RankedUnitResponse.Of)], draft.Unranked, draft.Waiting, published?.MovedTo(draft.Rows), draft.Council.Undecided, draft.Council.Used));
    }
}
