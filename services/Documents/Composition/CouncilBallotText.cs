using System.Globalization;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition;

/// <summary>Phiếu bầu: what is voted on with empty boxes, how to fill them in, and the place of the council's stamp.</summary>
internal static class CouncilBallotText
{
    public static OfficialDocument Write(Draft draft, CouncilBallot ballot) => new($"Phiếu bầu {LowerFirst(ballot.Title)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
    [
        new Section(PageOrientation.Portrait,
        [
            draft.Letterhead with { PlaceAndDate = $"{draft.Issuer.Place}, {Date(ballot.On)}" },
            new TitleBlock("PHIẾU BẦU", ballot.Title),
            Paragraph.Of($"Đồng chí đánh dấu X vào một ô ở mỗi dòng: {string.Join(", ", Choices(ballot).Select(c => $"“{c}”"))}."),
            Paragraph.Of("Dòng không đánh dấu hoặc đánh dấu từ hai ô trở lên là không hợp lệ đối với nội dung đó. Không ký tên, không ghi họ tên hoặc dấu hiệu khác lên phiếu."),
            Table(ballot),
            new SignerRow([new SignerColumn([], null, null), new SignerColumn(["DẤU CỦA HỘI ĐỒNG"], "(đóng trước khi phát phiếu)", null)]),
        ]),
    ]);

    private static string[] Choices(CouncilBallot ballot) => ballot.Abstentions ? ["Đồng ý", "Không đồng ý", "Không có ý kiến"] : ["Đồng ý", "Không đồng ý"];

    private static TableBlock Table(CouncilBallot ballot)
    {
        var choices = Choices(ballot);
        var awards = ballot.Items.Any(item => item.AwardName is not null);
        return new(
            [
                new Column("TT", 0.7, TextAlign.Centre), new Column(awards ? "Tập thể, cá nhân" : "Nội dung", awards ? 3.6 : 6.4), .. awards ? [new Column("Danh hiệu, hình thức khen thưởng", 2.8)] : Array.Empty<Column>(),
                .. choices.Select(c => new Column(c, 1.15, TextAlign.Centre)),
            ],
            [.. ballot.Items.Select((item, i) => new TableRow(
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), item.Subject, .. awards ? [item.AwardName ?? ""] : Array.Empty<string>(), .. choices.Select(_ => ""),
            ]))]);
    }
}
