using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Giao ước thi đua of a block (LTN-TD-26/IV.1.b): criteria, scale, pledged figures, a line for every member.</summary>
public sealed class EmulationPledgeTests
{
    [Fact]
    public void Pledge_Printed_NamesBlockCriteriaAndPledgedFigures()
    {
        var text = Render.Read(PaperSamples.Paper(PaperSamples.Pledge)).AllText.Replace('\n', ' ');
        foreach (var part in (string[])["KHỐI THI ĐUA SỐ 8", "THÀNH PHỐ HẢI PHÒNG", "GIAO ƯỚC THI ĐUA", "Khối thi đua số 8 năm 2026", "07 đơn vị thành viên Khối thi đua số 8 thống nhất ký kết", "22,5", "27,5", "Tổng điểm", "100", "99,5", "cam kết thực hiện./."])
            Assert.Contains(part, text);
    }

    [Fact]
    public void Pledge_TakesNoNumber_AndASchoolYearIsNamed()
    {
        var paper = PaperSamples.Paper(PaperSamples.Pledge with { SchoolYear = true, PledgeYear = 2025 });
        Assert.Equal("", paper.Sections[0].Blocks.OfType<Letterhead>().Single().Number);
        Assert.Equal("Khối thi đua số 8 năm học 2025 - 2026", paper.Sections[0].Blocks.OfType<TitleBlock>().Single().Abstract);
    }

    // Every member signs, head and deputy first; names of one row stand on one height in columns of the same width.
    [Fact]
    public void Signers_OfAllMembers_StandInRowsOfTwo()
    {
        var paper = PaperSamples.Paper(PaperSamples.Pledge);
        var rows = paper.Sections[0].Blocks.OfType<SignerRow>().ToList();
        Assert.Equal(4, rows.Count);
        Assert.Equal(["KHỐI TRƯỞNG", "ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ THANH NGHỊ", "CHỦ TỊCH"], rows[0].Signers[0].Authority);
        Assert.Equal("KHỐI PHÓ", rows[0].Signers[1].Authority[0]);
        Assert.Equal(PaperSamples.Pledge.Members.Length, rows.SelectMany(row => row.Signers).Count(signer => signer.Authority.Count > 0));
        Assert.All(rows, row => Assert.Equal(2, row.Signers.Count));
        var lines = Render.Read(paper).Pages.SelectMany(page => page.Lines).ToList();
        var (head, deputy) = (lines.Single(line => line.Text == "KHỐI TRƯỞNG"), lines.Single(line => line.Text == "KHỐI PHÓ"));
        Assert.Equal(head.Y, deputy.Y, tolerance: 0.01);
        Assert.True(head.Right < deputy.X);
    }

    [Fact]
    public void Faults_HeadMissingUnknownTargetAndDoubleCode_AreNamed()
    {
        var pledge = PaperSamples.Pledge;
        var bad = pledge with
        {
            Criteria = [.. pledge.Criteria, pledge.Criteria[0]],
            Members = [.. pledge.Members.Select(m => m.Role == PledgeRole.Head ? m with { Role = PledgeRole.Member, Targets = new() { ["X"] = 1 } } : m)],
        };
        Assert.Null(PaperCheck.Of(pledge));
        Assert.Equal(["/members", "/members/0/targets", "/criteria/6/code"], PaperCheck.Of(bad)!.Errors.Select(e => e.Pointer));
        Assert.Equal(["/contents/0"], PaperCheck.Of(pledge with { Contents = [" "] })!.Errors.Select(e => e.Pointer));
        Assert.Equal(["/contents"], PaperCheck.Of(pledge with { Contents = [], Criteria = [], Members = [.. pledge.Members.Select(m => m with { Targets = [] })] })!.Errors.Select(e => e.Pointer));
    }
}
