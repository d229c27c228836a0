using Emulation.Scoring.Data;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

internal static class FinaliseScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/finalise", Handle)
        .WithName(nameof(FinaliseScoreSheet)).WithSummary("Chốt phiếu: đủ tiêu chí, hết bước giải trình; chỉ phiếu đã chốt được xếp hạng")
        .RequireAuthorization(Policies.ScoresAppraise)
        .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindToAppraise(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var now = time.GetUtcNow();
        if (open!.Sheet.Finalise(now) is { } refused)
            return refused.Result();
        db.Audit(ScoreSheets.Aggregate, id, "finalise", user.Id, now, from: user.RemoteAddress);
        return await ScoreSheets.Save(open.Sheet, db, http, cancellationToken);
    }
}
