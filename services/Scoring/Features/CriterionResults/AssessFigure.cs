using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>What the launching unit says of a result in words. May be repeated; also after the campaign has closed, when it is summed up.</summary>
public sealed record AssessFigureRequest
{
    /// <summary>Whether the result suffices.</summary>
    public required bool Met { get; init; }

    /// <summary>Why, in Vietnamese, 1–2000 characters.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

internal static class AssessFigure
{
    public static void Map(RouteGroupBuilder group) => group.MapPost("/{campaign}/units/{unitCode}/{criterion}/{period}/assess", Handle)
        .WithName(nameof(AssessFigure)).WithSummary("Đơn vị phát động đánh giá kết quả báo cáo bằng lời: đạt hay không đạt, kèm lý do")
        .RequireAuthorization(Policies.CampaignsWrite)
        .Produces<CriterionResultResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        string campaign, string unitCode, string criterion, string period, AssessFigureRequest request,
        ScoringDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().ReadableBy(user).Named(campaign).SingleOrDefaultAsync(cancellationToken) is not { } known)
            return Problems.CampaignUnknown.Result();
        if (!user.Sees(unitCode))
            return CommonProblems.NotFound.Result();
        // A unit does not pass judgement on itself under a campaign of the level above.
        if (!user.Sees(known.UnitCode))
            return Problems.NotLaunchingUnit.Result();
        if (known.Criterion(criterion) is not { } asked)
            return Problems.CriterionUnknown.Result();
        var figures = db.CriterionFigures.VisibleTo(user, f => f.UnitCode).Where(f => f.CampaignId == known.Id && f.UnitCode == unitCode && f.Criterion == criterion && f.Period == period);
        if (await figures.SingleOrDefaultAsync(cancellationToken) is not { } figure)
            return Problems.NotReported.Result();
        if (Preconditions.IfMatch(http, figure.Version) is { } stale)
            return stale.Result();
        // Said again as it stands: nothing happened.
        if (figure.IsAssessed(request.Met, request.Reason))
            return Answer(known, asked, figure, http, time);
        var (before, now) = (figure.State, time.GetUtcNow());
        if (figure.Assess(asked, request.Met, request.Reason, user.Id, now) is { } refused)
            return refused.Result();
        db.Audit(FigureIntake.Aggregate, figure.Id, "assess", user.Id, now, request.Reason, new FigureChange(before, figure.State), user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        return Answer(known, asked, figure, http, time);
    }

    private static Ok<CriterionResultResponse> Answer(KnownCampaign known, PlanCriterion asked, CriterionFigure figure, HttpContext http, TimeProvider time)
    {
        Preconditions.SetETag(http, figure.Version);
        return TypedResults.Ok(CriterionResultResponse.Of(known, new Taken(known, asked, figure).Judge(), VietnamTime.Today(time), null));
    }
}
