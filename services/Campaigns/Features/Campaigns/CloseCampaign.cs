using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Features.Notices;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>Closes a campaign by hand.</summary>
public sealed record CloseCampaignRequest
{
    /// <summary>Why, 1–2000 characters.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

/// <summary>No new nominations from now on; those under way may still be decided (HA-25/III.5).</summary>
internal static class CloseCampaign
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/campaigns/{id:guid}/close", Handle)
            .WithName(nameof(CloseCampaign)).WithSummary("Kết thúc phong trào thi đua")
            .RequireAuthorization(Policies.CampaignsWrite).WithIdempotency()
            .Produces<CampaignResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, CloseCampaignRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (campaign, refused) = await db.ToChangeAsync(id, http, user, cancellationToken);
        if ((refused ?? campaign!.Close(now)) is { } problem)
            return problem.Result();
        db.Record(campaign!, CampaignAction.Closed, user, now, request.Reason);
        db.Publish(new CampaignClosed { CampaignId = id, Version = campaign!.Version, Reason = request.Reason, OccurredAt = now, ActedBy = user.Id });
        await db.AnnounceCloseAsync(campaign, request.Reason, now, cancellationToken);
        var ties = await db.LinksAsync(campaign.Plan, user, cancellationToken);
        var answer = intake.Ok(CampaignResponse.Of(campaign, ties), campaign.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
