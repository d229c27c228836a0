namespace Emulation.Portal.Clients;

// What the portal reads of digital signatures.

public sealed record SigningAnswer(string State, int Version, string? Step, string? Symbol, string? VerificationCode, SignatureReportAnswer? Signatures);

public sealed record VerificationAnswer(SignatureReportAnswer Report, VerifiedDocumentAnswer? Document);

/// <summary>An issued document, told by what its paper itself prints.</summary>
public sealed record VerifiedDocumentAnswer(string? Symbol, DateOnly Date, string Type, string UnitName, string PdfSha256);

/// <summary>The same with how its stored file stands now: signed, signedOnPaper or notIntact.</summary>
public sealed record StoredDocumentAnswer(string? Symbol, DateOnly Date, string Type, string UnitName, string PdfSha256, string State, SignatureReportAnswer? Report);

/// <summary>What a code stands for: one of the two.</summary>
public sealed record VerifiedCodeAnswer(VerifiedCertificateAnswer? Certificate, StoredDocumentAnswer? Document);

public sealed record SignatureReportAnswer(string Outcome, string Summary, string Sha256, string? Number, DateOnly? Date, SignatureAnswer[] Signatures, string[] Remarks);

public sealed record SignatureAnswer(
    int Order, string Outcome, string? Role, string SignerName, string? Position, DateTimeOffset? SignedAt, bool TimeWitnessed, string? Issuer, string[] Stamp,
    bool CoversWholeFile, string[] Remarks, ChangeAnswer[] ChangesAfter);

public sealed record ChangeAnswer(string Kind, string Text);
