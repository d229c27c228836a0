using Emulation.Documents.Composition;
using Emulation.Documents.Rendering.Model;
using Xunit;

namespace Emulation.Documents.Tests.Composition;

/// <summary>Levels of numbering (LTN-26-30/L.1, CVA-26/L.1, CH-26-30/L.1, HA-25/L.1; C-32).</summary>
public sealed class OutlineTests
{
    // LTN-26-30/L.1: six levels and run-in heads; CVA-26/L.1: paragraphs without a mark.
    [Fact]
    public void Blocks_AllLevels_CarryTheirMarksInOrder()
    {
        Outline[] plan =
        [
            new(Mark.Roman, "Mục đích, yêu cầu", Items: [new(Mark.None, "Lời dẫn."), new(Mark.Number, "Mục đích", Heading: true)]),
            new(Mark.Roman, "Khen thưởng", Items:
            [
                new(Mark.Number, "Tiêu chuẩn", Heading: true, Items:
                [
                    new(Mark.Letter, "Tập thể", Items: [new(Mark.Dash, "Hằng năm", Items: [new(Mark.Plus, "Thứ nhất", Items: [new(Mark.Dash, "Nhỏ hơn")])])]),
                    new(Mark.Letter, "Cá nhân", Items: [new(Mark.Star, "Cơ cấu", Heading: true)]),
                ]),
                new(Mark.Number, "Hồ sơ", Heading: true, Items: [new(Mark.Number, "Thành phần", Items: [new(Mark.Number, "Tờ trình")]), new(Mark.Number, "Thời hạn")]),
            ]),
        ];
        Assert.Equal(
            ["I. MỤC ĐÍCH, YÊU CẦU", "Lời dẫn.", "1. Mục đích", "II. KHEN THƯỞNG", "1. Tiêu chuẩn", "a) Tập thể", "- Hằng năm", "+ Thứ nhất", "- Nhỏ hơn", "b) Cá nhân", "* Cơ cấu",
                "2. Hồ sơ", "2.1. Thành phần", "2.1.1. Tờ trình", "2.2. Thời hạn"],
            Outline.Blocks(plan).Select(Text));
    }

    // CVA-26/III.1.f.n: after e comes g; đ has its place.
    [Fact]
    public void Letters_FollowTheVietnameseAlphabet() =>
        Assert.Equal("a b c d đ e g h i k l m n o p q r s t u v x y aa ab", string.Join(' ', Enumerable.Range(1, 25).Select(Outline.Letter)));

    [Fact]
    public void Roman_Numbers_AreWrittenTheUsualWay() =>
        Assert.Equal(["I", "IV", "IX", "XIV", "XL", "XC", "CXVIII"], new[] { 1, 4, 9, 14, 40, 90, 118 }.Select(Outline.Roman));

    private static string Text(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
        _ => throw new NotSupportedException(),
    };
}
