using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Awards;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>A clause and what it says, in the shape that Campaigns takes.</summary>
/// <param name="Clause">Where in the plan.</param>
/// <param name="Text">What it says.</param>
public sealed record PrintedClause(string Clause, string Text);

/// <summary>Reads the parts that are only told: purposes, requirements, contents, principles, money, feedback; and the parts of the dossier.</summary>
internal static partial class ClauseReader
{
    private const int Longest = 8000;

    private static readonly (string Words, string Key, string Name)[] Papers =
    [
        ("to trinh", "to-trinh", "Tờ trình kèm danh sách"), ("bao cao thanh tich", "bao-cao-thanh-tich", "Báo cáo thành tích"), ("bien ban", "bien-ban", "Biên bản họp"),
        ("xac nhan sang kien", "xac-nhan-sang-kien", "Giấy xác nhận sáng kiến"), ("cong nhan sang kien", "xac-nhan-sang-kien", "Quyết định công nhận sáng kiến"),
    ];

    public static void Read(IReadOnlyList<Part> parts, Func<Part, string> clauseOf, Readings found)
    {
        Group(parts, "purposes", "Mục đích", p => Purpose().IsMatch(p.Bare), clauseOf, found);
        Group(parts, "requirements", "Yêu cầu", p => Requirement().IsMatch(p.Bare), clauseOf, found);
        Both(parts, clauseOf, found);
        Group(parts, "contents", "Nội dung thi đua", p => Content().IsMatch(p.Bare) && p.Words.Length < 100, clauseOf, found);
        Group(parts, "principles", "Nguyên tắc khen thưởng", p => Principle().IsMatch(p.Bare) && p.Words.Length < 80, clauseOf, found);
        One(parts, "participants", "Đối tượng tham gia", Participant(), p => p.Words.Value, clauseOf, found);
        One(parts, "funding", "Kinh phí", Money(), p => p.Words.Value, clauseOf, found);
        Feedback(parts, clauseOf, found);
        Dossier(parts, clauseOf, found);
    }

    /// <summary>The leaves under a head; what is only a head of its own is not told twice.</summary>
    private static void Group(IReadOnlyList<Part> parts, string group, string label, Func<Part, bool> head, Func<Part, string> clauseOf, Readings found)
    {
        var n = 0;
        foreach (var top in parts.Where(p => p.Node.Kind <= MarkKind.Letter && head(p)))
        {
            foreach (var leaf in Leaves(parts, top))
                found.Read($"{group}/{++n}", $"{label} {n}", new PrintedClause(clauseOf(leaf), leaf.Words.Value), $"Mục dưới đầu mục “{Shown(top.Words.Value)}”.", [leaf.Node.Span]);
            var colon = top.Words.Value.IndexOf(':', StringComparison.Ordinal) + 1;
            if (n == 0 && colon > 0 && top.Words.Value[colon..].Trim() is { Length: > 0 and <= Longest } said)
                found.Read($"{group}/{++n}", $"{label} {n}", new PrintedClause(clauseOf(top), said), $"Mục “{Shown(top.Words.Value)}”.", [top.Node.Span]);
            if (n > 0)
                return;
        }
    }

    /// <summary>“MỤC ĐÍCH, YÊU CẦU” without heads for either: which is which is not said.</summary>
    private static void Both(IReadOnlyList<Part> parts, Func<Part, string> clauseOf, Readings found)
    {
        var top = parts.FirstOrDefault(p => p.Node.Kind == MarkKind.Roman && p.Bare.Contains("muc dich", StringComparison.Ordinal));
        if (top is null || found.Fields.Any(f => f.Group is "purposes" or "requirements"))
            return;
        var n = 0;
        foreach (var leaf in Leaves(parts, top))
            found.Read($"purposes/{++n}", $"Mục đích {n}", new PrintedClause(clauseOf(leaf), leaf.Words.Value), "Mục dưới đầu mục “Mục đích, yêu cầu”.", [leaf.Node.Span], "Kế hoạch không tách mục đích và yêu cầu.");
    }

    private static IEnumerable<Part> Leaves(IReadOnlyList<Part> parts, Part top)
    {
        var under = new HashSet<int> { top.Node.Index };
        foreach (var part in parts.Skip(top.Node.Index + 1).TakeWhile(p => p.Node.Parent is { } above && under.Contains(above)))
        {
            under.Add(part.Node.Index);
            var followed = part.Node.Index + 1 < parts.Count && parts[part.Node.Index + 1].Node.Parent == part.Node.Index;
            if (part.Words.Length is > 0 and <= Longest && !(followed && (part.HeadLike || part.OpensList)))
                yield return part;
        }
    }

    private static void One(IReadOnlyList<Part> parts, string key, string label, Regex head, Func<Part, string> text, Func<Part, string> clauseOf, Readings found)
    {
        var part = parts.FirstOrDefault(p => p.Words.Length <= Longest && head.IsMatch(p.Bare));
        if (part is null)
            return;
        var said = part.HeadLike || part.OpensList ? parts.FirstOrDefault(p => p.Node.Parent == part.Node.Index) : part;
        if (said is null || said.Words.Length > 4000)
            return;
        var colon = said == part ? text(said).IndexOf(':', StringComparison.Ordinal) + 1 : 0;
        var words = text(said)[colon..].Trim();
        if (words.Length == 0)
            return;
        if (key == "participants")
            found.Read(key, label, words, $"Mục “{Shown(part.Words.Value)}”.", [said.Node.Span]);
        else
            found.Read(key, label, new PrintedClause(clauseOf(part), words), $"Mục “{Shown(part.Words.Value)}”.", [said.Node.Span]);
    }

    private static void Feedback(IReadOnlyList<Part> parts, Func<Part, string> clauseOf, Readings found)
    {
        foreach (var part in parts.Where(p => p.Words.Length <= Longest))
            if (Difficulty().Match(part.Bare) is { Success: true } match)
            {
                var length = (part.Bare.IndexOf("./.", match.Index, StringComparison.Ordinal) is >= 0 and var end ? end : part.Words.Length) - match.Index;
                found.Read("feedback", "Khó khăn, vướng mắc", new PrintedClause(clauseOf(part), part.Words.Value.Substring(match.Index, length)), "Câu “Trong quá trình thực hiện, nếu có khó khăn, vướng mắc …”.", [part.Span(match.Index, length)]);
                return;
            }
    }

    private static void Dossier(IReadOnlyList<Part> parts, Func<Part, string> clauseOf, Readings found)
    {
        var n = 0;
        var top = parts.FirstOrDefault(p => DossierHead().IsMatch(p.Bare) && p.Words.Length < 120);
        if (top is null)
            return;
        foreach (var leaf in Leaves(parts, top))
        {
            var (_, key, name) = Papers.FirstOrDefault(p => leaf.Bare.Contains(p.Words, StringComparison.Ordinal));
            var said = leaf.Words.Value.Trim(' ', ';', '.');
            var again = key is not null && found.All<DossierPart>("dossier").Any(p => p.Key == key);
            found.Read($"dossier/{++n}", $"Thành phần hồ sơ {n}", new DossierPart
            {
                Key = key is null ? $"thanh-phan-{n}" : again ? $"{key}-{n}" : key,
                Name = said.Length is > 0 and <= 300 ? said : name ?? said[..300],
                Clause = clauseOf(leaf),
                ConfirmedByHead = Confirmed().IsMatch(leaf.Bare),
            }, "Gạch đầu dòng dưới mục “hồ sơ đề nghị khen thưởng”.", [leaf.Node.Span], key is null ? "Không nhận ra loại giấy tờ." : null);
        }
    }

    private static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";

    [GeneratedRegex(@"^muc dich(?!.{0,5}yeu cau)", RegexOptions.CultureInvariant)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"^yeu cau$|^yeu cau\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex Requirement();

    [GeneratedRegex(@"^noi dung(?: phong trao)?(?: thi dua)?\s*:?$|^noi dung phong trao thi dua", RegexOptions.CultureInvariant)]
    private static partial Regex Content();

    [GeneratedRegex(@"^nguyen tac", RegexOptions.CultureInvariant)]
    private static partial Regex Principle();

    [GeneratedRegex(@"^doi tuong (?:thi dua|tham gia)", RegexOptions.CultureInvariant)]
    private static partial Regex Participant();

    [GeneratedRegex(@"^kinh phi", RegexOptions.CultureInvariant)]
    private static partial Regex Money();

    [GeneratedRegex(@"trong qua trinh (?:to chuc )?(?:trien khai )?(?:to chuc )?thuc hien[^.]{0,20}neu co[^.]{0,30}(?:kho khan|vuong mac)", RegexOptions.CultureInvariant)]
    private static partial Regex Difficulty();

    [GeneratedRegex(@"^(?:thu tuc, )?ho so (?:de nghi|khen)[^.]{0,40}$|^thanh phan ho so", RegexOptions.CultureInvariant)]
    private static partial Regex DossierHead();

    [GeneratedRegex(@"xac nhan cua (?:thu truong|nguoi dung dau|lanh dao)", RegexOptions.CultureInvariant)]
    private static partial Regex Confirmed();
}
