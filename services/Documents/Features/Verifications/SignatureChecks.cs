using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Verifications;

/// <summary>Checks the signatures of a file against the certificates that are registered.</summary>
internal sealed class SignatureChecks(DocumentsDbContext db, SignatureJudge judge)
{
    /// <exception cref="PdfFaultException">Not a PDF that can be read within bounds.</exception>
    public async Task<VerificationReport> CheckAsync(byte[] pdf, DateOnly? date, CancellationToken ct)
    {
        var file = SignatureReader.Read(pdf);
        var thumbprints = file.Signatures.Where(s => s.Certificate is not null).Select(s => SigningCertificate.ThumbprintOf(s.Certificate!)).Distinct().ToList();
        var known = await db.SigningCertificates.AsNoTracking().Where(c => thumbprints.Contains(c.Thumbprint)).ToDictionaryAsync(c => c.Thumbprint, ct);
        return judge.Judge(pdf, file, known, date);
    }
}
