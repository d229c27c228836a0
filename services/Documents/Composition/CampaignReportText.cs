using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Báo cáo sơ kết, tổng kết of a campaign.</summary>
internal static class CampaignReportText
{
    // More bars than that do not stand on a page, more lines cannot be told apart; the tables show everything.
    private const int MostBars = 15;
    private const int MostLines = 3;

    public static OfficialDocument Write(Draft draft, CampaignReport report)
    {
        var stage = report.Stage == ReportStage.Final ? "tổng kết" : "sơ kết";
        return new($"Báo cáo {LowerFirst(report.Abstract)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
        [
            new Section(PageOrientation.Portrait,
            [
                draft.Letterhead,
                new TitleBlock("BÁO CÁO", report.Abstract),
                new Addressees(report.Addressees),
                Paragraph.Of($"Thực hiện {Campaign(report.CampaignName!)}, {draft.Issuer.InSentence} báo cáo {stage} {Period(report)} như sau:"),
                .. Chapters(report),
                Paragraph.Of($"Trên đây là Báo cáo {stage} {Campaign(report.CampaignName!)} {Period(report)} của {draft.Issuer.InSentence}./."),
                draft.Signature(["Như trên", draft.FiledByOwnSection]),
            ]),
        ]);
    }

    private static IEnumerable<Block> Chapters(CampaignReport report)
    {
        var chapter = 0;
        if (report.Carrying.Length > 0)
        {
            yield return Chapter(ref chapter, "TÌNH HÌNH TRIỂN KHAI THỰC HIỆN");
            foreach (var text in report.Carrying)
                yield return Paragraph.Of(text);
        }

        yield return Chapter(ref chapter, "KẾT QUẢ ĐẠT ĐƯỢC");
        var parts = new[] { Awards(report), Units(report), Index(report), Criteria(report), Deadlines(report) }.Where(part => part.Blocks.Count > 0).ToList();
        if (parts.Count == 0)
            yield return Paragraph.Of("Chưa có số liệu trong kỳ báo cáo.");
        for (var i = 0; i < parts.Count; i++)
        {
            yield return new Heading(2, $"{i + 1}. {parts[i].Title}");
            foreach (var block in parts[i].Blocks)
                yield return block;
        }

        foreach (var (title, texts) in new[] { ("TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", report.Shortcomings), ("PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI", report.Directions), ("KIẾN NGHỊ, ĐỀ XUẤT", report.Proposals) })
        {
            if (texts.Length == 0)
                continue;
            yield return Chapter(ref chapter, title);
            for (var i = 0; i < texts.Length; i++)
                yield return Paragraph.Of(texts.Length > 1 ? $"{i + 1}. {texts[i]}" : texts[i]);
        }
    }

    private static (string Title, List<Block> Blocks) Awards(CampaignReport report)
    {
        List<Block> blocks = [];
        if (report.Awards.Length > 0)
        {
            var (nominated, awarded) = (report.Awards.Sum(a => a.Nominated), report.Awards.Sum(a => a.Awarded));
            blocks.Add(Paragraph.Of($"Trong kỳ có {Count(nominated, "trường hợp")} được đề nghị ({Of(report, Recipient.Collective, "tập thể")}, {Of(report, Recipient.Individual, "cá nhân")}); {Count(awarded, "trường hợp")} được khen thưởng"
                + (nominated > 0 ? $", bằng {Percent((decimal)awarded / nominated)} số đề nghị." : ".")));
            var categories = Grouped(report.Awards, a => a.Category);
            blocks.Add(Table("Loại khen thưởng", categories));
            if (categories.Count is > 1 and <= MostBars)
                blocks.Add(Bars("Số đề nghị và số được khen thưởng theo loại", categories));
        }

        return ("Kết quả đề nghị và khen thưởng", blocks);
    }

    private static (string Title, List<Block> Blocks) Units(CampaignReport report)
    {
        List<Block> blocks = [];
        var units = Grouped(report.Awards, a => a.UnitName);
        if (units.Count > 1)
        {
            blocks.Add(Table("Đơn vị đề nghị", units));
            if (units.Count <= MostBars)
                blocks.Add(Bars("Số đề nghị và số được khen thưởng theo đơn vị", units));
        }

        return ("Kết quả theo đơn vị đề nghị", blocks);
    }

    private static (string Title, List<Block> Blocks) Index(CampaignReport report)
    {
        List<Block> blocks = [];
        if (report.Index.Length > 0)
        {
            var figures = report.Index.OrderBy(f => f.Year).ThenBy(f => f.Rank ?? int.MaxValue).ThenBy(f => f.UnitName, StringComparer.Ordinal).ToList();
            blocks.Add(FigureTables.Index(figures, units: true));
            var years = figures.Select(f => f.Year).Distinct().Order().ToList();
            var units = figures.Select(f => f.UnitName!).Distinct().ToList();
            if (years.Count > 1 && units.Count <= MostLines)
                blocks.Add(new Chart(ChartKind.Lines, "Chỉ số cải cách hành chính qua các năm", "điểm", [.. years.Select(y => y.ToString(CultureInfo.InvariantCulture))],
                    [.. units.Select(unit => new ChartSeries(unit, [.. years.Select(year => figures.Find(f => f.UnitName == unit && f.Year == year)?.Index)]))], Decimals: 2));
            else if (figures.Where(f => f.Year == years[^1] && f.Index is not null).ToList() is { Count: > 1 and <= MostBars } last)
                blocks.Add(new Chart(ChartKind.Bars, $"Chỉ số cải cách hành chính năm {years[^1]}", "điểm", [.. last.Select(f => f.UnitName!)], [new ChartSeries("Chỉ số", [.. last.Select(f => f.Index)])], Decimals: 2));
        }

        return ("Kết quả Chỉ số cải cách hành chính", blocks);
    }

    private static (string Title, List<Block> Blocks) Criteria(CampaignReport report)
    {
        List<Block> blocks = [];
        if (report.Criteria.Length > 0)
        {
            blocks.Add(Paragraph.Of($"Đạt {report.Criteria.Count(c => c.Met == true):00}/{report.Criteria.Length:00} tiêu chí."));
            blocks.Add(FigureTables.Criteria(report.Criteria));
        }

        return ("Kết quả thực hiện các tiêu chí thi đua", blocks);
    }

    private static (string Title, List<Block> Blocks) Deadlines(CampaignReport report) => ("Chấp hành thời hạn", report.Deadlines.Length == 0 ? [] :
    [
        new TableBlock(
            [
                new Column("TT", 0.7, TextAlign.Centre), new Column("Nội dung", 4.4), new Column("Thời hạn", 1.9, TextAlign.Centre), new Column("Đã gửi", 1.2, TextAlign.Centre),
                new Column("Trong đó quá hạn", 1.4, TextAlign.Centre), new Column("Chưa gửi", 1.2, TextAlign.Centre),
            ],
            [.. report.Deadlines.Select((d, i) => new TableRow([FigureTables.Ordinal(i), d.What, d.Due is { } due ? ShortDate(due) : "Chưa quy định", Figure(d.Done), d.Late is { } late ? Figure(late) : "–", Figure(d.Missing)]))]),
    ]);

    private sealed record Group(string Name, int Nominated, int Awarded);

    private static List<Group> Grouped(AwardFigure[] figures, Func<AwardFigure, string> by) =>
        [.. figures.GroupBy(by).Select(g => new Group(g.Key, g.Sum(a => a.Nominated), g.Sum(a => a.Awarded)))];

    private static TableBlock Table(string head, List<Group> groups) => new(
        [new Column("TT", 0.7, TextAlign.Centre), new Column(head, 5.2), new Column("Số đề nghị", 1.5, TextAlign.Centre), new Column("Được khen thưởng", 1.7, TextAlign.Centre), new Column("Tỷ lệ", 1.3, TextAlign.Centre)],
        [
            .. groups.Select((g, i) => new TableRow([FigureTables.Ordinal(i), g.Name, Figure(g.Nominated), Figure(g.Awarded), Share(g.Awarded, g.Nominated)])),
            new TableRow(["", "Tổng số", Figure(groups.Sum(g => g.Nominated)), Figure(groups.Sum(g => g.Awarded)), Share(groups.Sum(g => g.Awarded), groups.Sum(g => g.Nominated))]),
        ]);

    private static Chart Bars(string title, List<Group> groups) => new(ChartKind.Bars, title, "trường hợp", [.. groups.Select(g => g.Name)],
        [new ChartSeries("Đề nghị", [.. groups.Select(g => (decimal?)g.Nominated)]), new ChartSeries("Được khen thưởng", [.. groups.Select(g => (decimal?)g.Awarded)])]);

    private static string Of(CampaignReport report, Recipient recipient, string noun) => Count(report.Awards.Where(a => a.Recipient == recipient).Sum(a => a.Nominated), noun);

    private static string Share(int part, int whole) => whole == 0 ? "–" : Percent((decimal)part / whole);

    private static string Figure(int number) => Number(number, 0);

    private static string Period(CampaignReport report) => report.FromYear == report.ToYear ? $"năm {report.ToYear}" : $"giai đoạn {report.FromYear} - {report.ToYear}";

    private static Heading Chapter(ref int number, string title) => new(1, $"{Outline.Roman(++number)}. {title}");
}
