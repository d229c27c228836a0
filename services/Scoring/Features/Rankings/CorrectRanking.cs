using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Ranks anew after a sheet was appraised again; the earlier version stays. A vote of the council on the very same group holds on.</summary>
public sealed record CorrectRankingRequest : RankingBody
{
    /// <summary>Why, in Vietnamese; published with the correction.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    /// <summary>Units left without a rank; null = as in the version before, but for those that can be ranked now.</summary>
    [Items(0, 500)]
    public Unranked[]? Unranked { get; init; }
}

internal static class CorrectRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/correct", Handle)
        .WithName(nameof(CorrectRanking)).WithSummary("Đính chính kết quả đã công bố: bản mới, bản cũ được giữ, nêu đơn vị thay đổi thứ hạng")
        .RequireAuthorization(Policies.RankingsPublish).WithIdempotency()
        .Produces<RankingResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        CorrectRankingRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (!user.Governs(request.Block))
            return Problems.NotYours.Result();
        if (CouncilVote.Fault(request.CouncilOrder, request.Year, VietnamTime.Today(time)) is { } invalid)
            return invalid.Result();
        if (await PublishedRankings.Latest(db, request.Year, request.Block, cancellationToken) is not { } published)
            return Problems.RankingNotPublished.Result();
        if (published.OfOtherSet(request.IndexSet) is { } other)
            return other.Result();
        var earlier = new RankingDraft.Earlier(request.Unranked is null ? published.Unranked : [], published.CouncilOrder);
        var (draft, problem) = await RankingDraft.Compute(request, request.Unranked ?? [], earlier, db, sets, cancellationToken);
        if ((problem ?? draft!.Fault) is { } fault)
            return fault.Result();
        var (next, unchanged) = published.Correct(draft!.Rows, draft.Unranked, draft.Council.Used, request.Reason, user.Id, time.GetUtcNow());
        return unchanged is not null ? unchanged.Result() : await PublishRanking.Save(next!, "correct", db, user, intake, cancellationToken);
    }
}
