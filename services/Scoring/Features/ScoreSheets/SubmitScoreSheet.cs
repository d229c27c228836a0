using Emulation.Contracts.Scoring;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

internal static class SubmitScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/submit", Handle)
        .WithName(nameof(SubmitScoreSheet)).WithSummary("Nộp phiếu tự chấm điểm")
        .RequireAuthorization(Policies.ScoresWrite);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.VisibleTo(user, s => s.UnitCode).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http, sheet.Version) is { } stale)
            return stale.Result();
        var set = await sets.Find(db, sheet.IndexSetCode, cancellationToken);
        var now = time.GetUtcNow();
        if (sheet.Submit(set!, now) is { } problem)
            return problem.Result();
        db.Publish(Event(sheet, user.Id, now));
        db.Audit(ScoreSheets.Aggregate, sheet.Id, "submit", user.Id, now, from: user.RemoteAddress);
        if (await ScoreSheets.Save(sheet, db, http, cancellationToken) is { } overtaken)
            return overtaken.Result();
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.Ok(ScoreSheetSummary.Of(sheet));
    }

    internal static ScoreSheetSubmitted Event(ScoreSheet sheet, string by, DateTimeOffset at) => new()
    {
        SheetId = sheet.Id,
        Version = sheet.Version,
        UnitCode = sheet.UnitCode,
        IndexSetCode = sheet.IndexSetCode,
        Year = sheet.Year,
        OccurredAt = at,
        ActedBy = by,
    };
}
