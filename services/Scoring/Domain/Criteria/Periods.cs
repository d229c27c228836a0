using System.Globalization;
using Emulation.Contracts.Campaigns;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>Periods that figures are reported for: <c>2026</c>, <c>2026-H1</c>, <c>2026-H2</c>, or <c>campaign</c> for the whole of it.</summary>
internal static class Periods
{
    public const string WholeCampaign = "campaign";

    /// <summary>Longest name of a period.</summary>
    public const int MaxLength = 8;

    /// <summary>Periods of a criterion, in order; of one year only when asked, with the whole campaign beside it.</summary>
    public static IEnumerable<string> PeriodsOf(this KnownCampaign campaign, PlanCriterion criterion, int? year = null)
    {
        if (criterion.Period == CriterionPeriod.Campaign)
            return [WholeCampaign];
        var years = year is { } one ? [one] : Enumerable.Range(campaign.FromYear, campaign.ToYear - campaign.FromYear + 1);
        return criterion.Period == CriterionPeriod.Year
            ? years.Select(y => y.ToString(CultureInfo.InvariantCulture))
            : years.SelectMany(y => new[] { $"{y}-H1", $"{y}-H2" });
    }

    /// <summary>Calendar year of a period; null for the whole campaign.</summary>
    public static int? YearOf(string period) => period == WholeCampaign ? null : int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture);

    /// <summary>Last civil day of a period.</summary>
    public static DateOnly LastDayOf(this KnownCampaign campaign, string period) =>
        period.EndsWith("-H1", StringComparison.Ordinal) ? new DateOnly(YearOf(period)!.Value, 6, 30) : new DateOnly(YearOf(period) ?? campaign.ToYear, 12, 31);

    public static string NameOf(this KnownCampaign campaign, string period) =>
        YearOf(period) is not { } year ? campaign.FromYear == campaign.ToYear ? $"Cả phong trào ({campaign.FromYear})" : $"Cả phong trào ({campaign.FromYear}–{campaign.ToYear})"
        : period.EndsWith("-H1", StringComparison.Ordinal) ? $"6 tháng đầu năm {year}"
        : period.EndsWith("-H2", StringComparison.Ordinal) ? $"6 tháng cuối năm {year}"
        : $"Năm {year}";
}
