using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Duties;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>A report of one unit for one period.</summary>
public sealed record SubmitReportRequest : ReportBody
{
    /// <summary>Launched or closed campaign.</summary>
    public required Guid CampaignId { get; init; }

    /// <summary>Key of the report in the plan; a block head adds <c>@</c> and the code of the block.</summary>
    [Text(120)]
    public required string Key { get; init; }

    /// <summary>Unit that reports; one's own when absent.</summary>
    [Code]
    public string? UnitCode { get; init; }

    /// <summary>Period as listed under <c>/duties</c>; or any other span of days, <c>2026-03-01..2026-05-31</c>, for a report between (LTN-26-30/IV.2.2).</summary>
    [Text(22)]
    public required string Period { get; init; }
}

internal static class SubmitReport
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPost("/reports", Handle)
            .WithName(nameof(SubmitReport)).WithSummary("Gửi báo cáo của đơn vị cho một kỳ; quá hạn vẫn nhận, kèm lý do")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<ReportResponse>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(
        SubmitReportRequest request, CampaignsDbContext db, Dues dues, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var unit = request.UnitCode ?? user.UnitCode;
        if (request.Fault() is { } fault)
            return fault.Result();
        if (DutyPeriod.Read(request.Period) is not { } period)
            return Problems.PeriodInvalid.At("/period").Result();
        var (campaign, ground, refused) = await db.DutyGroundAsync(dues, request.CampaignId, unit, user, cancellationToken);
        if (refused is not null)
            return refused.Result();
        if (campaign!.Plan.ReportOf(DutyResponse.PlanKey(request.Key)) is not { } planned)
            return Problems.DutyUnknown.At("/key").Result();
        if (DueCalendar.ReportFor(ground!, planned, request.Key, unit, period) is not { } due)
            return Problems.NotOwed.At("/period", $"Đơn vị {unit} không phải làm báo cáo này, hoặc kỳ này đã có báo cáo theo lịch.").Result();
        if (await db.UnknownFileAsync(request.Files, unit, cancellationToken) is { } file)
            return file.Result();
        if (await db.Reports.AnyAsync(r => r.CampaignId == campaign.Id && r.Key == due.Key && r.Period == due.Period && r.UnitCode == unit, cancellationToken))
            return Problems.AlreadyReported.With("Sửa báo cáo đã gửi, hoặc gửi lại sau khi bị trả lại, bằng PUT /reports/{id}.").Result();
        var now = time.GetUtcNow();
        var (report, problem) = DutyReport.Submit(due, period, planned, request.Content, request.LateReason, now);
        if (problem is not null)
            return problem.Result();
        db.Reports.Add(report!);
        db.Tell(report!, campaign.Code, ReportAction.Submitted, user, now, request.LateReason);
        var answer = intake.Created($"/reports/{report!.Id}", await ReportResponse.OfAsync(report, campaign, db, cancellationToken), report.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }

    /// <summary>Records what was done to a report; what is handed in is told to the other services too.</summary>
    public static void Tell(this CampaignsDbContext db, DutyReport report, string campaignCode, ReportAction action, CurrentUser user, DateTimeOffset now, string? reason = null, ReportContent? before = null)
    {
        db.Audit(ReportResponse.Aggregate, report.Id, action.ToString().ToLowerInvariant(), user.Id, now, reason,
            action is ReportAction.Submitted or ReportAction.Corrected ? new { before, after = report.Content } : null, user.RemoteAddress);
        if (action is not (ReportAction.Submitted or ReportAction.Corrected))
            return;
        db.Publish(new ReportSubmitted
        {
            ReportId = report.Id, Version = report.Version, CampaignId = report.CampaignId, CampaignCode = campaignCode, Key = report.Key, Clause = report.Clause,
            UnitCode = report.UnitCode, ReceiverUnitCode = report.ReceiverUnitCode, Year = report.Year, Period = report.Period, PeriodFrom = report.PeriodFrom, PeriodTo = report.PeriodTo,
            SelfScore = report.SelfScore, Files = report.Files.Length, Late = report.Late, OccurredAt = now, ActedBy = user.Id,
        });
    }
}
