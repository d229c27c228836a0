using Emulation.Scoring.Data;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

internal static class SubmitScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/submit", Handle)
        .WithName(nameof(SubmitScoreSheet)).WithSummary("Trình lãnh đạo đơn vị phê duyệt phiếu tự chấm điểm")
        .RequireAuthorization(Policies.ScoresWrite)
        .ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindOwn(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var now = time.GetUtcNow();
        if (open!.Sheet.Propose(open.Set, open.Round, now) is { } refused)
            return refused.Result();
        db.Audit(ScoreSheets.Aggregate, id, "submit", user.Id, now, from: user.RemoteAddress);
        return await ScoreSheets.Save(open.Sheet, db, http, cancellationToken);
    }
}
