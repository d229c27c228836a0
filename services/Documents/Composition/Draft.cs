using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Everything that the text of one document is made from.</summary>
/// <param name="Document">Document with its lines.</param>
/// <param name="Issuer">Who issues it.</param>
/// <param name="City">The city, to which proposals go; null until its entry has arrived.</param>
/// <param name="ProposingUnit">Unit behind the proposal; the issuer itself for a decision.</param>
/// <param name="CampaignBases">Legal bases of the campaign.</param>
/// <param name="Wording">Sentences kept as data.</param>
/// <param name="Today">Day on which laws must be in force: date of issue, or today for a draft.</param>
internal sealed record Draft(Document Document, Issuer Issuer, Unit? City, Unit ProposingUnit, IReadOnlyList<LegalBasis> CampaignBases, Wording Wording, DateOnly Today)
{
    /// <summary>Number and symbol, blank until issue.</summary>
    public string Symbol => Document.Symbol ?? BlankSymbol(SymbolSuffix);

    public string SymbolSuffix => VietnameseText.SymbolSuffix(Document.Kind, Issuer.Organ, OwnSection);

    /// <summary>Drafting section of the issuer: VHXH in a commune, SNV in the city.</summary>
    private string? OwnSection => Wording.ProposalFiledBy.GetValueOrDefault(ProposingUnit.Kind);

    public string DateLine => Document.Date is { } date ? Date(date) : BlankDate(Today.Year);

    public Letterhead Letterhead => new(Issuer.Parent, Issuer.Agency, Document.Kind.Numbered ? $"Số: {Symbol}" : "", $"{Issuer.Place}, {DateLine}");

    /// <summary>An annex of an electronic document carries neither number nor date; they stand in the signature (Phụ lục I.III.1).</summary>
    public string AttachedTo(string type) =>
        $"(Kèm theo {type} số{BlankSymbol(SymbolSuffix)} {BlankDate(Today.Year)} của {Authority})";

    /// <summary>Who speaks: awards are decided by the chairman (the head), not by the committee; proposals are made by the agency.</summary>
    public string Authority => Document.Type == DocumentType.Decision ? Issuer.HeadInSentence : Issuer.InSentence;

    public string CityCommittee => City is null ? "Ủy ban nhân dân thành phố" : Issuer.CommitteeOf(City);

    /// <summary>Boxes 7 and 9b; receivers that an official set go before those of the type.</summary>
    public SignatureBlock Signature(IReadOnlyList<string> recipients) => new(SignedAs(), Document.SignerName, Document.Recipients ?? recipients);

    /// <summary>In whose name, and as what: “TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH” (Điều 13).</summary>
    public IReadOnlyList<string> SignedAs()
    {
        var head = Issuer.HeadPosition;
        var position = Upper(Document.SignerPosition ?? head);
        // The chairman decides in his own right; only what the committee says is signed on its behalf.
        string[] body = Document.Type == DocumentType.Decision || Issuer.OnBehalfOf is not { } onBehalfOf ? [] : [onBehalfOf];
        var form = Document.SigningForm ?? (position.StartsWith("PHÓ ", StringComparison.Ordinal) ? SigningForm.Deputy : SigningForm.OnBehalf);
        return form switch
        {
            SigningForm.Deputy => [.. body, $"KT. {head}", position],
            SigningForm.ByOrder => [$"TL. {head}", position],
            SigningForm.ByMandate => [$"TUQ. {head}", position],
            SigningForm.OwnRight => [position],
            _ => [.. body, position],
        };
    }

    /// <summary>A campaign may name a law that every document cites; it is printed once.</summary>
    public IEnumerable<string> Bases() =>
        Wording.LawBases.Where(basis => basis.AppliesOn(Today)).Select(basis => basis.Text).Concat(CampaignBases.Select(Basis)).DistinctBy(BasisKey.Of);

    /// <summary>Last receiver of a paper that the issuer's own section drafted.</summary>
    public string FiledByOwnSection => Filed(OwnSection);

    /// <summary>“Lưu: VT, VHXH”; agencies without a drafting section in the data file in their office alone.</summary>
    public static string Filed(string? section) => string.IsNullOrEmpty(section) ? "Lưu: VT" : $"Lưu: VT, {section}";
}
