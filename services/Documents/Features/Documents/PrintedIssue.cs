using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.EditedDrafts;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

/// <summary>Issues a draft that is signed by hand on paper: number, date and files at once.</summary>
/// <remarks>
/// An edited draft is converted by another program, which may take long, and its pages bear the number. So its files are made first, with the number
/// that is likely to come, while nobody waits; if another document took that number meanwhile, they are made again.
/// </remarks>
internal sealed class PrintedIssue(DocumentsDbContext db, DocumentWriter writer, CurrentUser user, Intake intake, TimeProvider time, IHttpContextAccessor accessor)
{
    private const int MostTries = 3;

    private static readonly FileFormat[] Formats = Enum.GetValues<FileFormat>();

    /// <summary>Files of an edited draft as they will be if number and date turn out as they say.</summary>
    private sealed record Proof(int Version, string? Symbol, DateOnly Date, IReadOnlyList<byte[]> Contents);

    private HttpContext Http => accessor.HttpContext!;

    public async Task<IResult> IssueAsync(Guid id, IssueDocumentRequest? request, CancellationToken ct)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var (proof, problem) = await ProofAsync(id, request, ct);
            if (problem is not null)
                return problem.Result();
            if (await TryAsync(id, request, proof, ct) is { } answer)
                return answer;
            // Read anew next time; what the request remembers of itself stays.
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.Entity is Document or DocumentLine).ToList())
                entry.State = EntityState.Detached;
        }

        return CommonProblems.Conflict.With("Trong lúc chuyển bản chỉnh sửa sang PDF, số kế tiếp đã được cấp cho văn bản khác; văn bản chưa được ban hành, hãy gửi lại.").Result();
    }

    /// <summary>Nothing where there is nothing to convert, or where the document is refused anyway.</summary>
    private async Task<(Proof? Proof, Problem? Problem)> ProofAsync(Guid id, IssueDocumentRequest? request, CancellationToken ct)
    {
        if (!await IsEditedAsync(id, ct))
            return default;
        var document = await db.Documents.AsNoTracking().Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || await RefusalAsync(document, ct) is not null)
            return default;
        var (version, now) = (document.Version, time.GetUtcNow());
        var date = VietnamTime.DateOf(now);
        int? number = document.Kind.Numbered ? await db.LikelyNumberAsync(document.UnitCode, document.TypeCode, date.Year, ct) : null;
        await GiveAsync(document, request, number, date, now, ct);
        var (contents, problem) = await writer.FilesAsync(document, ct, Formats);
        return contents is null ? (null, problem) : (new Proof(version, document.Symbol, date, contents), null);
    }

    /// <returns>Null when the files do not fit what the document has become.</returns>
    private async Task<IResult?> TryAsync(Guid id, IssueDocumentRequest? request, Proof? proof, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null)
            return Problems.NotFound.Result();
        if (await RefusalAsync(document, ct) is { } refused)
            return refused.Result();
        if (proof is not null ? proof.Version != document.Version : await IsEditedAsync(id, ct))
            return null;

        var (number, now) = document.Kind.Numbered ? await db.NextNumberAsync(document.UnitCode, document.TypeCode, time, ct) : ((int?)null, time.GetUtcNow());
        var date = VietnamTime.DateOf(now);
        await GiveAsync(document, request, number, date, now, ct);
        if (proof is not null && (proof.Symbol, proof.Date) != (document.Symbol, date))
            return null;
        // Without a file the transaction ends here and the number is given back.
        var (contents, problem) = proof is null ? await writer.FilesAsync(document, ct, Formats) : (proof.Contents, null);
        if (contents is null)
            return problem!.Result();
        var files = Formats.Zip(contents, (format, content) => IssueDocument.Store(document.Id, format, content)).ToList();
        db.Files.AddRange(files);
        // Forms without a number stand in no register, so there is nothing to tell.
        if (number is not null)
            db.Publish(IssueDocument.Issued(document, files.Single(f => f.Format == FileFormat.Pdf).Sha256, user.Id, now));
        db.Audit("document", document.Id, "issued", user.Id, now, changes: new { document.Symbol, document.Date }, from: user.RemoteAddress);
        var answer = intake.Ok(GetDocument.Of(document, files.Select(f => (f.Format, f.Sha256))), document.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<Problem?> RefusalAsync(Document document, CancellationToken ct)
    {
        if (!user.Sees(document.UnitCode))
            return Problems.NotFound;
        // To see a unit's papers is not to act for it: the number comes from the issuer's own series.
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành.");
        if (Preconditions.IfMatch(Http, document.Version) is { } stale)
            return stale;
        if (document.Refusal() is { } refused)
            return refused;
        if (Http.Request.Headers.IfMatch.Count == 0 && await WasReturnedAsync(document.Id, ct))
            return Problems.ReturnedUnseen.With("Xem lại dự thảo rồi trình ký lại; để ban hành bản giấy, gửi kèm phiên bản đã xem (If-Match).");
        return await writer.RefusalAsync(document, ct);
    }

    private async Task GiveAsync(Document document, IssueDocumentRequest? request, int? number, DateOnly date, DateTimeOffset now, CancellationToken ct)
    {
        document.SignedBy(request?.SignerName, request?.SignerPosition);
        document.Issue(number, number is { } taken ? VietnameseText.Symbol(taken, await writer.SymbolSuffixAsync(document, ct)) : null, date, user.Id, now);
    }

    private Task<bool> IsEditedAsync(Guid id, CancellationToken ct) => db.EditedDrafts.AnyAsync(e => e.DocumentId == id && e.RemovedAt == null, ct);

    /// <summary>Whoever asks without a version may still mean the copy that was to be signed electronically.</summary>
    private Task<bool> WasReturnedAsync(Guid id, CancellationToken ct)
    {
        var key = id.ToString();
        return db.AuditEntries.AnyAsync(a => a.Aggregate == "document" && a.AggregateId == key && a.Action == "returnedToDraft", ct);
    }
}
