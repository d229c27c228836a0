using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>The rhythm of a report whose plan says only “định kỳ” (C-21, LTN-26-30/IV.2.2); the plan itself stays as it is.</summary>
public sealed record SetReportRhythmRequest
{
    /// <summary>Months of one period, 1–12; 0 takes the rhythm away again.</summary>
    [Between(0, 12)]
    public required int EveryMonths { get; init; }

    /// <summary>First day of the first period, the first of a month, civil date of Vietnam.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Days after the period's last day on which it is still in time, 0–90.</summary>
    [Between(0, 90)]
    public int DueDays { get; init; }

    /// <summary>Why, 1–1000 characters.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

/// <summary>A rhythm as it stands.</summary>
/// <param name="Version">ETag.</param>
public sealed record ReportRhythmResponse(Guid CampaignId, string Key, int EveryMonths, DateOnly From, int DueDays, int Version);

internal static class SetReportRhythm
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPut("/campaigns/{id:guid}/reports/{key}/rhythm", Handle)
            .WithName(nameof(SetReportRhythm)).WithSummary("Đặt kỳ cho báo cáo mà kế hoạch chỉ ghi “định kỳ”")
            .RequireAuthorization(Policies.CampaignsWrite)
            .Produces<ReportRhythmResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, string key, SetReportRhythmRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        var campaign = await db.Campaigns.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (campaign?.Plan.ReportOf(key) is not { } report)
            return CommonProblems.NotFound.Result();
        if (!user.Sees(campaign.UnitCode))
            return CommonProblems.Forbidden.Result();
        if (campaign.State != CampaignState.Launched)
            return Problems.NotLaunched.Result();
        if (report.Schedule != ReportSchedule.Unset)
            return Problems.RhythmPrinted.Result();
        if (request.From.Day != 1 || request.From.Year < campaign.FromYear || request.From.Year > campaign.ToYear)
            return Problems.PeriodInvalid.At("/from", $"Phải là ngày đầu một tháng trong giai đoạn {campaign.FromYear}-{campaign.ToYear}.").Result();
        var rhythm = await db.ReportRhythms.SingleOrDefaultAsync(r => r.CampaignId == id && r.Key == key, cancellationToken);
        if (rhythm is not null && Preconditions.IfMatch(http, rhythm.Version) is { } stale)
            return stale.Result();
        var now = time.GetUtcNow();
        var before = rhythm?.Rhythm;
        if (rhythm is null)
            db.ReportRhythms.Add(rhythm = ReportRhythm.Set(id, key, request.EveryMonths, request.From, request.DueDays, now));
        else
            rhythm.Change(request.EveryMonths, request.From, request.DueDays);
        db.Audit("reportRhythm", rhythm.Id, "set", user.Id, now, request.Reason, new { before, after = rhythm.Rhythm }, user.RemoteAddress);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, rhythm.Version);
        return TypedResults.Ok(new ReportRhythmResponse(id, key, rhythm.EveryMonths, rhythm.From, rhythm.DueDays, rhythm.Version));
    }
}
