using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Certificates;

/// <summary>What one certificate says: the issued decision's words, and nothing that is not in it.</summary>
/// <param name="Texts">By the names that templates use in braces.</param>
/// <param name="Url">Address behind the QR; null prints none.</param>
/// <param name="Stamp">Time written into the file.</param>
internal sealed record Certificate(IReadOnlyDictionary<string, string> Texts, string? Url, DateTimeOffset Stamp)
{
    public static readonly string[] Names =
        ["authority", "name", "post", "achievement", "award", "decision", "date", "order", "placeAndDate", "signerFor", "signerPost", "signerName"];

    public string Title => $"{Texts["award"]} – {Texts["name"]}";

    public string Author => Texts["authority"];

    public static Certificate Of(Draft draft, DocumentLine line, string? url)
    {
        var (decision, issuer, signedAs) = (draft.Document, draft.Issuer, draft.SignedAs());
        var date = Date(decision.Date!.Value);
        return new Certificate(
            new Dictionary<string, string>
            {
                ["authority"] = issuer.HeadInSentence,
                ["name"] = line.NomineeName,
                ["post"] = line.Recipient == Recipient.Individual ? UpperFirst(NomineeList.Post(line)) : NomineeList.Post(line),
                ["achievement"] = line.Achievement.Trim().TrimEnd('.', ';'),
                ["award"] = line.AwardName,
                ["decision"] = decision.Symbol!,
                ["date"] = date,
                ["order"] = $"{line.Order:00}",
                ["placeAndDate"] = $"{issuer.Place}, {date}",
                ["signerFor"] = string.Join(' ', signedAs.SkipLast(1)),
                ["signerPost"] = signedAs[^1],
                ["signerName"] = decision.SignerName ?? "",
            }.ToDictionary(t => t.Key, t => Rendering.PlainText.Clean(t.Value)), url, decision.UpdatedAt);
    }
}
