using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;
using Paragraph = Emulation.Documents.Rendering.Model.Paragraph;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>Each deviation alone, put into a document that has none (domain 4.1–4.3, 4.7).</summary>
public sealed class DeviationTests
{
    private static readonly Dictionary<string, (Action<MainDocumentPart> Change, string Code)> Hands = new()
    {
        ["left margin 20 mm"] = (m => m.Document.Descendants<PageMargin>().First().Left = 1134, "TT02"),
        ["letter paper"] = (m => m.Document.Descendants<PageSize>().First().Width = 12240, "TT01"),
        ["font Arial"] = (m => Form.StyleOf(m, "ThanVanBan").StyleRunProperties!.RunFonts = new RunFonts { Ascii = "Arial", HighAnsi = "Arial" }, "TT03"),
        ["legacy font"] = (m => Form.StyleOf(m, "TrichYeu").StyleRunProperties!.RunFonts = new RunFonts { Ascii = ".VnTime", HighAnsi = ".VnTime" }, "TT03"),
        ["red letters"] = (m => Form.StyleOf(m, "CanCuBanHanh").StyleRunProperties!.Color = new Color { Val = "FF0000" }, "TT04"),
        ["number on page 1"] = (m => m.Document.Descendants<TitlePage>().First().Remove(), "TT05"),
        ["number at the left"] = (m => Form.StyleOf(m, "SoTrang").StyleParagraphProperties!.Justification = new Justification { Val = JustificationValues.Left }, "TT05"),
        ["national name 14"] = (m => Size(m, "QuocHieu", 28), "TT06"),
        ["motto without blanks"] = (m => Form.Say(m, "TieuNgu", "Độc lập-Tự do-Hạnh phúc"), "TT07"),
        ["motto not bold"] = (m => Form.StyleOf(m, "TieuNgu").StyleRunProperties!.Bold!.Remove(), "TT07"),
        ["motto underlined"] = (m => Form.First(m, "TieuNgu").Descendants<DocumentFormat.OpenXml.Wordprocessing.Run>().First().RunProperties = new RunProperties(new Underline { Val = UnderlineValues.Single }), "TT08"),
        ["agency in small letters"] = (m => Form.Say(m, "CoQuanBanHanh", "Ủy ban nhân dân"), "TT10"),
        ["number without colon"] = (m => Form.Say(m, "SoKyHieu", "Số 24/KH-UBND"), "TT13"),
        ["number without zero"] = (m => Form.Say(m, "SoKyHieu", "Số: 4/KH-UBND"), "TT13"),
        ["symbol with blanks"] = (m => Form.Say(m, "SoKyHieu", "Số: 24 / KH - UBND"), "TT13"),
        ["symbol of another type"] = (m => Form.Say(m, "SoKyHieu", "Số: 24/QĐ-UBND"), "TT14"),
        ["place shortened"] = (m => Form.Say(m, "DiaDanhNgayThang", "P. Lê Thanh Nghị, ngày 05 tháng 02 năm 2026"), "TT15"),
        ["place without its type"] = (m => Form.Say(m, "DiaDanhNgayThang", "Lê Thanh Nghị, ngày 05 tháng 02 năm 2026"), "TT15"),
        ["place of another unit"] = (m => Form.Say(m, "DiaDanhNgayThang", "Hải An, ngày 05 tháng 02 năm 2026"), "TT15"),
        ["place without comma"] = (m => Form.Say(m, "DiaDanhNgayThang", "Phường Lê Thanh Nghị ngày 05 tháng 02 năm 2026"), "TT15"),
        ["day without zero"] = (m => Form.Say(m, "DiaDanhNgayThang", "Phường Lê Thanh Nghị, ngày 5 tháng 02 năm 2026"), "TT16"),
        ["month 2 without zero"] = (m => Form.Say(m, "DiaDanhNgayThang", "Phường Lê Thanh Nghị, ngày 05 tháng 2 năm 2026"), "TT16"),
        ["month 6 with zero"] = (m => Form.Say(m, "DiaDanhNgayThang", "Phường Lê Thanh Nghị, ngày 05 tháng 06 năm 2026"), "TT16"),
        ["date in figures"] = (m => Form.Say(m, "DiaDanhNgayThang", "Phường Lê Thanh Nghị, ngày 05/02/2026"), "TT16"),
        ["place upright"] = (m => Form.StyleOf(m, "DiaDanhNgayThang").StyleRunProperties!.Italic!.Remove(), "TT17"),
        ["type at the left"] = (m => Form.StyleOf(m, "TenLoaiVanBan").StyleParagraphProperties!.Justification = new Justification { Val = JustificationValues.Left }, "TT18"),
        ["abstract 16"] = (m => Size(m, "TrichYeu", 32), "TT19"),
        ["bases upright"] = (m => Form.StyleOf(m, "CanCuBanHanh").StyleRunProperties!.Italic!.Remove(), "TT23"),
        ["body 12"] = (m => Size(m, "ThanVanBan", 24), "TT27"),
        ["body at the left"] = (m => Form.StyleOf(m, "ThanVanBan").StyleParagraphProperties!.Justification = new Justification { Val = JustificationValues.Left }, "TT28"),
        ["body without indent"] = (m => Form.StyleOf(m, "ThanVanBan").StyleParagraphProperties!.Indentation!.Remove(), "TT29"),
        ["paragraphs close"] = (m => Form.StyleOf(m, "ThanVanBan").StyleParagraphProperties!.SpacingBetweenLines!.Before = "40", "TT30"),
        ["double spacing"] = (m => Form.StyleOf(m, "ThanVanBan").StyleParagraphProperties!.SpacingBetweenLines!.Line = "480", "TT31"),
        ["section not bold"] = (m => Form.StyleOf(m, "Heading1").StyleRunProperties!.Bold!.Remove(), "TT32"),
        ["clause heading not bold"] = (m => Form.StyleOf(m, "Heading2").StyleRunProperties!.Bold!.Remove(), "TT33"),
        ["authority shortened"] = (m => Form.Say(m, "QuyenHanChucVu", "TM. UBND PHƯỜNG"), "TT37"),
        ["degree before the name"] = (m => Form.Say(m, "NguoiKy", "ThS. Nguyễn Văn Hoạch"), "TT38"),
        ["receivers' label upright"] = (m => Form.StyleOf(m, "NoiNhan").StyleRunProperties!.Italic!.Remove(), "TT41"),
        ["receivers 13"] = (m => Size(m, "DanhSachNoiNhan", 26), "TT42"),
        ["receiver without dash"] = (m => Form.Say(m, "DanhSachNoiNhan", "Sở Nội vụ;"), "TT42"),
        ["receiver without sign"] = (m => Form.Say(m, "DanhSachNoiNhan", "- Sở Nội vụ"), "TT42"),
        ["tracked changes"] = (m => Form.First(m, "ThanVanBan").Append(new InsertedRun(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("thêm"))) { Id = "1", Author = "x" }), "TT49"),
    };

    public static TheoryData<string> Changes => [.. Hands.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Check_OneDeviationInADocx_IsFoundAlone(string change)
    {
        var report = Form.Check(Form.Edited(OwnDocumentsTests.Plan(), Hands[change].Change));
        Assert.True(Form.Codes(report) is [var only] && only == Hands[change].Code, Form.Told(report));
    }

    public static TheoryData<string, string> Texts => new()
    {
        { "bases in one paragraph", "TT22" }, { "dates in two styles", "TT24" }, { "basis goes on", "TT22" }, { "law with year", "TT25" }, { "quoted twice", "TT26" }, { "no end", "TT36" }, { "TM. UBND PHƯỜNG", "TT37" },
        { "letter f", "TT34" }, { "letter skipped", "TT35" }, { "number doubled", "TT35" }, { "number skipped", "TT35" }, { "section skipped", "TT35" }, { "Lưu VT", "TT44" }, { "no VT", "TT44" }, { "P.", "TT15" },
    };

    /// <summary>The same words are judged alike in all formats (LTN-26-30/B.3, CVA-26/III.1.f.n, CH-26-30/B.2, CH-26-30/L.1).</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void Check_OneDeviationOfWords_IsFoundInDocxAndPdf(string change, string code)
    {
        var plan = OwnDocumentsTests.Plan();
        var document = plan with { Sections = [plan.Sections[0] with { Blocks = [.. plan.Sections[0].Blocks.Select(block => Spoil(block, change))] }] };
        foreach (var bytes in (byte[][])[Render.Docx(document), Render.Pdf(document)])
        {
            var report = Form.Check(bytes);
            Assert.True(Form.Codes(report) is [var only] && only == code, Form.Told(report));
        }
    }

    private static Block Spoil(Block block, string change) => (change, block) switch
    {
        ("bases in one paragraph", LegalBases bases) => new LegalBases([$"{bases.Bases[0]}; Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", bases.Bases[1]]),
        ("dates in two styles", LegalBases bases) => new LegalBases([.. bases.Bases, "Căn cứ Kế hoạch số 24/KH-UBND ngày 26/01/2026 của Ủy ban nhân dân thành phố về công tác thi đua"]),
        ("basis goes on", LegalBases bases) => new LegalBases([bases.Bases[0], $"{bases.Bases[1]}. Ủy ban nhân dân phường ban hành Kế hoạch như sau"]),
        ("law with year", Paragraph { Runs: [{ Text: var text }] } p) when text.StartsWith("Thực hiện theo") => Paragraph.Of("Thực hiện Luật Thi đua, khen thưởng năm 2022 và các văn bản hướng dẫn thi hành; tránh hình thức trong quá trình thực hiện phong trào."),
        ("quoted twice", Paragraph { Runs: [{ Text: var text }] }) when text.StartsWith("Thực hiện theo") => Paragraph.Of("Thực hiện theo Quyết định số 2162/QĐ-UBND ngày 09 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố; tránh hình thức trong phong trào thi đua."),
        ("no end", Paragraph { Runs: [{ Text: var text }] }) when text.EndsWith("./.") => Paragraph.Of(text[..^2]),
        ("TM. UBND PHƯỜNG", SignatureBlock signature) => signature with { Authority = ["TM. UBND PHƯỜNG", "CHỦ TỊCH"] },
        ("letter f", Paragraph { Runs: [{ Text: var text }] }) when text.StartsWith("g)") => Paragraph.Of("f" + text[1..]),
        ("letter skipped", Paragraph { Runs: [{ Text: var text }] }) when text.StartsWith("g)") => Paragraph.Of("h" + text[1..]),
        ("number doubled", Paragraph { Runs: [{ Text: var text }] }) when text.StartsWith("3. ") => Paragraph.Of("2" + text[1..]),
        ("number skipped", Paragraph { Runs: [{ Text: var text }] }) when text.StartsWith("3. ") => Paragraph.Of("4" + text[1..]),
        ("section skipped", Heading { Level: 1 } heading) when heading.Text.StartsWith("II.") => new Heading(1, "III. TỔ CHỨC THỰC HIỆN"),
        ("Lưu VT", SignatureBlock signature) => signature with { Recipients = [.. signature.Recipients.SkipLast(1), "Lưu VT, VHXH"] },
        ("no VT", SignatureBlock signature) => signature with { Recipients = [.. signature.Recipients.SkipLast(1), "Lưu: VHXH"] },
        ("P.", Letterhead head) => head with { PlaceAndDate = "P. Lê Thanh Nghị, ngày 05 tháng 02 năm 2026" },
        _ => block,
    };

    // Word numbers by itself in the letters of English: the mark stands in no text of the file.
    [Fact]
    public void Check_AutomaticLetters_AreCountedAsWordPrintsThem()
    {
        var report = Form.Check(Form.Edited(OwnDocumentsTests.Plan(), main =>
        {
            main.AddNewPart<NumberingDefinitionsPart>("rIdNumbers").Numbering = new Numbering(
                new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.LowerLetter }, new LevelText { Val = "%1)" }) { LevelIndex = 0 }) { AbstractNumberId = 0 },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
            foreach (var paragraph in main.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.InnerText.Length > 3 && p.InnerText[1] == ')').ToList())
            {
                paragraph.Descendants<Text>().First().Text = paragraph.InnerText[3..];
                paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 });
            }
        }));
        // a b c d e f g: “đ” is left out, “f” is no letter of the alphabet.
        Assert.Equal(["TT34", "TT35"], Form.Codes(report));
        Assert.Contains(report.Deviations, f => f.Found.Contains("“f)”"));
    }

    [Fact]
    public void Check_Text_SaysWhatItCannotMeasure()
    {
        var report = Form.Text("KẾ HOẠCH", "Phát động phong trào", "Căn cứ Luật Thi đua, khen thưởng.", "Ủy ban nhân dân phường ban hành Kế hoạch./.", "Nơi nhận:", "- Lưu: VT, VHXH.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Hoạch");
        Assert.Empty(report.Deviations);
        foreach (var rule in (FormRule[])[FormRules.Margins, FormRules.Font, FormRules.PageNumber, FormRules.NationalName, FormRules.BasisLook, FormRules.BodyLook])
            Assert.Contains(report.Findings, f => f.Rule == rule && f.Verdict == Verdict.Unknown);
    }

    private static void Size(MainDocumentPart main, string style, int halfPoints) =>
        Form.StyleOf(main, style).StyleRunProperties!.FontSize = new FontSize { Val = $"{halfPoints}" };
}
