using System.Globalization;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>Conditions that rest on published rankings of the reform index.</summary>
internal static class IndexConditions
{
    private static readonly TopOfBlock[] First = [new() { Block = "*", Rank = 1 }];

    public static VerdictNode Of(IndexRank condition, Facts facts)
    {
        var year = condition.Year ?? facts.Year;
        return Count(condition, "indexRank", facts, condition.Tops, year, year, atLeast: 1);
    }

    public static VerdictNode Of(YearsInTop condition, Facts facts) =>
        Count(condition, "yearsInTop", facts, condition.Tops, condition.FromYear, condition.ToYear, condition.AtLeast);

    public static VerdictNode Of(LeadsBlock condition, Facts facts) =>
        Count(condition, "leadsBlock", facts, First, condition.FromYear ?? facts.Year, condition.ToYear ?? facts.Year, condition.AtLeast);

    private static VerdictNode Count(Condition condition, string kind, Facts facts, TopOfBlock[] tops, int from, int to, int atLeast)
    {
        if (facts.RankedUnit is not { } unit)
            return Judge.Node(condition, kind, Outcome.NotMet, "Đơn vị không thuộc diện được xếp hạng Chỉ số cải cách hành chính.");

        // A year whose index cannot be out by the dossier deadline is not waited for (C-04).
        var last = from == to ? to : Math.Min(to, facts.LastKnowableYear ?? to);
        var years = Enumerable.Range(from, Math.Max(0, last - from + 1)).Select(y => Year(y, unit, facts, tops)).ToArray();
        var hits = years.Count(y => y.Outcome == Outcome.Met);
        var outcome = Judge.Enough(hits, years.Count(y => y.Outcome == Outcome.NotYetKnown), atLeast);

        var top = Limit(tops, unit.Block) ?? tops.FirstOrDefault();
        var limit = condition is LeadsBlock ? "dẫn đầu khối" : Limit(tops, unit.Block) is { } own ? $"trong tốp {own.Rank}" : "trong tốp quy định";
        var explanation = from == to
            ? years[0].Explanation
            : $"{hits} năm {limit} ({string.Join("; ", years.Select(y => y.Short))}); cần ít nhất {atLeast} năm trong {years.Length} năm có thể có kết quả ({from}–{last}).";
        return Judge.Node(condition, kind, outcome, explanation, top?.Clause) with
        {
            Facts = [new Fact("Đơn vị được xếp hạng", $"{unit.Name} ({unit.Code}), khối {RankingBlocks.Name(unit.Block)}", "Danh mục đơn vị"), .. years.Select(y => y.Fact)],
            Warnings = [.. years.Select(y => y.Warning).OfType<string>()],
        };
    }

    private sealed record JudgedYear(Outcome Outcome, string Short, string Explanation, Fact Fact, string? Warning = null);

    private static JudgedYear Year(int year, RankedUnitFact unit, Facts facts, TopOfBlock[] tops)
    {
        var name = $"Xếp hạng năm {year}";
        if (facts.Ranks.FirstOrDefault(r => r.Year == year) is not { } rank)
            return new(Outcome.NotYetKnown, $"{year}: chưa công bố", $"Chưa công bố xếp hạng năm {year} của khối {RankingBlocks.Name(unit.Block)}.",
                new Fact(name, "chưa công bố", "Chưa có bảng xếp hạng"));
        if (rank.Rank is not { } place)
            return new(Outcome.NotMet, $"{year}: không xếp hạng", $"Năm {year} đơn vị không được xếp hạng{(rank.UnrankedReason is { } why ? $": {why}" : "")}.",
                new Fact(name, "không xếp hạng", rank.Source));

        // The limit is that of the block in which the unit stood in that year, not of today's.
        var shown = place.ToString(CultureInfo.InvariantCulture);
        if (Limit(tops, rank.Block) is not { } top)
            return new(Outcome.NotMet, $"{year}: {shown}", $"Khoản này không đặt mức xếp hạng cho khối {RankingBlocks.Name(rank.Block)}.", new Fact(name, shown, rank.Source));
        var inTop = place <= top.Rank;
        var warning = inTop && place + rank.TiedUnits - 1 > top.Rank
            ? $"Năm {year} có {rank.TiedUnits} đơn vị cùng hạng {place} tại mức giới hạn {top.Rank}: tất cả đều được tính là đạt, cần xem xét."
            : null;
        return new(inTop ? Outcome.Met : Outcome.NotMet, $"{year}: {shown}",
            $"Năm {year} xếp hạng {shown} khối {RankingBlocks.Name(rank.Block)}, {(inTop ? "trong" : "ngoài")} tốp {top.Rank}.", new Fact(name, shown, rank.Source), warning);
    }

    private static TopOfBlock? Limit(TopOfBlock[] tops, string block) =>
        tops.FirstOrDefault(t => t.Block == block) ?? tops.FirstOrDefault(t => t.Block == "*");
}
