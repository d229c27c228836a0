using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain.Papers;
using static Emulation.Documents.Composition.Plans.PlanWords;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition.Plans;

/// <summary>A standard in words: what all must be met, what one of must be.</summary>
/// <param name="Text">The sentence, or what leads the items.</param>
/// <param name="OneOf">True when one of the items is enough.</param>
/// <param name="Items">What is asked under it; empty for a single condition.</param>
internal sealed record ConditionItem(string Text, bool OneOf, IReadOnlyList<ConditionItem> Items)
{
    /// <summary>Same words, same logic.</summary>
    public string Key => Items.Count == 0 ? Text : $"{Text}{(OneOf ? "|" : "&")}({string.Join(';', Items.Select(item => item.Key))})";
}

/// <summary>Conditions as sentences. The plan's own words stand when they name every figure that is judged; else the sentence is made from the figures, so that print and judgement cannot part.</summary>
internal static class ConditionText
{
    private const string Index = "Chỉ số cải cách hành chính";

    public static ConditionItem Of(Condition condition, LaunchPlan plan) => condition switch
    {
        AllOf { Conditions: [var only] } => Of(only, plan),
        AnyOf { Conditions: [var only] } => Of(only, plan),
        // All of all is all: the inner list goes up.
        AllOf all => new(all.Text, false, [.. all.Conditions.Select(part => Of(part, plan)).SelectMany(part => part is { OneOf: false, Items.Count: > 0 } ? part.Items : [part]).DistinctBy(part => part.Key)]),
        AnyOf any => new(any.Text, true, [.. any.Conditions.Select(part => Of(part, plan))]),
        _ => new(Bare(Leaf(condition, plan)), false, []),
    };

    private static string Leaf(Condition condition, LaunchPlan plan) => condition switch
    {
        IndexRank rank => Chosen(condition, $"Thuộc {Tops(rank.Tops)} về {Index} của {(rank.Year is { } year ? $"năm {year}" : "năm xét")}",
            rank.Tops.All(top => Told(condition.Text, top)) && (rank.Year is not { } named || Mentions(condition.Text, named))),
        YearsInTop years => Chosen(condition, $"Có từ {years.AtLeast:00} năm trở lên (không nhất thiết liên tục) thuộc {Tops(years.Tops)} về {Index}, tính {Span(years.FromYear, years.ToYear)}",
            Mentions(condition.Text, years.AtLeast) && years.Tops.All(top => Told(condition.Text, top)) && Window(condition.Text, years.FromYear, years.ToYear, plan)),
        LeadsBlock { FromYear: { } from, ToYear: { } to } leads => Chosen(condition, $"Đứng đầu khối xếp hạng về {Index} từ {leads.AtLeast:00} năm trở lên trong {Span(from, to)}",
            (leads.AtLeast == 1 || Mentions(condition.Text, leads.AtLeast)) && Window(condition.Text, from, to, plan)),
        LeadsBlock => condition.Text,
        LeadsOffices { Year: { } year } => Chosen(condition, $"Đứng đầu bảng xếp hạng nội bộ các phòng, đơn vị năm {year}", Mentions(condition.Text, year)),
        RecognisedInitiatives initiatives => Chosen(condition, Initiatives(initiatives), Told(condition.Text, initiatives)),
        CompletionGrade grade => Chosen(condition, Grade(grade.AtLeast), condition.Text.Contains(GradeName(grade.AtLeast), StringComparison.OrdinalIgnoreCase)),
        DirectService service => Chosen(condition, $"Có từ đủ {Full(service.YearsAtLeast)} năm trở lên trực tiếp làm công tác cải cách hành chính trong {Span(service.FromYear, service.ToYear)}",
            Mentions(condition.Text, service.YearsAtLeast) && Window(condition.Text, service.FromYear, service.ToYear, plan)),
        ByLaw law => condition.Text.Contains(law.Basis, StringComparison.OrdinalIgnoreCase) ? condition.Text : $"{Bare(condition.Text)} ({Bare(law.Basis)})",
        _ => condition.Text,
    };

    private static string Chosen(Condition condition, string made, bool told) => told ? condition.Text : made;

    private static string Full(decimal years) => years == decimal.Truncate(years) ? $"{(int)years:00}" : Number(years);

    private static bool Window(string text, int from, int to, LaunchPlan plan) =>
        (Mentions(text, from) && Mentions(text, to)) || ((from, to) == (plan.FromYear, plan.ToYear) && text.Contains("giai đoạn", StringComparison.OrdinalIgnoreCase));

    private static bool Told(string text, TopOfBlock top) =>
        Mentions(text, top.Rank) && (top.Block == "*" || text.Contains(RankingBlock(top.Block), StringComparison.OrdinalIgnoreCase));

    private static bool Told(string text, RecognisedInitiatives asked)
    {
        return (asked.AtLeast == 1 || Mentions(text, asked.AtLeast))
        && Says(true, "sáng kiến") && Says(asked.Recognised, "công nhận") && Says(asked.Applied, "áp dụng") && Says(asked.Replicable, "nhân rộng");

        bool Says(bool needed, string word) => !needed || text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>“05 đơn vị dẫn đầu khối phường”; one limit for every block is said once.</summary>
    private static string Tops(TopOfBlock[] tops) =>
        tops.Any(top => top.Block == "*") && tops.DistinctBy(top => top.Rank).Count() == 1 ? $"{tops[0].Rank:00} đơn vị dẫn đầu khối của đơn vị"
        : string.Join(" hoặc ", tops.Select(top => $"{top.Rank:00} đơn vị dẫn đầu {(top.Block == "*" ? "khối của đơn vị (đối với khối khác)" : $"khối {RankingBlock(top.Block)}")}"));

    private static string Initiatives(RecognisedInitiatives asked)
    {
        List<string> marks = [];
        if (asked.Recognised)
            marks.Add(asked.RecognisedBy switch
            {
                Attester.HeadOfUnit => "được thủ trưởng cơ quan, đơn vị công nhận",
                Attester.WardCommittee => "được Ủy ban nhân dân cấp xã công nhận",
                Attester.Council => "được Hội đồng Thi đua - Khen thưởng công nhận",
                Attester.City => "được thành phố công nhận",
                _ => "được công nhận",
            });
        if (asked.Applied)
            marks.Add("đã áp dụng trong thực tế");
        if (asked.Replicable)
            marks.Add("có thể nhân rộng");
        var head = asked.AtLeast == 1 ? "Có sáng kiến" : $"Có từ {asked.AtLeast:00} sáng kiến khác nhau trở lên";
        return $"{head} {string.Join(", ", marks)}{(asked.Recognised ? "" : " (không bắt buộc đã có quyết định công nhận)")}".Replace("  ", " ", StringComparison.Ordinal);
    }

    private static string Grade(Grade grade) => grade == Contracts.Campaigns.Grade.CompletedOutstandingly
        ? $"Được xếp loại {GradeName(grade)}"
        : $"Được xếp loại từ mức {GradeName(grade)} trở lên";

    private static string GradeName(Grade grade) => grade switch
    {
        Contracts.Campaigns.Grade.CompletedOutstandingly => "hoàn thành xuất sắc nhiệm vụ",
        Contracts.Campaigns.Grade.CompletedWell => "hoàn thành tốt nhiệm vụ",
        Contracts.Campaigns.Grade.Completed => "hoàn thành nhiệm vụ",
        _ => "không hoàn thành nhiệm vụ",
    };
}
