using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Báo cáo thành tích: who, what was achieved with its figures, earlier awards, confirmation of the head.</summary>
internal static class AchievementReportText
{
    public static OfficialDocument Write(Draft draft, AchievementReport report) => new($"Báo cáo thành tích {LowerFirst(report.Abstract)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Portrait,
        [
            draft.Letterhead,
            new TitleBlock("BÁO CÁO THÀNH TÍCH", report.Abstract),
            .. Outline(report),
            .. Achievements(report),
            .. Awards(report),
            new SignerRow(
            [
                new SignerColumn(["XÁC NHẬN CỦA", "THỦ TRƯỞNG ĐƠN VỊ"], "(Ký tên, đóng dấu)", draft.Document.SignerName),
                report.Recipient == Recipient.Individual
                    ? new SignerColumn(["NGƯỜI BÁO CÁO"], "(Ký, ghi rõ họ tên)", report.NomineeName)
                    : new SignerColumn(["ĐẠI DIỆN TẬP THỂ"], "(Ký, ghi rõ họ tên)", null),
            ]),
        ]),
    ]);

    private static IEnumerable<Block> Outline(AchievementReport report)
    {
        yield return new Heading(1, report.Recipient == Recipient.Individual ? "I. SƠ LƯỢC LÝ LỊCH" : "I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH");
        if (report.Recipient == Recipient.Individual)
        {
            yield return Paragraph.Of($"- Họ và tên: {report.NomineeName}.");
            yield return Paragraph.Of($"- Chức vụ, đơn vị công tác: {report.Position}, {InSentence(report.NomineeUnit)}.");
        }
        else
        {
            yield return Paragraph.Of($"- Tên tập thể: {report.NomineeName}.");
            if (report.NomineeUnit != report.NomineeName)
                yield return Paragraph.Of($"- Trực thuộc: {report.NomineeUnit}.");
        }

        foreach (var text in report.Outline)
            yield return Paragraph.Of($"- {text}");
    }

    private static IEnumerable<Block> Achievements(AchievementReport report)
    {
        yield return new Heading(1, $"II. THÀNH TÍCH ĐẠT ĐƯỢC NĂM {report.AchievedIn}");
        var number = 0;
        yield return new Heading(2, $"{++number}. Kết quả thực hiện nhiệm vụ");
        foreach (var text in report.Achievements)
            yield return Paragraph.Of(text);
        if (report.Criteria.Length > 0)
        {
            yield return new Heading(2, $"{++number}. Kết quả theo các tiêu chí của phong trào thi đua");
            yield return FigureTables.Criteria(report.Criteria);
        }

        if (report.Index.Length > 0)
        {
            yield return new Heading(2, $"{++number}. Kết quả Chỉ số cải cách hành chính của đơn vị");
            yield return FigureTables.Index(report.Index, units: report.Index.Select(f => f.UnitName).Distinct().Count() > 1);
        }

        if (report.Initiatives.Length > 0)
        {
            yield return new Heading(2, $"{++number}. Sáng kiến");
            foreach (var initiative in report.Initiatives)
                yield return Paragraph.Of($"- {initiative.Name}: {initiative.Recognition ?? "chưa được công nhận"}{(initiative.Effect is { } effect ? $"; {LowerFirst(effect.TrimEnd('.'))}" : "")}.");
        }
    }

    private static IEnumerable<Block> Awards(AchievementReport report)
    {
        yield return new Heading(1, "III. CÁC DANH HIỆU, HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG");
        if (report.EarlierAwards.Length == 0)
        {
            yield return Paragraph.Of("Chưa được khen thưởng.");
            yield break;
        }

        yield return new TableBlock(
            [new Column("Năm", 1, TextAlign.Centre), new Column("Danh hiệu, hình thức khen thưởng", 4.2), new Column("Số, ngày, tháng, năm của quyết định; cơ quan ban hành", 5)],
            [.. report.EarlierAwards.OrderBy(a => a.Year).Select(a => new TableRow([a.Year.ToString(CultureInfo.InvariantCulture), a.Name, Decision(a)]))]);
    }

    private static string Decision(EarlierAward award)
    {
        var number = award.DecisionNumber is { } n ? $"Quyết định số {n}" : "";
        var day = award.DecisionDate is { } d ? $" {Date(d)}" : "";
        var issuer = award.Issuer is { } i ? $" của {i}" : "";
        return $"{number}{day}{issuer}".Trim();
    }
}
