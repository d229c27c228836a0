using Emulation.Contracts.Scoring;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.ScoreSheets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>The leader's approval of the self score (domain 2.6, step 2).</summary>
public sealed record ApproveScoreSheetRequest
{
    /// <summary>Who approved, as on the unit's report: name and position. A ward's own system vouches for it.</summary>
    [Text(200)]
    public required string Approver { get; init; }
}

internal static class ApproveScoreSheet
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{id:guid}/approve", Handle)
        .WithName(nameof(ApproveScoreSheet)).WithSummary("Lãnh đạo đơn vị phê duyệt; phiếu được nộp để thẩm định")
        .RequireAuthorization(Policies.ScoresApprove)
        .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<Results<Ok<ScoreSheetSummary>, ProblemHttpResult>> Handle(
        Guid id, ApproveScoreSheetRequest request, ScoringDbContext db, ActiveIndexSets sets, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (open, problem) = await ScoreSheets.FindOwn(id, db, sets, user, http, cancellationToken);
        if (problem is not null)
            return problem.Result();
        var now = time.GetUtcNow();
        if (open!.Sheet.Approve(open.Set, open.Round, request.Approver, now) is { } refused)
            return refused.Result();
        db.Publish(Event(open.Sheet, user.Id, now));
        db.Audit(ScoreSheets.Aggregate, id, "approve", user.Id, now, from: user.RemoteAddress);
        return await ScoreSheets.Save(open.Sheet, db, http, cancellationToken);
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
