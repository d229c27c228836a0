using Emulation.Campaigns.Data;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>A report and every step it has gone through, oldest first.</summary>
public sealed record ReportWithHistoryResponse(ReportResponse Report, ReportStep[] History);

internal static class GetReport
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/reports/{id:guid}", Handle)
            .WithName(nameof(GetReport)).WithSummary("Một báo cáo, tài liệu kèm theo, kết quả Chỉ số của đơn vị và quá trình xử lý")
            .RequireAuthorization(Policies.CampaignsRead)
            .Produces<ReportWithHistoryResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(Guid id, HttpContext http, CampaignsDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().Include(r => r.Campaign).VisibleReports(user).SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (report is null)
            return CommonProblems.NotFound.Result();
        var key = id.ToString();
        var steps = await db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == ReportResponse.Aggregate && a.AggregateId == key).OrderBy(a => a.Id)
            .Select(a => new ReportStep(a.Action, a.At, a.ActedBy, a.Reason)).ToArrayAsync(cancellationToken);
        Preconditions.SetETag(http, report.Version);
        return TypedResults.Ok(new ReportWithHistoryResponse(await ReportResponse.OfAsync(report, report.Campaign, db, cancellationToken), steps));
    }
}

internal static class ReportEndpoints
{
    public static void MapReports(this WebApplication app)
    {
        var group = app.MapGroup("").WithTags("Báo cáo");
        SubmitReport.Map(group);
        CorrectReport.Map(group);
        DecideReport.Map(group);
        ListReports.Map(group);
        GetReport.Map(group);
    }
}
