using Emulation.Scoring.Data;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Evidence;

internal static class DownloadEvidence
{
    public static void Map(RouteGroupBuilder group) => group.MapGet("/{id:guid}/content", Handle)
        .WithName(nameof(DownloadEvidence)).WithSummary("Tải về một tài liệu kiểm chứng")
        .RequireAuthorization(Policies.ScoresRead).ProducesProblem(404);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, ScoringDbContext db, CurrentUser user, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.EvidenceFiles.AsNoTracking().VisibleTo(user, f => f.UnitCode).Include(f => f.Content).SingleOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } file)
            return CommonProblems.NotFound.Result();
        // Never opened in place: whatever is inside, it runs in no page of ours.
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "sandbox";
        return TypedResults.File(file.Content!.Bytes, file.Content.MediaType, file.Name);
    }
}
