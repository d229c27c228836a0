using Emulation.Scoring.Data;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>The leader does not approve yet.</summary>
public sealed record ReturnScoreSheetRequest
{
    /// <summary>Why, in Vietnamese; who prepares the sheet reads it.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class ReturnScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/return", Handle)
        .WithName(nameof(ReturnScoreSheet)).WithSummary("Lãnh đạo đơn vị trả lại phiếu để hoàn thiện")
        .RequireAuthorization(Policies.ScoresApprove)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ReturnScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindOwn(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        if (open!.Sheet.Return() is { } refused)
            return refused.Result();
        db.Audit(ScoreSheets.Aggregate, id, "return", user.Id, time.GetUtcNow(), request.Reason, from: user.RemoteAddress);
        return await ScoreSheets.Save(open.Sheet, db, http, cancellationToken);
    }
}
