using System.Globalization;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Thông báo thay đổi thời hạn.</summary>
internal static class DeadlineNoticeText
{
    public static OfficialDocument Write(Draft draft, DeadlineNotice notice) => new($"Thông báo {LowerFirst(notice.Abstract)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Portrait,
        [
            draft.Letterhead,
            new TitleBlock("THÔNG BÁO", notice.Abstract),
            new Addressees(notice.Addressees),
            .. Body(draft, notice),
            draft.Signature(["Như trên", draft.FiledByOwnSection]),
        ]),
    ]);

    private static IEnumerable<Block> Body(Draft draft, DeadlineNotice notice)
    {
        yield return Paragraph.Of($"{UpperFirst(draft.Issuer.InSentence)} thông báo thay đổi thời hạn như sau:");
        if (notice.Moved is [var only])
            yield return Paragraph.Of($"{only.What}: {Change(only)}.");
        else
            yield return new TableBlock(
                [new Column("TT", 1, TextAlign.Centre), new Column("Nội dung", 6), new Column("Thời hạn cũ", 3, TextAlign.Centre), new Column("Thời hạn mới", 3, TextAlign.Centre)],
                [.. notice.Moved.Select((moved, i) => new TableRow(
                    [(i + 1).ToString(CultureInfo.InvariantCulture), moved.What, moved.From is { } from ? ShortDate(from) : "Chưa quy định", ShortDate(moved.To)]))]);
        yield return Paragraph.Of($"Lý do thay đổi: {notice.Reason.TrimEnd('.', ' ')}.");
        yield return Paragraph.Of("Các nội dung khác không thay đổi. Hồ sơ, báo cáo đã gửi trong thời hạn mới được tính là đúng hạn.");
        yield return Paragraph.Of($"{UpperFirst(draft.Issuer.InSentence)} thông báo để các cơ quan, đơn vị biết, thực hiện./.");
    }

    private static string Change(MovedDeadline moved) =>
        $"chuyển {(moved.From is { } from ? $"từ hết {Date(from)} " : "")}sang hết {Date(moved.To)}";
}
