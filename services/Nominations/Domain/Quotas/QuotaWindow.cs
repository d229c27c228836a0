using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Domain.Quotas;

/// <summary>Which nominations are counted together under one quota: the categories, the unit or block, and for a yearly award the year.</summary>
/// <param name="ScopeKey">Code of the unit, of its office, of the ranking block, or of the city.</param>
/// <param name="Year">Null for an end-of-period award: the whole campaign counts.</param>
public sealed record QuotaWindow(Quota Quota, AwardCategory Category, CampaignSnapshot Plan, string ScopeKey, int? Year)
{
    /// <summary>Limits awarding in the whole city and not proposing (C-09): how many are proposed is limited unit by unit.</summary>
    public bool OfTheCity => Quota.Scope is QuotaScope.CityBlock or QuotaScope.City;

    /// <summary>Same for all nominations that count together, whoever asks.</summary>
    public string Key => OfTheCity
        ? $"{Category.Award.Code}/{Category.Cadence}/{Quota.Group ?? Category.Recipient.ToString()}/{Quota.Scope}/{ScopeKey}/{Year ?? Plan.ToYear}"
        : $"{Plan.CampaignId:N}/{(Quota.Group is { } group ? "+" + group : Category.Key)}/{Quota.Scope}/{ScopeKey}/{Year}";

    /// <summary>What the number is for; several when a group counts both together.</summary>
    public IReadOnlyList<Recipient> Recipients => Quota.Group is null ? [Category.Recipient] : [.. Members(Plan, Quota).Select(c => c.Recipient).Distinct()];

    /// <summary>Every window that a nomination stands in; none outside the quota.</summary>
    public static IReadOnlyList<QuotaWindow> Of(CampaignSnapshot plan, Place place) => place.Category is not { } category ? []
        : [.. category.Quotas.Where(q => !q.OutsideQuota).Select(q => new QuotaWindow(q, category, plan, KeyOf(q.Scope, place), YearOf(category, place.Year)))];

    public static int? YearOf(AwardCategory category, int year) => category.Cadence == Cadence.Period ? null : year;

    public bool Contains(Place place)
    {
        if (KeyOf(Quota.Scope, place) != ScopeKey)
            return false;
        if (!OfTheCity)
            return place.CampaignId == Plan.CampaignId && (Year is null || place.Year == Year)
                && (Quota.Group is null ? place.CategoryKey == Category.Key : Members(Plan, Quota).Any(c => c.Key == place.CategoryKey));
        return place.Category is { } other && other.Award.Code == Category.Award.Code && other.Cadence == Category.Cadence
            && (other.Recipient == Category.Recipient || Quota.Group is not null)
            && (Year is null ? place.LastYear == Plan.ToYear : place.Year == Year);
    }

    private static IEnumerable<AwardCategory> Members(CampaignSnapshot plan, Quota quota) =>
        plan.Scheme.Categories.Where(c => c.Quotas.Any(q => q.Group == quota.Group && q.Scope == quota.Scope));

    public static string KeyOf(QuotaScope scope, Place place) => scope switch
    {
        QuotaScope.ProposingUnit => place.ProposingUnitCode,
        QuotaScope.SubUnit => Office(place.ProposingUnitCode, place.Nominee.UnitCode),
        QuotaScope.CityBlock => place.Block ?? "",
        _ => ServiceDefaults.Auth.CityUnit,
    };

    /// <summary>The office right below the proposing unit, whatever part of it is nominated.</summary>
    private static string Office(string proposer, string nominated)
    {
        if (!nominated.StartsWith(proposer + "-", StringComparison.Ordinal))
            return nominated;
        var next = nominated.IndexOf('-', proposer.Length + 1);
        return next < 0 ? nominated : nominated[..next];
    }
}
