using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Features.Notices;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>From now on units may nominate under the plan; it is changed by amendment only.</summary>
internal static class LaunchCampaign
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/campaigns/{id:guid}/launch", Handle)
            .WithName(nameof(LaunchCampaign)).WithSummary("Phát động phong trào thi đua")
            .RequireAuthorization(Policies.CampaignsWrite).WithIdempotency()
            .Produces<CampaignResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (campaign, refused) = await db.ToChangeAsync(id, http, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var ties = await db.LinksAsync(campaign!.Plan, user, cancellationToken);
        if ((campaign.Launch(now) ?? CampaignLinks.Refuse(ties.Found)) is { } problem)
            return problem.Result();
        db.CampaignDeadlines.AddRange(CampaignDeadline.Of(campaign));
        db.Record(campaign, CampaignAction.Launched, user, now);
        db.Publish(new CampaignLaunched { Campaign = campaign.Snapshot(), OccurredAt = now, ActedBy = user.Id });
        await db.AnnounceLaunchAsync(campaign, now, cancellationToken);
        var answer = intake.Ok(CampaignResponse.Of(campaign, ties), campaign.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
