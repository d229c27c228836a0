using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Reading;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>Reads last days (DDL and REP rows).</summary>
internal static partial class DeadlineReader
{
    public static void Read(IReadOnlyList<Part> all, AwardParts parts, (int From, int To)? period, Func<Part, string> clauseOf, Readings found)
    {
        var n = 0;
        foreach (var part in all.Where(p => p.Words.Length <= Paragraph.Longest))
            foreach (Match match in Day().Matches(part.Bare))
            {
                var sentence = part.Bare[(part.Bare.LastIndexOf(". ", match.Index, StringComparison.Ordinal) + 1)..match.Index];
                var (dossier, report) = (sentence.IndexOf("ho so", StringComparison.Ordinal), sentence.IndexOf("bao cao", StringComparison.Ordinal));
                if (dossier < 0 && report < 0)
                    continue;
                var of = dossier >= 0 && (report < 0 || dossier < report) ? DeadlineFor.Dossier : DeadlineFor.Report;
                n++;
                Take(n, part, match, sentence, of, parts.ContextOf(part) ?? new AwardContext(), period, clauseOf(part), found);
            }
        foreach (var part in all.Where(p => p.Words.Length <= Paragraph.Longest))
            foreach (Match match in Monthly().Matches(part.Bare))
                found.Missing($"deadlines/{++n}", "Hạn báo cáo", $"Mục {clauseOf(part)}: “{part.Words.Value.Substring(match.Index, match.Length)}” là hạn theo tháng, quý; nhập tay.", [part.Span(match.Index, match.Length)]);
        Empty(parts, found);
    }

    private static void Take(int n, Part part, Match match, string sentence, DeadlineFor of, AwardContext context, (int From, int To)? period, string clause, Readings found)
    {
        var (day, month, year) = (Dates.Number(match, "d")!.Value, Dates.Number(match, "m")!.Value, Dates.Number(match, "y"));
        var span = part.Span(match.Index, match.Length);
        var label = of == DeadlineFor.Dossier ? "Hạn gửi hồ sơ" : "Hạn báo cáo";
        List<string?> doubts = [];
        var every = match.Groups["every"].Success;
        // A day without a year in a plan of one year is of that year.
        if (year is null && !every && period is { } only && only.From == only.To)
            year = only.From;
        else if (year is null && !every)
        {
            every = true;
            if (!sentence.Contains("hang nam", StringComparison.Ordinal))
                doubts.Add("Không ghi năm, cũng không ghi “hằng năm”; hiểu là hằng năm.");
        }
        var date = year is { } y ? Dates.Of(y, month, day) : null;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2024, month) || (year is not null && date is null))
        {
            found.Missing($"deadlines/{n}", label, $"Ngày {day:00}/{month:00}{(year is null ? "" : $"/{year}")} không có trong lịch.", [span]);
            return;
        }
        var after = every && month <= 3 && of == DeadlineFor.Dossier ? 1 : 0;
        if (after == 1)
            doubts.Add($"Kế hoạch không ghi xét thành tích của năm nào; hạn trong tháng {month} hiểu là xét năm trước.");
        var hour = match.Groups["hour"].Success;
        if (hour)
            doubts.Add("Kế hoạch ghi cả giờ; hệ thống tính hạn theo ngày, hết ngày đó.");
        var deadline = new Deadline
        {
            Date = every ? null : date,
            EveryYear = every ? new YearlyDay { Month = month, Day = day, YearsAfter = after } : null,
            Boundary = match.Groups["strict"].Success && match.Groups["until"].Length == 0 && !hour ? DeadlineBoundary.Strict : DeadlineBoundary.Inclusive,
            Clause = clause,
        };
        var cadence = of == DeadlineFor.Report ? null : AwardParts.CadenceOf(sentence) ?? PeriodOrYear(sentence) ?? context.Cadence;
        found.Read($"deadlines/{n}", label, new ImportedDeadline
        {
            Deadline = deadline,
            For = of,
            Text = Conditions.Text(part.Words.Value.Substring(match.Index - sentence.Length, sentence.Length + match.Length).Trim()),
            Cadence = cadence,
            Level = of == DeadlineFor.Dossier && AwardParts.Narrow(new(), sentence).Levels is [var level] ? level : null,
            Receiver = Receiver(part, match),
            TooLateFrom = deadline.Date is not null || period is not null ? deadline.TooLateFrom(period?.From ?? 0) : null,
        }, deadline.Boundary == DeadlineBoundary.Strict ? "“trước ngày d”: phút cuối là 24 giờ của ngày liền trước, giờ Việt Nam (C-02)." : "“chậm nhất”, “đến hết ngày”: còn kịp trong chính ngày đó, giờ Việt Nam (C-02).", [span], doubts);
    }

    private static Cadence? PeriodOrYear(string sentence) => PeriodWords().IsMatch(sentence) ? Cadence.Period : sentence.Contains("hang nam", StringComparison.Ordinal) ? Cadence.Yearly : null;

    private static string? Receiver(Part part, Match match) =>
        To().Match(part.Bare[..match.Index]) is { Success: true } to ? Before().Replace(part.Words.Value.Substring(to.Groups["r"].Index, to.Groups["r"].Length), "").Trim(' ', ',', '(') : null;

    /// <summary>A head speaks of the time, but no day is given (HA-25/III.5).</summary>
    private static void Empty(AwardParts parts, Readings found)
    {
        if (found.Fields.Any(f => f.Group == "deadlines"))
            return;
        var head = parts.Parts.Find(p => TimeHead().IsMatch(p.Bare));
        if (head is not null)
            found.Missing("deadlines", "Hạn gửi hồ sơ", "Có mục thời gian gửi hồ sơ nhưng không ghi ngày: đợt này không có hạn, đóng bằng tay.", [head.Node.Span]);
    }

    [GeneratedRegex(@"(?:(?<strict>truoc)(?<until>(?: va trong)?)|cham nhat|muon nhat|khong muon hon|den het|het|khong qua)(?: la| vao| het| den)?(?<hour>\s+\d{1,2}\s?(?:gio|h)(?:\s?\d{2})?(?: phut)?,?)?(?: ngay)?\s+(?<d>\d{1,2})(?:\s*/\s*(?<m>\d{1,2})(?:\s*/\s*(?<y>20\d\d))?|\s+thang\s+(?<m>\d{1,2})(?:\s+nam\s+(?<y>20\d\d))?)(?!\d)(?<every>\s+(?:hang nam|moi nam|cua nam sau|nam sau))?", RegexOptions.CultureInvariant)]
    private static partial Regex Day();

    [GeneratedRegex(@"(?:truoc|cham nhat)(?: vao)?(?: ngay)? \d{1,2} (?:hang thang|hang quy|cua thang|cua quy|thang cuoi quy)", RegexOptions.CultureInvariant)]
    private static partial Regex Monthly();

    [GeneratedRegex(@"giai doan|tong ket", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodWords();

    [GeneratedRegex(@"\b(?:gui |nop |trinh )?(?:ve|den|toi|cho)\s+(?<r>(?:uy ban|ubnd|phong|so|ban|hoi dong|van phong|trung tam)\b[^.;,]{2,80}?)(?=\s+(?:truoc|cham|muon|de|den het|tong hop)|,|$)", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex To();

    [GeneratedRegex(" (?:để|trước|chậm nhất) .*$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(@"^th\w+ (?:gian|han) [^.]{0,30}(?:xet|gui|nop|khen)", RegexOptions.CultureInvariant)]
    private static partial Regex TimeHead();
}
