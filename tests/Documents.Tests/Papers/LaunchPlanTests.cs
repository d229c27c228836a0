using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition.Plans;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;
using Xunit;

namespace Emulation.Documents.Tests.Papers;

/// <summary>The five shipped plans composed as Kế hoạch.</summary>
public sealed partial class LaunchPlanTests
{
    public static TheoryData<string> Codes => [.. PlanSamples.Files.Keys];

    // Every clause of LTN-26-30, CVA-26, CH-26-30, HA-25 and LTN-TD-26 that a plan prints stands in the PDF; LTN-26-30/B.1, LTN-26-30/II.1.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Plan_Printed_HoldsTheTextOfEveryClause(string code)
    {
        var plan = PlanSamples.Plan(code);
        var printed = Printed(code);
        string[] texts =
        [
            .. new[] { plan.Purposes, plan.Requirements, plan.Contents, plan.Principles }.SelectMany(part => part).Select(clause => clause.Text),
            .. plan.LegalBases.Select(basis => $"{basis.Verb} {basis.Type} số {basis.Number}"), .. plan.LegalBases.Select(basis => basis.Abstract),
            .. plan.Criteria.Select(c => c.Text), .. plan.Reports.Select(r => r.Text), .. plan.Tasks.Select(t => t.Text),
            .. plan.Roles.SelectMany(r => new[] { r.Unit, r.Text }), .. plan.Scheme.Categories.Select(c => c.Name),
            .. plan.Scheme.Categories.SelectMany(c => Leaves(c.Standard.Canonical)).Where(leaf => leaf is Attested or ByLaw).Select(leaf => leaf.Text),
            .. plan.Scheme.Categories.SelectMany(c => c.Dossier).Select(part => part.Name),
            plan.Feedback!.Text, .. plan.Funding is { } funding ? [funding.Text] : Array.Empty<string>(), .. plan.Recipients,
        ];
        Assert.All(texts, text => Assert.True(printed.Contains(Loose(text), StringComparison.Ordinal), $"not printed: {text}"));
    }

    // LTN-26-30/L.1, CVA-26/L.1, CH-26-30/L.1, HA-25/L.1, LTN-TD-26/V.2b.1, CVA-26/III.1.f.n: no mark is skipped, doubled or foreign to the alphabet.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Plan_Marks_RunWithoutGaps(string code)
    {
        var paper = PlanSamples.Paper(code);
        int roman = 0, letter = 0;
        List<int> numbers = [];
        foreach (var text in paper.Sections[0].Blocks.Select(Text).OfType<string>())
        {
            if (RomanMark().Match(text) is { Success: true } r)
            {
                Assert.Equal(Composition(++roman), r.Groups[1].Value);
                (numbers, letter) = ([], 0);
            }
            else if (NumberMark().Match(text) is { Success: true } n)
            {
                var parts = n.Groups[1].Value.Split('.').Select(int.Parse).ToList();
                Assert.True(parts.Count <= numbers.Count + 1, text);
                Assert.Equal(parts.Count <= numbers.Count ? numbers[parts.Count - 1] + 1 : 1, parts[^1]);
                Assert.Equal(numbers.Take(parts.Count - 1), parts.SkipLast(1));
                (numbers, letter) = (parts, 0);
            }
            else if (LetterMark().Match(text) is { Success: true } l)
                Assert.Equal(Documents.Composition.Outline.Letter(++letter), l.Groups[1].Value);
        }

        Assert.True(roman >= 4);

        static string Composition(int number) => Documents.Composition.Outline.Roman(number);
    }

    // LTN-26-30/H.2, LTN-26-30/H.3, CVA-26/H.3, CH-26-30/H.3, HA-25/H.4, LTN-TD-26/H.2.
    [Theory]
    [InlineData("LTN-26-30", "Phát động Phong trào thi đua “Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030”")]
    [InlineData("CVA-26", "Phát động phong trào thi đua trong công tác cải cách hành chính năm 2026 tại Ủy ban nhân dân phường Chu Văn An")]
    [InlineData("CH-26-30", "Phát động Phong trào thi đua “Đẩy mạnh cải cách hành chính trên địa bàn đặc khu Cát Hải, giai đoạn 2026-2030”")]
    [InlineData("HA-25", "Phát động phong trào thi đua trong công tác cải cách hành chính năm 2025 tại Ủy ban nhân dân phường Hải An")]
    [InlineData("LTN-TD-26", "Triển khai một số nhiệm vụ trọng tâm công tác thi đua, khen thưởng năm 2026 của phường Lê Thanh Nghị")]
    public void Plan_TypeAndAbstract_StandOnLinesOfTheirOwnInTheMiddle(string code, string subject)
    {
        var paper = PlanSamples.Paper(code);
        Assert.Equal(new TitleBlock("KẾ HOẠCH", subject), paper.Sections[0].Blocks.OfType<TitleBlock>().Single());
        var page = Render.Read(paper).Pages[0];
        var type = page.Lines.Single(line => line.Text == "KẾ HOẠCH");
        Assert.Equal(14, type.Size);
        var middle = 85.04 + (page.Width - 85.04 - 42.52) / 2;
        Assert.Equal(middle, type.X + type.Width / 2, tolerance: 0.5);
        // The abstract runs on as many lines as it takes, bold and centred below the type.
        var abstracts = page.Lines.Where(line => line.Y < type.Y && line.Font == type.Font && line.Size == 14).TakeWhile(line => subject.Contains(line.Text, StringComparison.Ordinal)).ToList();
        Assert.Equal(subject, string.Join(' ', abstracts.Select(line => line.Text)));
        Assert.True(abstracts.Count >= 2);
        Assert.All(abstracts, line => Assert.Equal(middle, line.X + line.Width / 2, tolerance: 0.5));
    }

    // CVA-26/H.1, CH-26-30/H.1: the number is blank until issue; HA-25/H.2: then it stands before the symbol without blanks.
    [Theory]
    [InlineData("CVA-26")]
    [InlineData("CH-26-30")]
    [InlineData("HA-25")]
    public void Plan_Number_IsBlankUntilIssue(string code)
    {
        Assert.Matches(@"^Số:[\s\u00A0]+/KH-UBND$", Head(issued: false).Number);
        Assert.Equal("Số: 119/KH-UBND", Head(issued: true).Number);

        Letterhead Head(bool issued) => PlanSamples.Paper(code, issued).Sections[0].Blocks.OfType<Letterhead>().Single();
    }

    // LTN-26-30/B.1, LTN-26-30/B.3, CH-26-30/B.2, LTN-TD-26/B.1, LTN-TD-26/B.4: own line each, its own verb, “;” and the last “.”, one style of date; the issuing sentence apart.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Plan_Bases_EachOnItsOwnLineAndOneStyleOfDate(string code)
    {
        var plan = PlanSamples.Plan(code);
        var paper = PlanSamples.Paper(code);
        var bases = paper.Sections[0].Blocks.OfType<LegalBases>().Single().Bases;
        Assert.Equal(plan.LegalBases.Length, bases.Count);
        Assert.Equal(plan.LegalBases.Select(b => b.Verb), bases.Select((b, i) => b[..plan.LegalBases[i].Verb.Length]));
        var lines = Documents.Rendering.Punctuation.Lines(new LegalBases(bases)).ToList();
        Assert.All(lines.SkipLast(1), line => Assert.EndsWith(";", line));
        Assert.EndsWith(".", lines[^1]);
        Assert.DoesNotMatch(@"\d{1,2}/\d{1,2}/\d{4}", Printed(code));
        Assert.DoesNotContain("ban hành Kế hoạch phát động phong trào thi đua trong công tác", string.Join('\n', bases), StringComparison.Ordinal);
    }

    // LTN-26-30/B.3.
    [Fact]
    public void Plan_DayWithSlashes_IsPrintedInTheStyleOfTheDocument() =>
        Assert.Equal("Quyết định số 634/QĐ-UBND ngày 24 tháng 4 năm 2026, ngày 31/02/2026, lúc 24/7.", PlanWords.Sentence("Quyết định số 634/QĐ-UBND ngày 24/4/2026, ngày 31/02/2026, lúc 24/7"));

    // LTN-26-30/B.4: the short name is defined where it is first used.
    [Fact]
    public void Plan_IssuingSentence_DefinesTheShortName()
    {
        Assert.Contains("Ủy ban nhân dân phường Lê Thanh Nghị ban hành Kế hoạch phát động Phong trào thi đua “Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030” (sau đây gọi tắt là Phong trào thi đua) với các nội dung cụ thể như sau:",
            string.Join('\n', PlanSamples.Paper("LTN-26-30").Sections[0].Blocks.Select(Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("gọi tắt", Printed("CVA-26"), StringComparison.Ordinal);
    }

    // CVA-26/V.4, HA-25/V.4, LTN-TD-26/V.4, LTN-26-30/IV.6, CH-26-30/IV.4: difficulties first, then the closing sentence with “./.”, which stands nowhere else.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Plan_Closing_EndsTheTextOnce(string code)
    {
        var texts = PlanSamples.Paper(code).Sections[0].Blocks.Select(Text).OfType<string>().ToList();
        Assert.Equal(PlanWords.Sentence(PlanSamples.Plan(code).Feedback!.Text), texts[^2]);
        Assert.StartsWith("Trên đây là Kế hoạch ", texts[^1]);
        Assert.EndsWith("yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.", texts[^1]);
        Assert.Single(texts, text => text.Contains("./.", StringComparison.Ordinal));
    }

    // LTN-26-30/N.1-7, LTN-26-30/S.1.
    [Fact]
    public void Plan_Foot_HasReceiversAndSignerOfThePlan()
    {
        var foot = PlanSamples.Paper("LTN-26-30").Sections[0].Blocks.OfType<SignatureBlock>().Single();
        Assert.Equal(PlanSamples.Plan("LTN-26-30").Recipients, foot.Recipients);
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], foot.Authority);
        Assert.Equal("Vũ Hoàng Đăng", foot.SignerName);
        var deputy = PlanSamples.Paper("LTN-26-30", plan: PlanSamples.Plan("LTN-26-30") with { SignerPosition = "Phó Chủ tịch" });
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], deputy.Sections[0].Blocks.OfType<SignatureBlock>().Single().Authority);
    }

    // LTN-26-30/H.4: the register's name, not a slip; names of other units stay.
    [Theory]
    [InlineData("phường Thanh Thanh Nghị, giai đoạn", "phường Lê Thanh Nghị, giai đoạn")]
    [InlineData("phường Lê Thanh Nghị và phường Hải Dương", "phường Lê Thanh Nghị và phường Hải Dương")]
    [InlineData("xã Thanh Thanh Nghị", "xã Thanh Thanh Nghị")]
    public void Title_UnitName_IsThatOfTheRegister(string typed, string printed) => Assert.Equal(printed, PlanTitle.WithUnitFrom(Samples.Ward, typed));

    private static IEnumerable<Condition> Leaves(Condition condition) => condition switch
    {
        AllOf all => all.Conditions.SelectMany(Leaves),
        AnyOf any => any.Conditions.SelectMany(Leaves),
        _ => [condition],
    };

    /// <summary>All text of the pages without page numbers, blanks made one, case and closing signs aside.</summary>
    private static string Printed(string code) =>
        Loose(string.Join(' ', Render.Read(PlanSamples.Paper(code)).Pages.SelectMany(page => page.Lines.Where(line => line.Y < page.Height - 57)).Select(line => line.Text)));

    private static string Loose(string text) => Blanks().Replace(text, " ").Trim().TrimEnd('.', ';').ToUpperInvariant();

    private static string? Text(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)),
        _ => null,
    };

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^([IVX]+)\. ")]
    private static partial Regex RomanMark();

    [GeneratedRegex(@"^(\d+(\.\d+)*)\. ")]
    private static partial Regex NumberMark();

    [GeneratedRegex(@"^(\p{L}{1,2})\) ")]
    private static partial Regex LetterMark();
}
