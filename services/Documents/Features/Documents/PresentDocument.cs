using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Composition;
using Emulation.Documents.Features.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Documents;

/// <summary>Who signs in whose name, and who receives the document (Nghị định 30/2020 Điều 13; Phụ lục I.II.7, 9).</summary>
public sealed record PresentDocumentRequest
{
    /// <summary>In whose name; null = as the type of paper asks.</summary>
    public SigningForm? SigningForm { get; init; }

    /// <summary>Name of the signer without degree or honour; null leaves the line open. Ignored for a decision, whose signer belongs to it.</summary>
    [Text(200)]
    public string? SignerName { get; init; }

    /// <summary>Post of the signer: <c>Phó Chủ tịch</c>; null = head of the issuing unit.</summary>
    [Text(200)]
    public string? SignerPosition { get; init; }

    /// <summary>Receivers in order, without “-”, “;” and “.”; the last one files it (<c>Lưu: VT, VHXH</c>). Null = by type.</summary>
    [Items(1, 50)]
    public string[]? Recipients { get; init; }
}

/// <summary>Foot of the document as it would be printed now.</summary>
/// <param name="Authority">Lines above the signature, top to bottom.</param>
/// <param name="SignerName">Null while the line is open.</param>
/// <param name="Recipients">Receivers, without the closing signs.</param>
public sealed record PresentationResponse(string[] Authority, string? SignerName, string[] Recipients);

internal static class PresentDocument
{
    public static void Map(IEndpointRouteBuilder documents)
    {
        documents.MapGet("/{id:guid}/presentation", Read)
            .RequireAuthorization(Policies.DocumentsRead)
            .WithName("GetPresentation").WithSummary("Thể thức ký và nơi nhận như sẽ in")
            .Produces<PresentationResponse>().ProducesProblem(404);
        documents.MapPut("/{id:guid}/presentation", Handle)
            .RequireAuthorization(Policies.DocumentsIssue)
            .WithName(nameof(PresentDocument)).WithSummary("Đặt thể thức ký và nơi nhận của dự thảo")
            .Produces<DocumentResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static async Task<IResult> Read(Guid id, DocumentsDbContext db, CurrentUser user, DocumentWriter writer, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().ReadableBy(user).Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null)
            return Problems.NotFound.Result();
        var blocks = (await writer.WriteAsync(document, ct)).Sections.SelectMany(s => s.Blocks).ToList();
        var foot = blocks.OfType<SignatureBlock>().FirstOrDefault();
        // Where several sign, the receivers stand below them all.
        var receivers = foot?.Recipients ?? blocks.OfType<SignerRow>().Select(row => row.Receivers).FirstOrDefault(r => r is not null);
        return TypedResults.Ok(new PresentationResponse([.. foot?.Authority ?? []], foot?.SignerName, [.. receivers ?? []]));
    }

    private static async Task<IResult> Handle(
        Guid id, PresentDocumentRequest request, DocumentsDbContext db, CurrentUser user, PaperDesk desk, TimeProvider time, HttpContext http, CancellationToken ct)
    {
        if (request.Recipients?.FirstOrDefault(r => !Folding.Readable(r) || r.Length > 300) is not null)
            return Problems.BadRecipient.At("/recipients", "Mỗi nơi nhận dài 1–300 ký tự.").Result();
        if (request is { SigningForm: SigningForm.Deputy or SigningForm.ByOrder or SigningForm.ByMandate, SignerPosition: null })
            return CommonProblems.Invalid.At("/signerPosition", "Ký thay, thừa lệnh, thừa ủy quyền phải ghi chức vụ của người ký.").Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return Problems.NotFound.Result();
        if (desk.Refusal(document, http) is { } refused)
            return refused.Result();
        var now = time.GetUtcNow();
        document.Present(new Presentation(request.SigningForm, request.SignerName, request.SignerPosition, request.Recipients), now);
        db.Audit("document", id, "presented", user.Id, now, changes: new { request.SigningForm, request.SignerPosition, request.Recipients }, from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Preconditions.SetETag(http, document.Version);
        return TypedResults.Ok(await GetDocument.LoadAsync(db, id, ct));
    }
}
