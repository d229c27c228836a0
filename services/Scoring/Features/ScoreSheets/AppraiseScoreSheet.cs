using Emulation.Contracts.Scoring;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>An appraisal: leaves not named stay as they are.</summary>
public sealed record AppraiseScoreSheetRequest
{
    /// <summary>Leaves that count otherwise than the unit scored them, each with the reason.</summary>
    [Items(0, 1000)]
    public LeafVerdict[] Changes { get; init; } = [];

    /// <summary>Results of the survey.</summary>
    [Items(0, 1000)]
    public SurveyResult[] Survey { get; init; } = [];

    /// <summary>
    /// True: the appraisal is done; after the first one the unit may explain the changed leaves, if there are any. False: the appraisers go on later.
    /// </summary>
    public bool Conclude { get; init; } = true;
}

internal static class AppraiseScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/appraise", Handle)
        .WithName(nameof(AppraiseScoreSheet)).WithSummary("Thẩm định phiếu (lần 1, lần 2): lần sau cùng có giá trị; kết quả điều tra xã hội học, điểm thưởng, điểm trừ cũng nhập ở đây")
        .RequireAuthorization(Policies.ScoresAppraise)
        .ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, AppraiseScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindToAppraise(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var evidence = await CitableEvidence.Of(db, [open!.Sheet.UnitCode, user.UnitCode], request.Changes.SelectMany(c => c.Evidence), cancellationToken);
        return Appraise(open, request, evidence, db, user, time.GetUtcNow()) is { } refused ? refused.Result()
            : await ScoreSheets.Save(open.Sheet, db, http, cancellationToken);
    }

    /// <summary>Appraises, with history and event, but does not save.</summary>
    internal static Problem? Appraise(ScoreSheets.Open open, AppraiseScoreSheetRequest request, CitableEvidence evidence, ScoringDbContext db, CurrentUser user, DateTimeOffset now)
    {
        var sheet = open.Sheet;
        var (changes, problem) = sheet.Appraise(open.Set, open.Round, request.Changes, request.Survey, request.Conclude, evidence.For(sheet.UnitCode, user.UnitCode), user.Id, now);
        if (problem is not null)
            return problem;
        db.Audit(ScoreSheets.Aggregate, sheet.Id, "appraise", user.Id, now, changes: changes, from: user.RemoteAddress);
        db.Publish(new ScoreSheetAppraised
        {
            SheetId = sheet.Id,
            Version = sheet.Version,
            UnitCode = sheet.UnitCode,
            IndexSetCode = sheet.IndexSetCode,
            Year = sheet.Year,
            Index = sheet.Score.Index ?? 0,
            OccurredAt = now,
            ActedBy = user.Id,
        });
        return null;
    }
}
