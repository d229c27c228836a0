using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Checks;
using Emulation.Campaigns.Domain.Notices;
using Emulation.Campaigns.Features.Notices;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>Amends a launched campaign: a deadline moved, a standard re-read, a quota or a target changed (LTN-26-30/III.3.c). What is absent stays.</summary>
public sealed record AmendCampaignRequest
{
    /// <summary>Why, as told to the units, 1–2000 characters.</summary>
    [Text(2000)]
    public required string Reason { get; init; }

    /// <summary>The whole scheme anew; every category launched must still be in it.</summary>
    public AwardScheme? Scheme { get; init; }

    /// <summary>Moved deadlines, category by category; applied after <see cref="Scheme"/>.</summary>
    [Items(0, 100)]
    public AmendedDeadlines[] Deadlines { get; init; } = [];

    /// <summary>Legal bases anew, with the document that the amendment rests on.</summary>
    [Items(1, 100)]
    public LegalBasis[]? LegalBases { get; init; }

    /// <summary>The criteria anew, with a target moved or a number named that the plan left open; every criterion launched must still be in it, with its key and kind of figure.</summary>
    [Items(0, 300)]
    public PlanCriterion[]? Criteria { get; init; }

    /// <summary>The scales of classes anew.</summary>
    [Items(0, 20)]
    public ClassScale[]? ClassScales { get; init; }

    /// <summary>The reports anew; those handed in stay under their keys.</summary>
    [Items(0, 300)]
    public PlanReport[]? Reports { get; init; }

    /// <summary>The tasks anew; those done stay under their keys.</summary>
    [Items(0, 300)]
    public PlanTask[]? Tasks { get; init; }

    /// <summary>The roles anew.</summary>
    [Items(0, 300)]
    public PlanRole[]? Roles { get; init; }

    /// <summary>The standing section, another or for the first time.</summary>
    [Code]
    public string? StandingUnitCode { get; init; }

    /// <summary>The ties to other campaigns anew (CH-26-30/IV.1.1).</summary>
    public AmendedLinks? Links { get; init; }

    /// <summary>When units are reminded, anew.</summary>
    public ReminderSteps? Reminders { get; init; }
}

/// <summary>Deadlines of one category, both of them: an absent one is none.</summary>
/// <param name="Category">Key of the category.</param>
/// <param name="InternalDeadline">From the units to the launching unit.</param>
/// <param name="CityDeadline">From the launching unit to the city.</param>
public sealed record AmendedDeadlines(string Category, Deadline? InternalDeadline = null, Deadline? CityDeadline = null);

/// <summary>Ties to other campaigns, all of them: an absent one is none.</summary>
/// <param name="LinkedCodes">Codes of campaigns that it is combined with; each must be in the system.</param>
/// <param name="PredecessorCode">Code of the campaign that it follows; may be older than the system.</param>
/// <param name="Parent">Plan of the level above that it carries out.</param>
public sealed record AmendedLinks(string[]? LinkedCodes = null, string? PredecessorCode = null, ParentPlan? Parent = null);

internal static class AmendCampaign
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/campaigns/{id:guid}/amend", Handle)
            .WithName(nameof(AmendCampaign)).WithSummary("Điều chỉnh phong trào thi đua đã phát động")
            .RequireAuthorization(Policies.CampaignsWrite).WithIdempotency()
            .Produces<CampaignResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, AmendCampaignRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (campaign, refused) = await db.ToChangeAsync(id, http, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var before = campaign!.Plan;
        var scheme = request.Scheme ?? before.Scheme;
        var categories = scheme.Categories.Select(c => c?.Key).ToHashSet();
        foreach (var (moved, i) in request.Deadlines.Select((d, i) => (d, i)))
            if (moved is null || !categories.Contains(moved.Category))
                return Problems.CategoryUnknown.At($"/deadlines/{i}/category").Result();
        var amended = before with
        {
            LegalBases = request.LegalBases ?? before.LegalBases,
            Criteria = request.Criteria ?? before.Criteria,
            ClassScales = request.ClassScales ?? before.ClassScales,
            Reports = request.Reports ?? before.Reports,
            Tasks = request.Tasks ?? before.Tasks,
            Roles = request.Roles ?? before.Roles,
            StandingUnitCode = request.StandingUnitCode ?? before.StandingUnitCode,
            Reminders = request.Reminders ?? before.Reminders,
            LinkedCodes = request.Links is { } links ? links.LinkedCodes ?? [] : before.LinkedCodes,
            PredecessorCode = request.Links is { } follows ? follows.PredecessorCode : before.PredecessorCode,
            Parent = request.Links is { } carries ? carries.Parent : before.Parent,
            Scheme = new AwardScheme { Categories = [.. scheme.Categories.Select(c => Moved(c, request.Deadlines))] },
        };
        if ((PlanCheck.Run(amended).Problem ?? await PlanUnits.UnknownAsync(amended, db, cancellationToken) ?? campaign.Amend(amended)) is { } problem)
            return problem.Result();
        var ties = await db.LinksAsync(campaign.Plan, user, cancellationToken);
        // What stood before the check existed does not stand in the way of another amendment.
        if (request.Links is not null && CampaignLinks.Refuse(ties.Found) is { } unknown)
            return unknown.Result();
        await ReplaceDeadlinesAsync(campaign, db, cancellationToken);
        await db.AnnounceAmendmentAsync(campaign, PlanWords.Between(before, campaign.Plan), request.Reason, now, cancellationToken);
        db.Record(campaign, CampaignAction.Amended, user, now, request.Reason, PlanDiff.Between(before, campaign.Plan));
        db.Publish(new CampaignAmended { Campaign = campaign.Snapshot(), Reason = request.Reason, OccurredAt = now, ActedBy = user.Id });
        var answer = intake.Ok(CampaignResponse.Of(campaign, ties), campaign.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    private static AwardCategory Moved(AwardCategory category, AmendedDeadlines[] deadlines) =>
        category is not null && deadlines.LastOrDefault(d => d.Category == category.Key) is { } moved
            ? category with { InternalDeadline = moved.InternalDeadline, CityDeadline = moved.CityDeadline }
            : category!;

    private static async Task ReplaceDeadlinesAsync(Campaign campaign, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        var fresh = CampaignDeadline.Of(campaign).ToDictionary(d => (d.Category, d.Stage, d.Year));
        foreach (var old in await db.CampaignDeadlines.Where(d => d.CampaignId == campaign.Id).ToListAsync(cancellationToken))
        {
            if (fresh.Remove((old.Category, old.Stage, old.Year), out var moved))
                db.Entry(old).CurrentValues.SetValues(moved);
            else
                db.Remove(old);
        }
        db.CampaignDeadlines.AddRange(fresh.Values);
    }
}
