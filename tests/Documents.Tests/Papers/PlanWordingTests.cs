using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition.Plans;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>Criteria, conditions, quotas and deadlines of a plan in words: as they are judged, so they are printed.</summary>
public sealed class PlanWordingTests
{
    private static readonly LaunchPlan Period = PlanSamples.Plan("LTN-26-30");

    private static readonly LaunchPlan OneYear = PlanSamples.Plan("CVA-26");

    // C-34; LTN-TD-26/III.1.8b “trên 80%”, LTN-TD-26/III.1.4 “tối thiểu 95%”, LTN-TD-26/III.1.5, CVA-26/III.1.d “đạt và vượt”.
    [Theory]
    [InlineData(CriterionOperator.Greater, 80, "đạt trên 80%")]
    [InlineData(CriterionOperator.GreaterOrEqual, 95, "đạt từ 95% trở lên")]
    [InlineData(CriterionOperator.Equal, 100, "đạt 100%")]
    [InlineData(CriterionOperator.LessOrEqual, 0.2, "không quá 0,2%")]
    [InlineData(CriterionOperator.Less, 5, "dưới 5%")]
    public void Criterion_Operator_IsKeptExactly(CriterionOperator comparison, double value, string phrase)
    {
        var criterion = new PlanCriterion { Clause = "x", Text = "Hồ sơ nộp trực tuyến.", Measure = "Tỷ lệ hồ sơ", Kind = CriterionKind.Percentage, Operator = comparison, Value = (decimal)value, Unit = "%", Gate = true };
        Assert.Equal($"Hồ sơ nộp trực tuyến: tỷ lệ hồ sơ {phrase}.", CriterionText.Of(criterion, OneYear));
        Assert.Equal($"Hồ sơ nộp trực tuyến: phấn đấu tỷ lệ hồ sơ {phrase}, tính theo từng năm.", CriterionText.Of(criterion with { Gate = false }, Period));
    }

    [Theory]
    [InlineData("CVA-26", "thu-ngan-sach", "đạt và vượt 100%.")]
    [InlineData("CVA-26", "chi-so-muc-tot", "phấn đấu mức Chỉ số CCHC của phường đạt từ mức “Tốt” trở lên.")]
    [InlineData("CVA-26", "chi-so-hoan-thanh-tot", "xếp loại Chỉ số CCHC của phường đạt từ mức “Hoàn thành tốt nhiệm vụ” trở lên.")]
    [InlineData("CVA-26", "hai-long-tthc", "hài lòng về giải quyết TTHC đạt từ 90% trở lên (nguồn số liệu: Khảo sát mức độ hài lòng về giải quyết TTHC).")]
    [InlineData("LTN-26-30", "chi-so-top-dau", "phấn đấu ở tốp dẫn đầu khối các xã, phường, đặc khu của thành phố, tính theo từng năm.")]
    [InlineData("LTN-26-30", "nhung-nhieu", "bằng 0 vụ, tính theo từng năm.")]
    [InlineData("LTN-TD-26", "tthc-dung-han", "đạt 100%.")]
    [InlineData("HA-25", "tich-hop-cong-quoc-gia", "đạt 100% (nguồn số liệu: Cổng Dịch vụ công quốc gia).")]
    public void Criterion_OfASample_EndsInItsTarget(string code, string key, string end)
    {
        var plan = PlanSamples.Plan(code);
        Assert.EndsWith(end, CriterionText.Of(plan.Criteria.Single(c => c.Key == key), plan), StringComparison.Ordinal);
    }

    // LTN-26-30/III.2.b.c3, CH-26-30/III.2.3.a.c3–c5: words that leave a judged figure out give way to the figures.
    [Fact]
    public void Condition_WordsWithoutTheFigures_AreReplacedByThem()
    {
        var years = new YearsInTop { Clause = "x", Text = "Có nhiều năm trong nhóm đầu", Tops = [new() { Block = "so-nganh", Rank = 5 }, new() { Block = "xa-dac-khu", Rank = 15 }], AtLeast = 3, FromYear = 2026, ToYear = 2030 };
        Assert.Equal("Có từ 03 năm trở lên (không nhất thiết liên tục) thuộc 05 đơn vị dẫn đầu khối sở, ngành hoặc 15 đơn vị dẫn đầu khối xã, đặc khu về Chỉ số cải cách hành chính, tính các năm 2026 - 2030",
            ConditionText.Of(years, Period).Text);
        const string own = "Có từ 3 năm trở lên thuộc nhóm đầu của giai đoạn (sở, ngành: 5; xã, đặc khu: 15)";
        Assert.Equal(own, ConditionText.Of(years with { Text = own }, Period).Text);
        // Another window than the campaign's own must be named.
        Assert.StartsWith("Có từ 03 năm trở lên (không", ConditionText.Of(years with { Text = own, FromYear = 2027 }, Period).Text);
        Assert.StartsWith("Có từ 03 năm trở lên (không", ConditionText.Of(years with { Text = "Có từ 13 năm, giai đoạn, sở, ngành 5; xã, đặc khu 15" }, Period).Text);
    }

    [Fact]
    public void Condition_EachJudgedKind_IsWordedFromItsData()
    {
        Assert.Equal("Thuộc 05 đơn vị dẫn đầu khối của đơn vị về Chỉ số cải cách hành chính của năm xét", Of(new IndexRank { Clause = "x", Text = "Đứng cao", Tops = [new() { Block = "*", Rank = 5 }] }));
        Assert.Equal("Có từ 02 sáng kiến khác nhau trở lên được Ủy ban nhân dân cấp xã công nhận, đã áp dụng trong thực tế, có thể nhân rộng",
            Of(new RecognisedInitiatives { Clause = "x", Text = "Có sáng kiến", AtLeast = 2, Applied = true, Replicable = true, RecognisedBy = Attester.WardCommittee }));
        Assert.Equal("Có sáng kiến có thể nhân rộng (không bắt buộc đã có quyết định công nhận)", Of(new RecognisedInitiatives { Clause = "x", Text = "Có cách làm hay", AtLeast = 1, Recognised = false, Replicable = true }));
        Assert.Equal("Đứng đầu khối xếp hạng về Chỉ số cải cách hành chính từ 02 năm trở lên trong các năm 2026 - 2030", Of(new LeadsBlock { Clause = "x", Text = "Dẫn đầu", FromYear = 2026, ToYear = 2030, AtLeast = 2 }));
        Assert.Equal("Được xếp loại từ mức hoàn thành tốt nhiệm vụ trở lên", Of(new CompletionGrade { Clause = "x", Text = "Hoàn thành việc", AtLeast = Grade.CompletedWell }));
        Assert.Equal("Có từ đủ 2,5 năm trở lên trực tiếp làm công tác cải cách hành chính trong các năm 2026 - 2030", Of(new DirectService { Clause = "x", Text = "Lâu năm", YearsAtLeast = 2.5m, FromYear = 2026, ToYear = 2030 }));
        Assert.Equal("Đủ tiêu chuẩn (Luật Thi đua, khen thưởng, Điều 74)", Of(new ByLaw { Clause = "x", Text = "Đủ tiêu chuẩn.", Basis = "Luật Thi đua, khen thưởng, Điều 74" }));

        static string Of(Condition condition) => ConditionText.Of(condition, Period).Text;
    }

    // CVA-26/III.3.2.a, CVA-26/III.3.2.a1, CVA-26/III.3.2.a2: base and one of two, each of which has two ways.
    [Fact]
    public void Standard_AllOfAndOneOf_AreSaidAsSuch()
    {
        var lines = Lines("CVA-26");
        var at = lines.IndexOf("a) Tập thể được tặng Giấy khen (Giấy khen của Chủ tịch Ủy ban nhân dân phường): đạt tất cả các tiêu chuẩn sau:");
        Assert.True(at >= 0);
        Assert.Equal(
            [
                "- Chấp hành nghiêm kỷ luật, kỷ cương hành chính;",
                "- Đạt một trong hai tiêu chuẩn:",
                "+ Dẫn đầu các phòng, đơn vị của phường trong việc đẩy mạnh CCHC: đứng đầu bảng xếp hạng nội bộ các phòng, đơn vị của phường trong năm; hoặc được xác nhận dẫn đầu các phòng, đơn vị của phường khi phường chưa xếp hạng nội bộ;",
                "+ Có sáng kiến, giải pháp hoặc cách làm mới, sát thực tế, nhân rộng được, tạo đột phá cho CCHC của phường: có sáng kiến nhân rộng được (không bắt buộc đã có quyết định công nhận); hoặc có giải pháp hoặc cách làm mới, sát thực tế, nhân rộng được.",
            ],
            lines.Skip(at + 1).Take(4));
    }

    // LTN-26-30/III.2.b.q1, LTN-26-30/III.2.b.q3, LTN-26-30/III.2.b.q5, LTN-26-30/III.2.a.2.q, CH-26-30/III.2.1.2.b.2, CH-26-30/III.2.3.b.2.1.
    [Theory]
    [InlineData("LTN-26-30", "* Số lượng: đề nghị không quá 01 tập thể.")]
    [InlineData("LTN-26-30", "* Số lượng: theo phân bổ của Sở Nội vụ.")]
    [InlineData("LTN-26-30", "* Số lượng: đề nghị không quá 01 cá nhân; đơn vị có tập thể được đề nghị tặng Cờ thi đua được đề nghị không quá 02 cá nhân.")]
    [InlineData("CH-26-30", "* Số lượng: mỗi khối xếp hạng của thành phố không quá 01 tập thể.")]
    [InlineData("CH-26-30", "* Số lượng: không tính vào số lượng đề nghị của đơn vị, do có nhiều đóng góp giữ vững và nâng cao Chỉ số cải cách hành chính của thành phố.")]
    public void Quota_OfASample_IsWorded(string code, string line) => Assert.Contains(line, Lines(code));

    [Fact]
    public void Quota_ShareGroupAndNamedUnits_AreWorded()
    {
        var plan = PlanSamples.Plan("LTN-26-30");
        var category = plan.Scheme.Categories[0] with
        {
            Quotas =
            [
                new() { Clause = "x", Scope = QuotaScope.SubUnit, ShareOfParticipants = 12.5m, AtLeast = 1 },
                new() { Clause = "x", Scope = QuotaScope.SubUnit, AtMost = 2, Group = "g", PerUnit = [new() { UnitCode = "10532-VHXH", AtMost = 3 }] },
                new() { Clause = "x", Scope = QuotaScope.ProposingUnit, AtMost = 1, AtMostWithFlagNominee = 2, FlagRaise = FlagRaise.OnTop },
            ],
        };
        var other = plan.Scheme.Categories[1] with { Quotas = [new() { Clause = "x", Scope = QuotaScope.SubUnit, AtMost = 2, Group = "g" }] };
        var lines = Lines("LTN-26-30", plan with { Scheme = new() { Categories = [category, other] }, UnitNames = new() { ["10532-VHXH"] = "Phòng Văn hóa - Xã hội" } });
        Assert.Contains("* Số lượng: mỗi phòng, đơn vị đề nghị không quá 12,5% số tập thể tham gia phong trào, được đề nghị ít nhất 01 tập thể.", lines);
        Assert.Contains("* Số lượng: mỗi phòng, đơn vị đề nghị không quá 02 tập thể hoặc cá nhân (tính chung); riêng Phòng Văn hóa - Xã hội không quá 03 tập thể hoặc cá nhân.", lines);
        Assert.Contains("* Số lượng: đề nghị không quá 01 tập thể; đơn vị có tập thể được đề nghị tặng Cờ thi đua được đề nghị thêm không quá 02 tập thể.", lines);
    }

    // LTN-26-30/III.3.a, LTN-26-30/III.3.b, CVA-26/III.5, CH-26-30/IV.1.2, C-02.
    [Theory]
    [InlineData("LTN-26-30", "Hồ sơ đề nghị khen thưởng cấp thành phố hằng năm: các đơn vị gửi về Ủy ban nhân dân phường Lê Thanh Nghị (qua Phòng Văn hóa - Xã hội) trước ngày 15 tháng 02 hằng năm (xét thành tích của năm liền trước)")]
    [InlineData("LTN-26-30", "Hồ sơ đề nghị khen thưởng cấp Nhà nước, cấp thành phố tổng kết giai đoạn 2026 - 2030: các đơn vị gửi về Ủy ban nhân dân phường Lê Thanh Nghị (qua Phòng Văn hóa - Xã hội) trước ngày 15 tháng 02 năm 2030")]
    [InlineData("CVA-26", "trước ngày 25 tháng 11 năm 2026 để tổng hợp")]
    [InlineData("CH-26-30", "thời hạn: trước ngày 20 tháng 11 hằng năm.")]
    [InlineData("LTN-TD-26", "hoàn thành trước ngày 01 tháng 02 năm 2027.")]
    public void Deadline_OfASample_IsWorded(string code, string phrase) => Assert.Contains(Lines(code), line => line.Contains(phrase, StringComparison.Ordinal));

    [Fact]
    public void Deadline_Inclusive_IsNotSaidAsBefore() =>
        Assert.Equal("chậm nhất ngày 05 tháng 3 năm 2027", PlanWords.Until(new Deadline { Date = new DateOnly(2027, 3, 5), Boundary = DeadlineBoundary.Inclusive, Clause = "x" }, Period));

    // LTN-TD-26/IV.1.a: tasks by quarter; LTN-26-30/IV.5: outside bodies are asked.
    [Fact]
    public void Duties_ByQuarterAndByBody_AreListedOnce()
    {
        var lines = Lines("LTN-TD-26");
        Assert.Equal(["1. Quý I năm 2026", "2. Quý II năm 2026", "3. Quý III năm 2026", "4. Quý IV năm 2026"], lines.Where(line => line.Contains("Quý ", StringComparison.Ordinal) && line.Length < 20));
        Assert.Single(lines, line => line.EndsWith("Hội đồng Thi đua - Khen thưởng phường", StringComparison.Ordinal));
        Assert.Contains(Lines("LTN-26-30"), line => line.Contains(". Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường", StringComparison.Ordinal));
    }

    private static List<string> Lines(string code, LaunchPlan? plan = null) => [.. PlanSamples.Paper(code, plan: plan).Sections[0].Blocks.Select(block => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
        _ => "",
    })];
}
