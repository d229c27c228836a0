using Emulation.Contracts.Campaigns;
using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Papers;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.FormCheck;

/// <summary>What the service itself writes departs from the decree in nothing, and is measured rather than passed over (domain 4.1–4.4).</summary>
public sealed class OwnDocumentsTests
{
    private static readonly string[] MeasuredInDocx =
    [
        "TT01", "TT02", "TT03", "TT04", "TT05", "TT06", "TT07", "TT08", "TT10", "TT11", "TT12", "TT15", "TT17", "TT18", "TT19", "TT20", "TT22", "TT23", "TT25", "TT26", "TT27", "TT28", "TT29", "TT30", "TT31", "TT36", "TT37", "TT41", "TT42", "TT44",
    ];

    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var kind in (string[])["proposal", "long proposal", "draft", "one receiver", "council", "short decision", "long decision", "draft decision", "plan", .. PaperSamples.All.Keys])
            {
                kinds.Add(kind, "docx");
                kinds.Add(kind, "pdf");
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Check_OwnDocument_FindsNoDeviation(string kind, string format)
    {
        var document = Of(kind);
        var report = Form.Check(format == "pdf" ? Render.Pdf(document) : Render.Docx(document));
        Assert.True(!report.Deviations.Any(), Form.Told(report));
    }

    [Theory]
    [InlineData("proposal", "docx")]
    [InlineData("proposal", "pdf")]
    [InlineData("long decision", "docx")]
    [InlineData("long decision", "pdf")]
    public void Check_OwnDocument_MeasuresWhatCanBeMeasured(string kind, string format)
    {
        var document = Of(kind);
        var report = Form.Check(format == "pdf" ? Render.Pdf(document) : Render.Docx(document));
        var fine = report.Findings.Where(f => f.Verdict == Verdict.Fine).Select(f => f.Rule.Code).ToHashSet();
        Assert.Empty(MeasuredInDocx.Except(fine));
        Assert.Contains(report.Findings, f => f.Rule == FormRules.Signature && f.Verdict == Verdict.Unknown);
    }

    // Number and date of a signed document stand in the fields of its form.
    [Fact]
    public void Check_SignedAndIssuedDocument_FindsNoDeviation()
    {
        using var authority = new Signing.Authority();
        var report = Form.Check(authority.Issued());
        Assert.True(!report.Deviations.Any(), Form.Told(report));
    }

    // It says itself that it is not ready.
    [Fact]
    public void Check_DraftWithoutCases_LacksTheClosingSignAlone() =>
        Assert.Equal(["TT36"], Form.Codes(Form.Check(Render.Pdf(Samples.Proposal(0, issued: false)))));

    private static OfficialDocument Of(string kind) => kind switch
    {
        "proposal" => Samples.Proposal(12),
        "long proposal" => Samples.Proposal(60),
        "draft" => Samples.Proposal(3, issued: false),
        "one receiver" => Samples.ProposalOf(Samples.Registered("31-SNV", "Sở Nội vụ", UnitKind.Department, "31"), Samples.CampaignBases, Samples.Nomination(1, unit: "31-SNV", unitName: "Sở Nội vụ")),
        "council" => Samples.ProposalOf(Samples.Ward, Samples.CampaignBases, Samples.Nomination(1, level: AwardLevel.Ward), Samples.Nomination(2, level: AwardLevel.Ward)),
        "short decision" => Samples.Decision(3),
        "long decision" => Samples.Decision(30),
        "draft decision" => Samples.Decision(6, issued: false),
        "plan" => Plan(),
        _ => PaperSamples.All[kind](),
    };

    internal static OfficialDocument Plan() => new("Kế hoạch", "Ủy ban nhân dân phường", Samples.At,
    [
        new Section(PageOrientation.Portrait,
        [
            new Letterhead([], ["ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ THANH NGHỊ"], "Số: 24/KH-UBND", "Phường Lê Thanh Nghị, ngày 05 tháng 02 năm 2026"),
            new TitleBlock("KẾ HOẠCH", "Phát động Phong trào thi đua “Đẩy mạnh cải cách hành chính” trên địa bàn phường Lê Thanh Nghị năm 2026"),
            new LegalBases(["Căn cứ Luật Thi đua, khen thưởng", "Thực hiện Quyết định số 2162/QĐ-UBND ngày 09 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng về việc ban hành Kế hoạch phát động phong trào thi đua"]),
            Paragraph.Of("Ủy ban nhân dân phường ban hành Kế hoạch phát động phong trào thi đua cải cách hành chính năm 2026 với các nội dung cụ thể như sau:"),
            new Heading(1, "I. MỤC ĐÍCH, YÊU CẦU"),
            new Heading(2, "1. Mục đích"),
            .. Points("Tiếp tục phát huy những kết quả đã đạt được từ phong trào thi đua; động viên toàn thể cán bộ, công chức thuộc phường nỗ lực phấn đấu thực hiện tốt nhiệm vụ.", "a", "b", "c", "d", "đ", "e", "g"),
            new Heading(2, "2. Yêu cầu"),
            Paragraph.Of("Thực hiện theo Quyết định số 2162/QĐ-UBND; tránh hình thức, phát huy được sức mạnh của cán bộ, công chức, viên chức, các cơ quan, đơn vị thuộc phường."),
            new Heading(1, "II. TỔ CHỨC THỰC HIỆN"),
            new TableBlock([new Column("STT", 1), new Column("Nhiệm vụ", 5)], [new TableRow(["1", "Ban hành kế hoạch"]), new TableRow(["2", "Tổng kết"])]),
            .. Points("Các phòng, đơn vị thuộc phường căn cứ chức năng, nhiệm vụ được giao để triển khai thực hiện bảo đảm nội dung, chất lượng và tiến độ theo kế hoạch này.", "1", "2", "3"),
            Paragraph.Of("Trong quá trình tổ chức thực hiện, nếu có vướng mắc, các cơ quan, đơn vị kịp thời báo cáo Ủy ban nhân dân phường để xem xét, điều chỉnh./."),
            new SignatureBlock(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn Hoạch", ["Sở Nội vụ", "CT, các PCT UBND phường", "Các phòng, ban, đơn vị trực thuộc", "Lưu: VT, VHXH"]),
        ]),
    ]);

    private static IEnumerable<Paragraph> Points(string text, params string[] marks) =>
        marks.Select(mark => Paragraph.Of($"{mark}{(char.IsDigit(mark[0]) ? "." : ")")} {text}"));
}
