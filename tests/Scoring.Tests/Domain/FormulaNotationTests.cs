using System.Text.Json;
using Emulation.Scoring.Domain.Formulas;
using Emulation.ServiceDefaults;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>Figures of formulas as officials read and write them (docs/adr/0016).</summary>
public class FormulaNotationTests
{
    [Theory]
    [InlineData("F1", "", """{"kind":"yesNo"}""")]
    [InlineData("F2", "", """{"kind":"ratio"}""")]
    [InlineData("F3", "sàn >= 80%", """{"kind":"ratioWithFloor","floor":0.8}""")]
    [InlineData("F3", "sàn > 12,3456%", """{"kind":"ratioWithFloor","floor":0.123456,"operator":"exclusive"}""")]
    [InlineData("F4", "từ -5 đến 99,5", """{"kind":"linearBetween","low":-5,"high":99.5}""")]
    [InlineData("F5", ">= 105: 2; > 100: 1,5; >= 100: 0,5", """{"kind":"steps","better":"higher","table":[{"bound":105,"points":2},{"bound":100,"points":1.5,"operator":"exclusive"},{"bound":100,"points":0.5}]}""")]
    [InlineData("F5", "<= 0: 0,5; < 15: 0,25", """{"kind":"steps","better":"lower","table":[{"bound":0,"points":0.5},{"bound":15,"points":0.25,"operator":"exclusive"}]}""")]
    [InlineData("F6", "mục tiêu 0,000001", """{"kind":"target","goal":0.000001}""")]
    [InlineData("F7", "mỗi lần 0,25", """{"kind":"countTimesPoints","each":0.25}""")]
    [InlineData("F8", "a \"Nói \"\"một cửa\"\"; chậm: 1\": 0,5; b \"x\": 1", """{"kind":"deduction","cases":[{"key":"a","name":"Nói \"một cửa\"; chậm: 1","points":0.5},{"key":"b","name":"x","points":1}]}""")]
    [InlineData("F9", "mục tiêu 0,2", """{"kind":"inverse","goal":0.2}""")]
    [InlineData("F9", "mục tiêu 0,2; ngưỡng < 5", """{"kind":"inverse","goal":0.2,"limit":5,"limitOperator":"exclusive"}""")]
    [InlineData("F10", ">= bình quân; dưới bình quân: theo tỷ lệ", """{"kind":"relative"}""")]
    [InlineData("F10", "> bình quân; dưới bình quân: 0 điểm", """{"kind":"relative","operator":"exclusive","belowMean":"zero"}""")]
    [InlineData("F11", "", """{"kind":"survey"}""")]
    [InlineData("F12", "trừ tối đa 5; tre \"Báo cáo chậm\": 0,5", """{"kind":"bonusPenalty","effect":"penalty","cap":5,"cases":[{"key":"tre","name":"Báo cáo chậm","points":0.5}]}""")]
    public void Notation_OfAFormula_IsThisAndReadsBack(string kind, string notation, string json)
    {
        var formula = JsonSerializer.Deserialize<Formula>(json, Json.Options)!;
        Assert.Equal((kind, notation), (FormulaKind.Of(formula).Code, FormulaNotation.Write(formula)));
        Assert.Equal(JsonSerializer.Serialize(formula, Json.Options), Read(kind, notation).Formula is { } read ? JsonSerializer.Serialize(read, Json.Options) : Read(kind, notation).Fault);
    }

    [Theory]
    [InlineData("F3", "SÀN≥80 %", "sàn >= 80%")]
    [InlineData("F5", ">=105:2;≥100:1.5 ;", ">= 105: 2; >= 100: 1,5")]
    [InlineData("F5", "≤0: 0,5;\n< 15: 0,25", "<= 0: 0,5; < 15: 0,25")]
    [InlineData("F12", "Thưởng  tối đa 2,00;mo-hinh\"Mô hình\":1", "thưởng tối đa 2; mo-hinh \"Mô hình\": 1")]
    public void Notation_WrittenLoosely_IsUnderstood(string kind, string loose, string tidy) => Assert.Equal(tidy, FormulaNotation.Write(Read(kind, loose).Formula!));

    // C-34: a missing or wrong operator is never guessed.
    [Theory]
    [InlineData("F3", "sàn 80%", "cần “>=” hoặc “>”")]
    [InlineData("F3", "sàn <= 80%", "cần “>=” hoặc “>”")]
    [InlineData("F3", "sàn >= 0,8", "thiếu “%”")]
    [InlineData("F3", "", "thiếu “sàn”")]
    [InlineData("F4", "từ 95", "thiếu “đến”")]
    [InlineData("F5", "105: 2", "cần “<=” hoặc “<”")]
    [InlineData("F5", ">= 105: 2; <= 100: 1", "cần “>=” hoặc “>”")]
    [InlineData("F5", "=> 105: 2", "cần “<=” hoặc “<”")]
    [InlineData("F5", ">= 105", "thiếu “:”")]
    [InlineData("F6", "mục tiêu 1.234", "1234 hoặc 1,234")]
    [InlineData("F6", "mục tiêu 80 90", "thừa nội dung")]
    [InlineData("F8", "a \"không đóng: 1", "dấu \" đóng")]
    [InlineData("F8", "\"không mã\": 1", "thiếu mã")]
    [InlineData("F9", "mục tiêu 1; ngưỡng 5", "cần “<=” hoặc “<”")]
    [InlineData("F10", ">= bình quân", "thiếu “;”")]
    [InlineData("F2", "sàn >= 80%", "không có tham số")]
    public void Notation_NotUnderstood_SaysWhatIsMissing(string kind, string notation, string word)
    {
        var (formula, fault) = Read(kind, notation);
        Assert.Null(formula);
        Assert.Contains(word, fault, StringComparison.Ordinal);
    }

    public static TheoryData<string> Kinds => [.. FormulaKind.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Example_OfEachKind_IsUnderstoodAndKindIsFoundByAnyName(string code)
    {
        var kind = FormulaKind.Find(code)!;
        Assert.Equal(FormulaNotation.Example(kind), FormulaNotation.Write(Read(code, FormulaNotation.Example(kind)).Formula!));
        Assert.All(new[] { kind.ToString(), kind.Name.ToUpperInvariant(), code.ToLowerInvariant() }, name => Assert.Same(kind, FormulaKind.Find(name)));
        Assert.Null(FormulaKind.Find($"{kind} khác"));
    }

    private static (Formula? Formula, string? Fault) Read(string kind, string notation) => FormulaNotation.Read(FormulaKind.Find(kind)!, notation);
}
