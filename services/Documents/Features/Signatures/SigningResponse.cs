using Emulation.Documents.Domain;
using Emulation.Documents.Features.Documents;
using Emulation.Documents.Signing.Verification;

namespace Emulation.Documents.Features.Signatures;

/// <summary>How far a document has come in electronic signing.</summary>
public sealed record SigningResponse
{
    public required Guid DocumentId { get; init; }

    /// <summary>State of the document.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Version of the document, for <c>If-Match</c>.</summary>
    public required int Version { get; init; }

    /// <summary>What is waited for; null when the document is signed on paper or not submitted yet.</summary>
    public SigningStep? Step { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>SHA-256 of the PDF as it is now, lower-case hexadecimal.</summary>
    public string? PdfSha256 { get; init; }

    /// <summary>Number and symbol; null before they are given.</summary>
    public string? Symbol { get; init; }

    /// <summary>Code for the QR of an issued document, to be asked at <c>GET /verifications/{code}</c>; null before issue.</summary>
    public string? VerificationCode { get; init; }

    /// <summary>The signatures so far, checked now; null in answers to a step.</summary>
    public VerificationReport? Signatures { get; init; }

    internal static SigningResponse Of(Document document, SigningCase? signing, VerificationReport? report, string? code = null) => new()
    {
        DocumentId = document.Id,
        State = document.State,
        Version = document.Version,
        Step = signing?.Step,
        SubmittedAt = signing?.SubmittedAt,
        PdfSha256 = signing is null ? null : DownloadDocument.Hash(signing.Pdf),
        Symbol = document.Symbol,
        VerificationCode = code,
        Signatures = report,
    };
}
