using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Lists of nominees: the short listing of a proposal, the list of a decision, and counts in words.</summary>
internal static class NomineeList
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Decision: by its own order. Proposal: collectives first, then by award and name, so that the order does not hang on arrival.</summary>
    public static List<DocumentLine> Ordered(Document document) => document.Type == DocumentType.Decision
        ? [.. document.Lines.OrderBy(line => line.Order)]
        : [.. document.Lines
            .OrderBy(line => line.Recipient)
            .ThenBy(line => line.AwardName, Comparer<string>.Create(Vietnamese.Compare))
            .ThenBy(line => line.Recipient == Recipient.Individual ? GivenName(line.NomineeName) : "", Comparer<string>.Create(Vietnamese.Compare))
            .ThenBy(line => line.NomineeName, Comparer<string>.Create(Vietnamese.Compare))
            .ThenBy(line => line.NominationId)];

    public static TableBlock ForProposal(Document document) => new(
        [
            new Column("STT", 0.55, TextAlign.Centre),
            new Column("Tập thể, cá nhân được đề nghị", 2),
            new Column("Chức vụ, đơn vị công tác", 2),
            new Column("Danh hiệu, hình thức đề nghị", 2),
            new Column("Tóm tắt thành tích", 4.2),
            new Column("Kết quả xét tiêu chuẩn", 1.35, TextAlign.Centre),
        ],
        Rows(document, line =>
        [
            line.NomineeName,
            Post(line),
            line.AwardName,
            line.Achievement,
            line.Late ? $"{Verdict(line.Eligibility)} (gửi sau thời hạn)" : Verdict(line.Eligibility),
        ]));

    public static TableBlock ForDecision(Document document) => new(
        [
            new Column("Số sổ vàng", 0.8, TextAlign.Centre),
            new Column("Tập thể, cá nhân được khen thưởng", 2.4),
            new Column("Chức vụ, đơn vị công tác", 2.4),
            new Column("Danh hiệu, hình thức khen thưởng", 2.4),
            new Column("Thành tích", 3.6),
        ],
        Rows(document, line => [line.NomineeName, Post(line), line.AwardName, line.Achievement]));

    /// <summary>“02 tập thể và 05 cá nhân”.</summary>
    public static string CountOf(IReadOnlyCollection<DocumentLine> lines)
    {
        var parts = lines.GroupBy(line => line.Recipient).OrderBy(group => group.Key)
            .Select(group => Count(group.Count(), group.Key == Recipient.Collective ? "tập thể" : "cá nhân"));
        return string.Join(" và ", parts);
    }

    /// <summary>“Bằng khen … cho 02 tập thể và 05 cá nhân; Cờ thi đua … cho 01 tập thể”.</summary>
    public static IEnumerable<string> ByAward(IEnumerable<DocumentLine> lines) =>
        lines.GroupBy(line => line.AwardName).OrderBy(group => group.Min(line => line.Recipient)).ThenBy(group => group.Key, Comparer<string>.Create(Vietnamese.Compare))
            .Select(group => $"{group.Key} cho {CountOf([.. group])}");

    public static string Verdict(Outcome outcome) => outcome switch
    {
        Outcome.Met => "Đạt",
        Outcome.NotMet => "Chưa đạt",
        _ => "Chưa đủ căn cứ",
    };

    /// <summary>Post and unit of a person; for a collective its unit, unless the collective is the unit itself.</summary>
    public static string Post(DocumentLine line) => line switch
    {
        { Position: { Length: > 0 } position } => $"{position}, {InSentence(line.NomineeUnit)}",
        _ when string.Equals(line.NomineeUnit, line.NomineeName, StringComparison.Ordinal) => "",
        _ => line.NomineeUnit,
    };

    /// <summary>Vietnamese lists of persons go by the given name, which stands last.</summary>
    private static string GivenName(string name) => name.Trim()[(name.Trim().LastIndexOf(' ') + 1)..];

    private static List<TableRow> Rows(Document document, Func<DocumentLine, IReadOnlyList<string>> cells)
    {
        var rows = new List<TableRow>();
        var number = 0;
        Recipient? group = null;
        // A decision keeps its own numbering: a person is found by the number on the certificate (số sổ vàng).
        var ordered = Ordered(document);
        if (document.Type == DocumentType.Decision)
            ordered = [.. ordered.OrderBy(line => line.Recipient).ThenBy(line => line.Order)];
        foreach (var line in ordered)
        {
            if (group != line.Recipient)
            {
                group = line.Recipient;
                var name = group == Recipient.Collective ? "TẬP THỂ" : "CÁ NHÂN";
                var count = ordered.Count(other => other.Recipient == group);
                rows.Add(new TableRow([$"{(rows.Count == 0 ? "I" : "II")}. {name} ({Count(count, "trường hợp")})"], Group: true));
            }

            number++;
            rows.Add(new TableRow([(line.Order ?? number).ToString(CultureInfo.InvariantCulture), .. cells(line)]));
        }

        return rows;
    }
}
