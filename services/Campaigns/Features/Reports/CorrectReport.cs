using Emulation.Campaigns.Data;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>The whole report anew; campaign, unit and period stay.</summary>
public sealed record CorrectReportRequest : ReportBody;

internal static class CorrectReport
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapPut("/reports/{id:guid}", Handle)
            .WithName(nameof(CorrectReport)).WithSummary("Sửa và gửi lại báo cáo, khi bị trả lại hoặc khi chưa được tiếp nhận")
            .RequireAuthorization(Policies.ReportsWrite)
            .Produces<ReportResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, CorrectReportRequest request, HttpContext http, CampaignsDbContext db, CurrentUser user, TimeProvider time, CancellationToken cancellationToken)
    {
        if (request.Fault() is { } fault)
            return fault.Result();
        var report = await db.Reports.Include(r => r.Campaign).VisibleReports(user).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
            return CommonProblems.NotFound.Result();
        if (!user.ActsFor(report.Campaign, report.UnitCode))
            return CommonProblems.Forbidden.With("Chỉ đơn vị báo cáo sửa được báo cáo.").Result();
        if ((Preconditions.IfMatch(http, report.Version) ?? await db.UnknownFileAsync(request.Files, report.UnitCode, cancellationToken)) is { } refused)
            return refused.Result();
        var (now, before) = (time.GetUtcNow(), report.Content);
        var withIndex = report.Campaign.Plan.ReportOf(DutyResponse.PlanKey(report.Key))?.WithIndexResult == true;
        if (report.Correct(request.Content, withIndex, request.LateReason ?? report.LateReason, now) is { } problem)
            return problem.Result();
        db.Tell(report, report.Campaign.Code, ReportAction.Corrected, user, now, before: before);
        await db.SaveChangesAsync(cancellationToken);
        Preconditions.SetETag(http, report.Version);
        return TypedResults.Ok(await ReportResponse.OfAsync(report, report.Campaign, db, cancellationToken));
    }
}
