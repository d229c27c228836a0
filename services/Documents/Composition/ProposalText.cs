using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Tờ trình đề nghị khen thưởng: portrait letter and landscape list of nominees.</summary>
internal static class ProposalText
{
    public static OfficialDocument Write(Draft draft)
    {
        var document = draft.Document;
        var campaign = Campaign(document.CampaignName);
        var occasion = new Occasion(document.Lines, campaign);
        var subject = $"Về việc đề nghị khen thưởng {occasion.Of($"trong {campaign}", "thành tích", "thành tích đột xuất", "tổng kết giai đoạn")}";
        return new OfficialDocument($"Tờ trình {LowerFirst(subject)}", draft.Issuer.InSentence, document.UpdatedAt,
        [
            new Section(PageOrientation.Portrait,
            [
                draft.Letterhead,
                new TitleBlock("TỜ TRÌNH", subject),
                new Addressees(Receivers(draft)),
                new LegalBases([.. draft.Bases()]),
                .. Body(draft, occasion.Of($"kết quả thực hiện {campaign}", "kết quả", "thành tích đột xuất", "kết quả tổng kết giai đoạn")),
                draft.Signature(["Như trên", Draft.Filed(draft.Wording.ProposalFiledBy.GetValueOrDefault(draft.ProposingUnit.Kind))]),
            ]),
            new Section(PageOrientation.Landscape,
            [
                new AnnexTitle("Phụ lục", "DANH SÁCH TRÍCH NGANG TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG", draft.AttachedTo("Tờ trình")),
                NomineeList.ForProposal(document),
            ]),
        ]);
    }

    /// <summary>Who decides; below the city the head of the unit itself, from the city up the city's appraiser too.</summary>
    private static IReadOnlyList<string> Receivers(Draft draft)
    {
        var city = draft.City is null ? "thành phố" : InSentence(draft.City.Name, draft.City.Kind);
        return draft.Document.Level switch
        {
            AwardLevel.Ward => [Decider(draft)],
            _ when draft.ProposingUnit.Kind == UnitKind.City => ["Thủ tướng Chính phủ", "Bộ Nội vụ"],
            // The appraiser does not write to itself.
            _ when IsAppraiser(draft) => [draft.CityCommittee],
            _ => [Decider(draft), $"{draft.Wording.CityAppraiser} {city}"],
        };
    }

    private static bool IsAppraiser(Draft draft) =>
        draft.Wording.CityAppraiser is { Length: > 0 } appraiser && draft.ProposingUnit.Name.StartsWith(appraiser, StringComparison.OrdinalIgnoreCase);

    private static string Decider(Draft draft) => draft.Document.Level switch
    {
        AwardLevel.Ward when draft.ProposingUnit.IsCommuneLevel => $"Chủ tịch {Issuer.CommitteeOf(draft.ProposingUnit)}",
        AwardLevel.Ward => "Thủ trưởng cơ quan",
        AwardLevel.State when draft.ProposingUnit.Kind == UnitKind.City => "Thủ tướng Chính phủ",
        AwardLevel.State => $"{draft.CityCommittee}",
        _ => $"Chủ tịch {draft.CityCommittee}",
    };

    private static IEnumerable<Block> Body(Draft draft, string ground)
    {
        var document = draft.Document;
        var lines = NomineeList.Ordered(document);
        if (lines.Count == 0)
        {
            yield return Paragraph.Of("(Dự thảo chưa có trường hợp nào được đề nghị.)");
            yield break;
        }

        yield return Paragraph.Of(
            $"Căn cứ {ground}, {draft.Issuer.InSentence} kính đề nghị {Decider(draft)} " +
            $"{Wish(document.Level!.Value)} cho {NomineeList.CountOf(lines)} có thành tích xuất sắc, cụ thể như sau:");
        var number = 0;
        foreach (var award in NomineeList.ByAward(lines))
            yield return Paragraph.Of($"{++number}. {award}.");
        yield return Paragraph.Of($"Tổng số: {Count(lines.Count, "trường hợp")}, gồm {NomineeList.CountOf(lines)} (có danh sách trích ngang và hồ sơ kèm theo).");
        yield return Paragraph.Of(Screening(lines));
        yield return Paragraph.Of($"{UpperFirst(draft.Issuer.InSentence)} chịu trách nhiệm về tính chính xác của hồ sơ, thành tích đề nghị và kính trình {Decider(draft)} xem xét, quyết định./.");
    }

    private static string Wish(AwardLevel level) => level == AwardLevel.State ? "xem xét, trình cấp có thẩm quyền khen thưởng" : "xem xét, khen thưởng";

    private static string Screening(List<Domain.DocumentLine> lines)
    {
        var parts = new List<string>();
        foreach (var outcome in (Outcome[])[Outcome.Met, Outcome.NotMet, Outcome.NotYetKnown])
        {
            var count = lines.Count(line => line.Eligibility == outcome);
            if (count > 0)
                parts.Add($"{Count(count, "trường hợp")} {LowerFirst(NomineeList.Verdict(outcome))}{(outcome == Outcome.Met ? " tiêu chuẩn" : "")}");
        }

        var late = lines.Count(line => line.Late);
        var tail = late > 0 ? $"; trong đó có {Count(late, "trường hợp")} gửi hồ sơ sau thời hạn quy định" : "";
        return $"Kết quả rà soát theo tiêu chuẩn của phong trào thi đua: {string.Join(", ", parts)}{tail}.";
    }
}
