using System.Globalization;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>A page of duties, the most pressing first, those without a deadline last.</summary>
/// <param name="From">First last day asked for.</param>
/// <param name="To">Last last day asked for.</param>
/// <param name="Counts">How many there are of each state on all pages, whichever state is asked for.</param>
/// <param name="Months">The same for each month in which a last day falls.</param>
/// <param name="Items">Duties of this page.</param>
/// <param name="Next">Value for <c>after</c> of the next page; null on the last one.</param>
public sealed record DutiesResponse(DateOnly From, DateOnly To, Dictionary<string, int> Counts, DutyMonth[] Months, DutyResponse[] Items, string? Next);

/// <summary>How many duties of each state have their last day in one month.</summary>
/// <param name="Month">Calendar month of Vietnam: <c>2026-11</c>.</param>
/// <param name="Counts">By state.</param>
public sealed record DutyMonth(string Month, Dictionary<string, int> Counts);

internal static class ListDuties
{
    private const int MaxDays = 4100;

    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/duties", Handle)
            .WithName(nameof(ListDuties)).WithSummary("Việc phải làm theo các kế hoạch: báo cáo, nhiệm vụ, kế hoạch riêng, hạn hồ sơ; theo phong trào, đơn vị, tình trạng, loại, khoảng ngày của hạn (mặc định: năm nay)")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<DutiesResponse>().ProducesProblem(400);

    private static async Task<IResult> Handle(
        CampaignsDbContext db, Dues dues, CurrentUser user, TimeProvider time, CancellationToken cancellationToken,
        Guid? campaignId = null, string? unitCode = null, Choice<DueState>? state = null, Choice<DueKind>? kind = null, DateOnly? from = null, DateOnly? to = null, string? after = null, int? limit = null)
    {
        var now = time.GetUtcNow();
        var year = VietnamTime.Today(time).Year;
        var first = from ?? new DateOnly(to?.Year ?? year, 1, 1);
        if (first.Year is < 2000 or > 2200)
            return Problems.PeriodTooLong.At("?from", "Năm từ 2000 đến 2200.").Result();
        var last = to ?? new DateOnly(first.Year, 12, 31);
        if (last < first || last.DayNumber - first.DayNumber > MaxDays)
            return Problems.PeriodTooLong.At("?to", $"Từ ngày đầu trở đi, không quá {MaxDays} ngày.").Result();
        var campaigns = db.Campaigns.ReadableBy(user).Where(c => campaignId == null || c.Id == campaignId);
        // One year on either side: a conference of January belongs to the year before.
        var tracked = await dues.TrackedAsync(campaigns, (c, unit) => user.SeesWork(c, unit) && (unitCode is null || unit == unitCode), first.Year - 1, last.Year + 1, cancellationToken);
        var duties = tracked.Where(t => (kind is null || t.Due.Kind == kind.Value.Value) && Falls(t.Due, first, last)).ToList();
        var counts = Counts(duties, now);
        var months = duties.Where(t => t.Due.TooLateFrom is not null).GroupBy(t => VietnamTime.DateOf(t.Due.TooLateFrom!.Value).AddDays(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture))
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new DutyMonth(g.Key, Counts(g, now)));
        var sorted = duties.Where(t => state is null || t.Due.StateAt(now) == state.Value.Value)
            .OrderBy(t => t.Due.TooLateFrom ?? DateTimeOffset.MaxValue).ThenBy(t => DutyResponse.IdOf(t.Due), StringComparer.Ordinal).ToList();
        var start = 0;
        if (after is not null && (start = sorted.FindIndex(t => DutyResponse.IdOf(t.Due) == after) + 1) == 0)
            return Problems.CursorUnknown.At("?after").Result();
        var size = Paging.Limit(limit);
        var page = sorted.Skip(start).Take(size).ToList();
        var names = await db.NamesAsync(page.Select(t => t.Due.UnitCode), cancellationToken);
        return TypedResults.Ok(new DutiesResponse(
            first, last, counts, [.. months], [.. page.Select(t => DutyResponse.Of(t, names, now))], start + size < sorted.Count ? DutyResponse.IdOf(page[^1].Due) : null));
    }

    /// <summary>Without a deadline the year in which it is owed counts.</summary>
    private static bool Falls(Due due, DateOnly first, DateOnly last) => due.TooLateFrom is { } late
        ? VietnamTime.DateOf(late).AddDays(-1) is var day && day >= first && day <= last
        : due.Year >= first.Year && due.Year <= last.Year;

    private static Dictionary<string, int> Counts(IEnumerable<TrackedDue> duties, DateTimeOffset now) => duties.CountBy(t => t.Due.StateAt(now)).ToDictionary(c => Spelled(c.Key), c => c.Value);

    private static string Spelled(DueState state) => $"{char.ToLowerInvariant(state.ToString()[0])}{state.ToString()[1..]}";

    public static async Task<Dictionary<string, string>> NamesAsync(this CampaignsDbContext db, IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var codes = units.Distinct().ToList();
        return await db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Name, cancellationToken);
    }
}
