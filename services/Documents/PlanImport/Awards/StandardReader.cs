using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Awards;

/// <summary>A standard as printed, and for whom.</summary>
internal sealed record ReadStandard(Part Part, Cadence? Cadence, AwardLevel[] Levels, Recipient? Recipient, Standard Standard, string[] Doubts, SourceSpan[] Spans);

/// <summary>Reads lists of standards: “Đạt các tiêu chuẩn sau”, “đạt một trong các tiêu chuẩn sau”, with common conditions before and gates among them (C-05).</summary>
internal static partial class StandardReader
{
    private const string TwoReadings = "Điều kiện “chỉ xét” nằm trong danh sách “một trong các tiêu chuẩn”: hiểu là điều kiện bắt buộc; cách đọc theo câu chữ được giữ bên cạnh (C-05).";

    public static List<ReadStandard> Read(AwardParts parts, (int From, int To)? period, Func<Part, string> clauseOf)
    {
        List<ReadStandard> standards = [];
        foreach (var part in parts.Parts)
        {
            var context = parts[part];
            if (Opens().Match(part.Bare) is { Success: true } opens)
                standards.AddRange(List(parts, part, opens, context, period, clauseOf));
            else if (Conditions.LawItself().IsMatch(part.Bare) && part.Bare.Contains("khen thuong", StringComparison.Ordinal) && context.Levels is { Length: > 0 } levels && !part.Bare.Contains("kinh phi", StringComparison.Ordinal))
                standards.Add(new(part, context.Cadence, levels, null, new Standard { Canonical = Conditions.Of(part, clauseOf(part), period).Condition }, [], [part.Node.Span]));
        }
        return standards;
    }

    private static IEnumerable<ReadStandard> List(AwardParts parts, Part part, Match opens, AwardContext context, (int From, int To)? period, Func<Part, string> clauseOf)
    {
        var items = parts.Children(part).ToArray();
        if (items.Length == 0 || context.Recipient is not { } recipient)
            yield break;
        var clause = clauseOf(part);
        List<string> doubts = [];
        List<SourceSpan> spans = [part.Node.Span];
        List<(ReadCondition Read, Part Part)> read = [];
        foreach (var item in items)
        {
            spans.Add(item.Node.Span);
            var under = parts.Children(item).Where(c => Conditions.Rank(c.Bare, "", c.Words.Value, period) is not null).ToArray();
            foreach (var source in under.Length > 0 ? under : [item])
            {
                var condition = Conditions.Of(source, clauseOf(source), period);
                read.Add((condition, source));
                if (condition.Doubt is { } doubt)
                    doubts.Add($"{clauseOf(source)}: {doubt}");
                if (source != item)
                    spans.Add(source.Node.Span);
            }
        }
        var any = opens.Groups["any"].Success;
        var before = Before(part.Bare, opens);
        var common = Conditions.Base(before, clause, "", period);
        if (common.Count == 0 && before.Length > 25)
        {
            common.Add(Conditions.Attest(clause, Conditions.Text(part.Words.Value), $"dieu-kien-{part.Node.Index}", false));
            doubts.Add($"{clause}: không nhận ra điều kiện chung ghi trước danh sách.");
        }
        var gates = Merge([.. read.Where(r => r.Read.Gate).Select(r => r.Read.Condition)], clause);
        Condition[] others = [.. read.Where(r => !r.Read.Gate).Select(r => r.Read.Condition)];
        var gated = any && gates.Length > 0 && read.Any(r => r.Read.Gate && OnlyThese().IsMatch(r.Part.Bare));
        Condition canonical, literal;
        if (any)
        {
            Condition[] all = [.. gates, .. others];
            literal = Together(common, Pick(all, clause), clause);
            canonical = gated && others.Length > 0 ? Together([.. common, .. gates], Pick(others, clause), clause) : literal;
            if (gated)
                doubts.Add(TwoReadings);
        }
        else
            canonical = literal = Together(common, null, clause, [.. others, .. gates]);
        yield return new(part, context.Cadence, context.Levels ?? [], recipient, new Standard { Canonical = canonical, Literal = gated && others.Length > 0 ? literal : null }, [.. doubts], [.. spans]);
    }

    /// <summary>Limits for several blocks, else alike, are one condition with a row for each block.</summary>
    public static Condition[] Merge(Condition[] gates, string clause)
    {
        List<Condition> merged = [];
        foreach (var gate in gates)
        {
            var at = merged.FindIndex(m => (m, gate) switch
            {
                (YearsInTop a, YearsInTop b) => (a.AtLeast, a.FromYear, a.ToYear) == (b.AtLeast, b.FromYear, b.ToYear),
                (IndexRank a, IndexRank b) => a.Year == b.Year,
                _ => false,
            });
            if (at < 0)
                merged.Add(gate);
            else
                merged[at] = (merged[at], gate) switch
                {
                    (YearsInTop a, YearsInTop b) => a with { Clause = clause, Tops = Tops(a.Tops, a.Clause, b.Tops, b.Clause) },
                    (IndexRank a, IndexRank b) => a with { Clause = clause, Tops = Tops(a.Tops, a.Clause, b.Tops, b.Clause) },
                    _ => merged[at],
                };
        }
        return [.. merged];
    }

    private static TopOfBlock[] Tops(TopOfBlock[] one, string oneClause, TopOfBlock[] other, string otherClause) =>
        [.. one.Select(t => t with { Clause = t.Clause ?? oneClause }).Concat(other.Select(t => t with { Clause = t.Clause ?? otherClause })).DistinctBy(t => t.Block)];

    private static Condition Pick(Condition[] from, string clause) => from.Length == 1 ? from[0] : new AnyOf { Clause = clause, Text = "Đạt một trong các tiêu chuẩn", Conditions = from };

    private static Condition Together(List<Condition> common, Condition? last, string clause, Condition[]? more = null)
    {
        Condition[] all = [.. common, .. more ?? [], .. last is null ? Array.Empty<Condition>() : [last]];
        return all.Length == 1 ? all[0] : new AllOf { Clause = clause, Text = "Đạt đủ các tiêu chuẩn", Conditions = all };
    }

    private static string Before(string bare, Match opens)
    {
        var head = Whom().Match(bare);
        return bare[Math.Min(head.Length, opens.Index)..opens.Index].Trim(' ', ',', ':');
    }

    [GeneratedRegex(@"(?:va )?(?:phai )?(?:dat|co|dap ung|bao dam)?\s*(?:du |day du |dong thoi )?(?<any>it nhat mot trong |mot trong )?(?:so |cac |nhung |hai |ba |bon |\d+ )*(?:tieu chuan|dieu kien|tieu chi)(?: sau)?(?: day)?\s*:\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?:doi voi )?(?:cac )?(?:tap the|ca nhan)[^:;.,]{0,80}?(?::|(?=\s(?:phai|dat|co|can)\b))\s*(?:doi voi (?:tap the|ca nhan):\s*)?(?:phai\b\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Whom();

    [GeneratedRegex(@"chi xet|chi de nghi|chi xem xet", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyThese();
}
