using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Signing.Verification;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Signatures;

/// <summary>Completes a prepared signature. Exactly one of the two is given.</summary>
public sealed record CompleteSignatureRequest
{
    /// <summary>Detached CMS (CAdES, with signing-certificate-v2) over the prepared bytes: DER in base64.</summary>
    [Text(60_000)]
    public string? Cms { get; init; }

    /// <summary>Bare RSA signature of <c>hashToSign</c>, base64.</summary>
    [Text(2_000)]
    public string? Signature { get; init; }
}

internal static class CompleteSignature
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/{id:guid}/signatures/{preparedId:guid}/complete", Handle)
        .RequireAuthorization(Policies.DocumentsRead).WithIdempotency()
        .WithName(nameof(CompleteSignature)).WithSummary("Hoàn tất ký từ xa: đưa chữ ký đã tạo vào văn bản")
        .Produces<SigningResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(503);

    private static async Task<IResult> Handle(
        Guid id, Guid preparedId, CompleteSignatureRequest request, DocumentsDbContext db, SigningDesk desk, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        var prepared = await db.PreparedSignatures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == preparedId && p.DocumentId == id && p.AccountId == user.Id, ct);
        if (prepared is null)
            return Problems.PreparedNotFound.Result();
        if (!user.May(PrepareSignature.PolicyOf(prepared.Role)))
            return CommonProblems.Forbidden.Result();
        if (prepared.ExpiresAt < time.GetUtcNow())
            return Problems.PreparedExpired.Result();
        var (view, problem) = await desk.OpenAsync(id, prepared.Role, http, ct);
        if (view is null)
            return problem!.Result();
        if (view.Document.Version != prepared.DocumentVersion)
            return Problems.PreparedExpired.Result();
        var holder = (await desk.OwnAsync(view.Document, prepared.Role, ct)).Find(c => c.Thumbprint == prepared.Thumbprint);
        if (desk.Refusal(holder, view.Document) is { } refused)
            return refused.Result();

        var file = prepared.File;
        var (cms, wrong) = Build(request, file.Signed, holder!);
        if (cms is null)
            return wrong!.Result();
        var (pdf, failed) = await desk.CompleteAsync(file, cms, ct);
        if (pdf is null)
            return failed!.Result();
        await db.PreparedSignatures.Where(p => p.DocumentId == id && p.ExpiresAt < time.GetUtcNow()).ExecuteDeleteAsync(ct);
        return await SignDocument.Record(db, desk, view, holder!, pdf, intake, http, ct);
    }

    /// <summary>What was made elsewhere is checked as strictly as a stranger's file before it goes in.</summary>
    private static (byte[]? Cms, Problem? Problem) Build(CompleteSignatureRequest request, byte[] content, SigningCertificate holder)
    {
        if (request is { Cms: null, Signature: null } or { Cms: not null, Signature: not null })
            return (null, CommonProblems.Invalid.At("/cms", "Gửi đúng một trong hai: cms hoặc signature."));
        var pointer = request.Cms is null ? "/signature" : "/cms";
        var sent = new byte[(request.Cms ?? request.Signature!).Length];
        if (!Convert.TryFromBase64String(request.Cms ?? request.Signature!, sent, out var length))
            return (null, CommonProblems.Invalid.At(pointer, "Không phải base64."));
        sent = sent[..length];
        using var certificate = X509CertificateLoader.LoadCertificate(holder.Content);
        var cms = sent;
        if (request.Signature is not null)
        {
            if (certificate.GetRSAPublicKey() is null)
                return (null, Problems.SignatureRefused.At(pointer, "Khóa không phải RSA: hãy gửi cms."));
            try
            {
                cms = CmsSignature.Wrap(content, certificate, [], sent);
            }
            catch (CryptographicException)
            {
                return (null, Problems.SignatureRefused.At(pointer, "Chữ ký không phải của mã băm đã chuẩn bị, hoặc của khóa khác."));
            }
        }

        var faults = new List<string>();
        var finding = CmsReader.Read(cms, content, faults);
        if (faults.Count > 0)
            return (null, Problems.SignatureRefused.At(pointer, string.Join(' ', faults)));
        return finding.Certificate is { } by && SigningCertificate.ThumbprintOf(by) == holder.Thumbprint ? (cms, null)
            : (null, Problems.SignatureRefused.At(pointer, "Chữ ký được tạo bằng chứng thư số khác với lần chuẩn bị."));
    }
}
