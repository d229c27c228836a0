using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Office;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.EditedDrafts;

/// <summary>What the use cases of an edited draft share: finding it, who may act, and the answer.</summary>
internal sealed class EditDesk(DocumentsDbContext db, DocumentWriter writer, FormChecker checker, LibreOfficeConverter office, CurrentUser user, IHttpContextAccessor accessor)
{
    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Outside of a request.");

    /// <summary>The draft, locked, for someone who may change it in the version he saw.</summary>
    public async Task<(Document? Document, Problem? Problem)> OpenAsync(Guid id, CancellationToken ct)
    {
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return (null, Problems.NotFound);
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return (null, Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành."));
        if (Preconditions.IfMatch(Http, document.Version) is { } stale)
            return (null, stale);
        return document.State == DocumentState.Issued ? (null, Problems.AlreadyIssued.With($"Văn bản đã ban hành với số {document.Symbol}.")) : (document, null);
    }

    public Task<EditedDraft?> CurrentAsync(Guid id, CancellationToken ct) => db.EditedDrafts.CurrentAsync(id, ct);

    public async Task<EditedDraftResponse> AnswerAsync(Document document, EditedDraft current, CancellationToken ct)
    {
        var text = await writer.WriteAsync(document, ct);
        var changes = DraftComparison.Of(writer.Draw(text, FileFormat.Docx), current.Content, ct);
        var fillable = EditedDocx.Fill(current.Content, DocumentWriter.LetterheadOf(text)) is not null;
        // The bytes stay where they are: only what is told of each revision is read.
        var revisions = await db.EditedDrafts.AsNoTracking().Where(e => e.DocumentId == document.Id).OrderByDescending(e => e.Revision).Select(e => new EditedRevision
        {
            Revision = e.Revision, FileName = e.FileName, Sha256 = e.Sha256, UploadedBy = e.UploadedBy, UploadedAt = e.UploadedAt,
            DocumentVersion = e.DocumentVersion, RemovedBy = e.RemovedBy, RemovedAt = e.RemovedAt,
        }).ToListAsync(ct);
        Preconditions.SetETag(Http, document.Version);
        return EditedDraftResponse.Of(document, revisions, current, office.IsInstalled, fillable, changes, await checker.CheckAsync(current.Content, await PlaceCatalogue.LoadAsync(db, ct), ct));
    }
}

internal static class EditedDrafts
{
    /// <summary>The edit that stands for a document; null when the system's own draft does.</summary>
    public static Task<EditedDraft?> CurrentAsync(this IQueryable<EditedDraft> drafts, Guid documentId, CancellationToken ct) =>
        drafts.SingleOrDefaultAsync(e => e.DocumentId == documentId && e.RemovedAt == null, ct);
}
