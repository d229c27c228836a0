using Emulation.Documents.Domain;

namespace Emulation.Documents.Signing.Verification;

/// <summary>What a check of signatures came to, from good to bad.</summary>
public enum VerificationOutcome
{
    /// <summary>Hợp lệ.</summary>
    Valid,

    /// <summary>Hợp lệ nhưng có điều cần lưu ý.</summary>
    ValidWithRemarks,

    /// <summary>Chưa ký: no signature at all (dự thảo; CVA-26/K.0).</summary>
    Unsigned,

    /// <summary>Nguyên vẹn, nhưng chưa xác định được người ký: the certificate is not from a trusted authority, or not of the unit.</summary>
    SignerUnknown,

    /// <summary>Không nguyên vẹn: changed after it was signed, or never covered by the signature.</summary>
    NotIntact,
}

/// <summary>Result of checking the signatures of one file.</summary>
public sealed record VerificationReport
{
    public required VerificationOutcome Outcome { get; init; }

    /// <summary>The result as one sentence, in Vietnamese.</summary>
    public required string Summary { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Number in the number field of the file; null without one or while it is blank.</summary>
    public string? Number { get; init; }

    /// <summary>Date in the date field of the file, civil date of Vietnam; null likewise.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Signatures in the order in which they were made; empty for an unsigned file.</summary>
    public required SignatureReport[] Signatures { get; init; }

    /// <summary>What to mind about the file as a whole, in Vietnamese: order, dates.</summary>
    public required string[] Remarks { get; init; }
}

/// <summary>One signature.</summary>
public sealed record SignatureReport
{
    /// <summary>Place in the order of signing, from 1.</summary>
    public required int Order { get; init; }

    public required VerificationOutcome Outcome { get; init; }

    /// <summary>Whether a person or the agency signed; null when the certificate is not known here.</summary>
    public SignerRole? Role { get; init; }

    /// <summary>Registered holder of the certificate, or the name in the certificate where it is not known here.</summary>
    public required string SignerName { get; init; }

    /// <summary>Registered post of the person; null for an agency.</summary>
    public string? Position { get; init; }

    /// <summary>Registered unit of the certificate.</summary>
    public string? UnitCode { get; init; }

    /// <summary>When, with Vietnam's offset (+07:00).</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>True when a time-stamping authority witnesses the time; else it is the clock of the signer's program.</summary>
    public required bool TimeWitnessed { get; init; }

    /// <summary>Who issued the certificate.</summary>
    public string? Issuer { get; init; }

    /// <summary>The three lines of the stamp: time (ISO 8601, +0700), place, “… đã ký lên văn bản này!”. The e-mail in it is shown, never judged by (LTN-26-30/K.1, K.3).</summary>
    public required string[] Stamp { get; init; }

    /// <summary>True when nothing of the file came after it.</summary>
    public required bool CoversWholeFile { get; init; }

    /// <summary>What is wrong or to be minded, in Vietnamese.</summary>
    public required string[] Remarks { get; init; }

    /// <summary>What later revisions changed, up to the next signature.</summary>
    public required RevisionChange[] ChangesAfter { get; init; }
}
