using Emulation.Documents.Data;
using Emulation.Documents.PlanImport.Reading;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.PlanImports;

internal static class ListPlanImports
{
    public static void Map(IEndpointRouteBuilder group) => group.MapGet("/plan-imports", Handle)
        .RequireAuthorization(Policies.CampaignsWrite)
        .WithName(nameof(ListPlanImports)).WithSummary("Các kế hoạch đã nhập, mới nhất trước; tìm không dấu trong toàn văn (q), kể cả chỗ văn bản gõ sai")
        .Produces<Page<PlanImportSummary>>();

    private static async Task<IResult> Handle(DocumentsDbContext db, CurrentUser user, CancellationToken ct, string? q = null, Guid? after = null, int? limit = null)
    {
        var rows = db.ImportedPlans.AsNoTracking().VisibleTo(user, p => p.UnitCode);
        if (after is { } last)
            rows = rows.Where(p => p.Id < last);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var pattern = Folding.Pattern(Spelling.ForSearch(q));
            rows = rows.Where(p => EF.Functions.Like(p.SearchText, pattern));
        }
        var size = Paging.Limit(limit);
        var page = await rows.OrderByDescending(p => p.Id).Take(size + 1).Select(p => new PlanImportSummary(p.Id, p.UnitCode, p.FileName, p.Unaccented, p.ImportedAt, p.UpdatedAt)).ToListAsync(ct);
        return TypedResults.Ok(page.ToPage(size, p => p.Id.ToString()));
    }
}
