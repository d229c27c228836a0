using Emulation.Documents.Data;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Signing.Revisions;
using Emulation.Documents.Signing.Verification;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Verifications;

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

    public static void Map(IEndpointRouteBuilder verifications) => verifications.MapPost("/", Handle)
        .AllowAnonymous().TakesFile([FileSafety.Pdf, "application/octet-stream"], LargestFile)
        .WithName(nameof(VerifyFile)).WithSummary("Kiểm tra chữ ký số của một tệp PDF; tệp không được lưu lại")
        .Produces<VerificationResponse>().ProducesProblem(429);

    private static async Task<IResult> Handle(UploadedFile file, DocumentsDbContext db, SignatureChecks checks, CancellationToken ct)
    {
        if (file.Problem is { } problem)
            return problem.Result();
        return await PublicChecks.RunAsync(async () =>
        {
            try
            {
                var document = await VerifiedDocument.OfFileAsync(db, DownloadDocument.Hash(file.Content), ct);
                return TypedResults.Ok(new VerificationResponse { Report = await checks.CheckAsync(file.Content, document?.Date, ct), Document = document });
            }
            catch (PdfFaultException fault)
            {
                return Problems.NotAReadablePdf.With(fault.Message).Result();
            }
        }, ct);
    }
}
