using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Biên bản họp Hội đồng (Mẫu 1.9): beginning, who attended, chair, secretary, the course of the session, its end.</summary>
internal static class CouncilMinutesText
{
    public static OfficialDocument Write(Draft draft, CouncilMinutes minutes) => new($"Biên bản {LowerFirst(minutes.Abstract)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Portrait,
        [
            // Mẫu 1.9 has no place and date above: the closing time says when.
            draft.Letterhead with { PlaceAndDate = "" },
            new TitleBlock("BIÊN BẢN", minutes.Abstract),
            .. Opening(minutes),
            .. minutes.Items.SelectMany((item, i) => Item(item, i + 1)),
            .. Summary(minutes),
            .. Closing(minutes),
            // Mẫu 1.9 lets the receivers follow below the two signatures.
            new SignerRow([Secretary(minutes), Chair(minutes)], draft.Document.Recipients ?? ["Như thành phần tham dự", "Lưu: VT, Hồ sơ"]),
        ]),
    ]);

    private static IEnumerable<Block> Opening(CouncilMinutes minutes)
    {
        yield return Fact("Thời gian bắt đầu", $"{Moment(minutes.OpenedAt)}.");
        yield return Fact("Địa điểm", $"{minutes.Place.TrimEnd('.')}.");
        yield return Fact("Nội dung họp", $"{minutes.Title.TrimEnd('.')}.");
        if (minutes.CouncilDecision is { } number)
            yield return Fact("Căn cứ", $"Quyết định số {number}{(minutes.CouncilDecisionDate is { } day ? $" {Date(day)}" : "")} về việc thành lập, kiện toàn {minutes.CouncilName}.");
        yield return Fact("Chủ trì", $"{Person(minutes, minutes.ChairName)}.");
        yield return Fact("Thư ký (người ghi biên bản)", $"{Person(minutes, minutes.SecretaryName)}.");
        yield return Fact("Thành phần tham dự", Attendance(minutes));
        yield return new TableBlock(
            [
                new Column("TT", 0.7, TextAlign.Centre), new Column("Họ và tên", 3), new Column("Chức danh trong Hội đồng", 2.4), new Column("Chức vụ, đơn vị công tác", 3.4), new Column("Dự họp", 2.6),
            ],
            [.. minutes.Attendance.Select((member, i) => new TableRow(
                [(i + 1).ToString(CultureInfo.InvariantCulture), member.Name, Title(member.Title), member.Position ?? "", Took(member)]))]);
        yield return new Heading(2, "Nội dung (theo diễn biến cuộc họp):");
    }

    private static string Attendance(CouncilMinutes minutes)
    {
        int Of(MinutesAttendance how) => minutes.Attendance.Count(m => m.Attendance == how);
        var parts = new List<string> { $"có mặt {Of(MinutesAttendance.Present):00} thành viên" };
        if (Of(MinutesAttendance.Written) is > 0 and var written)
            parts.Add($"vắng mặt có ý kiến bằng văn bản {written:00} thành viên");
        if (Of(MinutesAttendance.Absent) is > 0 and var absent)
            parts.Add($"vắng mặt {absent:00} thành viên");
        return $"tổng số {minutes.Attendance.Length:00} thành viên Hội đồng; {string.Join("; ", parts)}.";
    }

    private static IEnumerable<Block> Item(MinutesItem item, int number)
    {
        yield return new Heading(2, $"{number}. {item.Subject.TrimEnd('.')}");
        if (item.OffNote is { } off)
        {
            yield return Paragraph.Of($"Nội dung được đưa ra khỏi chương trình: {Sentence(off)}");
            yield break;
        }

        if (item.Conflicts.Length > 0)
            yield return Paragraph.Of($"Không tham gia biểu quyết do có xung đột lợi ích: {string.Join("; ", item.Conflicts.GroupBy(c => c.MemberName).Select(g => $"{g.Key} ({string.Join(", ", g.Select(c => LowerFirst(c.Detail.TrimEnd('.'))))})"))}.");
        if (item.Result is { } result)
        {
            var ballot = item.Ballot == Ballot.Secret ? "bỏ phiếu kín" : "biểu quyết công khai";
            yield return Paragraph.Of($"Hội đồng {ballot}; kết quả: đồng ý {result.Yes:00}, không đồng ý {result.No:00}, không có ý kiến {result.Abstain:00}, không hợp lệ {result.Invalid:00}; " +
                $"tỷ lệ đồng ý {result.Yes:00}/{result.Base:00} {Base(item.Of)}, đạt {Percent(result.Share)}{Needed(item)}. {Outcome(result.Outcome)}.");
            if (item.LegalBasis is { } basis)
                yield return Paragraph.Of($"Căn cứ biểu quyết: {Sentence(basis)}");
        }

        if (item.Votes.Length > 0)
            yield return Paragraph.Of($"Ý kiến biểu quyết: {string.Join("; ", item.Votes.Select(v => $"{v.Name}: {Choice(v.Choice)}{(v.Reason is { } why ? $" ({LowerFirst(why.TrimEnd('.'))})" : "")}"))}.");
        if (item.Conclusion is { } conclusion)
            yield return Paragraph.Of($"Kết luận: {Sentence(conclusion)}");
        if (item.Approved == false)
            yield return Paragraph.Of($"Chủ tịch không duyệt nội dung này{(item.LeftOutReason is { } left ? $", lý do: {Sentence(LowerFirst(left))}" : ".")}");
    }

    /// <summary>One look at all ballots, where there is more than one.</summary>
    private static IEnumerable<Block> Summary(CouncilMinutes minutes)
    {
        var voted = minutes.Items.Select((item, i) => (Item: item, Number: i + 1)).Where(x => x.Item is { Result: not null, OffNote: null }).ToList();
        if (voted.Count < 2)
            yield break;
        yield return new Heading(2, "Tổng hợp kết quả biểu quyết:");
        yield return new TableBlock(
            [
                new Column("Mục", 0.95, TextAlign.Centre), new Column("Nội dung", 3.2), new Column("Đồng ý", 1.05, TextAlign.Centre), new Column("Không đồng ý", 1.3, TextAlign.Centre),
                new Column("Không có ý kiến", 1.3, TextAlign.Centre), new Column("Không hợp lệ", 1.3, TextAlign.Centre), new Column("Tỷ lệ", 1.35, TextAlign.Centre), new Column("Kết quả", 1.5, TextAlign.Centre),
            ],
            [.. voted.Select(x => new TableRow(
            [
                x.Number.ToString(CultureInfo.InvariantCulture), x.Item.Subject, Two(x.Item.Result!.Yes), Two(x.Item.Result.No), Two(x.Item.Result.Abstain), Two(x.Item.Result.Invalid),
                Percent(x.Item.Result.Share), x.Item.Result.Outcome switch { CouncilOutcome.Passed => "Thông qua", CouncilOutcome.NotPassed => "Không thông qua", _ => "Không đủ thành viên" },
            ]))]);
    }

    private static IEnumerable<Block> Closing(CouncilMinutes minutes)
    {
        if (minutes.Approved && minutes.ApprovedAt is { } at)
            yield return Paragraph.Of($"Chủ tịch Hội đồng duyệt kết quả phiên họp lúc {Moment(at)}{(minutes.ApprovalNote is { } note ? $": {Sentence(note)}" : ".")}");
        yield return Paragraph.Of("Biên bản đã được đọc lại cho các thành viên dự họp nghe và thống nhất thông qua.");
        yield return Paragraph.Of($"Cuộc họp kết thúc vào {Moment(minutes.ConcludedAt)}./.");
    }

    private static SignerColumn Secretary(CouncilMinutes minutes) => new(["THƯ KÝ"], "(Chữ ký, họ và tên)", minutes.SecretaryName);

    /// <summary>A member of an advisory body signs with the title in it; the post in the agency stands in the list above (Phụ lục I.II.7).</summary>
    private static SignerColumn Chair(CouncilMinutes minutes) => new(["CHỦ TỌA", Upper(Full(minutes.Attendance.First(m => m.Name == minutes.ChairName).Title))], "(Chữ ký, dấu của cơ quan)", minutes.ChairName);

    private static string Person(CouncilMinutes minutes, string name) =>
        Array.Find(minutes.Attendance, m => m.Name == name) is { } member ? $"{name}, {Full(member.Title)}{(member.Position is { } post ? $", {post}" : "")}" : name;

    private static string Title(MinutesTitle title) => title switch
    {
        MinutesTitle.Chair => "Chủ tịch",
        MinutesTitle.ViceChair => "Phó Chủ tịch",
        MinutesTitle.Standing => "Ủy viên thường trực",
        MinutesTitle.Secretary => "Thư ký",
        _ => "Ủy viên",
    };

    private static string Full(MinutesTitle title) => $"{Title(title)} Hội đồng";

    private static string Took(MinutesMember member) => member.Attendance switch
    {
        MinutesAttendance.Present => "Có mặt",
        MinutesAttendance.Written => "Vắng, có ý kiến bằng văn bản",
        _ => "Vắng mặt",
    } + (member.Note is { } note ? $" ({LowerFirst(note)})" : "");

    private static string Choice(MinutesChoice choice) => choice switch
    {
        MinutesChoice.Yes => "đồng ý",
        MinutesChoice.No => "không đồng ý",
        MinutesChoice.Abstain => "không có ý kiến",
        _ => "không hợp lệ",
    };

    private static string Base(VoteBase of) => of == VoteBase.AllMembers ? "tổng số thành viên Hội đồng" : "thành viên tham gia biểu quyết";

    private static string Needed(MinutesItem item) => item.Threshold is not { } share ? ""
        : item.MoreThan ? share == "1/2" ? " (yêu cầu quá nửa)" : $" (yêu cầu trên {share})"
        : $" (yêu cầu từ {share} trở lên)";

    private static string Outcome(CouncilOutcome outcome) => outcome switch
    {
        CouncilOutcome.Passed => "Hội đồng thông qua",
        CouncilOutcome.NotPassed => "Hội đồng không thông qua",
        _ => "Không đủ số thành viên tham gia theo quy định, nội dung chưa được thông qua",
    };

    private static Paragraph Fact(string label, string text) => new([new Run($"{label}: ", Bold: true), new Run(text)]);

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : text.TrimEnd() + ".";

    private static string Two(int count) => count.ToString("00", CultureInfo.InvariantCulture);
}
