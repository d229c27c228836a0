using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing;
using Emulation.Documents.Signing.Cms;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Emulation.Documents.Features.Signatures;

/// <summary>Prepares a signature whose key lies elsewhere: on a token, a SIM, at a signing service.</summary>
public sealed record PrepareSignatureRequest
{
    /// <summary>Who is to sign: <c>person</c>, or <c>organisation</c> once number and date are given.</summary>
    public required SignerRole Role { get; init; }

    /// <summary>Certificate of the signer: DER in base64, or PEM. It must be registered for that person or unit.</summary>
    [Text(20_000)]
    public required string Certificate { get; init; }
}

/// <summary>What is to be signed elsewhere.</summary>
public sealed record PreparedSignatureResponse
{
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the bytes that a detached CMS (CAdES) must cover, base64; the bytes themselves are at <c>…/content</c>.</summary>
    public required string ContentDigest { get; init; }

    /// <summary>Hash that a service which signs bare hashes must sign (RSA PKCS#1 1.5, SHA-256), base64; null for keys that are not RSA: those send a CMS.</summary>
    public string? HashToSign { get; init; }

    /// <summary>Until when it can be completed, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal static class PrepareSignature
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapPost("/{id:guid}/signatures/prepare", Handle)
            .RequireAuthorization(Policies.DocumentsRead).WithIdempotency()
            .WithName(nameof(PrepareSignature)).WithSummary("Chuẩn bị ký từ xa: nhận mã băm để ký bằng thiết bị hoặc dịch vụ ký số")
            .Produces<PreparedSignatureResponse>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        documents.MapGet("/{id:guid}/signatures/{preparedId:guid}/content", Content)
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("GetPreparedContent").WithSummary("Nội dung cần ký của lần chuẩn bị ký từ xa")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(404);
    }

    private static async Task<IResult> Handle(
        Guid id, PrepareSignatureRequest request, DocumentsDbContext db, SigningDesk desk, IOptions<SigningOptions> options, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (!user.May(PolicyOf(request.Role)))
            return CommonProblems.Forbidden.Result();
        if (SigningCertificates.Read(request.Certificate) is not { } certificate)
            return Problems.CertificateUnreadable.At("/certificate").Result();
        var (view, problem) = await desk.OpenAsync(id, request.Role, http, ct);
        if (view is null)
            return problem!.Result();
        var thumbprint = SigningCertificate.ThumbprintOf(certificate);
        var holder = (await desk.OwnAsync(view.Document, request.Role, ct)).Find(c => c.Thumbprint == thumbprint);
        if (desk.Refusal(holder, view.Document) is { } refused)
            return refused.Result();
        if (desk.Untrusted(certificate) is { } untrusted)
            return Problems.CertificateUntrusted.With($"Chứng thư số {untrusted}.").Result();

        var now = time.GetUtcNow();
        await db.PreparedSignatures.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(ct);
        var file = desk.Prepare(view, holder!, picture: null);
        var prepared = new PreparedSignature
        {
            Id = Guid.CreateVersion7(now), DocumentId = id, DocumentVersion = view.Document.Version, Role = request.Role, Thumbprint = thumbprint, AccountId = user.Id,
            Pdf = file.File, GapStart = file.GapStart, GapEnd = file.GapEnd, ExpiresAt = now + options.Value.PreparedFor,
        };
        db.PreparedSignatures.Add(prepared);
        var answer = intake.Created($"/documents/{id}/signatures/{prepared.Id}", new PreparedSignatureResponse
        {
            Id = prepared.Id,
            ContentDigest = Convert.ToBase64String(file.Digest),
            HashToSign = certificate.GetRSAPublicKey() is null ? null : Convert.ToBase64String(CmsSignature.HashToSign(file.Signed, certificate, [])),
            ExpiresAt = prepared.ExpiresAt,
        });
        await db.SaveChangesAsync(ct);
        return answer;
    }

    public static string PolicyOf(SignerRole role) => role == SignerRole.Person ? Policies.DocumentsSign : Policies.DocumentsIssue;

    private static async Task<IResult> Content(Guid id, Guid preparedId, DocumentsDbContext db, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var prepared = await db.PreparedSignatures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == preparedId && p.DocumentId == id && p.AccountId == user.Id && p.ExpiresAt >= now, ct);
        return prepared is null ? Problems.PreparedNotFound.Result() : TypedResults.Bytes(prepared.File.Signed, "application/octet-stream");
    }
}
