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
        if (State == DocumentState.Issued)
            throw new InvalidOperationException("An issued document takes no lines.");
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
        if (State == DocumentState.Issued)
            throw new InvalidOperationException("An issued document loses no lines.");
        if (_lines.RemoveAll(l => l.NominationId == nominationId) == 0)
            return false;
        UpdatedAt = at;
        Touch();
        return true;
    }

    public void LiftLateness(Guid nominationId, DateTimeOffset at)
    {
        if (State == DocumentState.Issued || _lines.Find(l => l.NominationId == nominationId)?.LiftLateness() != true)
            return;
        UpdatedAt = at;
        Touch();
    }

    public void Judge(Guid nominationId, int version, Outcome outcome, DateTimeOffset at)
    {
        if (State == DocumentState.Issued || _lines.Find(l => l.NominationId == nominationId)?.Judge(version, outcome) != true)
            return;
        UpdatedAt = at;
        Touch();
    }

    /// <summary>An edited draft came in or went.</summary>
    public void Edited(DateTimeOffset at)
    {
        if (State == DocumentState.Issued)
            throw new InvalidOperationException("An issued document is not edited.");
        UpdatedAt = at;
        Touch();
    }

    /// <summary>Why the document cannot be issued now; null when it can.</summary>
    public Problem? Refusal()
    {
        if (State == DocumentState.Issued)
            return Problems.AlreadyIssued.With($"Văn bản đã ban hành với số {Symbol}.");
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
}
