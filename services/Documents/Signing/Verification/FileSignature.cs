using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Emulation.Documents.Signing.Verification;

/// <summary>One signature as the file itself tells it, before anybody is asked who the signer is.</summary>
internal sealed record FileSignature
{
    /// <summary>Name of its field.</summary>
    public required string Field { get; init; }

    /// <summary>First byte after what it covers; 0 when it covers nothing.</summary>
    public required int End { get; init; }

    public required bool CoversWholeFile { get; init; }

    /// <summary>What is wrong with the signature itself, in Vietnamese; empty = the bytes it covers are as they were signed.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Lines of the stamp, as the signer's program wrote them (LTN-26-30/K.1).</summary>
    public string? Reason { get; init; }

    public string? Location { get; init; }

    /// <summary>When, by the clock of the signer's program (/M).</summary>
    public DateTimeOffset? ClaimedTime { get; init; }

    public X509Certificate2? Certificate { get; init; }

    /// <summary>Certificates that came with the signature.</summary>
    public X509Certificate2Collection Others { get; init; } = [];

    /// <summary>Time stamp on the signature; null without one.</summary>
    public Rfc3161TimestampToken? Stamp { get; init; }

    /// <summary>Certificate that signed the time stamp.</summary>
    public X509Certificate2? StampCertificate { get; init; }

    /// <summary>What later revisions changed, up to the next signature or the end of the file.</summary>
    public IReadOnlyList<RevisionChange> ChangesAfter { get; init; } = [];
}

/// <summary>A difference between two revisions of a file.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Text">The same as a sentence, in Vietnamese.</param>
public sealed record RevisionChange(ChangeKind Kind, string Text);

/// <summary>What a revision may change (the first two) and what it may not.</summary>
public enum ChangeKind
{
    /// <summary>A signature was added.</summary>
    SignatureAdded,

    /// <summary>Number or date was written into its blank field.</summary>
    FieldFilled,

    /// <summary>Anything else: the file shows something other than what was signed.</summary>
    ContentChanged,
}

/// <summary>All signatures of a file, in the order in which they were made.</summary>
/// <param name="Signatures">Empty for a file without signatures.</param>
/// <param name="Number">Content of the number field; null without one or while it is blank.</param>
/// <param name="Date">Date of the document from its date field; null likewise.</param>
/// <param name="Removed">True when the file holds a signature that its form no longer lists.</param>
internal sealed record FileSignatures(IReadOnlyList<FileSignature> Signatures, string? Number, DateOnly? Date, bool Removed);
