using System.Text;
using Emulation.Documents.Rendering.Model;
using Xunit;

namespace Emulation.Documents.Tests.Rendering;

/// <summary>NĐ 30/2020 Phụ lục I as measured in the file (domain 4.1–4.4).</summary>
public sealed class PdfTests
{
    private const double Left = 30 * Render.Millimetre;
    private const double Edge = 20 * Render.Millimetre;

    [Fact]
    public void Proposal_Pages_AreA4WithTheMarginsOfTheDecree()
    {
        var pages = Render.Read(Samples.Proposal(40)).Pages;
        Assert.Equal((595.276, 841.89), (pages[0].Width, pages[0].Height));
        Assert.Equal((841.89, 595.276), (pages[^1].Width, pages[^1].Height));
        foreach (var page in pages)
        {
            var body = page.Lines.Where(line => line.Y < page.Height - Edge).ToList();
            Assert.All(body, line => Assert.InRange(line.X, Left - 0.01, page.Width));
            Assert.All(body, line => Assert.True(line.Right <= page.Width - 15 * Render.Millimetre + 0.5, line.Text));
            Assert.All(body, line => Assert.True(line.Y >= Edge, $"“{line.Text}” stands in the bottom margin"));
        }

        Assert.Equal(Left, pages[0].Lines.Where(line => line.Size == 14).Min(line => line.X), tolerance: 0.01);
    }

    [Fact]
    public void Proposal_PageNumbers_StandCentredInTheTopMarginAndNotOnFirstPages()
    {
        var pages = Render.Read(Samples.Proposal(40)).Pages;
        var firstLandscape = pages.Index().First(p => p.Item.Width > p.Item.Height).Index;
        Assert.Equal(2, firstLandscape);
        foreach (var (index, page) in pages.Index())
        {
            var inMargin = page.Lines.Where(line => line.Y > page.Height - Edge).ToList();
            var number = index < firstLandscape ? index + 1 : index - firstLandscape + 1;
            if (number == 1)
            {
                Assert.Empty(inMargin);
                continue;
            }

            var line = Assert.Single(inMargin);
            Assert.Equal($"{number}", line.Text);
            Assert.True(line.Artifact);
            Assert.Equal(14, line.Size);
            Assert.Equal(Left + (page.Width - Left - 15 * Render.Millimetre) / 2, line.X + line.Width / 2, tolerance: 0.01);
        }
    }

    [Fact]
    public void Letterhead_NumberAndPlace_StandOnOneLineInTheSizesOfTheDecree()
    {
        var lines = Render.Read(Samples.Proposal(3)).Pages[0].Lines;
        PdfLine Line(string text) => Assert.Single(lines, line => line.Text == text);

        Assert.Equal((12, "F2"), (Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Size, Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Font));
        Assert.Equal((13, "F2"), (Line("Độc lập - Tự do - Hạnh phúc").Size, Line("Độc lập - Tự do - Hạnh phúc").Font));
        Assert.Equal((12, "F2"), (Line("PHƯỜNG LÊ THANH NGHỊ").Size, Line("PHƯỜNG LÊ THANH NGHỊ").Font));
        Assert.Equal((13, "F1"), (Line("Số: 07/TTr-UBND").Size, Line("Số: 07/TTr-UBND").Font));
        Assert.Equal((13, "F3"), (Line("Phường Lê Thanh Nghị, ngày 05 tháng 12 năm 2026").Size, Line("Phường Lê Thanh Nghị, ngày 05 tháng 12 năm 2026").Font));
        Assert.Equal(Line("Số: 07/TTr-UBND").Y, Line("Phường Lê Thanh Nghị, ngày 05 tháng 12 năm 2026").Y);
        Assert.Equal((14, "F2"), (Line("TỜ TRÌNH").Size, Line("TỜ TRÌNH").Font));
        Assert.Equal((12, "F4"), (Assert.Single(lines, l => l.Text == "Nơi nhận:").Size, Assert.Single(lines, l => l.Text == "Nơi nhận:").Font));
        Assert.Equal((11, "F1"), (Line("- Như trên;").Size, Line("- Như trên;").Font));
        Assert.Equal((14, "F2"), (Line("TM. ỦY BAN NHÂN DÂN").Size, Line("TM. ỦY BAN NHÂN DÂN").Font));
        Assert.Equal((14, "F3"), (Line("Căn cứ Luật Thi đua, khen thưởng;").Size, Line("Căn cứ Luật Thi đua, khen thưởng;").Font));
    }

    [Fact]
    public void Draft_NumberAndDate_AreBlankWhileTheYearStands()
    {
        var text = Render.Read(Samples.Proposal(2, issued: false)).AllText.Replace('\u00A0', ' ');
        Assert.Matches(@"Số: +/TTr-UBND", text);
        Assert.Matches(@"Phường Lê Thanh Nghị, ngày +tháng +năm 2026", text);
    }

    [Fact]
    public void Table_OverManyPages_RepeatsItsHeadAndKeepsEveryRowWhole()
    {
        var pages = Render.Read(Samples.Proposal(60)).Pages.Where(page => page.Width > page.Height).ToList();
        Assert.True(pages.Count > 5);
        Assert.All(pages, page => Assert.Single(page.Lines, line => line.Text == "STT"));
        Assert.False(pages[0].Lines.Single(line => line.Text == "STT").Artifact);
        Assert.All(pages.Skip(1), page => Assert.True(page.Lines.Single(line => line.Text == "STT").Artifact));

        var numbers = pages.SelectMany(page => page.Lines.Where(line => line.X < 115 && !line.Artifact && int.TryParse(line.Text, out _)).Select(line => int.Parse(line.Text)));
        Assert.Equal(Enumerable.Range(1, 60), numbers);
        // Each achievement has a first and a last line on one page.
        Assert.All(pages, page => Assert.Equal(
            page.Lines.Count(line => line.Text.StartsWith("Hoàn thành xuất sắc")), page.Lines.Count(line => line.Text.EndsWith("ngày làm việc."))));
    }

    [Fact]
    public void Table_RowHigherThanAPage_IsSplitAndLosesNothing()
    {
        var words = string.Join(' ', Enumerable.Range(1, 3000).Select(i => $"từ{i}"));
        var table = new TableBlock([new Column("STT", 1), new Column("Thành tích", 3)], [new TableRow(["1", "ngắn"]), new TableRow(["2", words]), new TableRow(["3", "cuối"])]);
        var read = Render.Read(Render.Of(Paragraph.Of("Mở đầu."), table));
        Assert.True(read.Pages.Count > 4);
        var found = read.Pages.SelectMany(p => p.Lines).Where(l => !l.Artifact).SelectMany(l => l.Text.Split(' ')).Where(w => w.StartsWith("từ")).ToList();
        Assert.Equal(words.Split(' '), found);
        Assert.All(read.Pages, page => Assert.All(page.Lines, line => Assert.True(line.Y > Edge)));
    }

    [Fact]
    public void Signature_WithoutRoom_TakesTextOfTheDocumentAlong()
    {
        for (var paragraphs = 20; paragraphs < 40; paragraphs++)
        {
            var blocks = Enumerable.Range(1, paragraphs).Select(i => (Block)Paragraph.Of($"Đoạn {i}.")).Append(new SignatureBlock(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Trần Văn Hoạch", ["Như trên"]));
            var page = Render.Read(Render.Of([.. blocks])).Pages.Single(p => p.Lines.Any(l => l.Text == "CHỦ TỊCH"));
            Assert.Contains(page.Lines, line => line.Text == $"Đoạn {paragraphs}.");
            Assert.Contains(page.Lines, line => line.Text == "Trần Văn Hoạch");
        }
    }

    [Fact]
    public void Paragraph_AcrossPages_LeavesNoSingleLine()
    {
        var text = string.Join(' ', Enumerable.Repeat("cải cách hành chính nhà nước", 30));
        for (var before = 30; before < 46; before++)
        {
            var blocks = Enumerable.Range(1, before).Select(i => (Block)Paragraph.Of($"Đoạn {i}.")).Append(Paragraph.Of(text));
            foreach (var page in Render.Read(Render.Of([.. blocks])).Pages)
                Assert.NotEqual(1, page.Lines.Count(line => line.Text.Contains("hành chính")));
        }
    }

    [Fact]
    public void Paragraph_Justified_EndsAtTheRightMarginExceptItsLastLine()
    {
        var text = string.Join(' ', Enumerable.Repeat("đẩy mạnh cải cách hành chính", 20));
        var lines = Render.Read(Render.Of(Paragraph.Of(text))).Pages[0].Lines;
        var right = 595.276 - 15 * Render.Millimetre;
        Assert.All(lines.SkipLast(1), line => Assert.Equal(right, line.Right, tolerance: 0.1));
        Assert.Equal(Left + 10 * Render.Millimetre, lines[0].X, tolerance: 0.01);
        Assert.True(lines[^1].Right < right);
    }

    [Fact]
    public void Text_EveryVietnameseLetter_ComesBackFromTheFile()
    {
        var letters = string.Concat(Enumerable.Range(0x1EA0, 90).Select(c => (char)c)) + " ĂăÂâĐđÊêÔôƠơƯư “ngoặc” – …";
        Assert.Contains(letters[..90], Render.Read(Render.Of(Paragraph.Of(letters))).AllText.Replace("\n", ""));
    }

    [Fact]
    public void Text_Decomposed_GivesTheSameFileAsComposed()
    {
        const string composed = "Đẩy mạnh cải cách hành chính ở phường Lê Thanh Nghị";
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        Assert.NotEqual(composed, decomposed);
        Assert.Equal(Render.Pdf(Render.Of(Paragraph.Of(composed))), Render.Pdf(Render.Of(Paragraph.Of(decomposed))));
    }

    [Fact]
    public void Render_Twice_GivesTheSameBytes() => Assert.Equal(Render.Pdf(Samples.Decision(30)), Render.Pdf(Samples.Decision(30)));

    [Fact]
    public void File_Tags_NameLanguageTablesAndEveryMark()
    {
        var read = Render.Read(Samples.Proposal(12));
        Assert.Contains("/Lang (vi-VN)", read.Catalog);
        Assert.Contains("/Marked true", read.Catalog);
        var nodes = read.Objects.Where(o => o.Contains("/Type /StructElem")).ToList();
        Assert.Equal(12 + 1 + 2, nodes.Count(n => n.Contains("/S /TR ")));
        Assert.Equal(6, nodes.Count(n => n.Contains("/S /TH ")));
        Assert.Equal(2, nodes.Count(n => n.Contains("/ColSpan 6")));
        var tagged = read.Pages.Sum(page => page.Lines.Count(line => !line.Artifact));
        Assert.Equal(tagged, nodes.Sum(n => System.Text.RegularExpressions.Regex.Count(n, "/Type /MCR")));
        var xmp = Encoding.UTF8.GetString(read.Stream(read.Reference(read.Catalog, "Metadata")));
        Assert.Contains("Tờ trình về việc đề nghị khen thưởng", xmp);
        Assert.NotNull(System.Xml.Linq.XDocument.Parse(xmp[xmp.IndexOf("<x:", StringComparison.Ordinal)..xmp.IndexOf("<?xpacket end", StringComparison.Ordinal)]));
    }
}
