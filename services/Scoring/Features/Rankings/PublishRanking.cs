using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Rankings;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Scoring.Features.Rankings;

/// <summary>Publishes the ranking of one block for one year.</summary>
public sealed record PublishRankingRequest : RankingBody
{
    /// <summary>Units that are left without a rank, each with the reason; every other unit of the block needs a complete, appraised sheet.</summary>
    [Items(0, 500)]
    public Unranked[] Unranked { get; init; } = [];
}

internal static class PublishRanking
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/", Handle)
        .WithName(nameof(PublishRanking)).WithSummary("Công bố kết quả xếp hạng của một khối trong một năm; nhóm bằng điểm cần biểu quyết của Hội đồng nếu bộ chỉ số quy định")
        .RequireAuthorization(Policies.RankingsPublish).WithIdempotency()
        .Produces<RankingResponse>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        PublishRankingRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, Intake intake, CancellationToken cancellationToken)
    {
        if (!user.Governs(request.Block))
            return Problems.NotYours.Result();
        if (CouncilVote.Fault(request.CouncilOrder, request.Year, VietnamTime.Today(time)) is { } invalid)
            return invalid.Result();
        if (await PublishedRankings.Latest(db, request.Year, request.Block, cancellationToken) is { } published)
            return (published.OfOtherSet(request.IndexSet) ?? published.About(Problems.RankingExists)).Result();
        var (draft, problem) = await RankingDraft.Compute(request, request.Unranked, RankingDraft.Earlier.None, db, sets, cancellationToken);
        if ((problem ?? draft!.Fault) is { } fault)
            return fault.Result();
        var ranking = Ranking.Publish(request.IndexSet, request.Year, request.Block, draft!.Rows, draft.Unranked, draft.Council.Used, user.Id, time.GetUtcNow());
        return await Save(ranking, "publish", db, user, intake, cancellationToken);
    }

    internal static async Task<IResult> Save(Ranking ranking, string action, ScoringDbContext db, CurrentUser user, Intake intake, CancellationToken cancellationToken)
    {
        db.Rankings.Add(ranking);
        db.Publish(ranking.Event());
        db.Audit("ranking", ranking.Id, action, user.Id, ranking.PublishedAt, ranking.CorrectionReason, from: user.RemoteAddress);
        var answer = intake.Created($"/rankings/{ranking.Id}", RankingResponse.Of(ranking));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return answer;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: RankingConfiguration.UniqueVersion })
        {
            var first = await PublishedRankings.Latest(db, ranking.Year, ranking.Block, cancellationToken);
            return (first!.OfOtherSet(ranking.IndexSetCode) ?? first.About(Problems.RankingOvertaken)).Result();
        }
    }
}
