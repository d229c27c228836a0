using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Quotas;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>Places of all quotas of a campaign in one year.</summary>
public sealed record QuotaUsageResponse(string Campaign, string CampaignName, int Year, IReadOnlyList<QuotaUsage> Items);

/// <summary>One quota of one unit, block or the city: how many places, who holds them, how many are free.</summary>
public sealed record QuotaUsage
{
    /// <summary>Clause of the plan.</summary>
    public required string Clause { get; init; }
    /// <summary>The quota, said in Vietnamese.</summary>
    public required string Rule { get; init; }
    /// <summary>Categories counted together.</summary>
    public required IReadOnlyList<QuotaCategory> Categories { get; init; }
    public required QuotaScope Scope { get; init; }
    /// <summary>Code of the unit, office, ranking block, or the city.</summary>
    public required string ScopeKey { get; init; }
    public required string ScopeName { get; init; }
    /// <summary>Year of the achievement; null = the whole period.</summary>
    public required int? Year { get; init; }
    /// <summary>Number of places; null = outside the quota, no limit.</summary>
    public required int? Limit { get; init; }
    /// <summary>What has to be done before anyone is let in; null = nothing.</summary>
    public required string? Missing { get; init; }
    public required int? Free { get; init; }
    /// <summary>More hold places than there are.</summary>
    public required bool Over { get; init; }
    /// <summary>The council has decided an order.</summary>
    public required bool Ordered { get; init; }
    /// <summary>Who holds a place.</summary>
    public required IReadOnlyList<QuotaHolder> Held { get; init; }
    /// <summary>Who was let in beside the quota.</summary>
    public required IReadOnlyList<QuotaHolder> Excepted { get; init; }
    /// <summary>Drafts and returned ones that hold no place yet.</summary>
    public required int Waiting { get; init; }
}

/// <summary>A category of the quota.</summary>
public sealed record QuotaCategory(string Key, string Name, Recipient Recipient);

/// <summary>A nomination that holds a place.</summary>
/// <param name="MayGoOn">Whether the quota lets it go a step further.</param>
public sealed record QuotaHolder(Guid NominationId, string NomineeName, string UnitCode, NominationState State, Outcome Eligibility, bool MayGoOn);

internal static class ShowQuotaUsage
{
    public static void Map(IEndpointRouteBuilder quotas) => quotas.MapGet("/usage", Handle)
        .RequireAuthorization(Policies.NominationsRead)
        .WithName(nameof(ShowQuotaUsage)).WithSummary("Chỉ tiêu của đơn vị hoặc toàn thành phố: số chỗ, ai đang giữ, còn trống")
        .Produces<QuotaUsageResponse>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Handle(string? campaign, int? year, string? unit, NominationsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var known = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Code == campaign, ct);
        if (known?.Snapshot is not { } plan)
            return Problems.UnknownCampaign.At("?campaign", $"“{campaign}” chưa được phát động hoặc không tồn tại.").Result();
        if (!user.Sees(plan.UnitCode) && !user.StandsUnder(plan.UnitCode))
            return CommonProblems.NotFound.At("?campaign").Result();
        var asked = year ?? Math.Clamp(VietnamTime.DateOf(time.GetUtcNow()).Year, plan.FromYear, plan.ToYear);
        if (asked < plan.FromYear || asked > plan.ToYear)
            return Problems.YearOutside.At("?year", $"Cần năm từ {plan.FromYear} đến {plan.ToYear}.").Result();
        unit ??= user.SeesWholeCity ? null : user.UnitCode;
        if (unit is not null && !user.Sees(unit))
            return CommonProblems.NotFound.At("?unit").Result();

        var book = await QuotaBook.OfCampaignAsync(db, known, null, ct);
        var windows = Windows(plan, book, asked, unit);
        var items = (await book.StandAsync([.. windows.Where(w => !w.Quota.OutsideQuota)], ct)).Concat(windows.Where(w => w.Quota.OutsideQuota).Select(book.Outside)).ToList();
        if (unit is null)
            items.AddRange(await OfTheCityAsync(db, known, plan, asked, ct));
        var keys = items.Select(i => i.Window.ScopeKey).Distinct().ToArray();
        var names = await db.Units.AsNoTracking().Where(u => keys.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Name, ct);
        return TypedResults.Ok(new QuotaUsageResponse(known.Code, plan.Name, asked, [.. items.Select(s => Of(s, plan, names))]));
    }

    /// <summary>The quotas of a unit and its offices, or of all units that propose, are allotted something, or launched the campaign.</summary>
    private static List<QuotaWindow> Windows(CampaignSnapshot plan, QuotaBook book, int year, string? unit)
    {
        var windows = new List<QuotaWindow>();
        foreach (var category in plan.Scheme.Categories)
            foreach (var quota in category.Quotas.Where(q => q.Scope is QuotaScope.ProposingUnit or QuotaScope.SubUnit))
            {
                var standing = book.Places.Select(p => quota.Scope == QuotaScope.SubUnit ? QuotaWindow.KeyOf(quota.Scope, p) : p.ProposingUnitCode);
                IEnumerable<string> keys = quota.Scope == QuotaScope.SubUnit ? standing
                    : standing.Concat(book.AllottedTo(category.Key)).Concat(unit is null ? [plan.UnitCode] : CandidateFinder.IsOffice(unit) ? [] : [unit]).Where(k => k != Auth.CityUnit);
                windows.AddRange(keys.Distinct().Where(k => unit is null || k == unit || k.StartsWith(unit + "-", StringComparison.Ordinal)).Order()
                    .Select(k => new QuotaWindow(quota, category, plan, k, QuotaWindow.YearOf(category, year))));
            }
        return [.. windows.DistinctBy(w => w.Key)];
    }

    private static async Task<IEnumerable<Standing>> OfTheCityAsync(NominationsDbContext db, KnownCampaign campaign, CampaignSnapshot plan, int year, CancellationToken ct)
    {
        var blocks = await db.Units.AsNoTracking().Where(u => u.RankingBlock != null && u.Active).Select(u => u.RankingBlock!).Distinct().Order().ToListAsync(ct);
        var standings = new List<Standing>();
        foreach (var (category, quota) in plan.Scheme.Categories.SelectMany(c => c.Quotas.Where(q => q.Scope is QuotaScope.City or QuotaScope.CityBlock).Select(q => (c, q))))
        {
            var book = await QuotaBook.OfCityAsync(db, campaign, category, year, ct);
            standings.AddRange(await book.StandAsync([.. (quota.Scope == QuotaScope.City ? [Auth.CityUnit] : blocks)
                .Select(k => new QuotaWindow(quota, category, plan, k, QuotaWindow.YearOf(category, year)))], ct));
        }
        return standings.DistinctBy(s => s.Window.Key);
    }

    private static QuotaUsage Of(Standing standing, CampaignSnapshot plan, Dictionary<string, string> names)
    {
        var (window, quota) = (standing.Window, standing.Window.Quota);
        return new()
        {
            Clause = quota.Clause,
            Rule = QuotaWords.Say(window),
            Categories = [.. plan.Scheme.Categories.Where(c => c.Key == window.Category.Key || (quota.Group is not null && c.Quotas.Any(q => q.Group == quota.Group && q.Scope == quota.Scope)))
                .Select(c => new QuotaCategory(c.Key, c.Name, c.Recipient))],
            Scope = quota.Scope,
            ScopeKey = window.ScopeKey,
            ScopeName = quota.Scope == QuotaScope.CityBlock ? RankingBlocks.Name(window.ScopeKey) : names.GetValueOrDefault(window.ScopeKey, window.ScopeKey),
            Year = window.Year,
            Limit = quota.OutsideQuota ? null : standing.Limit.Number,
            Missing = standing.Limit.Missing?.Title,
            Free = quota.OutsideQuota ? null : standing.Free,
            Over = !quota.OutsideQuota && standing.Over,
            Ordered = standing.Order is not null,
            Held = [.. standing.Held.Select(p => Holder(p, quota.OutsideQuota || standing.MayGoOn(p.NominationId)))],
            Excepted = [.. standing.All.Where(p => p.Counts && p.Excepted).Select(p => Holder(p, true))],
            Waiting = standing.All.Count(p => p.State is NominationState.Draft or NominationState.Returned),
        };
    }

    private static QuotaHolder Holder(Place p, bool mayGoOn) => new(p.NominationId, p.Nominee.Name, p.Nominee.UnitCode, p.State, p.Eligibility, mayGoOn);
}
