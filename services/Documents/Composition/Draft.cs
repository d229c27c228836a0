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
        $"(Kèm theo {type} số{BlankSymbol(Document.TypeCode, Issuer.Organ)} {BlankDate(Today.Year)} của {Issuer.InSentence})";

    public string CityCommittee => City is null ? "Ủy ban nhân dân thành phố" : Issuer.CommitteeOf(City);

    public SignatureBlock Signature(IReadOnlyList<string> recipients)
    {
        var position = Upper(Document.SignerPosition ?? Issuer.HeadPosition);
        return new SignatureBlock(Issuer.OnBehalfOf is { } body ? [body, position] : [position], Document.SignerName, recipients);
    }

    public IEnumerable<string> Bases() =>
        Wording.LawBases.Where(basis => basis.AppliesOn(Today)).Select(basis => basis.Text).Concat(CampaignBases.Select(Basis));
}
