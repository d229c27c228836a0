using Emulation.Documents.Data;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.EditedDrafts;

/// <summary>The system's data moved on, and an official finds that the edit still fits.</summary>
internal static class KeepEditedDraft
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/{id:guid}/edited/keep", Handle)
        .RequireAuthorization(Policies.DocumentsIssue)
        .WithName(nameof(KeepEditedDraft)).WithSummary("Xác nhận bản chỉnh sửa vẫn phù hợp sau khi dữ liệu của văn bản thay đổi")
        .Produces<EditedDraftResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(Guid id, EditDesk desk, DocumentsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (document, problem) = await desk.OpenAsync(id, ct);
        if (document is null)
            return problem!.Result();
        if (await desk.CurrentAsync(id, ct) is not { } current)
            return Problems.NoEdit.Result();
        if (current.DocumentVersion < document.Version)
        {
            current.DocumentVersion = document.Version;
            db.Audit("document", id, "editKept", user.Id, time.GetUtcNow(), changes: new { current.Revision, document.Version }, from: user.RemoteAddress);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await desk.AnswerAsync(document, current, ct));
    }
}
