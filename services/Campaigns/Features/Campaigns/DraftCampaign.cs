using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Checks;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A new campaign, as a draft: its plan.</summary>
public sealed record DraftCampaignRequest : CampaignPlan;

internal static class DraftCampaign
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/campaigns", Handle)
            .WithName(nameof(DraftCampaign)).WithSummary("Lập dự thảo kế hoạch phong trào thi đua")
            .RequireAuthorization(Policies.CampaignsWrite).WithIdempotency()
            .Produces<CampaignResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(409);

    private static async Task<IResult> Handle(
        DraftCampaignRequest request, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        if (PlanCheck.Run(request).Problem is { } invalid)
            return invalid.Result();
        var unit = await db.Units.SingleOrDefaultAsync(u => u.Code == request.UnitCode, cancellationToken);
        if (unit is null)
            return Problems.UnknownUnit.At("/unitCode").Result();
        if (!user.Sees(unit.Code))
            return CommonProblems.Forbidden.At("/unitCode", "Đơn vị nằm ngoài phạm vi được phân công.").Result();
        if (!unit.Active)
            return Problems.UnitClosed.At("/unitCode").Result();
        if (await PlanUnits.UnknownAsync(request, db, cancellationToken) is { } unknown)
            return unknown.Result();
        if (await db.Campaigns.AnyAsync(c => c.Code == request.Code, cancellationToken))
            return Problems.CodeTaken.At("/code").Result();
        var now = time.GetUtcNow();
        var campaign = Campaign.Draft(request, unit, now);
        db.Campaigns.Add(campaign);
        db.Record(campaign, CampaignAction.Drafted, user, now);
        var ties = await db.LinksAsync(campaign.Plan, user, cancellationToken);
        var answer = intake.Created($"/campaigns/{campaign.Id}", CampaignResponse.Of(campaign, ties), campaign.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
