using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Rounds;

/// <summary>What became of the sheets of a round.</summary>
/// <param name="Finalised">Sheets made final now.</param>
/// <param name="Already">Sheets that were final before.</param>
/// <param name="Open">Sheets that something still stands in the way of.</param>
public sealed record FinaliseRoundResponse(int Finalised, int Already, OpenSheet[] Open);

/// <summary>A sheet that could not be made final.</summary>
/// <param name="UnitCode">Code of the unit.</param>
/// <param name="SheetId">The sheet.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">What stands in the way, in Vietnamese.</param>
public sealed record OpenSheet(string UnitCode, Guid SheetId, ScoreSheetState State, string Reason);

internal static class FinaliseRound
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/finalise", Handle)
        .WithName(nameof(FinaliseRound)).WithSummary("Chốt mọi phiếu đã đủ điều kiện của đợt; nêu phiếu còn vướng và lý do")
        .RequireAuthorization(Policies.ScoresAppraise)
        .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<Results<Ok<FinaliseRoundResponse>, ProblemHttpResult>> Handle(Guid id, ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (round, problem) = await Rounds.FindToGovern(id, db, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var sheets = await db.ScoreSheets.Where(s => s.Year == round!.Year && s.Block == round.Block && s.IndexSetCode == round.IndexSetCode).OrderBy(s => s.UnitCode).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        var already = sheets.Count(s => s.State == ScoreSheetState.Final);
        List<OpenSheet> open = [];
        foreach (var sheet in sheets.Where(s => s.State != ScoreSheetState.Final))
        {
            if (sheet.Finalise(now) is { } refused)
                open.Add(new OpenSheet(sheet.UnitCode, sheet.Id, sheet.State, refused.Detail ?? refused.Title));
            else
                db.Audit(ScoreSheets.ScoreSheets.Aggregate, sheet.Id, "finalise", user.Id, now, from: user.RemoteAddress);
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonProblems.Conflict.Result();
        }
        return TypedResults.Ok(new FinaliseRoundResponse(sheets.Count - already - open.Count, already, [.. open]));
    }
}
