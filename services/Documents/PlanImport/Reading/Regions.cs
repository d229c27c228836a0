using System.Text.RegularExpressions;
using Emulation.Documents.PlanImport.Outline;
using Emulation.Documents.PlanImport.Source;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>A plan cut into its regions: letterhead, type with abstract, bases, body, foot.</summary>
internal sealed partial record Regions(List<TextLine> Head, TextLine? Type, List<TextLine> Abstract, List<Paragraph> Bases, List<Part> Parts, List<TextLine> Foot)
{
    private const int LongestAbstract = 6;

    public static Regions Of(List<TextLine> lines, bool whole)
    {
        var foot = lines.FindLastIndex(l => Recipients().IsMatch(l.Bare));
        var end = foot < 0 ? lines.Count : foot;
        var type = lines.FindIndex(0, end, IsType);
        var from = type + 1;
        var body = lines.FindIndex(from, end - from, l => Marks.Of(l.Text)?.Kind == MarkKind.Roman);
        if (body < 0)
            body = lines.FindIndex(from, end - from, l => Marks.Of(l.Text) is { Kind: MarkKind.Number, Printed: "1" });
        var bodyAt = body < 0 ? end : body;
        var bases = lines.FindIndex(from, bodyAt - from, l => Opening().IsMatch(l.Bare));
        var basesAt = bases < 0 ? bodyAt : bases;
        var title = type < 0 ? [] : lines[from..basesAt].Where(l => !l.Blank).Take(LongestAbstract).ToList();
        var head = lines[..(type < 0 ? basesAt : type)].Where(l => !l.Blank).ToList();
        // Without a type there may be no letterhead at all, only text: then nothing is read out of it.
        if (type < 0 && head.Count > 12)
            head = [];
        return new(head, type < 0 ? null : lines[type], title, Paragraphs.Of(lines[basesAt..bodyAt], whole), OutlineBuilder.Build(Paragraphs.Of(lines[bodyAt..end], whole)), foot < 0 ? [] : lines[foot..]);
    }

    private static bool IsType(TextLine line) => line.Text.Length <= 30 && TypeName().IsMatch(line.Bare) && line.Text.Value.Where(char.IsLetter).All(char.IsUpper);

    [GeneratedRegex(@"^noi nh\w{1,4}\s*:?", RegexOptions.CultureInvariant)]
    public static partial Regex Recipients();

    [GeneratedRegex(@"^(?:[-+*]\s*)?(can cu|thuc hi\W?en|thyc hi\w+|theo|xet|de thuc hien)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(ke hoach|quyet dinh|chi thi|nghi quyet|to trinh|bao cao|thong bao|huong dan|cong van|de an|phuong an|chuong trinh|bien ban)$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();
}
