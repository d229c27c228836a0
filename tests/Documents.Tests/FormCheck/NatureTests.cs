using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Papers;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>The kind of document found in a file decides which rules apply (Phụ lục III; domain 4.2).</summary>
public sealed class NatureTests
{
    public static TheoryData<string, FormNature> Papers => new()
    {
        { "council minutes", FormNature.Minutes }, { "pledge", FormNature.Form }, { "self-score sheet", FormNature.Form }, { "council ballot", FormNature.Form },
        { "report of a person", FormNature.Form }, { "final report", FormNature.Official }, { "urging letter", FormNature.Official }, { "ranking table", FormNature.Official },
    };

    [Theory]
    [MemberData(nameof(Papers))]
    public void Check_OwnPaper_IsKnownInBothFormats(string kind, FormNature nature)
    {
        var paper = PaperSamples.All[kind]();
        Assert.Equal([nature, nature], new[] { Render.Docx(paper), Render.Pdf(paper) }.Select(bytes => Form.Check(bytes).Nature));
    }

    [Fact]
    public void Check_FormOutsideTheRegister_IsAskedForNeitherNumberNorReceivers()
    {
        foreach (var bytes in Files("pledge"))
            Assert.Equal(["TT13", "TT36", "TT41", "TT42", "TT44"], NotAsked(Form.Check(bytes)));
    }

    // Mẫu 1.9: place and date stand in the text; receivers, secretary and chair below.
    [Fact]
    public void Check_Minutes_AreAskedForReceiversButNotForADateAbove()
    {
        foreach (var bytes in Files("council minutes"))
        {
            var report = Form.Check(bytes);
            Assert.Equal(["TT15", "TT16", "TT17"], NotAsked(report));
            foreach (var rule in (FormRule[])[FormRules.End, FormRules.Authority, FormRules.Signer, FormRules.RecipientsLabel, FormRules.Recipients, FormRules.Filed])
                Assert.Contains(report.Findings, f => f.Rule == rule && f.Verdict == Verdict.Fine);
        }
    }

    [Fact]
    public void Check_MinutesWithoutReceivers_Deviate()
    {
        var minutes = PaperSamples.All["council minutes"]();
        var bare = minutes with { Sections = [new Section(PageOrientation.Portrait, [.. minutes.Sections[0].Blocks.Select(b => b is SignerRow row ? row with { Receivers = null } : b)])] };
        foreach (var bytes in (byte[][])[Render.Docx(bare), Render.Pdf(bare)])
            Assert.Equal(["TT41", "TT42", "TT44"], Form.Codes(Form.Check(bytes)));
    }

    // The same words under a number belong to the register again, and a plan never becomes a form.
    [Theory]
    [InlineData("BÁO CÁO THÀNH TÍCH", "Số: 12/BC-UBND", FormNature.Official)]
    [InlineData("BÁO CÁO THÀNH TÍCH", "ỦY BAN NHÂN DÂN", FormNature.Form)]
    [InlineData("KẾ HOẠCH", "ỦY BAN NHÂN DÂN", FormNature.Official)]
    [InlineData("PHIẾU CHUYỂN", "ỦY BAN NHÂN DÂN", FormNature.Official)]
    [InlineData("BIÊN BẢN", "ỦY BAN NHÂN DÂN", FormNature.Minutes)]
    public void Check_TitleAndNumber_TellTheKind(string title, string above, FormNature nature) =>
        Assert.Equal(nature, Form.Text(above, title, "Phường Lê Thanh Nghị", "Nội dung của giấy tờ này viết ở đây.").Nature);

    [Fact]
    public void Check_UnitOutsideTheCatalogue_LeavesThePlaceUndecided()
    {
        var report = Form.Check(Render.Docx(Samples.Proposal(2)), PlaceCatalogue.Empty);
        Assert.Empty(report.Deviations);
        Assert.Contains(report.Findings, f => f.Rule == FormRules.Place && f.Verdict == Verdict.Unknown);
    }

    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN|PHƯỜNG LÊ THANH NGHỊ", "Phường Lê Thanh Nghị")]
    [InlineData("UBND PHƯỜNG HẢI AN|HỘI ĐỒNG|THI ĐUA - KHEN THƯỞNG", "Hải An")]
    [InlineData("ỦY BAN NHÂN DÂN|THÀNH PHỐ HẢI PHÒNG|SỞ NỘI VỤ", "Hải Phòng")]
    [InlineData("THÀNH PHỐ HẢI PHÒNG|KHỐI THI ĐUA SỐ 8", null)]
    [InlineData("ỦY BAN NHÂN DÂN|PHƯỜNG HOA LƯ", null)]
    public void Places_OfALetterhead_AreThoseOfTheUnitItNames(string agencies, string? place) => Assert.Equal(place, Form.Places.Of(agencies.Split('|'))?.Place);

    private static string[] NotAsked(FormReport report) => [.. report.Findings.Where(f => f.Verdict == Verdict.NotAsked).Select(f => f.Rule.Code).Order()];

    private static IEnumerable<byte[]> Files(string kind) => [Render.Docx(PaperSamples.All[kind]()), Render.Pdf(PaperSamples.All[kind]())];
}
