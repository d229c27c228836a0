using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Emulation.Documents.Features.EditedDrafts;

internal static class GetEditedDraft
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/{id:guid}/edited", Handle).RequireAuthorization(Policies.DocumentsRead)
            .WithName(nameof(GetEditedDraft)).WithSummary("Bản chỉnh sửa của dự thảo: các lần nộp, khác biệt với dự thảo của hệ thống, kết quả kiểm tra thể thức")
            .Produces<EditedDraftResponse>().ProducesProblem(404);
        documents.MapGet("/{id:guid}/edited/docx", DownloadAsync).RequireAuthorization(Policies.DocumentsRead)
            .WithName("DownloadEditedDraft").WithSummary("Tải bản chỉnh sửa dạng DOCX, đúng như đã nộp")
            .Produces(200, contentType: FileSafety.Word).Produces(304).ProducesProblem(404);
    }

    private static async Task<IResult> Handle(Guid id, DocumentsDbContext db, EditDesk desk, CurrentUser user, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().ReadableBy(user).Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        return await desk.CurrentAsync(id, ct) is { } current ? TypedResults.Ok(await desk.AnswerAsync(document, current, ct)) : Problems.NoEdit.Result();
    }

    /// <param name="id">The document.</param>
    /// <param name="revision">From 1; left out = the one that stands.</param>
    private static async Task<IResult> DownloadAsync(Guid id, int? revision, DocumentsDbContext db, CurrentUser user, CancellationToken ct)
    {
        // A draft is of its issuer; who may read an issued document reads that, not how it came about.
        var document = await db.Documents.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        var edits = db.EditedDrafts.AsNoTracking().Where(e => e.DocumentId == id);
        var edit = revision is { } number ? await edits.SingleOrDefaultAsync(e => e.Revision == number, ct) : await edits.CurrentAsync(id, ct);
        return edit is null ? Problems.NoEdit.Result()
            : TypedResults.File(edit.Content, FileSafety.Word, $"ban-chinh-sua-{edit.Revision}.docx", entityTag: new EntityTagHeaderValue($"\"{edit.Sha256}\""));
    }
}
