using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.ScoreSheets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>A unit's figure on one criterion for one period; sent again as it stands it changes nothing.</summary>
public sealed record ReportFigureRequest
{
    /// <summary>The figure, of the kind that the criterion asks for.</summary>
    public required ReportedFigure Figure { get; init; }

    /// <summary>Where it can be verified: report, survey, extract of a system; 1–2000 characters.</summary>
    [Text(2000)]
    public string? EvidenceNote { get; init; }

    /// <summary>Evidence files that the unit filed, at most 20.</summary>
    [Items(0, 20)]
    public Guid[] Evidence { get; init; } = [];

    /// <summary>Why a figure that was told before changes, 1–2000 characters; not needed for the first report.</summary>
    [Text(2000)]
    public string? Reason { get; init; }
}

internal static class ReportFigure
{
    public static void Map(RouteGroupBuilder group) => group.MapPut("/{campaign}/units/{unitCode}/{criterion}/{period}", Handle)
        .WithName(nameof(ReportFigure)).WithSummary("Báo cáo số liệu của một tiêu chí thi đua theo kỳ (2026, 2026-H1, 2026-H2 hoặc campaign); thay đổi số liệu đã báo cáo phải nêu lý do")
        .RequireAuthorization(Policies.ScoresWrite)
        .Produces<CriterionResultResponse>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        string campaign, string unitCode, string criterion, string period, ReportFigureRequest request,
        ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var item = new ReportFigureItem
        {
            Campaign = campaign, UnitCode = unitCode, Criterion = criterion, Period = period,
            Figure = request.Figure, EvidenceNote = request.EvidenceNote, Evidence = request.Evidence, Reason = request.Reason,
        };
        for (var attempt = 1; ; attempt++)
        {
            var (taken, problem) = (await FigureIntake.Take([item], (_, version) => Preconditions.IfMatch(http, version), db, user, time.GetUtcNow(), cancellationToken))[0];
            if (problem is not null)
                return problem.Result();
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                Preconditions.SetETag(http, taken!.Figure.Version);
                return TypedResults.Ok(CriterionResultResponse.Of(taken.Campaign, taken.Judge(), VietnamTime.Today(time), null));
            }
            // Read again: whoever was quicker is then seen, and what this caller saw is old or its reason holds.
            catch (Exception e) when (attempt < Batch.Tries && Batch.Overtaken(e))
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
