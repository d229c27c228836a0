using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Domain;

/// <summary>Types of document that this service writes.</summary>
public enum DocumentType
{
    /// <summary>Tờ trình (TTr).</summary>
    Proposal,
    /// <summary>Quyết định khen thưởng (QĐ).</summary>
    Decision,
}

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

    public DocumentState State { get; private set; }

    /// <summary>Issuing unit; numbers run per unit, type and year.</summary>
    public required string UnitCode { get; init; }

    public required string UnitName { get; init; }

    /// <summary>Who proposes; null for a decision.</summary>
    public string? ProposingUnitCode { get; private init; }

    public Guid? CampaignId { get; private init; }

    public required string CampaignName { get; set; }

    /// <summary>Year of the achievement.</summary>
    public int Year { get; private init; }

    public AwardLevel Level { get; private init; }

    public Guid? DecisionId { get; private init; }

    /// <summary>Lines that make a decision complete; null for a proposal.</summary>
    public int? Expected { get; private init; }

    public string? SignerName { get; private set; }

    public string? SignerPosition { get; private set; }

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

    public string TypeCode => Type == DocumentType.Decision ? "QĐ" : "TTr";

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
        UpdatedAt = at;
        Touch();
    }

    /// <returns>False when the nomination has no line here.</returns>
    public bool Remove(Guid nominationId, DateTimeOffset at)
    {
        if (State != DocumentState.Draft)
            throw new InvalidOperationException("Only a draft loses lines.");
        if (_lines.RemoveAll(l => l.NominationId == nominationId) == 0)
            return false;
        UpdatedAt = at;
        Touch();
        return true;
    }

    public void LiftLateness(Guid nominationId, DateTimeOffset at)
    {
        if (State != DocumentState.Draft || _lines.Find(l => l.NominationId == nominationId)?.LiftLateness() != true)
            return;
        UpdatedAt = at;
        Touch();
    }

    public void Judge(Guid nominationId, int version, Outcome outcome, DateTimeOffset at)
    {
        if (State != DocumentState.Draft || _lines.Find(l => l.NominationId == nominationId)?.Judge(version, outcome) != true)
            return;
        UpdatedAt = at;
        Touch();
    }

    /// <summary>Why the document cannot be issued now; null when it can.</summary>
    public Problem? Refusal()
    {
        if (State == DocumentState.Issued)
            return Problems.AlreadyIssued.With($"Văn bản đã ban hành với số {Symbol}.");
        if (State == DocumentState.ForSigning)
            return Problems.InSigning;
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
        (SignerName, SignerPosition) = (name, position ?? SignerPosition);
    }

    /// <summary>Gives number and date; call <see cref="Refusal"/> first, for a number once taken must not be lost.</summary>
    public void Issue(int number, string symbol, DateOnly date, string issuedBy, DateTimeOffset at)
    {
        if (Refusal() is not null)
            throw new InvalidOperationException("The document cannot be issued.");
        (State, Number, Symbol, Date, IssuedBy, UpdatedAt) = (DocumentState.Issued, number, symbol, date, issuedBy, at);
        Touch();
    }

    /// <summary>Freezes the content for electronic signing; call <see cref="Refusal"/> first.</summary>
    public void SubmitForSigning(DateTimeOffset at)
    {
        if (Refusal() is not null)
            throw new InvalidOperationException("The document cannot be signed.");
        (State, UpdatedAt) = (DocumentState.ForSigning, at);
        Touch();
    }

    /// <summary>Back to a draft that changes, while nobody has signed.</summary>
    public void ReturnToDraft(DateTimeOffset at)
    {
        (State, UpdatedAt) = (DocumentState.Draft, at);
        Touch();
    }

    /// <summary>The person has signed: nothing else changed, but whoever saw the version before acts on an old one.</summary>
    public void SignedByPerson(DateTimeOffset at)
    {
        UpdatedAt = at;
        Touch();
    }

    /// <summary>Number and date after the person's signature; the document is issued once the agency has signed (Điều 14).</summary>
    public void GiveNumber(int number, string symbol, DateOnly date, DateTimeOffset at)
    {
        if (State != DocumentState.ForSigning || Number is not null)
            throw new InvalidOperationException("A number is given once, in signing.");
        (Number, Symbol, Date, UpdatedAt) = (number, symbol, date, at);
        Touch();
    }

    /// <summary>The agency has signed.</summary>
    public void IssueSigned(string issuedBy, DateTimeOffset at)
    {
        if (State != DocumentState.ForSigning || Number is null)
            throw new InvalidOperationException("The agency signs a document that has its number.");
        (State, IssuedBy, UpdatedAt) = (DocumentState.Issued, issuedBy, at);
        Touch();
    }
}
