using Emulation.ServiceDefaults;

namespace Emulation.Gateway.Features.City;

/// <summary>Deadlines of campaigns, and nominations that came too late.</summary>
/// <param name="Parts">State of each service's part.</param>
/// <param name="Deadlines">Earliest first.</param>
/// <param name="Late">Units with nominations handed in after the deadline.</param>
public sealed record CityDeadlines(Dictionary<string, Part> Parts, CityDeadline[] Deadlines, LateNominations[] Late);

/// <summary>One deadline of one category.</summary>
/// <param name="Year">Year of the achievement; null when it is for the whole period of the campaign.</param>
/// <param name="Stage">internal = to the launching unit, city = from there to the city (C-03).</param>
/// <param name="PrintedDate">Date as the plan prints it, civil date of Vietnam.</param>
/// <param name="LastDay">Last civil day in time.</param>
/// <param name="Boundary">strict = the day before is the last one (“trước ngày”), inclusive = the day itself is in time (C-02).</param>
/// <param name="DaysLeft">Civil days until then: 0 = today is the last, negative = passed.</param>
public sealed record CityDeadline(
    Guid CampaignId, string CampaignCode, string CampaignName, string UnitCode, string UnitName, string CategoryKey, string CategoryName, int? Year,
    string Stage, DateOnly PrintedDate, DateOnly LastDay, string Boundary, string Clause, int DaysLeft)
{
    internal static CityDeadline Of(DeadlineRow d, DateOnly today) =>
        new(d.CampaignId, d.Code, d.Name, d.UnitCode, d.UnitName, d.Category, d.CategoryName, d.Year, d.Stage, d.PrintedDate, d.LastDay, d.Boundary, d.Clause,
            d.LastDay.DayNumber - today.DayNumber);
}

/// <summary>Late nominations of one unit.</summary>
public sealed record LateNominations(string UnitCode, string? UnitName, string CampaignCode, string CategoryKey, int Year, int Count);

internal static class GetCityDeadlines
{
    private const int MaxDays = 1100;

    public static void Map(RouteGroupBuilder city) => city.MapGet("/deadlines", Handle).WithName(nameof(GetCityDeadlines))
        .WithSummary("Thời hạn gửi hồ sơ trong khoảng ngày (mặc định: 30 ngày trước đến 60 ngày tới) và hồ sơ gửi chậm.").Produces<CityDeadlines>();

    private static async Task<IResult> Handle(DateOnly? from, DateOnly? to, CityReader reader, TimeProvider time)
    {
        var today = VietnamTime.Today(time);
        var (first, last) = (from ?? today.AddDays(-30), to ?? today.AddDays(60));
        if (first.Year is < 2000 or > 2200 || last < first || last.DayNumber - first.DayNumber > MaxDays)
            return CommonProblems.Invalid.At("?to", $"Từ ngày đầu (năm 2000–2200) trở đi, không quá {MaxDays} ngày.").Result();
        var (deadlines, nominations, units) = (CityQueries.Deadlines(reader, first, last), CityQueries.Nominations(reader), CityQueries.Units(reader));
        await Task.WhenAll(deadlines, nominations, units);
        var register = (await units).Items.ToDictionary(u => u.Code);
        return Results.Ok(new CityDeadlines(
            new() { ["campaigns"] = Part.Of((await deadlines).Part, (await units).Part), ["nominations"] = (await nominations).Part },
            [.. (await deadlines).Items.Select(d => CityDeadline.Of(d, today)).OrderBy(d => d.LastDay).ThenBy(d => d.UnitCode, StringComparer.Ordinal)],
            [.. (await nominations).Items.Where(n => n.Late)
                .GroupBy(n => (n.UnitCode, n.CampaignCode, n.CategoryKey, n.Year))
                .Select(g => new LateNominations(g.Key.UnitCode, register.GetValueOrDefault(g.Key.UnitCode)?.Name, g.Key.CampaignCode, g.Key.CategoryKey, g.Key.Year, g.Sum(n => n.Count)))
                .OrderBy(l => l.UnitCode, StringComparer.Ordinal)]));
    }
}
