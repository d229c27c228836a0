using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>Sends a report back for correction.</summary>
public sealed record ReturnReportRequest
{
    /// <summary>What is to be corrected, 1–2000 characters.</summary>
    [Text(2000)]
    public required string Reason { get; init; }
}

/// <summary>The receiver takes a report in or sends it back; the section it goes through may do so for the receiver (C-24).</summary>
internal static class DecideReport
{
    public static void Map(IEndpointRouteBuilder group)
    {
        group.MapPost("/reports/{id:guid}/receive", Receive)
            .WithName("ReceiveReport").WithSummary("Tiếp nhận báo cáo; từ đó báo cáo không sửa được nữa")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<ReportResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        group.MapPost("/reports/{id:guid}/return", Return)
            .WithName("ReturnReport").WithSummary("Trả lại báo cáo để bổ sung, kèm lý do")
            .RequireAuthorization(Policies.ReportsWrite).WithIdempotency()
            .Produces<ReportResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static Task<IResult> Receive(Guid id, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken) =>
        DecideAsync(id, ReportAction.Received, null, (r, now) => r.Receive(now), http, db, user, intake, time, cancellationToken);

    private static Task<IResult> Return(
        Guid id, ReturnReportRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken) =>
        DecideAsync(id, ReportAction.Returned, request.Reason, (r, now) => r.Return(request.Reason, now), http, db, user, intake, time, cancellationToken);

    private static async Task<IResult> DecideAsync(
        Guid id, ReportAction action, string? reason, Func<DutyReport, DateTimeOffset, Problem?> decide,
        HttpContext http, CampaignsDbContext db, CurrentUser user, Intake intake, TimeProvider time, CancellationToken cancellationToken)
    {
        var report = await db.Reports.Include(r => r.Campaign).VisibleReports(user).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
            return CommonProblems.NotFound.Result();
        // Nobody takes in the own report for another.
        var receives = user.UnitCode == report.ReceiverUnitCode
            || (user.UnitCode != report.UnitCode && (user.UnitCode == report.ThroughUnitCode
                || (user.UnitCode == report.Campaign.StandingUnitCode && report.ReceiverUnitCode == report.Campaign.UnitCode)));
        if (!receives)
            return CommonProblems.Forbidden.With("Chỉ nơi nhận, hoặc đầu mối nơi nhận giao, tiếp nhận hoặc trả lại báo cáo.").Result();
        var now = time.GetUtcNow();
        if ((Preconditions.IfMatch(http, report.Version) ?? decide(report, now)) is { } problem)
            return problem.Result();
        db.Tell(report, report.Campaign.Code, action, user, now, reason);
        var answer = intake.Ok(await ReportResponse.OfAsync(report, report.Campaign, db, cancellationToken), report.Version);
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
