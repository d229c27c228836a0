using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A deadline of a launched campaign.</summary>
/// <param name="Category">Key of the category.</param>
/// <param name="Year">Year of the achievement; null when it is for the whole period.</param>
/// <param name="Stage">From the units to the launching unit, or from there to the city (C-03).</param>
/// <param name="PrintedDate">Date as the plan prints it.</param>
/// <param name="LastDay">Last civil day of Vietnam that is in time: the day before under the strict reading (C-02).</param>
/// <param name="TooLateFrom">First instant that is late, UTC.</param>
/// <param name="Clause">Clause of the plan.</param>
public sealed record DeadlineResponse(
    Guid CampaignId, string Code, string Name, string UnitCode, string UnitName, string Category, string CategoryName, int? Year,
    DeadlineStage Stage, DateOnly PrintedDate, DateOnly LastDay, DateTimeOffset TooLateFrom, DeadlineBoundary Boundary, string Clause);

/// <summary>Deadlines whose last day falls into the span.</summary>
public sealed record DeadlinesResponse(DateOnly From, DateOnly To, DeadlineResponse[] Items);

internal static class ListDeadlines
{
    private const int DefaultDays = 90;
    private const int MaxDays = 1100;

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/deadlines", Handle)
            .WithName(nameof(ListDeadlines)).WithSummary("Các hạn gửi hồ sơ trong khoảng ngày, gần nhất trước")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<DeadlinesResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken, DateOnly? from = null, DateOnly? to = null, string? unitCode = null)
    {
        var first = from ?? VietnamTime.Today(time);
        if (first.Year is < 2000 or > 2200)
            return Problems.PeriodTooLong.At("?from", "Năm từ 2000 đến 2200.").Result();
        var last = to ?? first.AddDays(DefaultDays);
        if (last < first || last.DayNumber - first.DayNumber > MaxDays)
            return Problems.PeriodTooLong.At("?to", $"Từ ngày đầu trở đi, không quá {MaxDays} ngày.").Result();
        var rows = await (
            from deadline in db.CampaignDeadlines
            join campaign in db.Campaigns.ReadableBy(user) on deadline.CampaignId equals campaign.Id
            where campaign.State == CampaignState.Launched && deadline.LastDay >= first && deadline.LastDay <= last
                && (unitCode == null || campaign.UnitCode == unitCode)
            orderby deadline.LastDay, campaign.Code, deadline.Category, deadline.Stage, deadline.Year
            select new { deadline, campaign.Code, campaign.Name, campaign.UnitCode, UnitName = campaign.Unit.Name }).ToListAsync(cancellationToken);
        return TypedResults.Ok(new DeadlinesResponse(first, last, [.. rows.Select(r => new DeadlineResponse(
            r.deadline.CampaignId, r.Code, r.Name, r.UnitCode, r.UnitName, r.deadline.Category, r.deadline.CategoryName, r.deadline.Year == 0 ? null : r.deadline.Year,
            r.deadline.Stage, r.deadline.Printed, r.deadline.LastDay, VietnamTime.StartOf(r.deadline.LastDay.AddDays(1)), r.deadline.Boundary, r.deadline.Clause))]));
    }
}
