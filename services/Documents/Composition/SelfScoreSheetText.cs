using Emulation.Documents.Composition.Plans;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Phiếu tự chấm điểm: one table over as many pages as it takes, signed by who made it and by the head.</summary>
internal static class SelfScoreSheetText
{
    public static OfficialDocument Write(Draft draft, SelfScoreSheet sheet) => new($"Phiếu tự chấm điểm {LowerFirst(sheet.Abstract)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Landscape,
        [
            draft.Letterhead,
            new TitleBlock("PHIẾU TỰ CHẤM ĐIỂM", sheet.Abstract),
            Paragraph.Of($"Đơn vị tự chấm: {draft.Issuer.InSentence}. Bộ chỉ số: {PlanWords.Bare(sheet.IndexSetName)}."),
            Table(sheet),
            .. Sums(sheet),
            new SignerRow([new(["NGƯỜI LẬP PHIẾU"], "(Ký, ghi rõ họ tên)", sheet.MakerName), new(draft.SignedAs(), null, draft.SignerName)]),
        ]),
    ]);

    private static TableBlock Table(SelfScoreSheet sheet)
    {
        var appraised = All(sheet).Concat(sheet.Adjustments).Any(c => c.Appraised is not null);
        List<TableRow> rows = [];
        foreach (var area in sheet.Areas)
        {
            rows.Add(new(Cells(area.Code, area.Name, area.Criteria), Strong: true));
            foreach (var part in area.Criteria.GroupWhile((a, b) => a.PartOf is not null && a.PartOf == b.PartOf))
            {
                if (part[0].PartOf is { } whole)
                    rows.Add(new(Cells("", whole, part)));
                rows.AddRange(part.Select(Row));
            }
        }

        rows.Add(new(Cells("", "Tổng điểm", All(sheet)), Strong: true));
        if (sheet.Adjustments.Length > 0)
        {
            rows.Add(new(["Điểm thưởng, điểm trừ (ngoài thang điểm)"], Group: true));
            rows.AddRange(sheet.Adjustments.Select(Row));
        }

        Column[] columns =
        [
            new("TT", 1, TextAlign.Centre), new("Lĩnh vực, tiêu chí", 5.2), new("Điểm tối đa", 1, TextAlign.Centre), new("Điểm tự chấm", 1, TextAlign.Centre),
            .. appraised ? [new("Điểm thẩm định", 1, TextAlign.Centre)] : Array.Empty<Column>(),
            new("Tài liệu kiểm chứng, giải trình", 4),
        ];
        return new(columns, rows);

        string[] Cells(string code, string name, IReadOnlyCollection<ScoredCriterion> of) =>
            [code, name, PlanWords.Number(Max(of)), PlanWords.Number(Sum(of, c => c.Self)), .. appraised ? [PlanWords.Number(Sum(of, c => c.Appraised ?? c.Self))] : Array.Empty<string>(), ""];

        TableRow Row(ScoredCriterion c) => new(
        [
            c.Code, c.Name, PlanWords.Number(c.Max), c.NotApplicable ? "Không áp dụng" : Points(c.Self),
            .. appraised ? [c.NotApplicable ? "" : Points(c.Appraised ?? c.Self)] : Array.Empty<string>(), c.Evidence ?? "",
        ]);
    }

    private static IEnumerable<Block> Sums(SelfScoreSheet sheet)
    {
        var all = All(sheet);
        var max = Max(all);
        var missing = all.Count(c => c is { Self: null, NotApplicable: false });
        if (max > 0)
            yield return Paragraph.Of($"{sheet.Abstract} tự chấm, quy về thang điểm 100: {Shown(Sum(all, c => c.Self) * 100 / max)}{(missing > 0 ? $" (tạm tính; còn {Count(missing, "tiêu chí")} chưa có điểm)" : "")}.");
        if (sheet.Adjustments.Any(c => c.Self is not null))
            yield return Paragraph.Of($"Điểm thưởng, điểm trừ: {PlanWords.Number(sheet.Adjustments.Sum(c => c.Self ?? 0))}.");
    }

    private static ScoredCriterion[] All(SelfScoreSheet sheet) => [.. sheet.Areas.SelectMany(a => a.Criteria)];

    /// <summary>What does not apply counts on neither side.</summary>
    private static decimal Max(IEnumerable<ScoredCriterion> of) => of.Where(c => !c.NotApplicable).Sum(c => c.Max);

    private static decimal Sum(IEnumerable<ScoredCriterion> of, Func<ScoredCriterion, decimal?> points) => of.Where(c => !c.NotApplicable).Sum(c => points(c) ?? 0);

    private static string Points(decimal? points) => points is { } given ? PlanWords.Number(given) : "–";

    /// <summary>Two decimals, half up, as the index is shown everywhere.</summary>
    private static string Shown(decimal index) => decimal.Round(index, 2, MidpointRounding.AwayFromZero).ToString("0.00", PlanWords.Vietnamese);

    private static IEnumerable<List<ScoredCriterion>> GroupWhile(this IEnumerable<ScoredCriterion> items, Func<ScoredCriterion, ScoredCriterion, bool> together)
    {
        List<ScoredCriterion> run = [];
        foreach (var item in items)
        {
            if (run.Count > 0 && !together(run[^1], item))
            {
                yield return run;
                run = [];
            }

            run.Add(item);
        }

        if (run.Count > 0)
            yield return run;
    }
}
