using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulation.Contracts.Documents;
using Emulation.Documents.Composition;
using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Signing.Cms;
using Emulation.Documents.Signing.Trust;
using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Signatures;

/// <summary>A document in signing, as it was seen.</summary>
internal sealed record SigningView(Document Document, SigningCase Case);

/// <summary>
/// What all ways of signing share. The signature is made outside any transaction – a token, a time-stamping authority take their time –
/// and saved only if the document is still the one that was seen.
/// </summary>
internal sealed class SigningDesk(DocumentsDbContext db, DocumentWriter writer, PdfSigner signer, TrustedRoots roots, TimeStampClient stamps, CurrentUser user, TimeProvider time)
{
    /// <summary>The document with its case, if the caller's unit issues it and it is this role's turn.</summary>
    public async Task<(SigningView? View, Problem? Problem)> OpenAsync(Guid id, SignerRole role, HttpContext http, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().Include(d => d.Lines).SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document is null || !user.Sees(document.UnitCode))
            return (null, Problems.NotFound);
        if (user.UnitCode != Issuer.UnitBehind(document.UnitCode))
            return (null, role == SignerRole.Person ? Problems.NotTheSigner : Problems.NotTheIssuer.With($"Văn bản do {document.UnitName} ban hành."));
        if (Preconditions.IfMatch(http, document.Version) is { } stale)
            return (null, stale);
        var signing = await db.SigningCases.AsNoTracking().SingleOrDefaultAsync(c => c.DocumentId == id, ct);
        return signing is null ? (null, Problems.WrongSigningStep.With("Văn bản chưa được trình ký."))
            : signing.Refusal(role) is { } refused ? (null, refused) : (new SigningView(document, signing), null);
    }

    /// <summary>Certificates with which this caller may sign the document now, the newest first.</summary>
    public async Task<List<SigningCertificate>> OwnAsync(Document document, SignerRole role, CancellationToken ct)
    {
        var unit = Issuer.UnitBehind(document.UnitCode);
        var rows = await db.SigningCertificates.AsNoTracking().Where(c => c.UnitCode == unit && c.Role == role).ToListAsync(ct);
        return [.. rows.Where(c => c.MaySign(role, unit, user.Id)).OrderByDescending(c => c.NotBefore).ThenByDescending(c => c.Id)];
    }

    /// <summary>Why a certificate cannot sign the document; null when it can.</summary>
    public Problem? Refusal(SigningCertificate? certificate, Document document)
    {
        if (certificate is null)
            return Problems.UnknownCertificate;
        // Whose name stands below the signature must be who signs (LTN-26-30/K.3: the certificate decides).
        if (certificate.Role == SignerRole.Person && document.SignerName is { } name && Folding.Key(name) != Folding.Key(certificate.HolderName))
            return Problems.NotTheNamedSigner.With($"Văn bản ghi người ký là {name}; chứng thư số cấp cho {certificate.HolderName}.");
        var now = time.GetUtcNow();
        if (!certificate.InForceAt(now))
            return Problems.CertificateNotInForce.With($"Chứng thư số của {certificate.HolderName} có hiệu lực đến {VietnamTime.Local(certificate.RevokedAt ?? certificate.NotAfter):dd/MM/yyyy}.");
        return null;
    }

    public PreparedFile Prepare(SigningView view, SigningCertificate holder, byte[]? picture)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(holder.Content);
        var now = time.GetUtcNow();
        var email = certificate.GetNameInfo(X509NameType.EmailName, false);
        var person = holder.Role == SignerRole.Person;
        return signer.Prepare(view.Case.Pdf, new NewSignature
        {
            Name = email.Length == 0 ? holder.HolderName : $"{holder.HolderName} {email}",
            Time = now,
            Look = person ? SignatureLook.Person : SignatureLook.Organisation,
            Lines = person
                ? [$"Người ký: {holder.HolderName}", $"Cơ quan: {view.Document.UnitName}", $"Thời gian ký: {VietnamTime.Local(now).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)}"]
                : [VietnameseText.Upper(holder.HolderName)],
            Page = view.Case.Place.Page,
            Box = person ? view.Case.Place.Person : view.Case.Place.Organisation,
            Picture = picture,
        });
    }

    /// <summary>Signs with a key held here.</summary>
    public async Task<(byte[]? Pdf, Problem? Problem)> SignAsync(SigningView view, SigningCertificate holder, ServerKey key, CancellationToken ct)
    {
        var prepared = Prepare(view, holder, key.Picture);
        return await CompleteAsync(prepared, CmsSignature.Sign(prepared.Signed, key.Certificate, key.Chain), ct);
    }

    /// <summary>Puts a finished signature into its gap, with a time stamp where one is configured.</summary>
    public async Task<(byte[]? Pdf, Problem? Problem)> CompleteAsync(PreparedFile prepared, byte[] cms, CancellationToken ct)
    {
        try
        {
            cms = await stamps.StampAsync(cms, ct);
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return (null, Problems.TimeStampUnavailable);
        }

        return cms.Length > prepared.Room ? (null, Problems.SignatureRefused.With($"Chữ ký có {cms.Length} byte, chỗ dành sẵn là {prepared.Room} byte.")) : (prepared.Complete(cms), null);
    }

    /// <summary>Records the signature if the document is still the one that was seen; with the agency's the document is issued.</summary>
    /// <returns>The document as it is now, and why it was not recorded.</returns>
    public async Task<(Document? Document, Problem? Problem)> RecordAsync(SigningView seen, SigningCertificate holder, byte[] pdf, HttpContext http, CancellationToken ct)
    {
        var document = await db.LockDocumentAsync(seen.Document.Id, ct);
        // None when the document was taken back while the signature was made.
        var signing = await db.SigningCases.SingleOrDefaultAsync(c => c.DocumentId == seen.Document.Id, ct);
        if (signing is null || document!.Version != seen.Document.Version || signing.Refusal(holder.Role) is not null)
            return (null, http.Request.Headers.IfMatch.Count > 0 ? CommonProblems.Stale : CommonProblems.Conflict);
        var now = time.GetUtcNow();
        signing.Sign(holder.Role, pdf, now);
        var hash = DownloadDocument.Hash(pdf);
        if (holder.Role == SignerRole.Person)
        {
            document.SignedByPerson(now);
        }
        else
        {
            document.IssueSigned(user.Id, now);
            // The editable companion gets the number too; of what was frozen when it can no longer be written.
            db.Files.AddRange(IssueDocument.Store(document.Id, FileFormat.Pdf, pdf), IssueDocument.Store(document.Id, FileFormat.Docx, (await writer.FilesAsync(document, ct, FileFormat.Docx)).Contents?[0] ?? signing.Docx));
            db.Publish(IssueDocument.Issued(document, hash, user.Id, now));
        }

        db.Publish(new DocumentSigned
        {
            DocumentId = document.Id, UnitCode = document.UnitCode, Role = holder.Role == SignerRole.Person ? "person" : "organisation",
            CertificateThumbprint = holder.Thumbprint, PdfSha256 = hash, OccurredAt = now, ActedBy = user.Id,
        });
        db.Audit("document", document.Id, holder.Role == SignerRole.Person ? "signedByPerson" : "signedByOrganisation", user.Id, now,
            changes: new { holder.Thumbprint, pdfSha256 = hash }, from: user.RemoteAddress);
        return (document, null);
    }

    /// <summary>Why a certificate that comes from outside cannot be used.</summary>
    public string? Untrusted(X509Certificate2 certificate) => roots.Refusal(certificate, [], time.GetUtcNow());
}
