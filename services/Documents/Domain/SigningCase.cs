using Emulation.Documents.Signing.Writing;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain;

/// <summary>How far the electronic signing of a document has come.</summary>
public enum SigningStep
{
    /// <summary>Chờ người có thẩm quyền ký.</summary>
    AwaitingPerson,

    /// <summary>Đã ký, chờ văn thư cấp số và ngày.</summary>
    AwaitingNumber,

    /// <summary>Đã cấp số, chờ chữ ký của cơ quan.</summary>
    AwaitingOrganisation,

    /// <summary>Đã ban hành.</summary>
    Complete,
}

/// <summary>A document on its way through signing: the PDF that all signatures are added to.</summary>
public sealed class SigningCase
{
    private SigningCase()
    {
    }

    public Guid DocumentId { get; private init; }

    public SigningStep Step { get; private set; }

    /// <summary>The PDF as it is now; what was signed stays in it byte for byte.</summary>
    public required byte[] Pdf { get; set; }

    /// <summary>The editable companion as frozen with it; never signed.</summary>
    public required byte[] Docx { get; init; }

    public required SignaturePlace Place { get; init; }

    public DateTimeOffset SubmittedAt { get; private init; }

    public required string SubmittedBy { get; init; }

    /// <summary>When the person signed; the document should be issued on that day or the next working day (Điều 18.1).</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    public static SigningCase Open(Guid documentId, byte[] pdf, byte[] docx, SignaturePlace place, string by, DateTimeOffset at) =>
        new() { DocumentId = documentId, Pdf = pdf, Docx = docx, Place = place, SubmittedBy = by, SubmittedAt = at };

    /// <summary>Why this role may not sign now: the person first, then number and date, then the agency (LTN-26-30/K.2, C-29).</summary>
    public Problem? Refusal(SignerRole role) => (role, Step) switch
    {
        (SignerRole.Person, SigningStep.AwaitingPerson) or (SignerRole.Organisation, SigningStep.AwaitingOrganisation) => null,
        (SignerRole.Organisation, SigningStep.AwaitingPerson) => Problems.WrongSigningStep.With("Người có thẩm quyền phải ký trước, sau đó mới cấp số và ký của cơ quan."),
        (SignerRole.Organisation, SigningStep.AwaitingNumber) => Problems.WrongSigningStep.With("Văn bản chưa được cấp số và ngày."),
        (SignerRole.Person, SigningStep.Complete) => Problems.WrongSigningStep.With("Cơ quan đã ký ban hành, không thể thêm chữ ký cá nhân."),
        (SignerRole.Person, _) => Problems.WrongSigningStep.With("Người có thẩm quyền đã ký văn bản này."),
        _ => Problems.WrongSigningStep.With("Văn bản đã ban hành."),
    };

    public void Sign(SignerRole role, byte[] pdf, DateTimeOffset at)
    {
        if (Refusal(role) is not null)
            throw new InvalidOperationException("Not this role's turn.");
        Pdf = pdf;
        if (role == SignerRole.Person)
            (Step, SignedAt) = (SigningStep.AwaitingNumber, at);
        else
            Step = SigningStep.Complete;
    }

    public void Fill(byte[] pdf)
    {
        if (Step != SigningStep.AwaitingNumber)
            throw new InvalidOperationException("Number and date are given once, after the person has signed.");
        (Pdf, Step) = (pdf, SigningStep.AwaitingOrganisation);
    }
}

/// <summary>A signature that is being made elsewhere: by a token in the signer's hand, or by a signing service.</summary>
public sealed class PreparedSignature
{
    public Guid Id { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>Version of the document that it was prepared for; a changed document makes it void.</summary>
    public required int DocumentVersion { get; init; }

    public required SignerRole Role { get; init; }

    /// <summary>Registered certificate that it was prepared for.</summary>
    public required string Thumbprint { get; init; }

    /// <summary>Account that prepared it, and alone may complete it.</summary>
    public required string AccountId { get; init; }

    /// <summary>The file with room for the signature.</summary>
    public required byte[] Pdf { get; init; }

    public required int GapStart { get; init; }

    public required int GapEnd { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public PreparedFile File => new(Pdf, GapStart, GapEnd);
}
