using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Phiếu tự chấm điểm (CVA-26/IV.1): the tree with points and proof, sums reckoned, signed by maker and head.</summary>
public sealed class SelfScoreSheetTests
{
    // 30 criteria of 3,5; one does not apply, one has no points: 28 × 3,25 = 91 of 29 × 3,5 = 101,5.
    [Fact]
    public void Sheet_Sums_LeaveOutWhatDoesNotApplyAndSayWhatIsMissing()
    {
        var paper = PaperSamples.Paper(PaperSamples.SelfScoreSheet);
        var rows = paper.Sections[0].Blocks.OfType<TableBlock>().Single().Rows;
        Assert.Equal(["", "Tổng điểm", "101,5", "91", ""], rows.Single(row => row.Cells.Count > 1 && row.Cells[1] == "Tổng điểm").Cells);
        Assert.Equal(["V", "Lĩnh vực thứ 5 của cải cách hành chính", "14", "13", ""], rows.Single(row => row.Cells[0] == "V").Cells);
        Assert.Equal("Không áp dụng", rows.Single(row => row.Cells[0] == "V.1").Cells[3]);
        Assert.Equal("–", rows.Single(row => row.Cells[0] == "VI.3.3").Cells[3]);
        // 91 / 101,5 = 89,655… half up.
        Assert.Contains("quy về thang điểm 100: 89,66 (tạm tính; còn 01 tiêu chí chưa có điểm).", Render.Read(paper).AllText.Replace('\n', ' '));
    }

    [Fact]
    public void Sheet_CriterionWithParts_HasARowOfItsOwnWithTheirSum()
    {
        var rows = PaperSamples.Paper(PaperSamples.SelfScoreSheet).Sections[0].Blocks.OfType<TableBlock>().Single().Rows;
        Assert.Equal(6, rows.Count(row => row.Cells.Count > 1 && row.Cells[1] == "Chất lượng giải quyết thủ tục hành chính" && row.Cells[2] == "7"));
    }

    [Fact]
    public void Sheet_WithAppraisal_ShowsItBesideTheSelfScore()
    {
        var sheet = PaperSamples.SelfScoreSheet;
        var first = sheet.Areas[0] with { Criteria = [sheet.Areas[0].Criteria[0] with { Appraised = 2.75m }, .. sheet.Areas[0].Criteria[1..]] };
        var table = PaperSamples.Paper(sheet with { Areas = [first, .. sheet.Areas[1..]] }).Sections[0].Blocks.OfType<TableBlock>().Single();
        Assert.Equal("Điểm thẩm định", table.Columns[4].Head);
        Assert.Equal(["I.1", "3,25", "2,75"], new[] { 0, 3, 4 }.Select(i => table.Rows[1].Cells[i]));
        // What the appraisal left alone counts as it was.
        Assert.Equal(["17,5", "16,25", "15,75"], table.Rows[0].Cells.Skip(2).Take(3));
    }

    [Fact]
    public void Sheet_OverPages_RepeatsItsHeadAndIsSignedAtTheEnd()
    {
        var pages = Render.Read(PaperSamples.Paper(PaperSamples.SelfScoreSheet)).Pages;
        Assert.True(pages.Count >= 2);
        Assert.All(pages, page => Assert.True(page.Width > page.Height));
        Assert.All(pages.SkipLast(1), page => Assert.Contains(page.Lines, line => line.Text == "Lĩnh vực, tiêu chí"));
        var last = pages[^1].Lines;
        Assert.Equal(last.Single(line => line.Text == "Lê Quỳnh Như").Y, last.Single(line => line.Text == "Nguyễn Văn Hoạch").Y, tolerance: 0.01);
        Assert.Contains(last, line => line.Text == "NGƯỜI LẬP PHIẾU");
    }
}
