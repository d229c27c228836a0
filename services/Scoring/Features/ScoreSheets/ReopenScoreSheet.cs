using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>Opens a locked sheet again.</summary>
public sealed record ReopenScoreSheetRequest
{
    /// <summary>selfScore: the unit scores itself anew; appraisal: the appraisers go on (a complaint, a late finding).</summary>
    public required ReopenTo To { get; init; }

    /// <summary>Why, in Vietnamese; stays in the history.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    /// <summary>With selfScore: the unit's new last day, itself included; needed when the round's own has passed.</summary>
    public DateOnly? Until { get; init; }
}

internal static class ReopenScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/reopen", Handle)
        .WithName(nameof(ReopenScoreSheet)).WithSummary("Mở lại phiếu đã khóa hoặc đã chốt, nêu lý do")
        .RequireAuthorization(Policies.ScoresAppraise)
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ReopenScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindToAppraise(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var (sheet, now) = (open!.Sheet, time.GetUtcNow());
        if (request.To == ReopenTo.SelfScore)
        {
            var round = await db.Rounds.SingleAsync(r => r.Id == open.Round.Id, cancellationToken);
            var late = request.Until is { } until ? round.Extend(sheet.UnitCode, until, request.Reason, user.Id, now) : round.Locked(sheet.UnitCode, now)?.At("/until");
            if (late is not null)
                return late.Result();
        }
        var (changes, refused) = sheet.Reopen(open.Set, request.To, now);
        if (refused is not null)
            return refused.Result();
        db.Audit(ScoreSheets.Aggregate, id, "reopen", user.Id, now, request.Reason, changes, user.RemoteAddress);
        return await ScoreSheets.Save(sheet, db, http, cancellationToken);
    }
}
