using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Quyết định khen thưởng; a short list stands in Điều 1, a longer one in an annex.</summary>
internal static class DecisionText
{
    private const int ListedInArticle = 5;

    public static OfficialDocument Write(Draft draft)
    {
        var document = draft.Document;
        var wording = draft.Wording.For(document.Level, draft.ProposingUnit);
        var campaign = Campaign(document.CampaignName);
        var lines = NomineeList.Ordered(document);
        var occasion = new Occasion(lines, campaign);
        var subject = $"Về việc khen thưởng {occasion.Of($"thành tích trong {campaign}", "thành tích", "thành tích đột xuất", "tổng kết giai đoạn")}";
        var annexed = lines.Count > ListedInArticle;
        List<Section> sections =
        [
            new Section(PageOrientation.Portrait,
            [
                draft.Letterhead,
                new TitleBlock("QUYẾT ĐỊNH", subject),
                new CentredLine(Upper(draft.Authority)),
                new LegalBases([.. draft.Bases(), wording.ProposedBy]),
                new CentredLine("QUYẾT ĐỊNH:"),
                .. FirstArticle(lines, Merit(occasion, campaign), annexed),
                Article(2, $"Tập thể, cá nhân có tên tại Điều 1 được nhận mức tiền thưởng theo quy định của pháp luật về thi đua, khen thưởng, trích từ Quỹ thi đua, khen thưởng của {draft.Issuer.KindWord}."),
                Article(3, $"Quyết định này có hiệu lực kể từ ngày ký. {wording.CarriedOutBy} và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./."),
                draft.Signature(["Như Điều 3", .. wording.Receivers, Draft.Filed(wording.FiledBy)]),
            ]),
        ];
        if (annexed)
            sections.Add(NomineeListText.Pages(draft, "Phụ lục"));

        return new OfficialDocument($"Quyết định {LowerFirst(subject)}", draft.Issuer.InSentence, document.UpdatedAt, sections);
    }

    private static string Merit(Occasion occasion, string campaign) =>
        $"đã có {occasion.Of($"thành tích xuất sắc trong {campaign}", "thành tích xuất sắc", "thành tích xuất sắc đột xuất", "thành tích xuất sắc trong cả giai đoạn")}";

    private static IEnumerable<Block> FirstArticle(List<DocumentLine> lines, string merit, bool annexed)
    {
        var awards = string.Join("; ", NomineeList.ByAward(lines));
        if (annexed || lines.Count == 0)
        {
            yield return Article(1, $"Tặng {awards} {merit} (có danh sách kèm theo).");
            yield break;
        }

        yield return Article(1, $"Tặng {awards} {merit}, gồm:");
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var post = InSentence(NomineeList.Post(line));
            var award = lines.Any(other => other.AwardName != line.AwardName) ? $": {line.AwardName}" : "";
            var end = i == lines.Count - 1 ? "." : ";";
            yield return Paragraph.Of($"{line.Order}. {Prefix(line)}{line.NomineeName}{(post.Length > 0 ? $", {post}" : "")}{award}{end}");
        }
    }

    /// <summary>Gender is not known to the system, so persons get no form of address.</summary>
    private static string Prefix(DocumentLine line) =>
        line.Recipient == Recipient.Collective && !line.NomineeName.StartsWith("Tập thể", StringComparison.OrdinalIgnoreCase) ? "Tập thể " : "";

    private static Paragraph Article(int number, string text) => new([new Run($"Điều {number}. ", Bold: true), new Run(text)]);
}
