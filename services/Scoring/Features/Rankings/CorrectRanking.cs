using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Ranks anew after a sheet was appraised again; the earlier version stays.</summary>
public sealed record CorrectRankingRequest
{
    /// <summary>Code of the index set.</summary>
    [Code]
    public required string IndexSet { get; init; }

    /// <summary>Index year, 2000–2100.</summary>
    [Between(2000, 2100)]
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    [Code]
    public required string Block { get; init; }

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
        .RequireAuthorization(Policies.RankingsPublish).WithIdempotency().RequireCity()
        .Produces<RankingResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(409);

    private static async Task<IResult> Handle(
        CorrectRankingRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (await PublishRanking.Latest(db, request.Year, request.Block, cancellationToken) is not { } published)
            return Problems.RankingNotPublished.Result();
        if (published.OfOtherSet(request.IndexSet) is { } other)
            return other.Result();
        var (draft, problem) = await RankingDraft.Compute(
            request.IndexSet, request.Year, request.Block, request.Unranked ?? [], request.Unranked is null ? published.Unranked : [], db, sets, cancellationToken);
        if ((problem ?? draft!.Fault) is { } fault)
            return fault.Result();
        var (next, unchanged) = published.Correct(draft!.Rows, draft.Unranked, request.Reason, user.Id, time.GetUtcNow());
        return unchanged is not null ? unchanged.Result() : await PublishRanking.Save(next!, "correct", db, user, intake, cancellationToken);
    }
}
