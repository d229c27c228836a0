using System.Text.Json.Serialization;
using Emulation.Documents.Data;
using Emulation.Documents.Verification;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Verifications;

/// <summary>What a code stands for; exactly one of the two is there.</summary>
public sealed record VerifiedCode
{
    /// <summary>A Giấy khen or Bằng khen; null for a document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VerifiedCertificate? Certificate { get; init; }

    /// <summary>An issued document; null for a certificate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StoredDocument? Document { get; init; }
}

/// <summary>Answers whoever holds a paper in his hands: no account is asked for, the code itself is the proof that he does.</summary>
internal static class LookUpCode
{
    public static void Map(IEndpointRouteBuilder verifications) => verifications.MapGet("/{code}", Handle)
        .AllowAnonymous()
        .WithName(nameof(LookUpCode)).WithSummary("Kiểm tra giấy khen, bằng khen, văn bản đã ban hành theo mã kiểm tra")
        .Produces<VerifiedCode>().ProducesProblem(404).ProducesProblem(429);

    private static async Task<IResult> Handle(string code, DocumentsDbContext db, SignatureChecks checks, VerificationCodes codes, CancellationToken ct)
    {
        if (!(await codes.OfAsync(db, ct)).TryRead(code, out var kind, out var id))
            return Problems.CodeUnknown.Result();
        if (kind == VerifiedKind.Certificate)
            return await VerifiedCertificate.FindAsync(db, id, ct) is { } certificate ? TypedResults.Ok(new VerifiedCode { Certificate = certificate }) : Problems.CodeUnknown.Result();
        return await PublicChecks.RunAsync(async () =>
            await StoredDocument.FindAsync(db, id, checks, ct) is { } document ? TypedResults.Ok(new VerifiedCode { Document = document }) : Problems.CodeUnknown.Result(), ct);
    }
}
