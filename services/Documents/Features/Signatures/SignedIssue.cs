using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Signing.Trust;
using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Signatures;

/// <summary>
/// Issues a document that the person has signed: number and date, then the agency's signature. Two transactions: the number stays with the
/// document once it is given, so whatever happens before the second leaves neither a gap nor a lost document; the same request goes on from there.
/// </summary>
internal sealed class SignedIssue(
    DocumentsDbContext db, IServiceScopeFactory scopes, SigningDesk desk, KeyStore keys, FormFields fields, DocumentWriter writer, CurrentUser user, Intake intake,
    TimeProvider time, IHttpContextAccessor accessor)
{
    private HttpContext Http => accessor.HttpContext!;

    public async Task<IResult> IssueAsync(Guid id, IssueDocumentRequest? request, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().Include(d => d.Lines).SingleAsync(d => d.Id == id, ct);
        if (!user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành.").Result();
        if (Preconditions.IfMatch(Http, document.Version) is { } stale)
            return stale.Result();
        // The name stands in what is being signed.
        if (request is { SignerName: not null } or { SignerPosition: not null })
            return Problems.SignerIsFixed.At(request.SignerName is null ? "/signerPosition" : "/signerName", "Trả văn bản về dự thảo để ghi người ký khác, rồi trình ký lại.").Result();
        // None when the document was taken back a moment ago.
        if (await db.SigningCases.Where(c => c.DocumentId == id).Select(c => (SigningStep?)c.Step).SingleOrDefaultAsync(ct) is not { } step)
            return CommonProblems.Conflict.Result();
        if (step == SigningStep.AwaitingPerson)
            return Problems.WrongSigningStep.With("Người có thẩm quyền chưa ký; số và ngày chỉ được cấp sau khi ký.").Result();
        if (step == SigningStep.AwaitingNumber && await GiveNumberAsync(document, ct) is { } refused)
            return refused.Result();

        // The version moved on by our own step, not by somebody else's.
        Http.Request.Headers.IfMatch = default;
        var (view, problem) = await desk.OpenAsync(id, SignerRole.Organisation, Http, ct);
        if (view is null)
            return problem!.Result();
        var holder = (await desk.OwnAsync(view.Document, SignerRole.Organisation, ct)).Find(c => keys.Find(c.Thumbprint) is not null && desk.Refusal(c, view.Document) is null);
        // The agency's key lies elsewhere: it signs by prepare and complete.
        if (holder is null)
            return await AnswerAsync(view.Document, [], ct);
        var (pdf, failed) = await desk.SignAsync(view, holder, keys.Find(holder.Thumbprint)!, ct);
        if (pdf is null)
            return (failed! with { Detail = $"Văn bản đã được cấp số {view.Document.Symbol}; gửi lại yêu cầu ban hành để ký tiếp." }).Result();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (issued, conflict) = await desk.RecordAsync(view, holder, pdf, Http, ct);
        if (issued is null)
            return conflict!.Result();
        var answer = await AnswerAsync(issued, db.Files.Local.Select(f => (f.Format, f.Sha256)), ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<IResult> AnswerAsync(Document document, IEnumerable<(FileFormat, string)> files, CancellationToken ct)
    {
        var answer = intake.Ok(GetDocument.Of(document, files), document.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    /// <summary>In a scope of its own: the remembered answer of this request belongs to its end, not to this step.</summary>
    private async Task<Problem?> GiveNumberAsync(Document seen, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<DocumentsDbContext>();
        await using var transaction = await own.Database.BeginTransactionAsync(ct);
        var document = await own.LockDocumentAsync(seen.Id, ct);
        var signing = await own.SigningCases.SingleOrDefaultAsync(c => c.DocumentId == seen.Id, ct);
        if (document!.Version != seen.Version || signing is not { Step: SigningStep.AwaitingNumber })
            return Http.Request.Headers.IfMatch.Count > 0 ? CommonProblems.Stale : CommonProblems.Conflict;
        var suffix = await writer.SymbolSuffixAsync(document, ct);
        var (number, now) = await own.NextNumberAsync(document.UnitCode, document.TypeCode, time, ct);
        var date = VietnamTime.DateOf(now);
        document.GiveNumber(number, VietnameseText.Symbol(number, suffix), date, now);
        signing.Fill(fields.Fill(signing.Pdf, $"{number:00}", VietnameseText.Date(date)));
        own.Audit("document", document.Id, "numbered", user.Id, now, changes: new { document.Symbol, document.Date }, from: user.RemoteAddress);
        await own.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}
