using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Domain.Papers;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain;

public enum DocumentState
{
    /// <summary>Dự thảo: no number, no date, lines still change.</summary>
    Draft,
    /// <summary>Trình ký: the content is frozen into a PDF that is being signed electronically.</summary>
    ForSigning,
    /// <summary>Đã ban hành: never changes again.</summary>
    Issued,
}

/// <summary>An official document from its first line to its number.</summary>
public sealed class Document : Aggregate
{
    private readonly List<DocumentLine> _lines = [];

    private Document()
    {
    }

    public DocumentType Type { get; private init; }

    /// <summary>Abbreviation of the type; numbers run per unit, code and year, so that two kinds of Thông báo share one series.</summary>
    public required string TypeCode { get; init; }

    public DocumentState State { get; private set; }

    /// <summary>Issuing unit; numbers run per unit, type and year.</summary>
    public required string UnitCode { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Who proposes; null for a decision.</summary>
    public string? ProposingUnitCode { get; private init; }

    public Guid? CampaignId { get; private init; }

    /// <summary>Empty where the paper belongs to no campaign.</summary>
    public required string CampaignName { get; set; }

    /// <summary>Year of the achievement; of other papers the year they are about.</summary>
    public int Year { get; private init; }

    /// <summary>Level that decides on the lines; null for papers without lines.</summary>
    public AwardLevel? Level { get; private init; }

    /// <summary>What a typed paper says; null where the lines are the content.</summary>
    public PaperContent? Content { get; private set; }

    /// <summary>Trích yếu of a typed paper; null where the lines are the content.</summary>
    public string? Abstract { get; private set; }

    /// <summary>Symbol, abstract, campaign, issuer and nominees, folded for search.</summary>
    public string SearchText { get; private set; } = "";

    public Guid? DecisionId { get; private init; }

    /// <summary>Lines that make a decision complete; null for a proposal.</summary>
    public int? Expected { get; private init; }

    public string? SignerName { get; private set; }

    public string? SignerPosition { get; private set; }

    /// <summary>In whose name it is signed; null = as the type of paper asks.</summary>
    public SigningForm? SigningForm { get; private set; }

    /// <summary>Receivers as an official set them, without the closing signs; null = by type.</summary>
    public string[]? Recipients { get; private set; }

    public int? Number { get; private set; }

    public string? Symbol { get; private set; }

    /// <summary>Date of the document, civil date of Vietnam.</summary>
    public DateOnly? Date { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public string? IssuedBy { get; private set; }

    public IReadOnlyList<DocumentLine> Lines => _lines;

    public static Document Proposal(NominationSnapshot nomination, string unitCode, string unitName, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Type = DocumentType.Proposal,
        TypeCode = DocumentKind.Of(DocumentType.Proposal).Code,
        UnitCode = unitCode,
        UnitName = unitName,
        ProposingUnitCode = nomination.ProposingUnitCode,
        CampaignId = nomination.CampaignId,
        CampaignName = nomination.CampaignName,
        Year = nomination.Year,
        Level = nomination.Level,
        UpdatedAt = at,
    };

    public static Document Decision(NominationAwarded message, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Type = DocumentType.Decision,
        TypeCode = DocumentKind.Of(DocumentType.Decision).Code,
        UnitCode = message.DecidingUnitCode,
        UnitName = message.DecidingUnitName,
        CampaignId = message.Nomination.CampaignId,
        CampaignName = message.Nomination.CampaignName,
        Year = message.Nomination.Year,
        Level = message.Nomination.Level,
        DecisionId = message.DecisionId,
        Expected = message.Count,
        SignerName = message.SignerName,
        SignerPosition = message.SignerPosition,
        UpdatedAt = at,
    };

    /// <summary>A paper whose content is written by the issuing unit.</summary>
    public static Document Paper(PaperContent content, string unitCode, string unitName, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Type = content.Type,
        TypeCode = DocumentKind.Of(content.Type).Code,
        UnitCode = unitCode,
        UnitName = unitName,
        CampaignId = content.CampaignId,
        CampaignName = content.CampaignName ?? "",
        Year = content.Year,
        Content = content,
        Abstract = content.Abstract,
        SearchText = Folding.Fold($"{DocumentKind.Of(content.Type).Name} {content.Abstract} {content.CampaignName} {unitName}"),
        UpdatedAt = at,
    };

    public DocumentKind Kind => DocumentKind.Of(Type);

    /// <summary>Call <see cref="ChangeRefusal"/> first.</summary>
    public void Rewrite(PaperContent content, DateTimeOffset at)
    {
        if (ChangeRefusal() is not null || content.Type != Type)
            throw new InvalidOperationException("The paper cannot be rewritten.");
        (Content, Abstract, CampaignName) = (content, content.Abstract, content.CampaignName ?? "");
        Changed(at);
    }

    /// <summary>Who signs in whose name, and who receives it. Call <see cref="ChangeRefusal"/> first.</summary>
    public void Present(Presentation presentation, DateTimeOffset at)
    {
        if (ChangeRefusal() is not null)
            throw new InvalidOperationException("The document is issued.");
        (SigningForm, Recipients) = (presentation.SigningForm, presentation.Recipients);
        // The signer of a decision belongs to the decision and changes only there.
        if (Type != DocumentType.Decision)
            (SignerName, SignerPosition) = (presentation.SignerName, presentation.SignerPosition);
        Changed(at);
    }

    /// <summary>Why the document cannot be changed any more; null while it can.</summary>
    public Problem? ChangeRefusal() =>
        State == DocumentState.Issued ? Problems.AlreadyIssued.With(Symbol is null ? "Văn bản đã hoàn thành." : $"Văn bản đã ban hành với số {Symbol}.")
        : State == DocumentState.ForSigning ? Problems.InSigning : null;

    /// <summary>A newer version of the same nomination replaces its line; an older one changes nothing.</summary>
    public void Put(NominationSnapshot nomination, int? order, DateTimeOffset at)
    {
        if (State != DocumentState.Draft)
            throw new InvalidOperationException("Only a draft takes lines.");
        var line = _lines.Find(l => l.NominationId == nomination.NominationId);
        if (line is null)
            _lines.Add(DocumentLine.From(nomination, order));
        else if (!line.Replace(nomination))
            return;
        Changed(at);
    }

    /// <returns>False when the nomination has no line here.</returns>
    public bool Remove(Guid nominationId, DateTimeOffset at)
    {
        if (State != DocumentState.Draft)
            throw new InvalidOperationException("Only a draft loses lines.");
        if (_lines.RemoveAll(l => l.NominationId == nominationId) == 0)
            return false;
        Changed(at);
        return true;
    }

    public void LiftLateness(Guid nominationId, DateTimeOffset at)
    {
        if (State != DocumentState.Draft || _lines.Find(l => l.NominationId == nominationId)?.LiftLateness() != true)
            return;
        Changed(at);
    }

    public void Judge(Guid nominationId, int version, Outcome outcome, DateTimeOffset at)
    {
        if (State != DocumentState.Draft || _lines.Find(l => l.NominationId == nominationId)?.Judge(version, outcome) != true)
            return;
        Changed(at);
    }

    /// <summary>An edited draft came in or went.</summary>
    public void Edited(DateTimeOffset at)
    {
        if (State == DocumentState.Issued)
            throw new InvalidOperationException("An issued document is not edited.");
        Changed(at);
    }

    /// <summary>Why the document cannot be issued now; null when it can.</summary>
    public Problem? Refusal()
    {
        if (ChangeRefusal() is { } refused)
            return refused;
        if (Content is not null)
            return null;
        if (_lines.Count == 0)
            return Problems.Empty;
        return Expected is { } expected && _lines.Count < expected
            ? Problems.Incomplete.With($"Danh sách mới có {_lines.Count} trên {expected} trường hợp.")
            : null;
    }

    /// <summary>Who signs, when the issuing request says so; a decision keeps the signer it was made with.</summary>
    public void SignedBy(string? name, string? position)
    {
        if (Type == DocumentType.Decision)
            return;
        (SignerName, SignerPosition) = (name ?? SignerName, position ?? SignerPosition);
    }

    /// <summary>Gives number and date; call <see cref="Refusal"/> first, for a number once taken must not be lost.</summary>
    /// <param name="number">Null for types without a number, and so is the symbol.</param>
    public void Issue(int? number, string? symbol, DateOnly date, string issuedBy, DateTimeOffset at)
    {
        if (Refusal() is not null || number is null == Kind.Numbered)
            throw new InvalidOperationException("The document cannot be issued.");
        (State, Number, Symbol, Date, IssuedBy) = (DocumentState.Issued, number, symbol, date, issuedBy);
        Changed(at);
    }

    private void Changed(DateTimeOffset at)
    {
        UpdatedAt = at;
        SearchText = Folding.Fold(string.Join(' ', _lines.Select(line => line.NomineeName).Prepend($"{Symbol} {Kind.Name} {Abstract} {CampaignName} {UnitName}")));
        Touch();
    }

    /// <summary>Freezes the content for electronic signing; call <see cref="Refusal"/> first.</summary>
    public void SubmitForSigning(DateTimeOffset at)
    {
        if (Refusal() is not null)
            throw new InvalidOperationException("The document cannot be signed.");
        State = DocumentState.ForSigning;
        Changed(at);
    }

    /// <summary>Back to a draft that changes, while nobody has signed.</summary>
    public void ReturnToDraft(DateTimeOffset at)
    {
        State = DocumentState.Draft;
        Changed(at);
    }

    /// <summary>The person has signed: nothing else changed, but whoever saw the version before acts on an old one.</summary>
    public void SignedByPerson(DateTimeOffset at) => Changed(at);

    /// <summary>Number and date after the person's signature; the document is issued once the agency has signed (Điều 14).</summary>
    public void GiveNumber(int number, string symbol, DateOnly date, DateTimeOffset at)
    {
        if (State != DocumentState.ForSigning || Number is not null)
            throw new InvalidOperationException("A number is given once, in signing.");
        (Number, Symbol, Date) = (number, symbol, date);
        Changed(at);
    }

    /// <summary>The agency has signed.</summary>
    public void IssueSigned(string issuedBy, DateTimeOffset at)
    {
        if (State != DocumentState.ForSigning || Number is null)
            throw new InvalidOperationException("The agency signs a document that has its number.");
        (State, IssuedBy) = (DocumentState.Issued, issuedBy);
        Changed(at);
    }
}
