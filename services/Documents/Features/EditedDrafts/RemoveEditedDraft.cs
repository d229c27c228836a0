using Emulation.Documents.Data;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.EditedDrafts;

internal static class RemoveEditedDraft
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapDelete("/{id:guid}/edited", Handle)
        .RequireAuthorization(Policies.DocumentsIssue)
        .WithName(nameof(RemoveEditedDraft)).WithSummary("Gỡ bản chỉnh sửa, trở về dự thảo của hệ thống; bản đã nộp vẫn được giữ trong lịch sử")
        .Produces<DocumentResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(Guid id, EditDesk desk, DocumentsDbContext db, CurrentUser user, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (document, problem) = await desk.OpenAsync(id, ct);
        if (document is null)
            return problem!.Result();
        if (await desk.CurrentAsync(id, ct) is not { } current)
            return Problems.NoEdit.Result();
        var now = time.GetUtcNow();
        current.Remove(user.Id, now);
        document.Edited(now);
        db.Audit("document", id, "editRemoved", user.Id, now, changes: new { current.Revision }, from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var response = await GetDocument.LoadAsync(db, id, ct);
        Preconditions.SetETag(http, response.Document.Version);
        return TypedResults.Ok(response);
    }
}
