using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing.Trust;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Signatures;

/// <summary>Signs as the competent person with a key that the server holds for the caller's own account.</summary>
internal static class SignDocument
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/{id:guid}/signatures/person", Handle)
        .RequireAuthorization(Policies.DocumentsSign).WithIdempotency()
        .WithName(nameof(SignDocument)).WithSummary("Ký số của người có thẩm quyền, bằng khóa hệ thống giữ cho chính người ký")
        .Produces<SigningResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(503);

    private static async Task<IResult> Handle(
        Guid id, DocumentsDbContext db, SigningDesk desk, KeyStore keys, Intake intake, HttpContext http, CancellationToken ct)
    {
        var (view, problem) = await desk.OpenAsync(id, SignerRole.Person, http, ct);
        if (view is null)
            return problem!.Result();
        var own = await desk.OwnAsync(view.Document, SignerRole.Person, ct);
        var holder = own.Find(c => keys.Find(c.Thumbprint) is not null && desk.Refusal(c, view.Document) is null) ?? own.Find(c => keys.Find(c.Thumbprint) is not null);
        if (holder is null)
            return (own.Count == 0 ? Problems.UnknownCertificate : Problems.NoKeyHere).Result();
        if (desk.Refusal(holder, view.Document) is { } refused)
            return refused.Result();
        var (pdf, failed) = await desk.SignAsync(view, holder, keys.Find(holder.Thumbprint)!, ct);
        if (pdf is null)
            return failed!.Result();
        return await Record(db, desk, view, holder, pdf, intake, http, ct);
    }

    /// <summary>Saves a finished signature and answers.</summary>
    public static async Task<IResult> Record(
        DocumentsDbContext db, SigningDesk desk, SigningView view, SigningCertificate holder, byte[] pdf, Intake intake, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (document, conflict) = await desk.RecordAsync(view, holder, pdf, http, ct);
        if (document is null)
            return conflict!.Result();
        var signing = await db.SigningCases.FindAsync([document.Id], ct);
        var answer = intake.Ok(SigningResponse.Of(document, signing!, null), document.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
