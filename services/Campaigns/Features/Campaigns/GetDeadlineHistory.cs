using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A deadline of a campaign with all the dates it has had, oldest first; the last one is in force.</summary>
/// <param name="Category">Key of the category.</param>
/// <param name="Stage">From the units to the launching unit, or from there to the city (C-03).</param>
/// <param name="Year">Year of the achievement; null when it is for the whole period.</param>
public sealed record DeadlineHistory(string Category, string CategoryName, DeadlineStage Stage, int? Year, DeadlineDate[] Dates);

/// <summary>A date that a deadline had from one version of the campaign on.</summary>
/// <param name="PrintedDate">Date as the plan prints it; null when the deadline was taken away.</param>
/// <param name="LastDay">Last civil day of Vietnam that was in time; null when the deadline was taken away.</param>
/// <param name="Boundary">How the printed date is read (C-02).</param>
/// <param name="Clause">Clause of the plan.</param>
/// <param name="Version">Version of the campaign from which on it held.</param>
/// <param name="Since">When it was set, UTC.</param>
/// <param name="Reason">Why it was moved; null at launch.</param>
public sealed record DeadlineDate(DateOnly? PrintedDate, DateOnly? LastDay, DeadlineBoundary? Boundary, string? Clause, int Version, DateTimeOffset Since, string? Reason);

/// <summary>All deadlines since launch, also those taken away.</summary>
public sealed record DeadlineHistoryResponse(Guid CampaignId, string Code, DeadlineHistory[] Items);

/// <summary>Read from the versions of the plan, which are kept for ever (LTN-26-30/III.3.c).</summary>
internal static class GetDeadlineHistory
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}/deadlines/history", Handle)
            .WithName(nameof(GetDeadlineHistory)).WithSummary("Các hạn gửi hồ sơ và mọi lần thay đổi: từ ngày nào sang ngày nào, khi nào, vì sao")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<DeadlineHistoryResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var code = await db.Campaigns.ReadableBy(user).Where(c => c.Id == id).Select(c => c.Code).SingleOrDefaultAsync(cancellationToken);
        if (code is null)
            return CommonProblems.NotFound.Result();
        var versions = await db.CampaignVersions.AsNoTracking()
            .Where(v => v.CampaignId == id && (v.Action == CampaignAction.Launched || v.Action == CampaignAction.Amended)).OrderBy(v => v.Version).ToListAsync(cancellationToken);
        return TypedResults.Ok(new DeadlineHistoryResponse(id, code, Of(versions)));
    }

    private static DeadlineHistory[] Of(List<CampaignVersion> versions)
    {
        var dates = new Dictionary<(string Category, DeadlineStage Stage, int Year), List<DeadlineDate>>();
        foreach (var version in versions)
        {
            var reason = version.Action == CampaignAction.Launched ? null : version.Reason;
            var deadlines = CampaignDeadline.Of(version.CampaignId, version.Plan).ToDictionary(d => (d.Category, d.Stage, d.Year));
            foreach (var (key, d) in deadlines)
                Add(key, new(d.Printed, d.LastDay, d.Boundary, d.Clause, version.Version, version.At, reason));
            foreach (var key in dates.Keys.Except(deadlines.Keys).ToList())
                Add(key, new(null, null, null, null, version.Version, version.At, reason));
        }
        var names = versions.SelectMany(v => v.Plan.Scheme.Categories).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Name);
        return [.. dates.OrderBy(d => (d.Value[^1].LastDay ?? DateOnly.MaxValue, d.Key.Category, d.Key.Stage, d.Key.Year))
            .Select(d => new DeadlineHistory(d.Key.Category, names[d.Key.Category], d.Key.Stage, d.Key.Year == 0 ? null : d.Key.Year, [.. d.Value]))];

        void Add((string, DeadlineStage, int) key, DeadlineDate date)
        {
            if (!dates.TryGetValue(key, out var of))
                dates[key] = of = [];
            if (of.Count == 0 || (of[^1].PrintedDate, of[^1].LastDay) != (date.PrintedDate, date.LastDay))
                of.Add(date);
        }
    }
}
