using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Outline;

namespace Emulation.Documents.PlanImport.Reading;

/// <summary>Reads measurable criteria: every per cent of the text with the words around it, and the items of a part headed “Tiêu chí thi đua” (CRI rows).</summary>
internal static partial class CriterionReader
{
    public static void Read(IReadOnlyList<Part> parts, Func<Part, string> clauseOf, Readings found)
    {
        var n = 0;
        HashSet<int> inside = [];
        HashSet<int> read = [];
        foreach (var part in parts.Where(p => p.Words.Length <= Paragraph.Longest))
        {
            if (Heads().IsMatch(part.Bare) && part.Words.Length < 120 || (part.Node.Parent is { } above && inside.Contains(above)))
                inside.Add(part.Node.Index);
            foreach (var (start, length) in Clauses(part))
            {
                var (bare, value) = (part.Bare.Substring(start, length), part.Words.Value.Substring(start, length));
                var span = part.Span(start, length);
                var numbers = Percent().Matches(bare).Where(m => !ShareOfThem().IsMatch(bare[(m.Index + m.Length)..])).ToArray();
                foreach (Match match in numbers)
                {
                    var (criteria, doubt) = Numeric(match, bare, value, clauseOf(part));
                    foreach (var criterion in criteria)
                        found.Read($"criteria/{++n}", "Tiêu chí", criterion, "Số phần trăm và chữ so sánh đứng cạnh, giữ đúng như in (C-34).", [span], doubt);
                    read.Add(part.Node.Index);
                }
                if (numbers.Length == 0 && Words(bare, value, part, inside, clauseOf(part)) is { } words)
                {
                    found.Read($"criteria/{++n}", "Tiêu chí", words.Criterion, words.Rule, [span], words.Doubt);
                    read.Add(part.Node.Index);
                }
            }
        }
    }

    private static (PlanCriterion[], string?) Numeric(Match match, string bare, string value, string clause)
    {
        var number = decimal.Parse(match.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture);
        // Only the words since the last number belong to this one.
        var before = bare[(match.Index == 0 ? 0 : bare.LastIndexOf('%', match.Index - 1) + 1)..match.Index];
        var after = bare[(match.Index + match.Length)..Math.Min(bare.Length, match.Index + match.Length + 30)];
        var near = before[Math.Max(0, before.Length - 30)..];
        string? doubt = null;
        CriterionOperator compare;
        if (AtMost().IsMatch(near))
            compare = CriterionOperator.LessOrEqual;
        else if (Under().IsMatch(near))
            compare = CriterionOperator.Less;
        else if (AtLeast().IsMatch(near) || Upwards().IsMatch(after))
            compare = CriterionOperator.GreaterOrEqual;
        else if (Over().IsMatch(near))
            compare = CriterionOperator.Greater;
        else if (number == 100)
            compare = CriterionOperator.Equal;
        else
        {
            compare = CriterionOperator.GreaterOrEqual;
            doubt = "Không ghi “tối thiểu” hay “trên”; hiểu là từ mức này trở lên.";
        }
        if (Remains().IsMatch(near))
            (compare, doubt) = (CriterionOperator.LessOrEqual, "Ghi “còn …”; hiểu là càng thấp càng tốt, không quá mức này.");
        var aim = Strive().IsMatch(near);
        var growth = before.Contains("tang", StringComparison.Ordinal) || number > 100;
        if (aim && compare == CriterionOperator.Equal)
            compare = CriterionOperator.GreaterOrEqual;
        var lists = bare[..match.Index].Split(';');
        var three = lists.Length is > 1 and <= 6 && lists.All(l => SatisfactionOf().IsMatch(l.Trim()));
        var ends = three ? -1 : value.IndexOf(';', match.Index);
        var begins = three ? 0 : value.LastIndexOf(';', match.Index) + 1;
        var text = Said(value[begins..(ends < 0 ? value.Length : ends)]);
        var criterion = new PlanCriterion
        {
            Clause = clause, Text = text, Measure = Measure(text), Kind = growth ? CriterionKind.Value : CriterionKind.Percentage, Operator = compare, Value = number, Unit = "%", Gate = !aim,
        };
        // “A; B; C đạt tối thiểu N%”: three measures under one number.
        return three
            ? ([.. value.Split(';').Take(lists.Length).Select(m => criterion with { Measure = Measure(m.Trim()) })], doubt) : ([criterion], doubt);
    }

    private static (PlanCriterion Criterion, string Rule, string? Doubt)? Words(string bare, string value, Part part, HashSet<int> inside, string clause)
    {
        var text = Said(value);
        if (LeadingGroup().Match(bare) is { Success: true } top && IndexOf().IsMatch(bare) && !Awards.AwardParts.HeadOf(part).Contains("tieu chuan", StringComparison.Ordinal))
            return (new PlanCriterion { Clause = clause, Text = text, Measure = "Thứ hạng Chỉ số cải cách hành chính", Kind = CriterionKind.IndexRank, Operator = CriterionOperator.LessOrEqual, Gate = false, Rank = new RankTarget { Name = value.Substring(top.Index, top.Length), BlockName = BlockName().Match(bare) is { Success: true } block ? value.Substring(block.Index, block.Length) : null } },
                "Cụm “tốp đầu”, “tốp dẫn đầu” về Chỉ số.", null);
        if (IndexOf().IsMatch(bare) && Class().IsMatch(bare))
            return (new PlanCriterion { Clause = clause, Text = text, Measure = "Xếp loại Chỉ số cải cách hành chính", Kind = CriterionKind.Text, Operator = CriterionOperator.Text, Gate = true },
                "Cụm “mức … trở lên”, “xếp loại … trở lên” về Chỉ số.", "Cần chọn thang xếp loại để hệ thống tự đối chiếu (C-13); tạm để bằng chữ.");
        var parent = part.Node.Parent is { } above && inside.Contains(above);
        if (!parent)
            return null;
        if (Exceed().IsMatch(bare))
            return (new PlanCriterion { Clause = clause, Text = text, Measure = Measure(text), Kind = CriterionKind.Value, Operator = CriterionOperator.GreaterOrEqual, Value = 100, Unit = "%", Gate = true, ExceedAsked = true },
                "“Đạt và vượt” chỉ tiêu được giao: từ 100% chỉ tiêu, phần vượt nêu riêng.", null);
        if (part.Words.Length < 25 || part.OpensList || TableHead().IsMatch(bare))
            return null;
        return (new PlanCriterion { Clause = clause, Text = text, Measure = Measure(text), Kind = CriterionKind.Text, Operator = CriterionOperator.Text, Gate = false }, "Mục trong phần “Tiêu chí thi đua”, không có số: đánh giá bằng chữ.", null);
    }

    /// <summary>Numbered items inside a paragraph “(1) …; (2) …”, and sentences with numbers; a part without numbers whole.</summary>
    private static List<(int Start, int Length)> Clauses(Part part)
    {
        var value = part.Words.Value;
        if (!part.Bare.Contains('%', StringComparison.Ordinal) && !LeadingGroup().IsMatch(part.Bare))
            return [(0, value.Length)];
        var cuts = Cut().Matches(value).Select(m => m.Index + m.Length).Prepend(0).Append(value.Length).ToArray();
        List<(int, int)> pieces = [];
        for (var i = 0; i + 1 < cuts.Length; i++)
            if (cuts[i + 1] > cuts[i])
                pieces.Add((cuts[i], cuts[i + 1] - cuts[i]));
        return pieces;
    }

    private static string Said(string value) => value.Trim(' ', ';', '.');

    /// <summary>Of a row of a table the cell that says what is measured: the longest one without a number of its own.</summary>
    private static string Measure(string text) =>
        Words(text.Contains(" | ", StringComparison.Ordinal) ? text.Split(" | ").Where(c => !c.Contains('%', StringComparison.Ordinal)).DefaultIfEmpty(text).MaxBy(c => c.Length)! : text);

    private static string Words(string words) => Counted().Replace(words, "") is { Length: > 300 } text ? text[..299] + "…" : Counted().Replace(words, "");

    [GeneratedRegex(@"^(?!.*khen thuong)(?:cac )?(?:tieu chi|chi tieu)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Heads();

    [GeneratedRegex(@"(?<![\d,.])(?<n>\d{1,3}(?:[,.]\d{1,4})?)\s?%", RegexOptions.CultureInvariant)]
    private static partial Regex Percent();

    [GeneratedRegex(@"khong (?:vuot )?qua|toi da|cao nhat la|(?:≤|<=)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"\bduoi\s*$|nho hon|it hon|<\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Under();

    [GeneratedRegex(@"toi thieu|it nhat|\btu\s*$|(?:≥|>=)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"^\s*tro len", RegexOptions.CultureInvariant)]
    private static partial Regex Upwards();

    [GeneratedRegex(@"\btren\s*$|>\s*$|\bhon\s*$|\bvuot\s*$|tren muc\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex(@"\bcon\s*$|giam con\s*$|giam xuong\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Remains();

    [GeneratedRegex(@"phan dau", RegexOptions.CultureInvariant)]
    private static partial Regex Strive();

    [GeneratedRegex(@"^muc do hai long|^ty le hai long|^su hai long", RegexOptions.CultureInvariant)]
    private static partial Regex SatisfactionOf();

    [GeneratedRegex(@"\bt[o]p (?:dan )?dau\b", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingGroup();

    [GeneratedRegex(@"khoi (?:cac )?(?:co quan )?(?:cap )?(?:xa|phuong)(?:(?! ve |\.|;).){0,60}", RegexOptions.CultureInvariant)]
    private static partial Regex BlockName();

    [GeneratedRegex(@"chi so (?:cai cach hanh chinh|cchc)|cai cach hanh chinh|cchc", RegexOptions.CultureInvariant)]
    private static partial Regex IndexOf();

    [GeneratedRegex(@"(?:muc|xep loai|loai)\s+(?:hoan thanh\s+)?(?:xuat sac|tot|kha|trung binh)(?:\s+nhiem vu)?\s+tro len", RegexOptions.CultureInvariant)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\(\d{1,2}\)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"^(?:stt|tt) \||\| (?:noi dung )?tieu chi\b[^|]*\|", RegexOptions.CultureInvariant)]
    private static partial Regex TableHead();

    // “Không quá 20% tập thể” is a quota.
    [GeneratedRegex(@"^\s*(?:tong )?(?:so )?(?:tap the|ca nhan)\b", RegexOptions.CultureInvariant)]
    private static partial Regex ShareOfThem();

    [GeneratedRegex(@"dat va vuot", RegexOptions.CultureInvariant)]
    private static partial Regex Exceed();

    [GeneratedRegex(@"[.;:]\s+(?=\(?\d{1,2}\)|\p{Lu}|phấn đấu|tỷ lệ|đồng thời)|(?<=\S)\s+(?=\(\d{1,2}\)\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Cut();
}
