using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Features.Verifications;
using Emulation.Documents.Verification;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Signatures;

internal static class GetSigning
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapGet("/{id:guid}/signatures", Handle)
        .RequireAuthorization(Policies.DocumentsRead)
        .WithName(nameof(GetSigning)).WithSummary("Quy trình ký số của văn bản và các chữ ký đã có, kiểm tra lúc xem")
        .Produces<SigningResponse>().ProducesProblem(404);

    private static async Task<IResult> Handle(
        Guid id, DocumentsDbContext db, SignatureChecks checks, VerificationCodes codes, CurrentUser user, HttpContext http, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
            return Problems.NotFound.Result();
        var signing = await db.SigningCases.AsNoTracking().SingleOrDefaultAsync(c => c.DocumentId == id, ct);
        var report = signing is null ? null : await checks.CheckAsync(signing.Pdf, document.Date, ct);
        Preconditions.SetETag(http, document.Version);
        return TypedResults.Ok(SigningResponse.Of(document, signing, report, document.State == DocumentState.Issued ? (await codes.OfAsync(db, ct)).Make(VerifiedKind.Document, id) : null));
    }
}
