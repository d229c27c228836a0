using System.Globalization;
using Emulation.Documents.Composition.Plans;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Công văn đôn đốc: no title of its own, what it is about stands below the number (Phụ lục I, box 5b).</summary>
internal static class UrgingLetterText
{
    public static OfficialDocument Write(Draft draft, UrgingLetter letter) => new($"Công văn {letter.Abstract}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Portrait,
        [
            draft.Letterhead with { Subject = letter.Abstract },
            new Addressees(letter.Addressees),
            .. Body(draft, letter),
            draft.Signature(["Như trên", draft.FiledByOwnSection]),
        ]),
    ]);

    private static IEnumerable<Block> Body(Draft draft, UrgingLetter letter)
    {
        var late = letter.Owed.Count(item => DaysLate(item, letter) > 0);
        var ground = string.IsNullOrEmpty(letter.CampaignName) ? "Qua theo dõi" : $"Qua theo dõi việc thực hiện {Campaign(letter.CampaignName)}";
        var units = letter.Owed.Select(item => item.Unit).Distinct().Count();
        yield return Paragraph.Of($"{ground}, đến hết {Date(letter.AsOf)} còn {Count(letter.Owed.Length, "nhiệm vụ, báo cáo")} của {Count(units, "cơ quan, đơn vị")} chưa hoàn thành{(late > 0 ? $", trong đó {Count(late, "nhiệm vụ, báo cáo")} đã quá thời hạn" : "")}, cụ thể như sau:");
        if (letter.Owed is [var only])
            yield return Paragraph.Of($"{only.Unit}: {LowerFirst(PlanWords.Bare(only.What))}{(only.LastDay is { } day ? $", thời hạn hết {Date(day)} ({LowerFirst(Standing(only, letter))})" : "")}.");
        else
            yield return Table(letter);
        yield return Paragraph.Of($"{UpperFirst(draft.Issuer.InSentence)} đề nghị các cơ quan, đơn vị nêu trên khẩn trương hoàn thành{(letter.Until is { } until ? $" chậm nhất {Date(until)}" : "")}; báo cáo rõ nguyên nhân, trách nhiệm của tập thể, cá nhân có liên quan đối với nội dung thực hiện chậm.");
        yield return Paragraph.Of($"{UpperFirst(draft.Issuer.InSentence)} yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./.");
    }

    private static TableBlock Table(UrgingLetter letter) => new(
        [
            new Column("TT", 0.6, TextAlign.Centre), new Column("Cơ quan, đơn vị", 2.5), new Column("Nhiệm vụ, báo cáo", 4),
            new Column("Thời hạn", 1.6, TextAlign.Centre), new Column("Tình trạng", 2.4, TextAlign.Centre),
        ],
        [.. letter.Owed.Select((item, i) => new TableRow(
        [
            (i + 1).ToString(CultureInfo.InvariantCulture), item.Unit, $"{PlanWords.Bare(item.What)}{(item.Clause is { } clause ? $" ({Place(clause)})" : "")}",
            item.LastDay is { } day ? ShortDate(day) : "–", Standing(item, letter),
        ]))]);

    /// <summary>“LTN-26-30/IV.2.2” is an ID of the system; a reader of the plan looks for its mục.</summary>
    private static string Place(string clause) => clause.LastIndexOf('/') is >= 0 and var at ? $"mục {clause[(at + 1)..]} Kế hoạch" : clause;

    private static int? DaysLate(OwedItem item, UrgingLetter letter) => item.LastDay is { } day ? letter.AsOf.DayNumber - day.DayNumber : null;

    private static string Standing(OwedItem item, UrgingLetter letter) => DaysLate(item, letter) switch
    {
        null => "Chưa thực hiện",
        > 0 and var late => $"Quá hạn {late} ngày",
        0 => "Đến hạn",
        var left => $"Còn {-left} ngày",
    };
}
