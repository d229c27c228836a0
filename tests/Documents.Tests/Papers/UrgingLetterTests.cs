using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Công văn đôn đốc (LTN-26-30/IV.2.1, CVA-26/V.3.1): subject below the number, no title, days late from the deadlines.</summary>
public sealed class UrgingLetterTests
{
    [Fact]
    public void Letter_HasASubjectBelowItsNumberAndNoTitle()
    {
        var paper = PaperSamples.All["urging letter"]();
        Assert.DoesNotContain(paper.Sections[0].Blocks, block => block is TitleBlock);
        var head = paper.Sections[0].Blocks.OfType<Letterhead>().Single();
        Assert.Equal(("Số: 08/UBND-VHXH", "V/v đôn đốc thực hiện nhiệm vụ thi đua, khen thưởng"), (head.Number, head.Subject));
        var lines = Render.Read(paper).Pages[0].Lines;
        var (number, subject) = (lines.Single(line => line.Text == head.Number), lines.First(line => line.Text.StartsWith("V/v", StringComparison.Ordinal)));
        Assert.Equal(12, subject.Size);
        Assert.True(subject.Y < number.Y && subject.Right < 300);
        Assert.Equal(["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"], paper.Sections[0].Blocks.OfType<SignatureBlock>().Single().Authority);
        Assert.Equal("Như trên", paper.Sections[0].Blocks.OfType<SignatureBlock>().Single().Recipients[0]);
    }

    [Fact]
    public void Letter_Owed_IsListedWithClauseDeadlineAndDaysLate()
    {
        var text = Render.Read(PaperSamples.All["urging letter"]()).AllText.Replace('\n', ' ');
        foreach (var part in (string[])["còn 05 nhiệm vụ, báo cáo của 03 cơ quan, đơn vị chưa hoàn thành, trong đó 02 nhiệm vụ, báo cáo đã quá thời hạn", "Quá hạn 16 ngày", "Đến hạn", "Còn 15 ngày", "Chưa thực hiện", "19/11/2026", "(mục IV.2.2 Kế hoạch)", "chậm nhất ngày 12 tháng 12 năm 2026", "nghiêm túc thực hiện./."])
            Assert.Contains(part, text);
    }

    [Fact]
    public void Letter_OfOneItem_SaysItInASentence()
    {
        var paper = PaperSamples.Paper(PaperSamples.UrgingLetter with { Owed = [PaperSamples.UrgingLetter.Owed[0]], Addressees = ["Phòng Kinh tế"] }, presentation: new Presentation(SigningForm.Deputy, null, "Phó Chủ tịch", null));
        Assert.DoesNotContain(paper.Sections[0].Blocks, block => block is TableBlock);
        Assert.Contains("thời hạn hết ngày 19 tháng 11 năm 2026 (quá hạn 16 ngày).", Render.Read(paper).AllText.Replace('\n', ' '));
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], paper.Sections[0].Blocks.OfType<SignatureBlock>().Single().Authority);
    }

    [Fact]
    public void Faults_MakingUpBeforeTheDayOfReckoning_IsNamed() =>
        Assert.Equal(["/until"], PaperCheck.Of(PaperSamples.UrgingLetter with { Until = new DateOnly(2026, 12, 4) })!.Errors.Select(e => e.Pointer));
}
