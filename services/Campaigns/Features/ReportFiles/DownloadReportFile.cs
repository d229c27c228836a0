using Emulation.Campaigns.Data;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.ReportFiles;

internal static class DownloadReportFile
{
    public static void Map(IEndpointRouteBuilder group) =>
        group.MapGet("/report-files/{id:guid}/content", Handle)
            .WithName(nameof(DownloadReportFile)).WithSummary("Tải về một tài liệu kèm báo cáo, kết quả công việc hoặc kế hoạch riêng")
            .RequireAuthorization(Policies.CampaignsRead).ProducesProblem(404);

    /// <summary>Whoever sees the report, the outcome or the plan that it belongs to sees the file.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, CampaignsDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        var (reports, outcomes, plans) = (db.Reports.VisibleReports(user), db.Outcomes.VisibleWork(user), db.UnitPlans.VisibleWork(user));
        var own = db.ReportFiles.VisibleTo(user, f => f.UnitCode).Where(f => f.Id == id).Select(f => f.Id);
        var file = await db.ReportFiles.AsNoTracking().Include(f => f.Content)
            .Where(f => f.Id == id && (own.Contains(f.Id) || reports.Any(r => r.Files.Contains(f.Id)) || outcomes.Any(o => o.Files.Contains(f.Id)) || plans.Any(p => p.FileId == f.Id)))
            .SingleOrDefaultAsync(cancellationToken);
        if (file is null)
            return CommonProblems.NotFound.Result();
        // Never opened in place: whatever is inside, it runs in no page of ours.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        return TypedResults.File(file.Content!.Bytes, file.Content.MediaType, file.Name);
    }
}
