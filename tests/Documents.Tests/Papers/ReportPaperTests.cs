using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Báo cáo thành tích, sơ kết, tổng kết; Bảng xếp hạng; Danh sách trích ngang.</summary>
public sealed class ReportPaperTests
{
    // CVA-26/III.4.2, HA-25/III.4.2: confirmed by the head.
    [Fact]
    public void AchievementReport_OfAPerson_IsConfirmedByTheHead()
    {
        var paper = PaperSamples.Paper(PaperSamples.PersonReport);
        var row = paper.Sections[0].Blocks.OfType<SignerRow>().Single();
        Assert.Equal(["XÁC NHẬN CỦA THỦ TRƯỞNG ĐƠN VỊ", "NGƯỜI BÁO CÁO"], row.Signers.Select(s => string.Join(' ', s.Authority)));
        Assert.Equal("Lê Quỳnh Như", row.Signers[1].Name);
        var text = Text(paper);
        foreach (var part in (string[])["BÁO CÁO THÀNH TÍCH", "I. SƠ LƯỢC LÝ LỊCH", "Họ và tên: Lê Quỳnh Như.", "II. THÀNH TÍCH ĐẠT ĐƯỢC NĂM 2026", "Sổ tay số về thủ tục hành chính: Quyết định số 45/QĐ-UBND", "Quyết định số 118/QĐ-UBND ngày 20 tháng 12 năm 2025"])
            Assert.Contains(part, text);
        Assert.DoesNotContain("Số:", text);
    }

    [Fact]
    public void AchievementReport_OfACollective_ShowsCriteriaAndIndex()
    {
        var text = Text(PaperSamples.Paper(PaperSamples.CollectiveReport));
        foreach (var part in (string[])["I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "Tên tập thể: Trung tâm Phục vụ hành chính công.", "từ 90% trở lên", "96,2%", "Chưa đủ căn cứ", "93,41", "Chưa được khen thưởng.", "ĐẠI DIỆN TẬP THỂ"])
            Assert.Contains(part, text);
    }

    [Fact]
    public void AchievementReport_OfAPersonWithoutPost_IsRefused() =>
        Assert.Equal(["/position"], PaperCheck.Of(PaperSamples.PersonReport with { Position = null })!.Errors.Select(e => e.Pointer));

    // LTN-26-30/IV.2.2, CH-26-30/IV.1.2: sơ kết, tổng kết.
    [Fact]
    public void CampaignReport_Figures_AreSummedByCategoryAndUnit()
    {
        var paper = PaperSamples.Paper(PaperSamples.InterimReport);
        var text = Text(paper);
        Assert.Contains("13 trường hợp được đề nghị (03 tập thể, 10 cá nhân); 07 trường hợp được khen thưởng, bằng 53,84% số đề nghị.", text);
        var tables = paper.Sections[0].Blocks.OfType<TableBlock>().ToList();
        Assert.Equal(["2", "Khen thưởng hằng năm, cá nhân", "9", "5", "55,55%"], tables[0].Rows[1].Cells);
        Assert.Equal(["", "Tổng số", "13", "7", "53,84%"], tables[1].Rows[^1].Cells);
        Assert.Contains("Đạt 01/03 tiêu chí.", text);
        Assert.Contains("Chưa quy định", text);
        Assert.Equal(["I. TÌNH HÌNH TRIỂN KHAI THỰC HIỆN", "II. KẾT QUẢ ĐẠT ĐƯỢC", "III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", "IV. KIẾN NGHỊ, ĐỀ XUẤT"],
            paper.Sections[0].Blocks.OfType<Heading>().Where(h => h.Level == 1).Select(h => h.Text));
    }

    [Fact]
    public void CampaignReport_SeveralYears_DrawsLinesWithAGapForTheYearWithoutRank()
    {
        var chart = PaperSamples.Paper(PaperSamples.FinalReport).Sections[0].Blocks.OfType<Chart>().Single(c => c.Kind == ChartKind.Lines);
        Assert.Equal(["2026", "2027", "2028", "2029"], chart.Categories);
        Assert.Equal([88.12m, 90.4m, null, 93.41m], chart.Series.Single(s => s.Name == "Phường Lê Thanh Nghị").Values);
        Assert.Contains("giai đoạn 2026 - 2029", Text(PaperSamples.Paper(PaperSamples.FinalReport)));
    }

    public static TheoryData<string> Misfits => ["name", "years", "granted", "twice", "late", "unit", "addressee"];

    [Theory]
    [MemberData(nameof(Misfits))]
    public void CampaignReport_ThatDoesNotFitTogether_NamesTheField(string what)
    {
        var report = PaperSamples.InterimReport;
        var (wrong, code, pointer) = what switch
        {
            "name" => (report with { CampaignName = null }, "EMU-0001", "/campaignName"),
            "years" => (report with { FromYear = 2027 }, "EMU-0001", "/fromYear"),
            "granted" => (report with { Awards = [report.Awards[0] with { Awarded = 3 }] }, "DOC-0126", "/awards/0/awarded"),
            "twice" => (report with { Awards = [report.Awards[0], report.Awards[0]] }, "EMU-0001", "/awards/1"),
            "late" => (report with { Deadlines = [report.Deadlines[0] with { Late = 14 }] }, "DOC-0126", "/deadlines/0/late"),
            "addressee" => (report with { Addressees = [.. report.Addressees, new string('a', 301)] }, "EMU-0001", $"/addressees/{report.Addressees.Length}"),
            _ => (report with { Index = [report.Index[0] with { UnitName = null }] }, "EMU-0001", "/index/0/unitName"),
        };
        var problem = PaperCheck.Of(wrong)!;
        Assert.Equal((code, pointer), (problem.Code, problem.Errors.Single().Pointer));
        Assert.Null(PaperCheck.Of(report));
    }

    [Fact]
    public void RankingTable_Printed_MarksTiesUnrankedUnitsAndTheCorrection()
    {
        var paper = PaperSamples.Paper(PaperSamples.RankingTable(corrected: true));
        var tables = paper.Sections[1].Blocks.OfType<TableBlock>().ToList();
        Assert.Equal(["1", "2 (*)", "2 (*)", "4"], tables[0].Rows.Select(r => r.Cells[0]));
        Assert.Equal(["1", "Phường Ngô Quyền", "Chưa hoàn thành thẩm định"], tables[1].Rows.Single().Cells);
        var text = Text(paper);
        Assert.Contains("Dẫn đầu: Phường Hải An (94,21 điểm). Chỉ số trung bình của khối: 92,26 điểm.", text);
        Assert.Contains("bản đính chính (bản 2, công bố ngày 05 tháng 12 năm 2026)", text);
        Assert.Contains("Lý do đính chính: cập nhật kết quả khảo sát", text);
        Assert.DoesNotContain("đính chính", Text(PaperSamples.Paper(PaperSamples.RankingTable(corrected: false))));
    }

    // CVA-26/III.4.1; domain 4.5: an attachment in a file of its own counts its pages from 1.
    [Fact]
    public void NomineeList_AsAFileOfItsOwn_HasItsFirstPageWithoutNumber()
    {
        var document = Document.Proposal(Samples.Nomination(), "10532", "Phường Lê Thanh Nghị", Samples.At);
        for (var i = 1; i <= 30; i++)
            document.Put(Samples.Nomination(i), null, Samples.At);
        var list = NomineeListText.Write(new Draft(document, Issuer.Of("10532", Samples.Ward, Samples.City, Samples.City, u => u.BareName),
            Samples.City, Samples.Ward, [], Samples.Wording, new DateOnly(2026, 12, 5)));
        var pages = Render.Read(list).Pages;
        Assert.True(pages.Count > 2);
        Assert.All(pages, page => Assert.True(page.Width > page.Height));
        Assert.Equal("DANH SÁCH TRÍCH NGANG TẬP THỂ, CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG", pages[0].Lines[0].Text);
        Assert.DoesNotContain(pages[0].Lines, line => line.Text == "1" && line.Y > pages[0].Height - 20 * Render.Millimetre);
        Assert.Contains(pages[1].Lines, line => line.Text == "2" && line.Y > pages[1].Height - 20 * Render.Millimetre);
    }

    private static string Text(OfficialDocument paper) => Render.Read(paper).AllText.Replace(" \n", " ", StringComparison.Ordinal).Replace('\n', ' ');
}
