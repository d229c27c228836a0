using Emulation.Documents.Data;
using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Documents.Features.Verifications;

/// <summary>An issued document, told by what its paper itself prints.</summary>
public sealed record VerifiedDocument
{
    /// <summary>Number and symbol as printed.</summary>
    public required string Symbol { get; init; }

    /// <summary>Date of the document, civil date of Vietnam.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Abbreviation of the type by Phụ lục III.</summary>
    public required string Type { get; init; }

    /// <summary>Issuing unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>SHA-256 of the PDF as issued, lower-case hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    internal static async Task<VerifiedDocument?> FindAsync(DocumentsDbContext db, IQueryable<StoredFile> files, CancellationToken ct) =>
        await files.Where(f => f.Format == FileFormat.Pdf)
            .Join(db.Documents.Where(d => d.State == DocumentState.Issued), f => f.DocumentId, d => d.Id, (f, d) => new { f.Sha256, Document = d })
            .Select(x => new VerifiedDocument
            {
                Symbol = x.Document.Symbol!, Date = x.Document.Date!.Value, Type = x.Document.TypeCode, UnitName = x.Document.UnitName, PdfSha256 = x.Sha256,
            }).FirstOrDefaultAsync(ct);
}

/// <summary>Result of checking a file.</summary>
public sealed record VerificationResponse
{
    public required VerificationReport Report { get; init; }

    /// <summary>The document of this system that the file is, byte for byte; null when it is none.</summary>
    public VerifiedDocument? Document { get; init; }
}

/// <summary>Checks a file that anybody sends. Nothing of it is kept.</summary>
internal static class VerifyFile
{
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Anybody may ask, so what it takes at once is bounded here as well as at the gateway.</summary>
    private static readonly SemaphoreSlim AtOnce = new(2, 2);

    public static void Map(IEndpointRouteBuilder verifications) => verifications.MapPost("/", Handle)
        .AllowAnonymous().TakesFile([FileSafety.Pdf, "application/octet-stream"], LargestFile)
        .WithName(nameof(VerifyFile)).WithSummary("Kiểm tra chữ ký số của một tệp PDF; tệp không được lưu lại")
        .Produces<VerificationResponse>().ProducesProblem(429);

    private static async Task<IResult> Handle(UploadedFile file, DocumentsDbContext db, SignatureChecks checks, CancellationToken ct)
    {
        if (file.Problem is { } problem)
            return problem.Result();
        if (!await AtOnce.WaitAsync(TimeSpan.FromSeconds(5), ct))
            return CommonProblems.TooMany.Result();
        try
        {
            var hash = DownloadDocument.Hash(file.Content);
            var document = await VerifiedDocument.FindAsync(db, db.Files.AsNoTracking().Where(f => f.Sha256 == hash), ct);
            return TypedResults.Ok(new VerificationResponse { Report = await checks.CheckAsync(file.Content, document?.Date, ct), Document = document });
        }
        catch (PdfFaultException fault)
        {
            return Problems.NotAReadablePdf.With(fault.Message).Result();
        }
        finally
        {
            AtOnce.Release();
        }
    }
}
