using Emulation.Contracts.Scoring;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>The city's appraisal: leaves not named stay as they are.</summary>
public sealed record AppraiseScoreSheetRequest
{
    /// <summary>Leaves that count otherwise than the unit scored them, each with the reason.</summary>
    [Items(0, 1000)]
    public LeafVerdict[] Changes { get; init; } = [];

    /// <summary>Results of the survey.</summary>
    [Items(0, 1000)]
    public SurveyResult[] Survey { get; init; } = [];
}

internal static class AppraiseScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/appraise", Handle)
        .WithName(nameof(AppraiseScoreSheet)).WithSummary("Thẩm định phiếu: lần thẩm định sau cùng có giá trị; kết quả điều tra xã hội học cũng nhập ở đây")
        .RequireAuthorization(Policies.ScoresAppraise).RequireCity()
        .Produces<ScoreSheetSummary>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, AppraiseScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.VisibleTo(user, s => s.UnitCode).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http, sheet.Version) is { } stale)
            return stale.Result();
        if (await Appraise(sheet, request.Changes, request.Survey, db, sets, user, time.GetUtcNow(), cancellationToken) is { } problem)
            return problem.Result();
        if (await ScoreSheets.Save(sheet, db, http, cancellationToken) is { } overtaken)
            return overtaken.Result();
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.Ok(ScoreSheetSummary.Of(sheet));
    }

    /// <summary>Appraises, with history and event, but does not save.</summary>
    internal static async Task<Problem?> Appraise(
        ScoreSheet sheet, LeafVerdict[] verdicts, SurveyResult[] survey, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var set = await sets.Find(db, sheet.IndexSetCode, cancellationToken);
        var (changes, problem) = sheet.Appraise(set!, verdicts, survey, user.Id, now);
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
