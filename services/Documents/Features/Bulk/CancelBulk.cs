using Emulation.Documents.Data;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Bulk;

internal static class CancelBulk
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/bulk/{id:guid}/cancel", Handle)
        .RequireAuthorization(Policies.DocumentsIssue)
        .WithName(nameof(CancelBulk)).WithSummary("Dừng một việc in hàng loạt; phần đã làm không được giữ")
        .Produces<BulkResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Handle(Guid id, DocumentsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (!await db.BulksOf(user).AnyAsync(j => j.Id == id, ct))
            return Problems.BulkNotFound.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var job = (await db.LockBulkAsync(id, ct))!;
        if (job.Cancel(time.GetUtcNow()) is { } refused)
            return refused.Result();
        await db.ForgetBulkAsync(id, ct);
        db.Audit("bulk-job", id, "cancelled", user.Id, time.GetUtcNow(), from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(BulkResponse.Of(job));
    }
}
