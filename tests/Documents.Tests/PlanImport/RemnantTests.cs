using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Reading;
using System.Text.Json;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>What real files look like: letterheads lost, scans without diacritics, stamps of signing tools, marks out of order.</summary>
public sealed class RemnantTests
{
    private const string Scan = """
         PHUONG HONG BANG Poc lap - Tw do - Hanh phiic
        S6:204 /KH-UBND Hong Bang, ngay28 thang 12 nam 2026
        KE HOACH
        Phat dong phong trao thi dua mot cua than thien nam 2027

        Thyc hién Quyét dinh sé 77/QD-UBND ngay 15/12/2026 ciia UBND phudng Ve viéc ban hanh Ké hoach cai cach hanh chinh.

        |. MUC PiCH
        1. Lam nhanh, lam dung, khong de dan phai di lai nhieu lan vi mot thu tuc.
        III. KHEN THUONG
        1. Moi don vi de nghi khong qua 01 tap the, 01 ca nhan; ho so gui truoc ngay 15/02 hang nam; ty le dat 95% tro len.

        Noi nhin: TM. UY BAN NHAN DAN
        - S Noi vu; CHUTICH ,
        - Luu VT.
        Ngo Thi Mau
        bookmark12

        	2026-12-30T09:00:01+0700
        	Việt Nam
        	Ngô Thị Mẫu <ngothimau@example.vn> đã ký lên văn bản này!

        	2026-12-30T09:20:01+0700
        	Việt Nam
        	ỦY BAN NHÂN DÂN PHƯỜNG HỒNG BÀNG <phuonghongbang@example.vn> đã ký lên văn bản này!
        """;

    private static ReadPlan Read(string text) => PlanReader.Read(new(text), Catalogue.Units);

    // LTN-26-30/H.1, CVA-26/H.4, CH-26-30/H.4, LTN-TD-26/H.3
    [Fact]
    public void Read_LetterheadLost_IsSaidToBeMissingAndTheRestIsRead()
    {
        var plan = Read(OwnPlans.FiguresOnly);
        foreach (var key in (string[])["header.agency", "header.motto", "header.number", "header.symbol", "header.place", "header.date"])
        {
            var field = plan.Fields.Single(f => f.Key == key);
            Assert.Equal(FieldState.Missing, field.State);
            Assert.Null(field.Value);
            Assert.NotEmpty(field.Reason!);
        }
        Assert.Contains(plan.Fields, f => f.Key == "header.type" && f.State == FieldState.Sure);
    }

    // HA-25/X.1, HA-25/H.1, HA-25/H.2
    [Fact]
    public void Read_ScanWithoutDiacritics_OffersHeadAndStampsAsDoubtfulAndNoRule()
    {
        var plan = Read(Scan);
        Assert.True(plan.Unaccented);
        Assert.Contains(plan.Warnings, w => w.Code == "ocr-unchecked" && w.Detail.StartsWith("OCR, chưa kiểm tra", StringComparison.Ordinal));
        Assert.All(plan.Fields.Where(f => f.Value is not null), f => Assert.Equal(FieldState.Doubtful, f.State));
        var facts = Facts.Of(plan).Select(f => $"{f.Kind} {f.Fact}").ToArray();
        foreach (var fact in (string[])["header header.agency PHUONG HONG BANG", "header header.number 204", "header header.symbol KH-UBND", "header header.date 28/12/2026", "header unitCode 11311", "recipient S Noi vu", "recipient Luu VT"])
            Assert.Contains(fact, facts);
        Assert.Equal(FieldState.Missing, plan.Fields.Single(f => f.Key == "header.motto").State);
        Assert.DoesNotContain(plan.Fields, f => f.Value is not null && f.Group is "criteria" or "quotas" or "deadlines" or "categories" && f.Value is not null);
        Assert.Equal(4, plan.Fields.Count(f => f.State == FieldState.Missing && f.Key is "criteria" or "quotas" or "deadlines" or "categories"));
    }

    // LTN-26-30/K.1, HA-25/K.3
    [Fact]
    public void Read_Stamps_GiveTimePlaceNameEmail_AndTheDayIsHeldAgainstTheDate()
    {
        var plan = Read(Scan);
        var stamps = plan.Fields.Where(f => f.Group == "stamps").Select(f => f.Value!.Value.Deserialize<PrintedStamp>(Json.Options)!).ToArray();
        Assert.Equal(
            [
                new PrintedStamp(new(2026, 12, 30, 9, 0, 1, TimeSpan.FromHours(7)), "Việt Nam", "Ngô Thị Mẫu", "ngothimau@example.vn", false),
                new PrintedStamp(new(2026, 12, 30, 9, 20, 1, TimeSpan.FromHours(7)), "Việt Nam", "ỦY BAN NHÂN DÂN PHƯỜNG HỒNG BÀNG", "phuonghongbang@example.vn", true),
            ], stamps);
        Assert.Contains(plan.Warnings, w => w.Code == "date-signed" && w.Detail.Contains("28/12/2026", StringComparison.Ordinal) && w.Detail.Contains("30/12/2026", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Warnings, w => w.Code == "stamp-order");
        Assert.DoesNotContain(plan.Nodes, n => n.Text.Contains("bookmark", StringComparison.Ordinal));
        var turned = Scan.Replace("T09:00:01", "T10:00:01", StringComparison.Ordinal);
        Assert.Contains(Read(turned).Warnings, w => w.Code == "stamp-order");
    }

    // CVA-26/III.1.f.n, CVA-26/L.1, CH-26-30/L.1
    [Fact]
    public void Read_MarksOutOfOrder_AreWarnedKeptAndAddressed()
    {
        var plan = Read("KẾ HOẠCH\nPhát động phong trào thi đua của phường năm 2027\n\nI. TIÊU CHÍ THI ĐUA\n1. Việc chung\na) Một việc lớn\nb) Hai việc lớn\nc) Ba việc lớn\nd) Bốn việc lớn\nđ) Năm việc lớn\ne) Sáu việc lớn\nf) Bảy việc lớn\n2. Việc riêng\nĐoạn không có dấu mục, vẫn có địa chỉ.\n2.1. Mở đầu phần riêng\n2.3. Nhảy số\n2. Số in hai lần\n");
        Assert.Equal(["mark-letter", "mark-skipped", "mark-doubled"], plan.Warnings.Where(w => w.Code.StartsWith("mark-", StringComparison.Ordinal)).OrderBy(w => w.Spans[0].Line).Select(w => w.Code).OrderBy(c => c == "mark-doubled" ? 2 : c == "mark-skipped" ? 1 : 0));
        Assert.Equal(["I", "I.1", "I.1.a", "I.1.b", "I.1.c", "I.1.d", "I.1.đ", "I.1.e", "I.1.f", "I.2", "I.2.0.1", "I.2.1", "I.2.3", "I.2[2]"], plan.Nodes.Select(n => n.Address));
        Assert.Equal("f", plan.Nodes[8].Mark);
    }
}
