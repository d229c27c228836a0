using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain;

/// <summary>Which of the two ways of a dossier a deadline closes (C-03).</summary>
public enum DeadlineStage
{
    /// <summary>From a unit to the launching unit.</summary>
    Internal,
    /// <summary>From the launching unit to the city.</summary>
    City,
}

/// <summary>One deadline of a launched campaign, worked out for one year; kept as rows so that the city can ask for a span of days over all campaigns.</summary>
internal sealed class CampaignDeadline
{
    public Guid CampaignId { get; init; }
    public required string Category { get; init; }
    public DeadlineStage Stage { get; init; }

    /// <summary>Year of the achievement; 0 when the deadline is for the whole period.</summary>
    public int Year { get; init; }

    public required string CategoryName { get; init; }

    /// <summary>Date as printed.</summary>
    public DateOnly Printed { get; init; }

    /// <summary>Last civil day that is still in time (C-02).</summary>
    public DateOnly LastDay { get; init; }

    public DeadlineBoundary Boundary { get; init; }
    public required string Clause { get; init; }

    public static IEnumerable<CampaignDeadline> Of(Campaign campaign) => Of(campaign.Id, campaign.Plan);

    public static IEnumerable<CampaignDeadline> Of(Guid campaignId, CampaignPlan plan) =>
        from category in plan.Scheme.Categories
        from deadline in new[] { (Stage: DeadlineStage.Internal, Is: category.InternalDeadline), (Stage: DeadlineStage.City, Is: category.CityDeadline) }
        where deadline.Is is not null
        from year in Years(plan, category, deadline.Is)
        let printed = deadline.Is.DateFor(year == 0 ? plan.ToYear : year)!.Value
        select new CampaignDeadline
        {
            CampaignId = campaignId, Category = category.Key, CategoryName = category.Name, Stage = deadline.Stage, Year = year, Printed = printed,
            LastDay = deadline.Is.Boundary == DeadlineBoundary.Strict ? printed.AddDays(-1) : printed, Boundary = deadline.Is.Boundary, Clause = deadline.Is.Clause,
        };

    /// <summary>A yearly category has a deadline for each year, one for the period just one.</summary>
    public static IEnumerable<int> Years(CampaignPlan plan, AwardCategory category, Deadline deadline) =>
        deadline.EveryYear is not null && category.Cadence != Cadence.Period ? Enumerable.Range(plan.FromYear, plan.ToYear - plan.FromYear + 1)
        : plan.FromYear == plan.ToYear ? [plan.FromYear]
        : [0];
}
