using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Thông báo thay đổi thời hạn (LTN-26-30/III.3.c), and what all papers have at head and foot.</summary>
public sealed class DeadlineNoticeTests
{
    [Fact]
    public void Notice_Printed_NamesOldAndNewDayAndTheReason()
    {
        var text = Render.Read(PaperSamples.Paper(PaperSamples.DeadlineNotice)).AllText.Replace('\n', ' ');
        foreach (var part in (string[])["Số: 08/TB-UBND", "THÔNG BÁO", "25/11/2026", "05/12/2026", "Chưa quy định", "08/01/2027", "khảo sát mức độ hài lòng", "biết, thực hiện./."])
            Assert.Contains(part, text);
    }

    [Fact]
    public void Notice_OfOneDeadline_SaysItInASentence()
    {
        var one = PaperSamples.DeadlineNotice with { Moved = [PaperSamples.DeadlineNotice.Moved[0]] };
        var paper = PaperSamples.Paper(one);
        Assert.DoesNotContain(paper.Sections[0].Blocks, b => b is TableBlock);
        Assert.Contains("chuyển từ hết ngày 25 tháng 11 năm 2026 sang hết ngày 05 tháng 12 năm 2026", Render.Read(paper).AllText.Replace('\n', ' '));
    }

    // Nghị định 30/2020 Điều 13; LTN-26-30/S.1.
    [Theory]
    [InlineData(null, null, "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH")]
    [InlineData(null, "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH")]
    [InlineData(SigningForm.Deputy, "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH")]
    [InlineData(SigningForm.ByOrder, "Trưởng phòng Văn hóa - Xã hội", "TL. CHỦ TỊCH|TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI")]
    [InlineData(SigningForm.ByMandate, "Chánh Văn phòng", "TUQ. CHỦ TỊCH|CHÁNH VĂN PHÒNG")]
    [InlineData(SigningForm.OwnRight, null, "CHỦ TỊCH")]
    public void SignedAs_EachForm_PrintsItsLines(SigningForm? form, string? position, string lines)
    {
        var paper = PaperSamples.Paper(PaperSamples.DeadlineNotice, presentation: new Presentation(form, null, position, null));
        Assert.Equal(lines.Split('|'), paper.Sections[0].Blocks.OfType<SignatureBlock>().Single().Authority);
    }

    // C-31: receivers by type, and free per document.
    [Fact]
    public void Recipients_SetByAnOfficial_ReplaceThoseOfTheType()
    {
        Assert.Equal(["Như trên", "Lưu: VT, VHXH"], Foot(null).Recipients);
        var set = Foot(["Sở Nội vụ", "Lưu: VT"]);
        Assert.Equal(["Sở Nội vụ", "Lưu: VT"], set.Recipients);

        static SignatureBlock Foot(string[]? recipients) =>
            PaperSamples.Paper(PaperSamples.DeadlineNotice, presentation: new Presentation(null, null, null, recipients)).Sections[0].Blocks.OfType<SignatureBlock>().Single();
    }
}
