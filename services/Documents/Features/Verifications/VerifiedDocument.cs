using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Verifications;

/// <summary>An issued document, told by what its paper itself prints.</summary>
public record VerifiedDocument
{
    /// <summary>Number and symbol as printed; null for a type that takes none.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Date of the document, civil date of Vietnam.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Abbreviation of the type by Phụ lục III.</summary>
    public required string Type { get; init; }

    /// <summary>Issuing unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>SHA-256 of the PDF as issued, lower-case hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>The document whose issued PDF has this hash; null when there is none.</summary>
    internal static async Task<VerifiedDocument?> OfFileAsync(DocumentsDbContext db, string sha256, CancellationToken ct) =>
        await (from file in db.Files.AsNoTracking()
               where file.Format == FileFormat.Pdf && file.Sha256 == sha256
               join document in db.Documents on file.DocumentId equals document.Id
               where document.State == DocumentState.Issued
               select new VerifiedDocument
               {
                   Symbol = document.Symbol, Date = document.Date!.Value, Type = document.TypeCode, UnitName = document.UnitName, PdfSha256 = file.Sha256,
               }).FirstOrDefaultAsync(ct);
}

/// <summary>How the stored file of an issued document stands.</summary>
public enum StoredFileState
{
    /// <summary>Signed electronically, and still byte for byte as issued.</summary>
    Signed,
    /// <summary>Issued on paper with a signature by hand: the file carries none, and is still byte for byte as issued.</summary>
    SignedOnPaper,
    /// <summary>Not as it was issued, or changed after it was signed.</summary>
    NotIntact,
}

/// <summary>An issued document and the file of it that is kept here, judged now.</summary>
public sealed record StoredDocument : VerifiedDocument
{
    public required StoredFileState State { get; init; }

    /// <summary>Who signed, when, in which order, judged as a file that is sent in; null when it cannot be read. Without the lines of the stamps: a mail address in them is not printed on every paper.</summary>
    public VerificationReport? Report { get; init; }

    /// <summary>Judges the stored PDF of a document that is issued; null when there is none.</summary>
    internal static async Task<StoredDocument?> FindAsync(DocumentsDbContext db, Guid documentId, SignatureChecks checks, CancellationToken ct)
    {
        var found = await (
            from file in db.Files.AsNoTracking()
            where file.DocumentId == documentId && file.Format == FileFormat.Pdf
            join document in db.Documents.AsNoTracking() on file.DocumentId equals document.Id
            where document.State == DocumentState.Issued
            select new { document.Symbol, document.Date, document.TypeCode, document.UnitName, file.Sha256, file.Content }).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var asIssued = DownloadDocument.Hash(found.Content) == found.Sha256;
        VerificationReport? report = null;
        try
        {
            report = await checks.CheckAsync(found.Content, found.Date, ct);
        }
        catch (PdfFaultException)
        {
            // A damaged file, or one of a foreign program that was signed by hand: the hash tells which.
        }

        return new StoredDocument
        {
            Symbol = found.Symbol,
            Date = found.Date!.Value,
            Type = found.TypeCode,
            UnitName = found.UnitName,
            PdfSha256 = found.Sha256,
            State = !asIssued || report?.Outcome == VerificationOutcome.NotIntact ? StoredFileState.NotIntact
                : report is null or { Outcome: VerificationOutcome.Unsigned } ? StoredFileState.SignedOnPaper : StoredFileState.Signed,
            Report = report is null ? null : report with { Signatures = [.. report.Signatures.Select(signature => signature with { Stamp = [] })] },
        };
    }
}
