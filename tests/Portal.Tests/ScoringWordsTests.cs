using Emulation.Portal.Clients;
using Emulation.Portal.Scoring;

namespace Emulation.Portal.Tests;

public sealed class ScoringWordsTests
{
    [Theory]
    [InlineData("24,6", "24.6")]
    [InlineData("24.6", "24.6")]
    [InlineData("0.250", "0.250")]
    [InlineData("1.982.000", "1982000")]
    [InlineData("1.982,5", "1982.5")]
    [InlineData("1 982", "1982")]
    [InlineData("-0,5", "-0.5")]
    public void Number_WrittenTheVietnameseWay_IsRead(string typed, string number) =>
        Assert.Equal((decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), (string?)null), Numbers.Read(typed));

    [Theory]
    [InlineData("1.982")]
    [InlineData("12,5%")]
    [InlineData("1,5,2")]
    [InlineData("abc")]
    [InlineData("1e5")]
    public void Number_ThatCouldMeanTwoThingsOrNone_IsAskedBack(string typed)
    {
        var (number, fault) = Numbers.Read(typed);
        Assert.Null(number);
        Assert.Contains(typed, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Phường Lê Thanh Nghị", "le thanh nghi", true)]
    [InlineData("Phường Lê Thanh Nghị", "LÊ NGHỊ", true)]
    [InlineData("Phường Lê Thanh Nghị", "lẽ", false)]
    [InlineData("Phường Lê Chân", "lê thanh", false)]
    [InlineData("Xã Đại Sơn", "dai", true)]
    [InlineData("Xã Dương Kinh", "đuong", false)]
    [InlineData("Phường Hòa Bình", "hoà", true)]
    [InlineData("Phường Hòa Bình", "hoa b", true)]
    [InlineData("Phường Hải An", "", true)]
    public void Search_AMarkTypedMustBeThereOneLeftOutMayBe(string name, string query, bool found)
    {
        Assert.Equal(found, NameSearch.Matches(name, query));
        Assert.Equal(found, NameSearch.Matches(name.Normalize(System.Text.NormalizationForm.FormD), query.Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void Formula_OfEachKind_IsToldInWords()
    {
        Assert.Equal(["Đạt: 0,5 điểm.", "Không đạt: 0 điểm."], Words(F("yesNo"), 0.5m));
        Assert.Equal(["2 điểm × số đã làm ÷ tổng số, không quá 2 điểm."], Words(F("ratio"), 2));
        Assert.Equal(["Trên 80%: 1,5 điểm × số đã làm ÷ tổng số.", "Từ 80% trở xuống: 0 điểm."], Words(F("ratioWithFloor") with { Floor = 0.8m, Operator = "exclusive" }, 1.5m));
        Assert.Equal(["Từ 100% trở lên: 4 điểm.", "Dưới 95%: 0 điểm.", "Ở giữa: tăng đều từ 0 đến mức tối đa."], Words(F("linearBetween") with { Low = 95, High = 100 }, 4, "%"));
        Assert.Equal(["Không có ngày chậm: 0,5 điểm.", "Dưới 15 ngày chậm: 0,25 điểm.", "Còn lại: 0 điểm."],
            Words(F("steps") with { Better = "lower", Table = [new(0, 0.5m, "inclusive"), new(15, 0.25m, "exclusive")] }, 0.5m, "ngày chậm"));
        Assert.Equal(["Từ 2 sáng kiến trở lên: 1,5 điểm.", "Trên 0 sáng kiến: 0,75 điểm.", "Còn lại: 0 điểm."],
            Words(F("steps") with { Better = "higher", Table = [new(2, 1.5m, "inclusive"), new(0, 0.75m, "exclusive")] }, 1.5m, "sáng kiến"));
        Assert.Equal(["Từ 30% trở lên: 1,5 điểm.", "Thấp hơn: 1,5 điểm × kết quả ÷ 30%."], Words(F("target") with { Goal = 30 }, 1.5m, "%"));
        Assert.Equal(["Mỗi báo cáo: 0,25 điểm; tối đa 1 điểm."], Words(F("countTimesPoints") with { Each = 0.25m }, 1, "báo cáo"));
        Assert.Equal(["Bị kỷ luật: trừ 0,5 điểm mỗi trường hợp.", "Trừ từ 2 điểm, không xuống dưới 0."], Words(F("deduction") with { Cases = [new("a", "Bị kỷ luật", 0.5m)] }, 2));
        Assert.Equal(["Không quá 0,2%: 0,75 điểm.", "Cao hơn: 0,75 điểm × 0,2% ÷ kết quả.", "Trên 1%: 0 điểm."], Words(F("inverse") with { Goal = 0.2m, Limit = 1, LimitOperator = "inclusive" }, 0.75m, "%"));
        Assert.Equal(["Từ mức bình quân của khối trở lên: 1 điểm.", "Thấp hơn: 1 điểm × kết quả ÷ bình quân của khối."], Words(F("relative") with { Operator = "inclusive", BelowMean = "proportional" }, 1));
        Assert.Equal(["Trên mức bình quân của khối: 1 điểm.", "Còn lại: 0 điểm."], Words(F("relative") with { Operator = "exclusive", BelowMean = "zero" }, 1));
        Assert.Equal(["4 điểm × kết quả điều tra xã hội học (%). Do thành phố nhập."], Words(F("survey"), 4));
        Assert.Equal(["Vi phạm: trừ 2 điểm mỗi trường hợp.", "Tối đa trừ 5 điểm, ngoài thang 100 điểm."], Words(F("bonusPenalty") with { Effect = "penalty", Cap = 5, Cases = [new("v", "Vi phạm", 2)] }, 5));
        Assert.Equal(["Theo công thức “moi” của bộ chỉ số, tối đa 3 điểm."], Words(F("moi"), 3));
    }

    [Theory]
    [InlineData("ratioWithFloor", null, "0,0 80,0 80,1.6 100,2")]
    [InlineData("linearBetween", "%", "90,0 95,0 100,2")]
    [InlineData("target", null, "0,0 20,2 26,2")]
    [InlineData("steps", "ngày chậm", "0,2 0,1 15,1 15,0 18.75,0")]
    [InlineData("countTimesPoints", null, "0,0 4,2 6,2")]
    [InlineData("survey", null, "0,0 100,2")]
    [InlineData("relative", null, "0,0 40,2 60,2")]
    public void Curve_OfAFormula_HasItsCorners(string kind, string? unit, string corners)
    {
        var formula = F(kind) with
        {
            Floor = 0.8m, Low = 95, High = 100, Goal = 20, Each = 0.5m, Operator = "inclusive", BelowMean = "proportional",
            Better = "lower", Table = [new(0, 2, "inclusive"), new(15, 1, "inclusive")],
        };
        var curve = RuleCurve.Of(new IndexLeaf("A", "A", 2, formula, false, unit, null, null), mean: 40, [])!;
        Assert.Equal(corners, string.Join(' ', curve.Corners.Distinct().Select(c => FormattableString.Invariant($"{c.X:0.##},{c.Y:0.##}"))));
        Assert.Equal((curve.Corners[0].X, curve.Corners[^1].X), (curve.Low, curve.High));
        Assert.Equal(curve.Corners.OrderBy(c => c.X).Select(c => c.X), curve.Corners.Select(c => c.X));
    }

    [Fact]
    public void Curve_WhereFiguresAreMany_IsNotDrawn()
    {
        Assert.Null(RuleCurve.Of(new IndexLeaf("A", "A", 2, F("yesNo"), false, null, null, null), null, []));
        Assert.Null(RuleCurve.Of(new IndexLeaf("A", "A", 2, F("relative"), false, null, null, null), mean: null, []));
        Assert.Equal(94, RuleCurve.FigureOf(new Figures { Done = 47, Total = 50 }));
        Assert.Null(RuleCurve.FigureOf(new Figures { Done = 0, Total = 0 }));
    }

    private static FormulaAnswer F(string kind) => new(kind, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static string[] Words(FormulaAnswer formula, decimal max, string? unit = null) => FormulaWords.Of(new IndexLeaf("A", "A", max, formula, false, unit, null, null));
}
