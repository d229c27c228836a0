using Emulation.Contracts.Documents;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Signatures;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

/// <summary>Issues a document. The body may be left out; a decision keeps the signer it was made with.</summary>
public sealed record IssueDocumentRequest
{
    /// <summary>Name of the person who signs a Tờ trình; null leaves the line open for signing on paper.</summary>
    [Text(200)]
    public string? SignerName { get; init; }

    /// <summary>Post of that person; null = head of the issuing unit.</summary>
    [Text(200)]
    public string? SignerPosition { get; init; }
}

internal static class IssueDocument
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/{id:guid}/issue", Handle)
        .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
        .WithName(nameof(IssueDocument)).WithSummary("Cấp số, ngày và ban hành văn bản; sau đó văn bản không thay đổi được nữa")
        .Produces<DocumentResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, IssueDocumentRequest? request, DocumentsDbContext db, DocumentWriter writer, SignedIssue signed, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (await db.Documents.AnyAsync(d => d.Id == id && d.State == DocumentState.ForSigning, ct))
            return await signed.IssueAsync(id, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        // To see a unit's papers is not to act for it: the number comes from the issuer's own series.
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành.").Result();
        if (Preconditions.IfMatch(http, document.Version) is { } stale)
            return stale.Result();
        if (document.Refusal() is { } refused)
            return refused.Result();
        if (await writer.RefusalAsync(document, ct) is { } unfit)
            return unfit.Result();

        var now = time.GetUtcNow();
        var date = VietnamTime.DateOf(now);
        document.SignedBy(request?.SignerName, request?.SignerPosition);
        int? number = document.Kind.Numbered ? await db.NextNumberAsync(document.UnitCode, document.TypeCode, date.Year, ct) : null;
        var symbol = number is { } taken ? VietnameseText.Symbol(taken, await writer.SymbolSuffixAsync(document, ct)) : null;
        document.Issue(number, symbol, date, user.Id, now);

        var formats = Enum.GetValues<FileFormat>();
        // Without a file the transaction ends here and the number is given back.
        var (contents, problem) = await writer.FilesAsync(document, ct, formats);
        if (contents is null)
            return problem!.Result();
        var files = formats.Zip(contents, (format, content) => Store(document.Id, format, content)).ToList();
        db.Files.AddRange(files);
        // Forms without a number stand in no register, so there is nothing to tell.
        if (number is not null)
            db.Publish(Issued(document, files.Single(f => f.Format == FileFormat.Pdf).Sha256, user.Id, now));
        db.Audit("document", document.Id, "issued", user.Id, now, changes: new { document.Symbol, document.Date }, from: user.RemoteAddress);
        var answer = intake.Ok(GetDocument.Of(document, files.Select(f => (f.Format, f.Sha256))), document.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    public static DocumentIssued Issued(Document document, string pdfSha256, string by, DateTimeOffset at) => new()
    {
        DocumentId = document.Id,
        UnitCode = document.UnitCode,
        Type = document.TypeCode,
        Year = document.Date!.Value.Year,
        Number = document.Number!.Value,
        Symbol = document.Symbol!,
        Date = document.Date.Value,
        NominationIds = [.. NomineeList.Ordered(document).Select(l => l.NominationId)],
        DecisionId = document.DecisionId,
        PdfSha256 = pdfSha256,
        OccurredAt = at,
        ActedBy = by,
    };

    public static StoredFile Store(Guid documentId, FileFormat format, byte[] content) =>
        new() { DocumentId = documentId, Format = format, Content = content, Sha256 = DownloadDocument.Hash(content) };
}
