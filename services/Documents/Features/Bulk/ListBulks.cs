using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Bulk;

/// <summary>An awardee that could not be printed.</summary>
/// <param name="Order">Số sổ vàng.</param>
/// <param name="NominationId">The nomination.</param>
/// <param name="Name">Name as in the decision.</param>
/// <param name="Code">Code of the problem.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
public sealed record BulkRefusalResponse(int Order, Guid NominationId, string Name, string Code, string Reason);

internal static class ListBulks
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/bulk", ListAsync).RequireAuthorization(Policies.DocumentsRead)
            .WithName(nameof(ListBulks)).WithSummary("Các việc in hàng loạt của đơn vị, mới nhất trước")
            .Produces<Page<BulkResponse>>();
        documents.MapGet("/bulk/{id:guid}", GetAsync).RequireAuthorization(Policies.DocumentsRead)
            .WithName("GetBulk").WithSummary("Một việc in hàng loạt: đã làm được bao nhiêu")
            .Produces<BulkResponse>().ProducesProblem(404);
        documents.MapGet("/bulk/{id:guid}/refusals", RefusalsAsync).RequireAuthorization(Policies.DocumentsRead)
            .WithName("ListBulkRefusals").WithSummary("Các trường hợp không in được và lý do")
            .Produces<Page<BulkRefusalResponse>>().ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(Guid? documentId, Guid? after, int? limit, DocumentsDbContext db, CurrentUser user, CancellationToken ct)
    {
        var size = Paging.Limit(limit);
        var jobs = await db.BulksOf(user).AsNoTracking()
            .Where(j => (documentId == null || j.DocumentId == documentId) && (after == null || j.Id.CompareTo(after.Value) < 0))
            .OrderByDescending(j => j.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(jobs.ConvertAll(BulkResponse.Of).ToPage(size, j => j.Id.ToString()));
    }

    private static async Task<IResult> GetAsync(Guid id, DocumentsDbContext db, CurrentUser user, CancellationToken ct) =>
        await db.BulksOf(user).AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct) is { } job
            ? TypedResults.Ok(BulkResponse.Of(job))
            : Problems.BulkNotFound.Result();

    private static async Task<IResult> RefusalsAsync(Guid id, int? after, int? limit, DocumentsDbContext db, CurrentUser user, CancellationToken ct)
    {
        if (!await db.BulksOf(user).AnyAsync(j => j.Id == id, ct))
            return Problems.BulkNotFound.Result();
        var size = Paging.Limit(limit);
        var rows = await db.Set<BulkRefusal>().AsNoTracking().Where(r => r.JobId == id && (after == null || r.Order > after)).OrderBy(r => r.Order)
            .Take(size + 1).Select(r => new BulkRefusalResponse(r.Order, r.NominationId, r.Name, r.Code, r.Reason)).ToListAsync(ct);
        return TypedResults.Ok(rows.ToPage(size, r => r.Order.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
