using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>All entries of a draft anew.</summary>
public sealed record EditScoreSheetRequest
{
    /// <summary>Figures, one entry for each leaf.</summary>
    [Items(0, 1000)]
    public required ScoreEntry[] Entries { get; init; }
}

internal static class EditScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{id:guid}", Handle)
        .WithName(nameof(EditScoreSheet)).WithSummary("Sửa phiếu tự chấm điểm khi chưa nộp")
        .RequireAuthorization(Policies.ScoresWrite);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, EditScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ScoreSheets.VisibleTo(user, s => s.UnitCode).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } sheet)
            return CommonProblems.NotFound.Result();
        if (Preconditions.IfMatch(http, sheet.Version) is { } stale)
            return stale.Result();
        var set = await sets.Find(db, sheet.IndexSetCode, cancellationToken);
        var (changes, problem) = sheet.Edit(set!, request.Entries);
        if (problem is not null)
            return problem.Result();
        db.Audit(ScoreSheets.Aggregate, sheet.Id, "edit", user.Id, time.GetUtcNow(), changes: changes, from: user.RemoteAddress);
        if (await ScoreSheets.Save(sheet, db, http, cancellationToken) is { } overtaken)
            return overtaken.Result();
        Preconditions.SetETag(http, sheet.Version);
        return TypedResults.Ok(ScoreSheetSummary.Of(sheet));
    }
}
