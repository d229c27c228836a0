using Emulation.Contracts.Documents;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Signatures;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

/// <summary>
/// Issues a document. The body may be left out; a decision keeps the signer it was made with. A document submitted for signing keeps the signer it was
/// submitted with (DOC-0128); one that was returned from signing is issued on paper only in a version that was seen, named by If-Match (DOC-0129).
/// </summary>
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
        Guid id, IssueDocumentRequest? request, DocumentsDbContext db, PrintedIssue printed, SignedIssue signed, CancellationToken ct) =>
        await db.Documents.AnyAsync(d => d.Id == id && d.State == DocumentState.ForSigning, ct) ? await signed.IssueAsync(id, request, ct) : await printed.IssueAsync(id, request, ct);

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
