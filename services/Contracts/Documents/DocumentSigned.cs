namespace Emulation.Contracts.Documents;

/// <summary>A document got a digital signature.</summary>
/// <remarks>Published by Documents, once for each signature made through it: first the person's, then the agency's, with which the document is issued (<see cref="DocumentIssued"/> tells that).</remarks>
public sealed record DocumentSigned
{
    /// <summary>Identity of the document.</summary>
    public required Guid DocumentId { get; init; }

    /// <summary>Issuing unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Who signed: <c>person</c> or <c>organisation</c>.</summary>
    public required string Role { get; init; }

    /// <summary>SHA-256 of the signer's certificate, lower-case hexadecimal.</summary>
    public required string CertificateThumbprint { get; init; }

    /// <summary>SHA-256 of the PDF with this signature, lower-case hexadecimal.</summary>
    public required string PdfSha256 { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who signed or had it signed.</summary>
    public required string ActedBy { get; init; }
}
