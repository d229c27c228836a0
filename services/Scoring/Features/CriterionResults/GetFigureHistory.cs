using System.Globalization;
using System.Text.Json;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>One act on a figure.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Account or client id.</param>
/// <param name="Action">report, correct or assess.</param>
/// <param name="Reason">Why, in Vietnamese; null for the first report.</param>
/// <param name="From">Before; null for the first report.</param>
/// <param name="To">After.</param>
public sealed record FigureHistoryItem(DateTimeOffset At, string By, string Action, string? Reason, FigureState? From, FigureState To)
{
    internal static FigureHistoryItem Of(AuditEntry entry)
    {
        var change = JsonSerializer.Deserialize<FigureChange>(entry.Changes!, Json.Options)!;
        return new(entry.At, entry.ActedBy, entry.Action, entry.Reason, change.From, change.To);
    }
}

internal static class GetFigureHistory
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{campaign}/units/{unitCode}/{criterion}/{period}/history", Handle)
        .WithName(nameof(GetFigureHistory)).WithSummary("Lịch sử một số liệu tiêu chí: ai, khi nào, từ đâu thành đâu, vì sao")
        .RequireAuthorization(Policies.ScoresRead)
        .Produces<Page<FigureHistoryItem>>().ProducesProblem(404);

    private static async Task<IResult> Handle(
        string campaign, string unitCode, string criterion, string period, long? after, int? limit, ScoringDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.AsNoTracking().ReadableBy(user).Named(campaign).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken) is not { } campaignId)
            return Problems.CampaignUnknown.Result();
        var figures = db.CriterionFigures.AsNoTracking().VisibleTo(user, f => f.UnitCode)
            .Where(f => f.CampaignId == campaignId && f.UnitCode == unitCode && f.Criterion == criterion && f.Period == period);
        if (await figures.Select(f => (Guid?)f.Id).SingleOrDefaultAsync(cancellationToken) is not { } id)
            return CommonProblems.NotFound.Result();
        var (take, aggregateId) = (Paging.Limit(limit), id.ToString());
        var entries = db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == FigureIntake.Aggregate && a.AggregateId == aggregateId);
        if (after is { } last)
            entries = entries.Where(a => a.Id > last);
        var page = (await entries.OrderBy(a => a.Id).Take(take + 1).ToListAsync(cancellationToken)).ToPage(take, a => a.Id.ToString(CultureInfo.InvariantCulture));
        return TypedResults.Ok(new Page<FigureHistoryItem>([.. page.Items.Select(FigureHistoryItem.Of)], page.Next));
    }
}
