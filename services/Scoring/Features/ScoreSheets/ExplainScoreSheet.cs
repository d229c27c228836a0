using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>The unit's explanation (giải trình) after the first appraisal (domain 2.6, step 4).</summary>
public sealed record ExplainScoreSheetRequest
{
    /// <summary>Leaves that the first appraisal changed, each once; empty = the unit agrees with all of it.</summary>
    [Items(0, 1000)]
    public required LeafExplanation[] Explanations { get; init; }
}

internal static class ExplainScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/explain", Handle)
        .WithName(nameof(ExplainScoreSheet)).WithSummary("Giải trình các tiêu chí bị thay đổi khi thẩm định lần 1; gửi danh sách trống là đồng ý")
        .RequireAuthorization(Policies.ScoresWrite)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ExplainScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindOwn(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var now = time.GetUtcNow();
        var evidence = await CitableEvidence.Of(db, [open!.Sheet.UnitCode], request.Explanations.SelectMany(e => e.Evidence), cancellationToken);
        var (changes, refused) = open.Sheet.Explain(open.Set, request.Explanations, evidence.For(open.Sheet.UnitCode), user.Id, now);
        if (refused is not null)
            return refused.Result();
        db.Audit(ScoreSheets.Aggregate, id, request.Explanations.Length == 0 ? "agree" : "explain", user.Id, now, changes: changes, from: user.RemoteAddress);
        return await ScoreSheets.Save(open.Sheet, db, http, cancellationToken);
    }
}
