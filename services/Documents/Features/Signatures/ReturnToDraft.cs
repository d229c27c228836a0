using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Signatures;

/// <summary>Takes a document back from signing.</summary>
public sealed record ReturnToDraftRequest
{
    /// <summary>Why; kept in the audit trail.</summary>
    [Text(500)]
    public required string Reason { get; init; }
}

internal static class ReturnToDraft
{
    public static void Map(IEndpointRouteBuilder documents) => documents.MapPost("/{id:guid}/signing/return", Handle)
        .RequireAuthorization(policy => policy.RequireAssertion(c => c.User.HasClaim(TokenClaims.Scope, Policies.DocumentsIssue) || c.User.HasClaim(TokenClaims.Scope, Policies.DocumentsSign)))
        .WithIdempotency()
        .WithName(nameof(ReturnToDraft)).WithSummary("Trả lại dự thảo khi chưa ai ký: nội dung sửa được trở lại")
        .Produces<DocumentResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(
        Guid id, ReturnToDraftRequest request, DocumentsDbContext db, CurrentUser user, Intake intake, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành.").Result();
        if (Preconditions.IfMatch(http, document.Version) is { } stale)
            return stale.Result();
        var signing = await db.SigningCases.SingleOrDefaultAsync(c => c.DocumentId == id, ct);
        if (signing is not { Step: SigningStep.AwaitingPerson })
            return Problems.WrongSigningStep.With(signing is null ? "Văn bản chưa được trình ký." : "Văn bản đã có chữ ký, không thể đưa về dự thảo.").Result();
        // Nominations handed in meanwhile began a draft of their own; there is one open draft for each campaign and year.
        if (document.Type == DocumentType.Proposal && await db.Documents.AnyAsync(d => d.Type == DocumentType.Proposal && d.State == DocumentState.Draft
            && d.ProposingUnitCode == document.ProposingUnitCode && d.CampaignId == document.CampaignId && d.Year == document.Year && d.Level == document.Level, ct))
            return Problems.NewDraftBegun.Result();

        var now = time.GetUtcNow();
        document.ReturnToDraft(now);
        db.SigningCases.Remove(signing);
        await db.PreparedSignatures.Where(p => p.DocumentId == id).ExecuteDeleteAsync(ct);
        db.Audit("document", id, "returnedToDraft", user.Id, now, reason: request.Reason, from: user.RemoteAddress);
        var answer = intake.Ok(GetDocument.Of(document, []), document.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
