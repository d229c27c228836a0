using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Campaigns.Features.Feedback;
using Emulation.Campaigns.Features.Reports;
using Emulation.Campaigns.Features.UnitPlans;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>A version of the plan, without its text.</summary>
/// <param name="ActedBy">Account or client id.</param>
public sealed record PackVersion(int Version, CampaignAction Action, DateTimeOffset At, string ActedBy, string? Reason);

/// <summary>Everything that shows an inspection how a campaign was carried out (LTN-TD-26/IV.4.b).</summary>
/// <param name="CompiledAt">When, UTC.</param>
/// <param name="Campaign">The campaign with the plan in force.</param>
/// <param name="Versions">All versions of the plan, oldest first.</param>
/// <param name="Duties">Everything owed over the whole campaign, with its state.</param>
public sealed record EvidencePackResponse(
    DateTimeOffset CompiledAt, CampaignResponse Campaign, PackVersion[] Versions, DutyResponse[] Duties, ReportResponse[] Reports, OutcomeResponse[] Outcomes,
    UnitPlanResponse[] UnitPlans, FeedbackResponse[] Feedback);

internal static class GetEvidencePack
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/campaigns/{id:guid}/evidence-pack", Handle)
            .WithName(nameof(GetEvidencePack)).WithSummary("Hồ sơ minh chứng của một phong trào để phục vụ kiểm tra: các phiên bản kế hoạch, việc phải làm và tình trạng, báo cáo, kết quả, kế hoạch riêng, phản ánh")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<EvidencePackResponse>().ProducesProblem(403).ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, CampaignsDbContext db, Dues dues, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var (pack, refused) = await CompileAsync(id, db, dues, user, time.GetUtcNow(), cancellationToken);
        return refused?.Result() ?? (IResult)TypedResults.Ok(pack);
    }

    /// <summary>For whoever looks after the whole campaign: it tells of all its units.</summary>
    public static async Task<(EvidencePackResponse? Pack, Problem? Refused)> CompileAsync(
        Guid id, CampaignsDbContext db, Dues dues, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Unit).ReadableBy(user).SingleOrDefaultAsync(c => c.Id == id && c.State != CampaignState.Draft, cancellationToken);
        if (campaign is null)
            return (null, CommonProblems.NotFound);
        if (!user.LooksAfter(campaign))
            return (null, CommonProblems.Forbidden.With("Hồ sơ minh chứng do đơn vị phát động hoặc cơ quan thường trực lập."));
        var versions = await db.CampaignVersions.AsNoTracking().Where(v => v.CampaignId == id).OrderBy(v => v.Version)
            .Select(v => new PackVersion(v.Version, v.Action, v.At, v.ActedBy, v.Reason)).ToArrayAsync(cancellationToken);
        var tracked = await dues.TrackedAsync(db.Campaigns.Where(c => c.Id == id), (_, _) => true, campaign.FromYear, campaign.ToYear, cancellationToken);
        var names = await db.NamesAsync(tracked.Select(t => t.Due.UnitCode), cancellationToken);
        var reports = new List<ReportResponse>();
        foreach (var report in await db.Reports.AsNoTracking().Where(r => r.CampaignId == id).OrderBy(r => r.Id).ToListAsync(cancellationToken))
            reports.Add(await ReportResponse.OfAsync(report, campaign, db, cancellationToken));
        var outcomes = await db.Outcomes.AsNoTracking().Where(o => o.CampaignId == id).OrderBy(o => o.Id).ToListAsync(cancellationToken);
        var plans = await db.UnitPlans.AsNoTracking().Where(p => p.CampaignId == id).OrderBy(p => p.UnitCode).ThenBy(p => p.Key).ThenBy(p => p.Edition).ToListAsync(cancellationToken);
        var feedback = await db.Feedback.AsNoTracking().Where(f => f.CampaignId == id).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        return (new EvidencePackResponse(
            now, CampaignResponse.Of(campaign, await db.LinksAsync(campaign.Plan, user, cancellationToken)), versions, [.. tracked.Select(t => DutyResponse.Of(t, names, now))], [.. reports], [.. outcomes.Select(OutcomeResponse.Of)],
            [.. plans.Select(UnitPlanResponse.Of)], [.. feedback.Select(FeedbackResponse.Of)]), null);
    }
}
