using Emulation.Documents.Certificates;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Verification;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Certificates;

/// <summary>A decision from which certificates are printed.</summary>
internal sealed record PrintedDecision(Draft Draft, VerificationCode Codes)
{
    public Document Decision => Draft.Document;

    public Certificate Certificate(DocumentLine line) =>
        Emulation.Documents.Certificates.Certificate.Of(Draft, line, Codes.Url(VerifiedKind.Certificate, line.NominationId));
}

/// <summary>What listing, printing and binding of certificates share.</summary>
internal sealed class CertificateDesk(DocumentsDbContext db, DocumentWriter writer, CertificateRenderer renderer, VerificationCodes codes)
{
    /// <summary>Decision for the caller, and which of its lines are his: the issuer's all of them, a proposer's those it proposed.</summary>
    public async Task<(PrintedDecision? Source, string? Scope, Problem? Problem)> OpenAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var decision = await db.Documents.AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(d => d.Id == id, cancellationToken);
        if (decision is null)
            return (null, null, Problems.NotFound);
        if (decision.Type != DocumentType.Decision)
            return (null, null, Problems.NotADecision);
        if (decision.State != DocumentState.Issued)
            return (null, null, Problems.CertificateBeforeIssue);
        return (await OpenAsync(decision, cancellationToken), user.Sees(decision.UnitCode) ? null : user.UnitCode, null);
    }

    public async Task<PrintedDecision> OpenAsync(Document decision, CancellationToken cancellationToken) =>
        new(await writer.GatherAsync(decision, cancellationToken), await codes.OfAsync(db, cancellationToken));

    /// <summary>Lines of a decision in its own order; <paramref name="scope"/> null = all of them.</summary>
    public IQueryable<DocumentLine> Lines(Guid decision, string? scope)
    {
        var lines = db.Set<DocumentLine>().AsNoTracking().Where(l => l.DocumentId == decision);
        if (scope is not null)
        {
            var below = scope + "-";
            lines = lines.Where(l => l.ProposingUnitCode == scope || l.ProposingUnitCode.StartsWith(below));
        }

        return lines.OrderBy(l => l.Order);
    }

    /// <summary>Certificate and template of one line, or why it is not printed.</summary>
    public async Task<(Certificate? Certificate, CertificateTemplate? Template, Problem? Problem)> PrepareAsync(
        PrintedDecision source, DocumentLine line, string? template, CancellationToken cancellationToken)
    {
        if (await db.Set<RevokedAward>().AnyAsync(r => r.NominationId == line.NominationId, cancellationToken))
            return (null, null, Problems.AwardWasRevoked);
        var (chosen, problem) = renderer.Choose(source.Decision.UnitCode, line.AwardName, template);
        return chosen is null ? (null, null, problem) : (source.Certificate(line), chosen, null);
    }
}
