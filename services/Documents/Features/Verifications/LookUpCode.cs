using Emulation.Documents.Data;
using Emulation.Documents.Verification;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Verifications;

/// <summary>What the QR of an issued document leads to.</summary>
internal static class LookUpCode
{
    public static void Map(IEndpointRouteBuilder verifications) => verifications.MapGet("/{code}", Handle)
        .AllowAnonymous()
        .WithName(nameof(LookUpCode)).WithSummary("Tra cứu văn bản đã ban hành theo mã trên văn bản")
        .Produces<VerifiedDocument>().ProducesProblem(404);

    private static async Task<IResult> Handle(string code, DocumentsDbContext db, VerificationCodes codes, CancellationToken ct) =>
        (await codes.OfAsync(db, ct)).TryRead(code, out var kind, out var id) && kind == VerifiedKind.Document && await VerifiedDocument.FindAsync(db, db.Files.AsNoTracking().Where(f => f.DocumentId == id), ct) is { } document
            ? TypedResults.Ok(document) : Problems.CodeUnknown.Result();
}
