using System.Text;
using Emulation.Documents.FormCheck;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Reading;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.Tests.PlanImport;

public sealed class OwnPlanTests
{
    private static readonly string[] CommuneFacts =
    [
        "basis Căn cứ Luật  15/06/2022 Quốc hội",
        "basis Căn cứ Nghị định 152/2025/NĐ-CP 14/06/2025 Chính phủ",
        "basis Theo Kế hoạch 88/KH-UBND 05/02/2027 Ủy ban nhân dân thành phố",
        "category yearly-ward-collective giay-khen all(initiatives>=2+recognised+applied by wardCommittee, rank[xa-dac-khu<=3])",
        "category yearly-ward-individual giay-khen any(grade>=completedWell, chosenForAdvice by headOfUnit)",
        "criterion II.1 percentage greaterOrEqual 98.5%",
        "criterion II.2 percentage greater 75%",
        "criterion II.3 percentage lessOrEqual 1.5%",
        "deadline dossier yearly inclusive 10/12/2027",
        "header fromYear 2027",
        "header header.agency ỦY BAN NHÂN DÂN XÃ NAM SÁCH",
        "header header.date 12/3/2027",
        "header header.number 57",
        "header header.place Nam Sách",
        "header header.symbol KH-UBND",
        "header header.type KẾ HOẠCH",
        "header shortName Phong trào",
        "header toYear 2027",
        "header unitCode 10606",
        "quota subUnit <= 2: yearly-ward-collective",
        "quota subUnit <= 3: yearly-ward-individual",
        "recipient Các phòng, thôn",
        "recipient Lưu: VT, VP",
        "recipient Đảng ủy, HĐND xã",
        "signer TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH / 3 words",
    ];

    private static string[] Read(SourceText source) => [.. Facts.Of(PlanReader.Read(source, Catalogue.Units)).Select(f => $"{f.Kind} {f.Fact}").Order(StringComparer.Ordinal)];

    [Fact]
    public void Read_CommunePlan_GivesItsFacts() => Assert.Equal(CommuneFacts.Order(StringComparer.Ordinal), Read(new(OwnPlans.Commune)));

    // C-36: letters taken apart are the same letters; the text stays as it came.
    [Fact]
    public void Read_DecomposedUnicode_GivesTheSameFactsAndPlacesInTheOriginal()
    {
        var source = new SourceText(OwnPlans.Commune.Normalize(NormalizationForm.FormD));
        Assert.Equal(CommuneFacts.Order(StringComparer.Ordinal), Read(source));
        var plan = PlanReader.Read(source, Catalogue.Units);
        Assert.Equal(source.Text, plan.Text);
        foreach (var field in plan.Fields.Where(f => f.Group == "recipients"))
            Assert.Equal(field.Value!.Value.GetString(), plan.Text[field.Spans[0].Start..field.Spans[0].End].Normalize());
    }

    [Fact]
    public void Read_FiguresOnly_KeepsMarksAndDoubtsWhatCannotBe()
    {
        var plan = PlanReader.Read(new(OwnPlans.FiguresOnly), Catalogue.Units);
        var facts = Facts.Of(plan).Select(f => $"{f.Kind} {f.Fact}").ToArray();
        Assert.Contains("category period-city-collective bang-khen-tp all(tieu-chuan-7, all(years>=2[phuong<=7]2027-2029, consecutiveYears by city))", facts);
        Assert.Contains("quota proposingUnit <= 20%: period-city-collective", facts);
        Assert.Contains("basis Thực hiện Nghị quyết 05-NQ/TU 03/02/2027 Thành ủy", facts);
        Assert.Contains("liên tục", plan.Fields.Single(f => f.Key == "categories/period-city-collective").Reason);
        // The 31st and the 30th of February are no days.
        Assert.Equal(FieldState.Doubtful, plan.Fields.Single(f => f.Key == "bases/2").State);
        Assert.Equal(FieldState.Missing, plan.Fields.Single(f => f.Key == "deadlines/1").State);
        Assert.Contains(plan.Warnings, w => w.Code == "mark-skipped" && w.Detail.Contains("1.3", StringComparison.Ordinal));
        Assert.Equal(FieldState.Missing, plan.Fields.Single(f => f.Key == "header.agency").State);
    }

    [Fact]
    public void Read_SlashesAndTurnedBases_AreReadAlike()
    {
        var facts = Read(new(MorePlans.Slashes));
        foreach (var fact in (string[])["basis Căn cứ Luật   Quốc hội", "basis Căn cứ Nghị định 152/2025/NĐ-CP 14/06/2025 Chính phủ", "basis Thực hiện Công văn 1234/SNV-TĐKT 01/04/2026 Sở Nội vụ", "header header.number 112", "header unitCode 11443",
            "criterion II.2 percentage greater 95%", "criterion II.3 percentage less 0.5%", "quota proposingUnit <= 3: yearly-ward-collective", "quota proposingUnit <= 2: period-city-individual", "deadline dossier any inclusive 30/11 every year +0", "signer TM. ỦY BAN NHÂN DÂN / PHÓ CHỦ TỊCH / 4 words"])
            Assert.Contains(fact, facts);
        Assert.Equal(4, facts.Count(f => f.StartsWith("category", StringComparison.Ordinal)));
    }

    [Fact]
    public void Read_HourAndDayOfEachMonth_AreDoubtedOrLeftToThePerson()
    {
        var plan = PlanReader.Read(new(MorePlans.Sprint), Catalogue.Units);
        var facts = Facts.Of(plan).Select(f => $"{f.Kind} {f.Fact}").ToArray();
        foreach (var fact in (string[])["basis Căn cứ Kế hoạch 15/KH-UBND 10/01/2028 UBND thành phố", "basis Căn cứ Quyết định 20/QĐ-UBND 12/01/2028 Chủ tịch UBND đặc khu", "deadline dossier any inclusive 20/10/2028", "deadline report any strict 31/12/2028",
            "category yearly-ward-individual giay-khen all(obeysLaw, grade>=completedOutstandingly, any(directServiceYears, initiatives>=1+recognised by council))", "quota proposingUnit <= 1: yearly-city-flag", "recipient Thành viên Hội đồng thi đua đặc khu"])
            Assert.Contains(fact, facts);
        Assert.Contains("giờ", plan.Fields.Single(f => f.Key == "deadlines/1").Reason);
        Assert.Equal(FieldState.Missing, plan.Fields.Single(f => f.Key == "deadlines/3").State);
    }

    // LTN-26-30/H.4
    [Fact]
    public void Read_UnknownUnitNoAwards_InventsNeither()
    {
        var plan = PlanReader.Read(new(OwnPlans.NoAwards), Catalogue.Units);
        Assert.DoesNotContain(plan.Fields, f => f.Value is not null && f.Group is "categories" or "quotas" or "deadlines" or "recipients" or "signer" or "criteria" && f.Value is not null);
        Assert.Equal(FieldState.Missing, plan.Fields.Single(f => f.Key == "categories").State);
        Assert.Equal(FieldState.Missing, plan.Fields.Single(f => f.Key == "recipients").State);
        var unit = plan.Fields.Single(f => f.Key == "unitCode");
        Assert.True(unit.State != FieldState.Sure, "PHƯỜNG HỒNG BẢNG is none of the catalogue.");
        Assert.Contains(plan.Warnings, w => w.Code == "unit-unknown" && w.Detail.Contains("Phường Hồng Bàng", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WordFile_WritesAutomaticNumbersOutAndReadsTables()
    {
        var (source, tables) = WordSource.Read(OwnPlans.Word())!.Value;
        Assert.Contains("I. MỤC ĐÍCH, YÊU CẦU", source.Text);
        Assert.Contains("b) Giảm giấy tờ.", source.Text);
        Assert.Contains("III. KHEN THƯỞNG HẰNG NĂM", source.Text);
        var table = Assert.Single(tables, t => t.Kind == "criteria");
        Assert.Equal(["2", "Hồ sơ trực tuyến toàn trình", "> 60%"], table.Rows[2]);
        var facts = Read(source);
        Assert.Contains("header unitCode 11311", facts);
        Assert.Contains("header header.symbol KH-UBND", facts);
        Assert.Contains("criterion II.2 percentage greaterOrEqual 97.5%", facts);
        Assert.Contains("criterion II.3 percentage greater 60%", facts);
        Assert.Contains("quota proposingUnit <= 5: yearly-ward-individual", facts);
        Assert.Contains("signer TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / 3 words", facts);
        Assert.DoesNotContain(facts, f => f.StartsWith("category yearly-ward-collective", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_OwnPdf_GivesItsFacts()
    {
        var source = PdfSource.Read(OwnPlans.Pdf(), new WorkBudget());
        var plan = PlanReader.Read(source!, Catalogue.Units);
        var facts = Facts.Of(plan).Select(f => $"{f.Kind} {f.Fact}").ToArray();
        foreach (var fact in (string[])["header header.number 31", "header header.date 20/1/2027", "header unitCode 11311", "basis Căn cứ Kế hoạch 88/KH-UBND 05/01/2027 Ủy ban nhân dân thành phố",
            "quota proposingUnit <= 4: yearly-ward-collective", "quota proposingUnit <= 6: yearly-ward-individual", "deadline dossier yearly strict 05/12/2027", "recipient Như trên", "recipient Lưu: VT, VHXH", "signer TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / 3 words"])
            Assert.Contains(fact, facts);
        Assert.All(plan.Fields.SelectMany(f => f.Spans), s => Assert.InRange(s.Page, 1, 1));
    }

    public static TheoryData<string, string> Garbage => new()
    {
        { "a novel", string.Join('\n', Enumerable.Range(1, 3000).Select(i => $"Chương {i}. Chiều ấy ở phường Hồng Bàng, ông giáo giảm 10% tiền trọ, trước ngày 05/12 ông lại gửi hồ sơ khen thưởng cho 02 tập thể, 03 cá nhân rồi ngồi kể chuyện cũ.")) },
        { "one long line", string.Concat(Enumerable.Repeat("thi đua khen thưởng 15% trước ngày 15/02 hàng năm không quá 01 tập thể ", 12_000)) },
        { "English", "The quick brown fox jumps over the lazy dog and files 12 reports before 15/02 every year. It is not a plan of emulation, it is a fable, told in ninety words or so." },
        { "marks only", string.Join('\n', Enumerable.Range(0, 2000).Select(i => (i % 5) switch { 0 => "I.", 1 => "1.1.1", 2 => "- ", 3 => "+", _ => "* :" })) },
    };

    [Theory, MemberData(nameof(Garbage))]
    public void Read_NoPlan_InventsNothing(string what, string text)
    {
        var plan = PlanReader.Read(new(text), Catalogue.Units);
        Assert.True(plan.Fields.All(f => f.Value is null), what);
        Assert.Contains(plan.Warnings, w => w.Code == "not-a-plan");
        Assert.False(CampaignBody.Of(plan.Fields).Ready);
    }

    // The same words under a letterhead: a paragraph that cannot be a clause is not looked into.
    [Fact]
    public void Read_PlanWithAnEndlessParagraph_LeavesItAside()
    {
        var plan = PlanReader.Read(new("KẾ HOẠCH\nPhát động phong trào thi đua năm 2027\n\nI. KHEN THƯỞNG\n" + string.Concat(Enumerable.Repeat("không quá 01 tập thể, trước ngày 15/02 gửi hồ sơ, đạt 90%, ", 10_000))), Catalogue.Units);
        Assert.DoesNotContain(plan.Fields, f => f.Value is not null && f.Group is "criteria" or "quotas" or "deadlines" && f.Value is not null);
        Assert.Contains(plan.Warnings, w => w.Code == "paragraph-long");
    }
}
