using System.Globalization;
using System.Reflection;
using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Criteria;
using static Emulation.Scoring.Domain.Criteria.CriterionOutcome;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>Every criterion of the five plans, from the shipped plans themselves, by the ID of its rule.</summary>
public class CriterionRuleTests
{
    internal static PlanCriterion Criterion(string rule, string key)
    {
        var criterion = SamplePlans.OfRule(rule).Criterion(key);
        Assert.NotNull(criterion);
        Assert.Equal(rule, criterion.Clause);
        return criterion;
    }

    /// <summary><c>1999/2000</c> is done of total, <c>3#</c> a count, anything else a value.</summary>
    internal static ReportedFigure Figure(string text)
    {
        static decimal Number(string digits) => decimal.Parse(digits, CultureInfo.InvariantCulture);
        return text.Split('/') is [var done, var total] ? new() { Done = Number(done), Total = Number(total) }
            : text.EndsWith('#') ? new() { Count = int.Parse(text[..^1]) }
            : new() { Value = Number(text) };
    }

    internal static CriterionVerdict Judge(string rule, string key, string figure)
    {
        var criterion = Criterion(rule, key);
        var reported = Figure(figure);
        Assert.Null(reported.Fault(criterion));
        return CriterionJudge.Judge(criterion, [], reported, null, null);
    }

    [Theory]
    // All dossiers on time or early: on time or early ÷ handled, computed.
    [InlineData("LTN-26-30/IV.4.2", "ho-so-dung-han", "2000/2000", Met)]
    [InlineData("LTN-26-30/IV.4.2", "ho-so-dung-han", "1999/2000", NotMet)]
    [InlineData("LTN-26-30/IV.4.2", "ho-so-dung-han", "999999999999/1000000000000", NotMet)]
    [InlineData("LTN-26-30/IV.4.2", "ho-so-dung-han", "0/0", NotYetKnown)]
    [InlineData("LTN-26-30/IV.4.3", "nhung-nhieu", "0#", Met)]
    [InlineData("LTN-26-30/IV.4.3", "nhung-nhieu", "1#", NotMet)]
    [InlineData("CVA-26/III.1.b", "nhiem-vu-thanh-pho-giao", "100", Met)]
    [InlineData("CVA-26/III.1.b", "nhiem-vu-thanh-pho-giao", "99.9", NotMet)]
    [InlineData("CVA-26/III.1.c", "nhiem-vu-ke-hoach-cchc", "42/42", Met)]
    [InlineData("CVA-26/III.1.c", "nhiem-vu-ke-hoach-cchc", "41/42", NotMet)]
    [InlineData("CVA-26/III.1.d", "thu-ngan-sach", "99.999999", NotMet)]
    [InlineData("CVA-26/III.1.d", "thu-ngan-sach", "100.0", Met)]
    [InlineData("CVA-26/III.1.d", "thu-ngan-sach", "412.5/400", Met)]
    [InlineData("CVA-26/III.1.đ", "tu-kiem-tra", "100", Met)]
    [InlineData("CVA-26/III.1.đ", "tu-kiem-tra", "95", NotMet)]
    [InlineData("CVA-26/III.1.e", "theo-doi-ho-so", "5230/5230", Met)]
    [InlineData("CVA-26/III.1.e", "theo-doi-ho-so", "5229/5230", NotMet)]
    [InlineData("CVA-26/III.1.f", "hai-long-tthc", "90.0", Met)]
    [InlineData("CVA-26/III.1.f", "hai-long-phuc-vu", "89.99", NotMet)]
    [InlineData("CVA-26/III.1.f", "hai-long-y-te-giao-duc", "90", Met)]
    [InlineData("HA-25/III.1.2.a", "cong-khai-tthc", "100", Met)]
    [InlineData("HA-25/III.1.2.a", "cong-khai-tthc", "99.5", NotMet)]
    [InlineData("HA-25/III.1.2.b", "luan-chuyen-dien-tu", "80", Met)]
    [InlineData("HA-25/III.1.2.b", "luan-chuyen-dien-tu", "79.99", NotMet)]
    [InlineData("HA-25/III.1.2.c", "tthc-thanh-toan-truc-tuyen", "80/100", Met)]
    [InlineData("HA-25/III.1.2.c", "tthc-thanh-toan-truc-tuyen", "79/100", NotMet)]
    [InlineData("HA-25/III.1.2.d", "giao-dich-truc-tuyen", "30", Met)]
    [InlineData("HA-25/III.1.2.d", "giao-dich-truc-tuyen", "29.9", NotMet)]
    [InlineData("HA-25/III.1.3.a", "tthc-truc-tuyen", "100", Met)]
    [InlineData("HA-25/III.1.3.a", "tthc-truc-tuyen", "99", NotMet)]
    [InlineData("HA-25/III.1.3.b", "tich-hop-cong-quoc-gia", "130/130", Met)]
    [InlineData("HA-25/III.1.3.b", "tich-hop-cong-quoc-gia", "129/130", NotMet)]
    [InlineData("HA-25/III.1.3.c", "ho-so-dung-han", "1/1", Met)]
    [InlineData("HA-25/III.1.3.c", "ho-so-dung-han", "99.9", NotMet)]
    [InlineData("HA-25/III.1.4.a", "phan-cap-tthc", "1/5", Met)]
    [InlineData("HA-25/III.1.4.a", "phan-cap-tthc", "19.9", NotMet)]
    [InlineData("HA-25/III.1.4.c", "so-hoa-ket-qua", "30", Met)]
    [InlineData("HA-25/III.1.4.c", "so-hoa-ket-qua", "29.99", NotMet)]
    [InlineData("HA-25/III.1.5.a", "hai-long-dau-tu-kinh-doanh", "90", Met)]
    [InlineData("HA-25/III.1.5.a", "hai-long-dau-tu-kinh-doanh", "89.9", NotMet)]
    [InlineData("HA-25/III.1.5.b", "khong-nop-lai-giay-to", "80", Met)]
    [InlineData("HA-25/III.1.5.b", "khong-nop-lai-giay-to", "79", NotMet)]
    [InlineData("LTN-TD-26/III.1.1", "cong-nghiep", "5", Met)]
    [InlineData("LTN-TD-26/III.1.1", "cong-nghiep", "-0.4", NotMet)]
    [InlineData("LTN-TD-26/III.1.2", "thuong-mai-dich-vu", "5.01", Met)]
    [InlineData("LTN-TD-26/III.1.2", "thuong-mai-dich-vu", "4.99", NotMet)]
    [InlineData("LTN-TD-26/III.1.3", "thu-ngan-sach", "105", Met)]
    [InlineData("LTN-TD-26/III.1.3", "thu-ngan-sach", "104.9/100", NotMet)]
    [InlineData("LTN-TD-26/III.1.4", "giai-ngan-dau-tu-cong", "95", Met)]
    [InlineData("LTN-TD-26/III.1.4", "giai-ngan-dau-tu-cong", "94.99", NotMet)]
    // Less is better.
    [InlineData("LTN-TD-26/III.1.5", "ho-ngheo", "0.2", Met)]
    [InlineData("LTN-TD-26/III.1.5", "ho-ngheo", "0.25", NotMet)]
    [InlineData("LTN-TD-26/III.1.5", "ho-ngheo", "0", Met)]
    [InlineData("LTN-TD-26/III.1.6", "gia-dinh-van-hoa", "95", Met)]
    [InlineData("LTN-TD-26/III.1.6", "gia-dinh-van-hoa", "94.9", NotMet)]
    [InlineData("LTN-TD-26/III.1.6", "to-dan-pho-van-hoa", "27/28", NotMet)]
    [InlineData("LTN-TD-26/III.1.7", "bao-hiem-xa-hoi", "56", Met)]
    [InlineData("LTN-TD-26/III.1.7", "bao-hiem-xa-hoi", "55.99", NotMet)]
    [InlineData("LTN-TD-26/III.1.8a", "tthc-dung-han", "8120/8120", Met)]
    [InlineData("LTN-TD-26/III.1.8a", "tthc-dung-han", "99.99", NotMet)]
    // “Trên”: the bound itself does not count (C-34); 90.0 passes in CVA-26/III.1.f and fails here.
    [InlineData("LTN-TD-26/III.1.8b", "ho-so-truc-tuyen", "80.0", NotMet)]
    [InlineData("LTN-TD-26/III.1.8b", "ho-so-truc-tuyen", "80.01", Met)]
    [InlineData("LTN-TD-26/III.1.9b", "hai-long", "90.0", NotMet)]
    [InlineData("LTN-TD-26/III.1.9b", "hai-long", "90.01", Met)]
    public void Figure_AtTheBound_IsJudgedExactlyAsPrinted(string rule, string key, string figure, CriterionOutcome outcome)
    {
        var verdict = Judge(rule, key, figure);

        Assert.Equal(outcome, verdict.Outcome);
        Assert.Equal(NotYetKnown, CriterionJudge.Judge(Criterion(rule, key), [], null, null, null).Outcome);
    }

    [Theory]
    [InlineData("LTN-26-30/IV.4.4", "niem-yet-tthc", true)]
    [InlineData("LTN-26-30/IV.4.5", "so-hoa-toan-dien", false)]
    [InlineData("CVA-26/I.2.4", "ke-hoach-cchc", true)]
    [InlineData("CVA-26/III.1.e", "ho-so-qua-han", false)]
    [InlineData("CVA-26/III.1.g", "chinh-quyen-so", false)]
    [InlineData("HA-25/I.2.4", "ke-hoach-cchc", true)]
    [InlineData("HA-25/III.1.1", "doi-moi-tthc", false)]
    [InlineData("HA-25/III.1.3.c", "ho-so-truoc-han", false)]
    [InlineData("HA-25/III.1.4.b", "cap-nhat-tthc", true)]
    [InlineData("HA-25/III.1.6", "chinh-quyen-so", false)]
    public void Words_WithoutANumber_AreJudgedByTheLaunchingUnit(string rule, string key, bool gate)
    {
        var criterion = Criterion(rule, key);
        var words = new ReportedFigure { Text = "Đã thực hiện đủ, có báo cáo kèm theo." };

        Assert.Equal(gate, criterion.Gate);
        Assert.Null(words.Fault(criterion));
        Assert.NotNull(Figure("100").Fault(criterion));
        Assert.Equal(NotYetKnown, CriterionJudge.Judge(criterion, [], null, null, null).Outcome);
        Assert.Equal(NotYetKnown, CriterionJudge.Judge(criterion, [], words, null, null).Outcome);
        var met = CriterionJudge.Judge(criterion, [], words, new Assessment(true, "Đủ căn cứ.", "x", default), null);
        Assert.Equal((Met, "Đủ căn cứ."), (met.Outcome, met.Reason));
        Assert.Equal(NotMet, CriterionJudge.Judge(criterion, [], words, new Assessment(false, "Chưa rõ kết quả.", "x", default), null).Outcome);
    }

    [Theory]
    [InlineData("100.0", false)]
    [InlineData("100.5", true)]
    public void Budget_MetAndExceeded_AreToldApart(string figure, bool exceeded)
    {
        // CVA-26/III.1.d: “đạt và vượt” – 100.0 counts as met.
        var verdict = Judge("CVA-26/III.1.d", "thu-ngan-sach", figure);

        Assert.Equal((Met, exceeded), (verdict.Outcome, verdict.Exceeded));
        Assert.Contains(exceeded ? "Vượt chỉ tiêu." : "Chưa vượt chỉ tiêu.", verdict.Reason, StringComparison.Ordinal);
        Assert.Null(Judge("LTN-TD-26/III.1.1", "cong-nghiep", "9").Exceeded);
    }

    [Theory]
    [InlineData("90", "90", "90", Met)]
    [InlineData("97", "90", "89.9", NotMet)]
    [InlineData("97", null, "95", NotYetKnown)]
    [InlineData("97", null, "89", NotMet)]
    public void Surveys_ThreeOfOneClause_MustAllReach90(string? handling, string? service, string? health, CriterionOutcome outcome)
    {
        // CVA-26/III.1.f: three values, each from a survey of its own.
        var parts = Clause("CVA-26/III.1.f", ("hai-long-tthc", handling), ("hai-long-phuc-vu", service), ("hai-long-y-te-giao-duc", health));

        Assert.Equal(outcome, CriterionJudge.Clause(parts).Outcome);
        Assert.Equal(3, parts.Select(p => p.Criterion.Source!.Name).Distinct().Count());
        Assert.All(parts, p => Assert.Equal(CriterionSourceKind.Survey, p.Criterion.Source!.Kind));
    }

    [Fact]
    public void Aim_BesideAGate_IsShownApartAndFailsNothing()
    {
        // LTN-TD-26/III.1.6: 95 % of families must be reached, 100 % of neighbourhoods is strived for.
        ClauseVerdict Of(string families, string? neighbourhoods) => CriterionJudge.Clause(Clause("LTN-TD-26/III.1.6", ("gia-dinh-van-hoa", families), ("to-dan-pho-van-hoa", neighbourhoods)));

        Assert.Equal(new ClauseVerdict(Met, false), Of("95", "27/28"));
        Assert.Equal(new ClauseVerdict(Met, true), Of("95", "28/28"));
        Assert.Equal(new ClauseVerdict(Met, null), Of("95", null));
        Assert.Equal(new ClauseVerdict(NotMet, true), Of("94", "28/28"));
        // HA-25/III.1.5.b is an aim only.
        Assert.False(Criterion("HA-25/III.1.5.b", "khong-nop-lai-giay-to").Gate);
    }

    [Fact]
    public void Tracking_HardAndSoftMeasure_OnlyTheHardOneDecides()
    {
        // CVA-26/III.1.e: all dossiers tracked; overdue ones few, without a number.
        Assert.Equal(new ClauseVerdict(Met, null), CriterionJudge.Clause(Clause("CVA-26/III.1.e", ("theo-doi-ho-so", "100"), ("ho-so-qua-han", null))));
    }

    [Fact]
    public void Plans_EveryCriterionInThem_HasARowHereOrAmongTheIndexTests()
    {
        var rows = new[] { typeof(CriterionRuleTests), typeof(IndexCriterionTests) }.SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes<InlineDataAttribute>()).Select(r => (r.Data[0] as string, r.Data[1] as string)).ToHashSet();

        Assert.Equal([], SamplePlans.Criteria.Select(c => (c.Clause, c.Key)).Where(c => !rows.Contains(c)));
        Assert.Empty(SamplePlans.Campaign("CH-26-30").Criteria);
    }

    private static (PlanCriterion Criterion, CriterionVerdict Verdict)[] Clause(string rule, params (string Key, string? Figure)[] figures) =>
        [.. figures.Select(f => (Criterion(rule, f.Key), f.Figure is { } figure ? Judge(rule, f.Key, figure) : CriterionVerdict.Unknown("Chưa báo cáo.")))];
}
