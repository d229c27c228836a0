using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.Evidence;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

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
        .RequireAuthorization(Policies.ScoresWrite)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, EditScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindOwn(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var (answer, refused) = await Apply(open!, request.Entries, db, user, time.GetUtcNow(), http, cancellationToken);
        return refused?.Result() ?? answer!;
    }

    /// <summary>Keeps the entries and answers, or says why not: the one way in, whatever form they were sent in.</summary>
    internal static async Task<(Results<Ok<ScoreSheetSummary>, ProblemHttpResult>? Answer, Problem? Problem)> Apply(
        ScoreSheets.Open open, ScoreEntry[] entries, ScoringDbContext db, CurrentUser user, DateTimeOffset now, HttpContext http, CancellationToken cancellationToken)
    {
        var evidence = await CitableEvidence.Of(db, [open.Sheet.UnitCode], entries.SelectMany(e => e.Evidence), cancellationToken);
        var (changes, refused) = open.Sheet.Edit(open.Set, open.Round, entries, evidence.For(open.Sheet.UnitCode), now);
        if (refused is not null)
            return (null, refused);
        db.Audit(ScoreSheets.Aggregate, open.Sheet.Id, "edit", user.Id, now, changes: changes, from: user.RemoteAddress);
        return (await ScoreSheets.Save(open.Sheet, db, http, cancellationToken), null);
    }
}
