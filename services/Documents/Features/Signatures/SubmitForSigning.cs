using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Signatures;

/// <summary>Submits a draft for electronic signing. The body may be left out.</summary>
public sealed record SubmitForSigningRequest
{
    /// <summary>Name of the person who is to sign a Tờ trình; a decision keeps the signer it was made with.</summary>
    [Text(200)]
    public string? SignerName { get; init; }

    /// <summary>Post of that person; null = head of the issuing unit.</summary>
    [Text(200)]
    public string? SignerPosition { get; init; }
}

internal static class SubmitForSigning
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/{id:guid}/signing", Handle)
        .RequireAuthorization(Policies.DocumentsIssue).WithIdempotency()
        .WithName(nameof(SubmitForSigning)).WithSummary("Trình ký số: chốt nội dung thành tệp PDF, số và ngày để trống đến khi người có thẩm quyền đã ký")
        .Produces<SigningResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, SubmitForSigningRequest? request, DocumentsDbContext db, SigningCopy copies, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành.").Result();
        if (Preconditions.IfMatch(http, document.Version) is { } stale)
            return stale.Result();
        if (document.Refusal() is { } refused)
            return refused.Result();

        var now = time.GetUtcNow();
        document.SignedBy(request?.SignerName, request?.SignerPosition);
        var (copy, problem) = await copies.FreezeAsync(document, ct);
        if (copy is null)
            return problem!.Result();
        var signing = SigningCase.Open(id, copy.Pdf, copy.Docx, copy.Place, user.Id, now);
        document.SubmitForSigning(now);
        db.SigningCases.Add(signing);
        db.Audit("document", id, "submittedForSigning", user.Id, now, changes: new { pdfSha256 = DownloadDocument.Hash(copy.Pdf) }, from: user.RemoteAddress);
        var answer = intake.Ok(SigningResponse.Of(document, signing, null), document.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
