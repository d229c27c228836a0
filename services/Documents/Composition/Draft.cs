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
    public string Symbol => Document.Symbol ?? BlankSymbol(Document.TypeCode, Issuer.Organ);

    public string DateLine => Document.Date is { } date ? Date(date) : BlankDate(Today.Year);

    public Letterhead Letterhead => new(Issuer.Parent, Issuer.Agency, $"Số: {Symbol}", $"{Issuer.Place}, {DateLine}");

    /// <summary>An annex of an electronic document carries neither number nor date; they stand in the signature (Phụ lục I.III.1).</summary>
    public string AttachedTo(string type) =>
        $"(Kèm theo {type} số{BlankSymbol(Document.TypeCode, Issuer.Organ)} {BlankDate(Today.Year)} của {Authority})";

    /// <summary>Who speaks: awards are decided by the chairman (the head), not by the committee; proposals are made by the agency.</summary>
    public string Authority => Document.Type == DocumentType.Decision ? Issuer.HeadInSentence : Issuer.InSentence;

    public string CityCommittee => City is null ? "Ủy ban nhân dân thành phố" : Issuer.CommitteeOf(City);

    public SignatureBlock Signature(IReadOnlyList<string> recipients)
    {
        var position = Upper(Document.SignerPosition ?? Issuer.HeadPosition);
        // The chairman decides in his own right; only what the committee says is signed on its behalf (Điều 13).
        var onBehalfOf = Document.Type == DocumentType.Decision ? null : Issuer.OnBehalfOf;
        return new SignatureBlock(onBehalfOf is null ? [position] : [onBehalfOf, position], Document.SignerName, recipients);
    }

    /// <summary>A campaign may name a law that every document cites; it is printed once.</summary>
    public IEnumerable<string> Bases() =>
        Wording.LawBases.Where(basis => basis.AppliesOn(Today)).Select(basis => basis.Text).Concat(CampaignBases.Select(Basis)).DistinctBy(BasisKey.Of);

    /// <summary>“Lưu: VT, VHXH”; agencies without a drafting section in the data file in their office alone.</summary>
    public static string Filed(string? section) => string.IsNullOrEmpty(section) ? "Lưu: VT" : $"Lưu: VT, {section}";
}
