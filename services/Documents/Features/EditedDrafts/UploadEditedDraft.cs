using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Office;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.EditedDrafts;

internal static class UploadEditedDraft
{
    /// <summary>Largest file; the gateway's route names the same and a little more.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder documents) => documents.MapPut("/{id:guid}/edited", Handle)
        .RequireAuthorization(Policies.DocumentsIssue).TakesFile([FileSafety.Word, "application/octet-stream"], LargestFile)
        .WithName(nameof(UploadEditedDraft)).WithSummary("Nộp bản dự thảo đã chỉnh sửa trong Word (DOCX, tối đa 20 MB); các bản trước được giữ lại")
        .Produces<EditedDraftResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);

    private static async Task<IResult> Handle(
        Guid id, UploadedFile file, EditDesk desk, DocumentsDbContext db, FormChecker checker, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (file.Problem is { } broken)
            return broken.Result();
        var nature = FileSafety.Editable(file.Content);
        if (nature.Fault == FileFault.Unsafe)
            return Problems.EditUnsafe.With(nature.Detail!).Result();
        if (nature.MediaType != FileSafety.Word)
            return Problems.EditRefused.With("Tải dự thảo dạng DOCX, sửa trong Word rồi gửi lại chính tệp DOCX đó.").Result();
        try
        {
            // What cannot be measured within bounds can be neither compared nor converted.
            await checker.CheckAsync(file.Content, PlaceCatalogue.Empty, ct);
        }
        catch (UnreadableFileException e)
        {
            return Problems.EditRefused.With(e.Message).Result();
        }

        if (!EditedDocx.Opens(file.Content))
            return Problems.EditRefused.With("Tệp DOCX hỏng: không mở được để ghi số và ngày.").Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (document, problem) = await desk.OpenAsync(id, ct);
        if (document is null)
            return problem!.Result();
        var now = time.GetUtcNow();
        var current = await desk.CurrentAsync(id, ct);
        var hash = DownloadDocument.Hash(file.Content);
        if (current?.Sha256 != hash)
        {
            if (current is not null)
            {
                current.Remove(user.Id, now);
                // Only one may stand at a time, and the index counts at every statement.
                await db.SaveChangesAsync(ct);
            }

            var revision = await db.EditedDrafts.Where(e => e.DocumentId == id).MaxAsync(e => (int?)e.Revision, ct) ?? 0;
            document.Edited(now);
            db.EditedDrafts.Add(current = new EditedDraft
            {
                DocumentId = id, Revision = revision + 1, Content = file.Content, Sha256 = hash, FileName = file.Name,
                UploadedBy = user.Id, UploadedAt = now, DocumentVersion = document.Version,
            });
            db.Audit("document", id, "edited", user.Id, now, changes: new { current.Revision, current.Sha256 }, from: user.RemoteAddress);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await desk.AnswerAsync(document, current, ct));
    }
}
