using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Phiếu hồ sơ khen thưởng: what this service knows of one nomination, from its Tờ trình to its decision. A list for the file, not a document of its own: it takes no number.</summary>
internal static class DossierSheet
{
    /// <param name="decision">The issued decision.</param>
    /// <param name="line">The awardee's line in it.</param>
    /// <param name="proposal">The Tờ trình that put him forward; null when it was not written here or is not issued.</param>
    /// <param name="proposed">His line in that Tờ trình.</param>
    public static OfficialDocument Write(Document decision, DocumentLine line, Document? proposal, DocumentLine? proposed)
    {
        List<(string Label, string Text)> rows =
        [
            (line.Recipient == Recipient.Collective ? "Tập thể" : "Cá nhân", line.NomineeName),
            ("Chức vụ, đơn vị công tác", NomineeList.Post(line)),
            ("Phong trào thi đua", decision.CampaignName),
            ("Danh mục khen thưởng", line.CategoryName),
            ("Năm thành tích", line.Year.ToString(CultureInfo.InvariantCulture)),
            ("Thành tích", line.Achievement),
        ];
        if (proposal is not null && proposed is not null)
        {
            rows.Add(("Tờ trình", $"Số {proposal.Symbol}, {Date(proposal.Date!.Value)}, của {InSentence(proposal.UnitName)}"));
            rows.Add(("Hình thức đề nghị", proposed.AwardName));
            rows.Add(("Kết quả xét tiêu chuẩn", NomineeList.Verdict(proposed.Eligibility) + (proposed.Late ? " (gửi sau thời hạn)" : "")));
        }

        rows.Add(("Quyết định khen thưởng", $"Số {decision.Symbol}, {Date(decision.Date!.Value)}, của {InSentence(decision.UnitName)}"));
        rows.Add(("Hình thức khen thưởng", line.AwardName));
        rows.Add(("Số sổ vàng", $"{line.Order:00}"));
        return new OfficialDocument($"Phiếu hồ sơ khen thưởng – {line.NomineeName}", decision.UnitName, decision.UpdatedAt,
        [
            new Section(PageOrientation.Portrait,
            [
                new TitleBlock("PHIẾU HỒ SƠ KHEN THƯỞNG", line.NomineeName),
                new TableBlock([new Column("Nội dung", 1), new Column("Chi tiết", 2.6)],
                    [.. rows.Where(row => row.Text.Length > 0).Select(row => new TableRow([row.Label, row.Text]))]),
            ]),
        ]);
    }
}
