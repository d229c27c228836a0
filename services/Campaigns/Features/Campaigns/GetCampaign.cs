using Emulation.Campaigns.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

internal static class GetCampaign
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}", Handle)
            .WithName(nameof(GetCampaign)).WithSummary("Một phong trào thi đua và toàn bộ kế hoạch")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<CampaignResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, HttpContext http, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Unit).ReadableBy(user).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (campaign is null)
            return CommonProblems.NotFound.Result();
        Preconditions.SetETag(http, campaign.Version);
        return TypedResults.Ok(CampaignResponse.Of(campaign, await db.LinksAsync(campaign.Plan, user, cancellationToken)));
    }
}

internal static class CampaignEndpoints
{
    public static void MapCampaigns(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Phong trào thi đua");
        DraftCampaign.Map(group);
        EditCampaign.Map(group);
        LaunchCampaign.Map(group);
        AmendCampaign.Map(group);
        CloseCampaign.Map(group);
        ListCampaigns.Map(group);
        ListDeadlines.Map(group);
        ListThemes.Map(group);
        GetLinkedCampaigns.Map(group);
        GetCampaign.Map(group);
        GetCampaignHistory.Map(group);
        GetCampaignVersion.Map(group);
        GetDeadlineHistory.Map(group);
    }
}
