using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Emulation.Documents.Certificates;
using Emulation.Documents.Tests.Rendering;
using Emulation.Documents.Verification;
using QRCoder;
using Xunit;
using static Emulation.Documents.Tests.Rendering.Render;

namespace Emulation.Documents.Tests.Certificates;

/// <summary>The printed form of Nghị định 98/2023/NĐ-CP Điều 104 (domain 3.9), measured in the file.</summary>
public sealed class CertificateTests
{
    private const string Red = "0.784 0.063 0.18 rg";

    public static TheoryData<string> TemplateCodes => [.. Awards.Templates.All.Select(t => t.Code)];

    [Theory]
    [MemberData(nameof(TemplateCodes))]
    public void Lines_StandInTheOrderOfTheForm_WithTheirLettersAndColours(string template)
    {
        var page = Assert.Single(new PdfReader(Awards.Pdf(template: template)).Pages);
        var form = template.StartsWith("bang", StringComparison.Ordinal) ? "BẰNG KHEN" : "GIẤY KHEN";
        string[] centred =
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG LÊ THANH NGHỊ", "TẶNG", form,
            "Nguyễn Thị Ngọc Ánh", "Chuyên viên Phòng Văn hóa - Xã hội, phường Lê Thanh Nghị",
        ];
        var lines = centred.Select(text => page.Lines.Single(line => line.Text == text)).ToList();
        Assert.Equal(lines.OrderByDescending(l => l.Y), lines);
        Assert.All(lines, line => Assert.InRange((line.X + line.Right) / 2, page.Width / 2 - 0.5, page.Width / 2 + 0.5));
        Assert.Equal(["F2", "F2", "F2", "F2", "F2"], lines.Take(5).Select(l => l.Font));
        Assert.Equal([false, false, true, false, true, false, false], lines.Select(line => ColourOf(page, line) == Red));
        Assert.True(lines[4].Size > lines.Where((_, i) => i != 4).Max(l => l.Size));
        Assert.All(page.Lines.Where(l => ColourOf(page, l) != Red), line => Assert.Equal("0 0 0 rg", ColourOf(page, line)));

        var (number, order) = (page.Lines.Single(l => l.Text == "Quyết định số 12/QĐ-UBND, ngày 15 tháng 01 năm 2027"), page.Lines.Single(l => l.Text == "Số sổ vàng: 01"));
        Assert.True(number.Y > order.Y && number.Right < page.Width / 2 && number.X == order.X);
        string[] right = ["Phường Lê Thanh Nghị, ngày 15 tháng 01 năm 2027", "CHỦ TỊCH", "Trần Văn Hoạch"];
        var foot = right.Select(text => page.Lines.Single(line => line.Text == text)).ToList();
        Assert.Equal(foot.OrderByDescending(l => l.Y), foot);
        Assert.All(foot, line => Assert.True(line.X > page.Width / 2));
        // Room for signature and seal: at least 20 mm between post and name.
        Assert.True(foot[1].Y - foot[2].Y > 20 * Millimetre);
        Assert.Equal(["F4", "F4", "F4"], new[] { number, order, foot[0] }.Select(l => l.Font));
    }

    [Theory]
    [MemberData(nameof(TemplateCodes))]
    public void Page_IsA4Landscape_FrameInsideIt_TextInsideTheFrame_MottoUnderlinedInItsLength(string template)
    {
        var file = new PdfReader(Awards.Pdf(template: template));
        var page = file.Pages[0];
        Assert.Equal((841.89, 595.276), (page.Width, page.Height));
        var numbers = Frame(file);
        Assert.All(numbers, p => Assert.True(p.X is > 15 and < 827 && p.Y is > 15 and < 580, $"{p}"));
        var inner = Awards.Templates.All.Single(t => t.Code == template).Borders.Max(b => b.Inset + b.Band) * Millimetre + 3;
        Assert.All(page.Lines, line => Assert.True(line.X > inner && line.Right < page.Width - inner && line.Y > inner, line.Text));
        var motto = page.Lines.Single(l => l.Text.StartsWith("Độc lập", StringComparison.Ordinal));
        var rule = Regex.Match(page.Content, @"0\.75 w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S");
        Assert.Equal(motto.X, Parse(rule.Groups[1].Value), 0.1);
        Assert.Equal(motto.Right, Parse(rule.Groups[3].Value), 0.1);
        Assert.InRange(motto.Y - Parse(rule.Groups[2].Value), 4, 9);
    }

    [Theory]
    [MemberData(nameof(TemplateCodes))]
    public void Corners_CarryNoPattern(string template)
    {
        var border = Awards.Templates.All.Single(t => t.Code == template).Borders.Single(b => b.Pattern is not null);
        var (low, high) = (border.Inset * Millimetre + 1, (border.Inset + border.Band) * Millimetre - 1);
        var curves = Regex.Matches(FrameContent(new PdfReader(Awards.Pdf(template: template))), @"(-?[\d.]+) (-?[\d.]+) [ml]\n").Select(m => (X: Parse(m.Groups[1].Value), Y: Parse(m.Groups[2].Value)));
        Assert.DoesNotContain(curves, p => p.X > low && p.X < high && (p.Y > 595.276 - high && p.Y < 595.276 - low || p.Y > low && p.Y < high));
    }

    [Fact]
    public void Qr_InTheFile_IsTheMatrixOfTheAddress_AndTheAddressNamesNobody()
    {
        var certificate = Awards.Certificate();
        Assert.StartsWith(Awards.Url, certificate.Url);
        Assert.True(Awards.Codes.TryRead(certificate.Url![Awards.Url.Length..], out var kind, out var id));
        Assert.Equal((VerifiedKind.Certificate, Awards.Ward().NominationId), (kind, id));

        var page = new PdfReader(Awards.Pdf(certificate)).Pages[0];
        var place = Awards.Templates.All.Single(t => t.Code == "giay-khen-hoi-van").Qr;
        using var generator = new QRCodeGenerator();
        var matrix = generator.CreateQrCode(certificate.Url, QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        var module = place.Size * Millimetre / matrix.Count;
        var printed = matrix.Select(row => new bool[row.Count]).ToArray();
        foreach (Match bar in Regex.Matches(page.Content, @"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\n"))
        {
            var row = (int)Math.Round((page.Height - Parse(bar.Groups[2].Value) - place.Top * Millimetre) / module) - 1;
            var start = (int)Math.Round((Parse(bar.Groups[1].Value) - place.Left * Millimetre) / module);
            for (var i = 0; i < (int)Math.Round(Parse(bar.Groups[3].Value) / module); i++)
                printed[row][start + i] = true;
        }

        for (var y = 0; y < matrix.Count; y++)
            Assert.Equal(matrix[y].Cast<bool>(), printed[y]);
    }

    /// <summary>A deputy signs for the chairman, who alone decides (Nghị định 30/2020 Điều 13): line 3 stays his.</summary>
    [Fact]
    public void SignedByADeputy_SaysForWhom()
    {
        var lines = new PdfReader(Awards.Pdf(Awards.Certificate(signedAs: "PHÓ CHỦ TỊCH"))).Pages[0].Lines.Select(l => l.Text).ToList();
        Assert.Contains("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG LÊ THANH NGHỊ", lines);
        Assert.Equal(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], lines.Where(l => l is "KT. CHỦ TỊCH" or "PHÓ CHỦ TỊCH"));
    }

    /// <summary>As long as a nomination may be.</summary>
    [Fact]
    public void Achievement_Of2000Characters_IsPrintedWhole()
    {
        var achievement = string.Concat(Enumerable.Repeat("Chủ trì sáng kiến về thủ tục hành chính; ", 60))[..2000].Trim().TrimEnd(';');
        var lines = new PdfReader(Awards.Pdf(Awards.Certificate(Awards.Ward(achievement: achievement)))).Pages[0].Lines.Select(l => l.Text);
        Assert.Contains(achievement, string.Join(' ', lines));
    }

    [Fact]
    public void Same_Certificate_GivesTheSameBytes()
    {
        Assert.Equal(Awards.Pdf(), Awards.Pdf());
        var template = Awards.Templates.All[0];
        Assert.Equal(CertificateDocx.Render(Awards.Certificate(), template), CertificateDocx.Render(Awards.Certificate(), template));
    }

    [Fact]
    public void AllVietnameseLetters_AreExtractedAsWritten()
    {
        var letters = string.Concat(Enumerable.Range(0x1EA0, 0x1EF9 - 0x1EA0 + 1).Select(c => (char)c)) + "ĂăÂâĐđÊêÔôƠơƯưÀÁÃàáãÈÉèéÌÍĨìíĩÒÓÕòóõÙÚŨùúũÝý";
        var words = string.Join(' ', letters.Chunk(12).Select(c => new string(c)));
        var page = new PdfReader(Awards.Pdf(Awards.Certificate(Awards.Ward(achievement: words)))).Pages[0];
        Assert.Equal($"Đã có thành tích: {words}", string.Join(' ', page.Lines.SkipWhile(l => !l.Text.StartsWith("Đã có", StringComparison.Ordinal)).TakeWhile(l => !l.Text.StartsWith("Quyết định", StringComparison.Ordinal)).Select(l => l.Text)));
        Assert.Equal(3, new PdfReader(Awards.Pdf()).Objects.Count(o => o.Contains("/Type /FontDescriptor", StringComparison.Ordinal)));
    }

    [Fact]
    public void LongNameAndAchievement_AreSetSmallerAndWholeInsideTheirBox()
    {
        var achievement = string.Join(' ', Enumerable.Range(1, 30).Select(i => $"Chủ trì sáng kiến số {i} về thủ tục hành chính;")).TrimEnd(';');
        var name = "Ban Chỉ đạo Cải cách hành chính và Chuyển đổi số, Trung tâm Phục vụ hành chính công, Tổ công nghệ số cộng đồng liên tổ dân phố số 1, 2, 3, 4, 5 và 6 Phường Lê Thanh Nghị";
        var page = new PdfReader(Awards.Pdf(Awards.Certificate(Awards.Ward(name: name, achievement: achievement, position: null)))).Pages[0];
        var box = Awards.Templates.All.Single(t => t.Code == "giay-khen-hoi-van").Boxes.Single(b => b.Lines.Any(l => l.Text == "{name}"));
        var inside = page.Lines.Where(l => l.Y < page.Height - box.Top * Millimetre && l.Y > page.Height - (box.Top + box.Height) * Millimetre).ToList();
        Assert.Contains(achievement, string.Join(' ', inside.Select(l => l.Text)));
        Assert.Contains(name, string.Join(' ', inside.Select(l => l.Text)));
        Assert.All(inside, l => Assert.True(l.X >= box.Left * Millimetre - 0.1 && l.Right <= (box.Left + box.Width) * Millimetre + 0.1, l.Text));
        Assert.All(inside, l => Assert.InRange(l.Size, 7, 24.9));
    }

    [Fact]
    public void TextThatFitsInNoSize_IsRefused_NotCut()
    {
        var template = Awards.Templates.All[0];
        var certificate = Awards.Certificate(Awards.Ward(achievement: string.Join(' ', Enumerable.Repeat("cải cách hành chính", 1000))));
        Assert.Equal("DOC-0085", Awards.Renderer.Render(certificate, template).Problem!.Code);
        var unknown = Awards.Certificate(Awards.Ward(name: "Nguyễn \u4E2D"));
        var problem = Awards.Renderer.Render(unknown, template).Problem!;
        Assert.Equal("DOC-0086", problem.Code);
        Assert.Contains("U+4E2D", problem.Detail);
    }

    [Fact]
    public void Docx_HasTheSameWords_AndIsValid()
    {
        var bytes = CertificateDocx.Render(Awards.Certificate(), Awards.Templates.All.Single(t => t.Code == "giay-khen-hoi-van"));
        using var package = WordprocessingDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var words = package.MainDocumentPart!.Document.Body!.InnerText;
        foreach (var line in new PdfReader(Awards.Pdf()).Pages[0].Lines.Where(l => !l.Text.Contains("thành tích", StringComparison.Ordinal)))
            Assert.Contains(line.Text, words);
    }

    private static string ColourOf(PdfPageText page, PdfLine line) =>
        Regex.Match(page.Content, $@"1 0 0 1 {line.X.ToString(CultureInfo.InvariantCulture)} {line.Y.ToString(CultureInfo.InvariantCulture)} Tm\n([\d. ]+ rg)\n").Groups[1].Value;

    private static string FrameContent(PdfReader file)
    {
        var number = Enumerable.Range(1, 60).First(n => file.Object(n).Contains("/Subtype /Form", StringComparison.Ordinal));
        return System.Text.Encoding.ASCII.GetString(file.Stream(number));
    }

    private static List<(double X, double Y)> Frame(PdfReader file) =>
        [.. Regex.Matches(FrameContent(file), @"(-?[\d.]+) (-?[\d.]+) (?:[mlc]\n|-?[\d.]+ -?[\d.]+ re\n)").Select(m => (Parse(m.Groups[1].Value), Parse(m.Groups[2].Value)))];

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
