using System.Linq.Expressions;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Quotas;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Quotas;

/// <summary>What is needed to say where quotas stand, read with the same few queries for one nomination or for a whole campaign. What the request has changed and not yet saved counts too.</summary>
internal sealed class QuotaBook
{
    private readonly NominationsDbContext _db;
    private readonly Dictionary<Guid, CampaignSnapshot> _plans = [];
    private readonly Dictionary<string, string?> _blocks = [];
    private List<QuotaAllotment> _allotments = [];
    private List<QuotaParticipants> _participants = [];
    private readonly Dictionary<string, QuotaOrder> _orders = [];
    private readonly Func<Nomination, bool> _which;
    private List<Place> _saved = [];

    private QuotaBook(NominationsDbContext db, Func<Nomination, bool> which) => (_db, _which) = (db, which);

    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>All of one campaign, or what one unit proposes in it.</summary>
    public static async Task<QuotaBook> OfCampaignAsync(NominationsDbContext db, KnownCampaign campaign, string? unit, CancellationToken ct)
    {
        return await ReadAsync(db, campaign, n => n.CampaignId == campaign.Id && (unit == null || n.ProposingUnitCode == unit), ct);
    }

    /// <summary>What has come to the city from all campaigns for one award, what is granted included.</summary>
    public static async Task<QuotaBook> OfCityAsync(NominationsDbContext db, KnownCampaign campaign, AwardCategory category, int year, CancellationToken ct)
    {
        var level = category.Level;
        NominationState[] states = [NominationState.Forwarded, NominationState.Appraised, NominationState.Awarded];
        var period = category.Cadence == Cadence.Period;
        return await ReadAsync(db, campaign, n => n.Level == level && states.Contains(n.State) && (period || n.Year == year), ct);
    }

    /// <summary>The nomination as this book sees it.</summary>
    public Place Place(Nomination nomination) => Places.FirstOrDefault(p => p.NominationId == nomination.Id) ?? Resolve(Domain.Quotas.Place.From(nomination));

    public CampaignSnapshot? Plan(Guid campaignId) => _plans.GetValueOrDefault(campaignId);

    /// <summary>Units that are allotted something in a category.</summary>
    public IEnumerable<string> AllottedTo(string category) => _allotments.Where(a => a.CategoryKey == category).Select(a => a.UnitCode);

    /// <summary>What is awarded outside the quota: held by all, limited by nothing.</summary>
    public Standing Outside(QuotaWindow window) => new(window, new QuotaLimit(int.MaxValue), [.. Places.Where(window.Contains)], null);

    /// <summary>Where the quotas stand; the council's orders are read for all of them at once.</summary>
    public async Task<IReadOnlyList<Standing>> StandAsync(IReadOnlyCollection<QuotaWindow> windows, CancellationToken ct)
    {
        var unread = windows.Select(w => w.Key).Where(k => !_orders.ContainsKey(k)).Distinct().ToArray();
        foreach (var order in unread.Length == 0 ? [] : await _db.QuotaOrders.AsNoTracking().Where(o => unread.Contains(o.Key)).ToListAsync(ct))
            _orders[order.Key] = order;
        foreach (var order in _db.QuotaOrders.Local)
            _orders[order.Key] = order;
        return [.. windows.Select(Stand)];
    }

    private Standing Stand(QuotaWindow window)
    {
        var year = window.Year ?? window.Plan.ToYear;
        var flag = window.Quota.AtMostWithFlagNominee is not null
            && Places.Any(p => p.Counts && p.CampaignId == window.Plan.CampaignId && p.ProposingUnitCode == window.ScopeKey && p.Category?.Award.Flag == true);
        var allotted = _allotments.FirstOrDefault(a => a.CampaignId == window.Plan.CampaignId && a.CategoryKey == window.Category.Key && a.UnitCode == window.ScopeKey && a.Year == year);
        var part = _participants.FirstOrDefault(p => p.CampaignId == window.Plan.CampaignId && p.UnitCode == window.ScopeKey && p.Year == year);
        var takingPart = part is null ? (int?)null : window.Recipients.Sum(r => r == Recipient.Collective ? part.Collectives : part.Individuals);
        return new Standing(window, QuotaLimit.Of(window, flag, allotted?.Number, takingPart), [.. Places.Where(window.Contains)], _orders.GetValueOrDefault(window.Key)?.NominationIds);
    }

    /// <summary>Takes in what the request has changed since, without asking the database again.</summary>
    public QuotaBook Now()
    {
        // The request's own nominations as they are now, not as they were saved.
        var own = Tracked();
        var ids = own.Select(n => n.Id).ToHashSet();
        Places = [.. _saved.Where(r => !ids.Contains(r.NominationId)).Concat(own.Where(_which).Select(Domain.Quotas.Place.From)).Select(Resolve)];
        return this;
    }

    private static async Task<QuotaBook> ReadAsync(NominationsDbContext db, KnownCampaign campaign, Expression<Func<Nomination, bool>> which, CancellationToken ct)
    {
        var book = new QuotaBook(db, which.Compile());
        if (campaign.Snapshot is { } plan)
            book._plans[campaign.Id] = plan;
        book._saved = await db.Nominations.AsNoTracking().Where(which).Select(Domain.Quotas.Place.Of).ToListAsync(ct);
        await book.ReadAroundAsync(ct);
        return book.Now();
    }

    private async Task ReadAroundAsync(CancellationToken ct)
    {
        var places = _saved.Concat(Tracked().Where(_which).Select(Domain.Quotas.Place.From)).ToList();
        var campaigns = places.Select(p => p.CampaignId).Where(id => !_plans.ContainsKey(id)).Distinct().ToArray();
        if (campaigns.Length > 0)
            foreach (var campaign in await _db.Campaigns.AsNoTracking().Where(c => campaigns.Contains(c.Id)).ToListAsync(ct))
                if (campaign.Snapshot is { } plan)
                    _plans[campaign.Id] = plan;
        if (_plans.Values.Any(p => Uses(p, q => q.Scope == QuotaScope.CityBlock)))
        {
            var units = places.Select(p => p.RankedUnitCode).OfType<string>().Distinct().ToArray();
            foreach (var unit in await _db.Units.AsNoTracking().Where(u => units.Contains(u.Code)).Select(u => new { u.Code, u.RankingBlock }).ToListAsync(ct))
                _blocks[unit.Code] = unit.RankingBlock;
        }
        var ofPlans = _plans.Keys.ToArray();
        if (_plans.Values.Any(p => Uses(p, q => q.AllottedByCity)))
            _allotments = await _db.QuotaAllotments.AsNoTracking().Where(a => ofPlans.Contains(a.CampaignId)).ToListAsync(ct);
        if (_plans.Values.Any(p => Uses(p, q => q.ShareOfParticipants is not null)))
            _participants = await _db.QuotaParticipants.AsNoTracking().Where(a => ofPlans.Contains(a.CampaignId)).ToListAsync(ct);
        _allotments = [.. _db.QuotaAllotments.Local.Concat(_allotments).DistinctBy(a => a.Id)];
        _participants = [.. _db.QuotaParticipants.Local.Concat(_participants).DistinctBy(p => p.Id)];
    }

    private Place Resolve(Place place)
    {
        var plan = _plans.GetValueOrDefault(place.CampaignId);
        return place with
        {
            Block = place.RankedUnitCode is { } ranked ? _blocks.GetValueOrDefault(ranked) : null,
            Category = plan?.Scheme.Categories.FirstOrDefault(c => c.Key == place.CategoryKey),
            LastYear = plan?.ToYear ?? 0,
        };
    }

    /// <summary>Looks at what is tracked without comparing every document in it: a batch asks once for each item.</summary>
    private List<Nomination> Tracked()
    {
        var tracker = _db.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. tracker.Entries<Nomination>().Select(e => e.Entity)];
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }

    private static bool Uses(CampaignSnapshot plan, Func<Quota, bool> which) => plan.Scheme.Categories.Any(c => c.Quotas.Any(which));
}
