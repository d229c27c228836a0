using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Features.Documents;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Papers;

/// <summary>Who issues a new paper.</summary>
/// <param name="UnitCode">The caller's unit, or its emulation council (<c>10532-HDTDKT</c>); absent = the caller's unit.</param>
public sealed record PaperIssuer(string? UnitCode);

/// <summary>What all typed papers share: a draft is begun for the caller's own unit, and rewritten while it is a draft.</summary>
internal sealed class PaperDesk(DocumentsDbContext db, CurrentUser user, Intake intake, TimeProvider time)
{
    public async Task<IResult> BeginAsync(PaperIssuer issuer, PaperContent content, CancellationToken ct)
    {
        var code = issuer.UnitCode ?? user.UnitCode;
        // To see a unit's papers is not to write in its name.
        if (Issuer.UnitBehind(code) != user.UnitCode)
            return Problems.NotTheIssuer.At("?unitCode", "Chỉ soạn thảo được văn bản của đơn vị mình.").Result();
        if (await NameAsync(code, ct) is not { } name)
            return Problems.UnknownUnit.Result();
        var now = time.GetUtcNow();
        var document = Document.Paper(content, code, name, now);
        db.Documents.Add(document);
        db.Audit("document", document.Id, "begun", user.Id, now, changes: new { document.TypeCode }, from: user.RemoteAddress);
        var answer = intake.Created($"/documents/{document.Id}", GetDocument.Of(document, []), document.Version);
        await db.SaveChangesAsync(ct);
        return answer;
    }

    public async Task<IResult> RewriteAsync(Guid id, PaperContent content, HttpContext http, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var document = await db.LockDocumentAsync(id, ct);
        if (document is null || !user.Sees(document.UnitCode) || document.Type != content.Type)
            return Problems.NotFound.Result();
        if (Refusal(document, http) is { } refused)
            return refused.Result();
        var now = time.GetUtcNow();
        document.Rewrite(content, now);
        db.Audit("document", id, "rewritten", user.Id, now, from: user.RemoteAddress);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Preconditions.SetETag(http, document.Version);
        return TypedResults.Ok(GetDocument.Of(document, []));
    }

    /// <summary>Why the caller may not change the document as it is; null when he may.</summary>
    public Problem? Refusal(Document document, HttpContext http) =>
        user.UnitCode != Issuer.UnitBehind(document.UnitCode) ? Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành.")
        : Preconditions.IfMatch(http, document.Version) ?? document.ChangeRefusal();

    private async Task<string?> NameAsync(string code, CancellationToken ct)
    {
        var own = Issuer.UnitBehind(code);
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Code == own, ct);
        if (unit is null || own == code)
            return unit?.Name;
        return unit.IsCommuneLevel ? $"Hội đồng Thi đua - Khen thưởng {VietnameseText.InSentence(unit.Name, unit.Kind)}" : null;
    }
}
