using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rounds;

/// <summary>Moves the deadlines of a round.</summary>
public sealed record ChangeRoundRequest
{
    /// <summary>Last day to score and hand in, itself included; a past day locks at once.</summary>
    public required DateOnly SelfScoreUntil { get; init; }

    /// <summary>Days to explain after the first appraisal, 1–60; holds for appraisals concluded from now on.</summary>
    [Between(1, 60)]
    public required int ExplanationDays { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class ChangeRound
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id:guid}", Handle)
        .WithName(nameof(ChangeRound)).WithSummary("Thay đổi thời hạn của đợt chấm điểm, nêu lý do")
        .RequireAuthorization(Policies.IndexSetsWrite)
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412);

    private static async Task<Results<Ok<RoundResponse>, ProblemHttpResult>> Handle(
        Guid id, ChangeRoundRequest request, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (round, problem) = await Rounds.FindToGovern(id, db, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var before = new { round!.SelfScoreUntil, round.ExplanationDays };
        var now = time.GetUtcNow();
        if (round.Change(request.SelfScoreUntil, request.ExplanationDays, now) is { } refused)
            return refused.Result();
        db.Audit(Rounds.Aggregate, id, "change", user.Id, now, request.Reason, new { from = before, to = new { round.SelfScoreUntil, round.ExplanationDays } }, user.RemoteAddress);
        return await Rounds.Save(round, db, http, cancellationToken);
    }
}
