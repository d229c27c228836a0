using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A plan as it stood in one version.</summary>
public sealed record CampaignVersionResponse(Guid CampaignId, int Version, CampaignAction Action, DateTimeOffset At, string ActedBy, string? Reason, CampaignPlan Plan);

/// <summary>A verdict cites the version it rests on: that version can be read for ever.</summary>
internal static class GetCampaignVersion
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}/versions/{version:int}", Handle)
            .WithName(nameof(GetCampaignVersion)).WithSummary("Kế hoạch như ở một phiên bản trước")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<CampaignVersionResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, int version, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var unitCode = await db.Campaigns.ReadableBy(user).Where(c => c.Id == id).Select(c => c.UnitCode).SingleOrDefaultAsync(cancellationToken);
        if (unitCode is null)
            return CommonProblems.NotFound.Result();
        var own = user.Sees(unitCode);
        var found = await db.CampaignVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.CampaignId == id && v.Version == version && (own || (v.Action != CampaignAction.Drafted && v.Action != CampaignAction.Edited)), cancellationToken);
        return found is null ? Problems.VersionUnknown.Result()
            : TypedResults.Ok(new CampaignVersionResponse(id, found.Version, found.Action, found.At, found.ActedBy, found.Reason, found.Plan));
    }
}
