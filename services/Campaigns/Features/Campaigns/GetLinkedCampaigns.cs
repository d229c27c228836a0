using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Campaigns;

/// <summary>A campaign beside another.</summary>
public sealed record LinkedCampaign(Guid Id, string Code, string Name, string UnitCode, CampaignState State, int FromYear, int ToYear, string? Theme);

/// <summary>What a campaign belongs to. Links count whichever of the two names the other: a campaign launched in mid-year joins a yearly programme that could not know of it (C-35).</summary>
/// <param name="Predecessor">The campaign that this one follows (LTN-26-30/I.1.a).</param>
/// <param name="Successors">Campaigns that follow this one.</param>
/// <param name="Parent">Plan of the level above, as printed.</param>
/// <param name="Linked">Campaigns that belong together with this one.</param>
/// <param name="UnknownCodes">Codes that the plan names and that are not there, or not to be seen.</param>
public sealed record LinkedCampaignsResponse(LinkedCampaign? Predecessor, LinkedCampaign[] Successors, ParentPlan? Parent, LinkedCampaign[] Linked, string[] UnknownCodes);

internal static class GetLinkedCampaigns
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}/linked", Handle)
            .WithName(nameof(GetLinkedCampaigns)).WithSummary("Phong trào trước, kế hoạch cấp trên và các phong trào liên kết, nhìn từ cả hai phía")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<LinkedCampaignsResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (campaign is null)
            return CommonProblems.NotFound.Result();
        var (plan, code) = (campaign.Plan, campaign.Code);
        string[] named = [.. plan.LinkedCodes, .. plan.PredecessorCode is { } p ? new[] { p } : []];
        // Asked of the plans themselves: those stored long ago answer too.
        var around = await db.Campaigns.FromSql(
                $"SELECT * FROM campaigns WHERE code = ANY({named}) OR plan ->> 'predecessorCode' = {code} OR plan -> 'linkedCodes' ? {code}")
            .AsNoTracking().ReadableBy(user).Where(c => c.Id != id).OrderBy(c => c.Code).ToListAsync(cancellationToken);
        return TypedResults.Ok(new LinkedCampaignsResponse(
            around.Where(c => c.Code == plan.PredecessorCode).Select(Of).SingleOrDefault(),
            [.. around.Where(c => c.Plan.PredecessorCode == code).Select(Of)],
            plan.Parent,
            [.. around.Where(c => plan.LinkedCodes.Contains(c.Code) || c.Plan.LinkedCodes.Contains(code)).Select(Of)],
            [.. named.Distinct().Where(n => n != code && !around.Exists(c => c.Code == n))]));
    }

    private static LinkedCampaign Of(Campaign c) => new(c.Id, c.Code, c.Name, c.UnitCode, c.State, c.FromYear, c.ToYear, c.Plan.Theme);
}
