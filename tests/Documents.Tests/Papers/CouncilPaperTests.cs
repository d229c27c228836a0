using System.Text.Json;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Emulation.ServiceDefaults;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Minutes (Mẫu 1.9; CVA-26/III.4.3, HA-25/III.4.3) and ballot of the council.</summary>
public sealed class CouncilPaperTests
{
    // CVA-26/III.4.3, HA-25/III.4.3.
    [Fact]
    public void Minutes_Printed_FollowTheFormOfTheDecree()
    {
        var text = Text(PaperSamples.Paper(PaperSamples.Minutes, unitCode: "10532-HDTDKT"));
        foreach (var part in (string[])
        [
            "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "Số: 08/BB-HĐTĐKT", "BIÊN BẢN", "Thời gian bắt đầu: 08 giờ 30 phút, ngày 04 tháng 12 năm 2026.", "Địa điểm: Phòng họp tầng 2",
            "Chủ trì: Nguyễn Văn Hoạch, Chủ tịch Hội đồng, Chủ tịch UBND phường", "tổng số 07 thành viên Hội đồng; có mặt 05 thành viên; vắng mặt có ý kiến bằng văn bản 01 thành viên; vắng mặt 01 thành viên.",
            "đồng ý 06, không đồng ý 00", "đồng ý 06/07 tổng số thành viên Hội đồng, đạt 85,71% (yêu cầu từ 4/5 trở lên). Hội đồng thông qua.", "Nghị định 98/2023/NĐ-CP Điều 30 khoản 7",
            "Không tham gia biểu quyết do có xung đột lợi ích: Trần Thị Kỷ (là thủ trưởng trực tiếp", "(yêu cầu quá nửa)", "Chủ tịch không duyệt nội dung này, lý do: đã được khen thưởng cùng thành tích trong năm.",
            "Phạm Hữu Nghĩa: không đồng ý (cần lấy thêm ý kiến các đơn vị)", "đưa ra khỏi chương trình: Đơn vị đã rút hồ sơ trước phiên họp.", "Cuộc họp kết thúc vào 10 giờ 45 phút, ngày 04 tháng 12 năm 2026./.",
        ])
            Assert.Contains(part, text);
        // Mẫu 1.9 has no place and date above; the only dates stand in the text.
        Assert.DoesNotContain("Phường Lê Thanh Nghị, ngày", text);
    }

    [Fact]
    public void Minutes_Foot_SecretaryAndChairSignSideBySide()
    {
        var row = PaperSamples.Paper(PaperSamples.Minutes, unitCode: "10532-HDTDKT").Sections[0].Blocks.OfType<SignerRow>().Single();
        Assert.Equal([("THƯ KÝ", "Lương Thị Thanh Vân"), ("CHỦ TỌA|CHỦ TỊCH HỘI ĐỒNG", "Nguyễn Văn Hoạch")], row.Signers.Select(s => (string.Join('|', s.Authority), s.Name!)));
        // Mẫu 1.9: receivers below, the file of the session among them.
        Assert.Equal(["Như thành phần tham dự", "Lưu: VT, Hồ sơ"], row.Receivers!);
        Assert.Contains("- Như thành phần tham dự;", Text(PaperSamples.Paper(PaperSamples.Minutes, unitCode: "10532-HDTDKT")));
    }

    // docs/adr/0025: of a secret ballot nothing but the sums may leave the box.
    [Fact]
    public void Minutes_SecretItemWithVotesOfPersons_AreRefused()
    {
        var told = PaperSamples.Minutes with { Items = [PaperSamples.Minutes.Items[0] with { Votes = [new MinutesVote { Name = "Trần Thị Kỷ", Choice = MinutesChoice.Yes }] }] };
        var problem = PaperCheck.Of(told)!;
        Assert.Equal(("DOC-0120", "/items/0/votes"), (problem.Code, problem.Errors.Single().Pointer));
        Assert.Null(PaperCheck.Of(PaperSamples.Minutes));
    }

    public static TheoryData<string> Misfits => ["end", "chair", "votes"];

    [Theory]
    [MemberData(nameof(Misfits))]
    public void Minutes_ThatDoNotFitTogether_NameTheField(string what)
    {
        var minutes = PaperSamples.Minutes;
        var (wrong, code, pointer) = what switch
        {
            "end" => (minutes with { ConcludedAt = minutes.OpenedAt.AddMinutes(-1) }, "EMU-0001", "/concludedAt"),
            "chair" => (minutes with { ChairName = "Vũ Thế Lương" }, "EMU-0001", "/chairName"),
            _ => (minutes with { Items = [minutes.Items[0] with { Result = minutes.Items[0].Result! with { No = 2 } }] }, "DOC-0121", "/items/0/result"),
        };
        var problem = PaperCheck.Of(wrong)!;
        Assert.Equal((code, pointer), (problem.Code, problem.Errors.Single().Pointer));
    }

    [Fact]
    public void CityCouncil_Letterhead_IsItsOwn()
    {
        var issuer = Issuer.Of("31-HDTDKT", Samples.City, null, Samples.City, unit => unit.BareName);
        Assert.Equal(("HĐTĐKT", "TM. HỘI ĐỒNG", "UBND THÀNH PHỐ HẢI PHÒNG"), (issuer.Organ, issuer.OnBehalfOf, issuer.Parent.Single()));
        Assert.Equal("31", Issuer.UnitBehind("31-HDTDKT"));
    }

    [Fact]
    public void Ballot_Sheet_HasEmptyBoxesAndNothingThatTellsTheVoter()
    {
        var paper = PaperSamples.Paper(PaperSamples.Ballot, unitCode: "10532-HDTDKT");
        var table = paper.Sections[0].Blocks.OfType<TableBlock>().Single();
        Assert.Equal(["TT", "Tập thể, cá nhân", "Danh hiệu, hình thức khen thưởng", "Đồng ý", "Không đồng ý", "Không có ý kiến"], table.Columns.Select(c => c.Head));
        Assert.All(table.Rows, row => Assert.All(row.Cells.TakeLast(3), cell => Assert.Equal("", cell)));
        var read = Render.Read(paper);
        Assert.Single(read.Pages);
        Assert.Contains("DẤU CỦA HỘI ĐỒNG", read.AllText);
        Assert.DoesNotContain("Số:", read.AllText);
        Assert.Equal(Render.Pdf(paper), Render.Pdf(PaperSamples.Paper(PaperSamples.Ballot, unitCode: "10532-HDTDKT")));
        Assert.Equal(["Đồng ý", "Không đồng ý"], PaperSamples.Paper(PaperSamples.Ballot with { Abstentions = false }).Sections[0].Blocks.OfType<TableBlock>().Single().Columns.TakeLast(2).Select(c => c.Head));
    }

    [Fact]
    public void EveryPaper_KeptAsJson_ComesBackTheSame()
    {
        foreach (var content in (PaperContent[])[PaperSamples.Minutes, PaperSamples.Ballot, PaperSamples.PersonReport, PaperSamples.CollectiveReport, PaperSamples.InterimReport, PaperSamples.FinalReport, PaperSamples.RankingTable(true)])
        {
            var json = JsonSerializer.Serialize(content, Json.Options);
            var back = JsonSerializer.Deserialize<PaperContent>(json, Json.Options)!;
            Assert.Equal(content.GetType(), back.GetType());
            Assert.Equal(json, JsonSerializer.Serialize(back, Json.Options));
            Assert.Null(PaperCheck.Of(content));
        }
    }

    private static string Text(OfficialDocument paper) => Render.Read(paper).AllText.Replace(" \n", " ", StringComparison.Ordinal).Replace('\n', ' ');
}
