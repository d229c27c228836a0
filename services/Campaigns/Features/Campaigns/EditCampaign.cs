using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Checks;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>The whole plan of a draft, anew; code and unit stay.</summary>
public sealed record EditCampaignRequest : CampaignPlan;

internal static class EditCampaign
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPut("/campaigns/{id:guid}", Handle)
            .WithName(nameof(EditCampaign)).WithSummary("Sửa dự thảo kế hoạch phong trào thi đua")
            .RequireAuthorization(Policies.CampaignsWrite)
            .Produces<CampaignResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, EditCampaignRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (campaign, refused) = await db.ToChangeAsync(id, http, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        var before = campaign!.Plan;
        if ((PlanCheck.Run(request).Problem ?? await PlanUnits.UnknownAsync(request, db, cancellationToken) ?? campaign.Edit(request)) is { } invalid)
            return invalid.Result();
        db.Record(campaign, CampaignAction.Edited, user, time.GetUtcNow(), changes: PlanDiff.Between(before, campaign.Plan));
        var ties = await db.LinksAsync(campaign.Plan, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, campaign.Version);
        return TypedResults.Ok(CampaignResponse.Of(campaign, ties));
    }
}
