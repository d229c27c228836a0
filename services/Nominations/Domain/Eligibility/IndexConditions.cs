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
        return Count(condition, "indexRank", Published.OfUnit(facts), condition.Tops, year, year, atLeast: 1);
    }

    public static VerdictNode Of(YearsInTop condition, Facts facts) =>
        Count(condition, "yearsInTop", Published.OfUnit(facts), condition.Tops, condition.FromYear, condition.ToYear, condition.AtLeast);

    public static VerdictNode Of(LeadsBlock condition, Facts facts) =>
        Count(condition, "leadsBlock", Published.OfUnit(facts), First, condition.FromYear ?? facts.Year, condition.ToYear ?? facts.Year, condition.AtLeast);

    public static VerdictNode Of(LeadsOffices condition, Facts facts)
    {
        var year = condition.Year ?? facts.Year;
        var node = Count(condition, OfficesKind, Published.OfOffice(facts), First, year, year, atLeast: 1);
        // The plan lets a statement take the place of a ranking; one that contradicts a ranking is for a person to weigh.
        return node.Outcome == Outcome.NotMet && facts.Office is not null
            ? node with { Warnings = [.. node.Warnings, $"Đã có xếp hạng nội bộ năm {year}: xác nhận trái với bảng xếp hạng cần được xem xét."] }
            : node;
    }

    /// <summary>Whose places are counted, and what is said when nobody ranks it.</summary>
    private sealed record Published(RankedUnitFact? Unit, RankFact[] Ranks, int? LastKnowableYear, string Unranked)
    {
        public static Published OfUnit(Facts facts) => new(facts.RankedUnit, facts.Ranks, facts.LastKnowableYear, "Đơn vị không thuộc diện được xếp hạng Chỉ số cải cách hành chính.");

        public static Published OfOffice(Facts facts) => new(facts.Office, facts.OfficeRanks, null, "Không phải là phòng, đơn vị được cấp xã xếp hạng nội bộ.");
    }

    private static VerdictNode Count(Condition condition, string kind, Published published, TopOfBlock[] tops, int from, int to, int atLeast)
    {
        if (published.Unit is not { } unit)
            return Judge.Node(condition, kind, Outcome.NotMet, published.Unranked) with { Basis = new PlacesBasis(atLeast, false, []) };

        // A year whose index cannot be out by the dossier deadline is not waited for (C-04).
        var last = from == to ? to : Math.Min(to, published.LastKnowableYear ?? to);
        var years = Enumerable.Range(from, Math.Max(0, last - from + 1)).Select(y => Year(y, unit, published.Ranks, tops)).ToArray();
        var hits = years.Count(y => y.Outcome == Outcome.Met);
        var outcome = Judge.Enough(hits, years.Count(y => y.Outcome == Outcome.NotYetKnown), atLeast);

        var top = Limit(tops, unit.Block) ?? tops.FirstOrDefault();
        var limit = tops == First ? "dẫn đầu khối" : Limit(tops, unit.Block) is { } own ? $"trong tốp {own.Rank}" : "trong tốp quy định";
        var explanation = from == to
            ? years[0].Explanation
            : $"{hits} năm {limit} ({string.Join("; ", years.Select(y => y.Short))}); cần ít nhất {atLeast} năm trong {years.Length} năm có thể có kết quả ({from}–{last}).";
        return Judge.Node(condition, kind, outcome, explanation, top?.Clause) with
        {
            Facts = [new Fact("Đơn vị được xếp hạng", $"{unit.Name} ({unit.Code}), khối {RankingBlocks.Name(unit.Block)}", "Danh mục đơn vị"), .. years.Select(y => y.Fact)],
            Basis = new PlacesBasis(atLeast, true, [.. years.Select(y => y.Place)]),
            Warnings = [.. years.Select(y => y.Warning).OfType<string>()],
        };
    }

    private sealed record JudgedYear(Outcome Outcome, string Short, string Explanation, Fact Fact, YearPlace Place, string? Warning = null);

    private static JudgedYear Year(int year, RankedUnitFact unit, RankFact[] ranks, TopOfBlock[] tops)
    {
        var known = ranks.Where(r => r.Year == year).ToArray();
        if (known.Length == 0)
            return new(Outcome.NotYetKnown, $"{year}: chưa công bố", $"Chưa công bố xếp hạng năm {year} của khối {RankingBlocks.Name(unit.Block)}.",
                new Fact(FactName(year), NotPublished, "Chưa có bảng xếp hạng"), new(year, false, null, null, Limit(tops, unit.Block)?.Rank, null));
        if (known.Where(r => r.Predecessor is null && r.Rank is not null).OrderBy(r => r.Block != unit.Block).FirstOrDefault() is { } own)
            return Placed(own, tops);
        // Where several units were merged into this one, the least favourable of their places counts.
        var predecessors = known.Where(r => r.Predecessor is not null).ToArray();
        return (predecessors.Length > 0 ? predecessors : known).Select(r => Placed(r, tops)).MinBy(y => y.Outcome)!;
    }

    private static JudgedYear Placed(RankFact rank, TopOfBlock[] tops)
    {
        var (year, of) = (rank.Year, rank.Predecessor is { } name ? $" của {name}" : "");
        var source = rank.Predecessor is { } merged ? $"{rank.Source}; thứ hạng của {merged}, đơn vị đã nhập vào" : rank.Source;
        // The limit is that of the block in which the unit stood in that year, not of today's.
        var top = Limit(tops, rank.Block);
        var found = new YearPlace(year, true, rank.Block, rank.Rank, top?.Rank, rank.Predecessor);
        if (rank.Rank is not { } place)
            return new(Outcome.NotMet, $"{year}: không xếp hạng{of}", $"Năm {year} đơn vị không được xếp hạng{(rank.UnrankedReason is { } why ? $": {why}" : "")}.",
                new Fact(FactName(year), "không xếp hạng", source), found);

        var shown = place.ToString(CultureInfo.InvariantCulture);
        var fact = new Fact(FactName(year), shown, source);
        if (top is null)
            return new(Outcome.NotMet, $"{year}: {shown}{of}", $"Khoản này không đặt mức xếp hạng cho khối {RankingBlocks.Name(rank.Block)}.", fact, found);
        var inTop = place <= top.Rank;
        var warning = inTop && place + rank.TiedUnits - 1 > top.Rank
            ? $"Năm {year} có {rank.TiedUnits} đơn vị cùng hạng {place} tại mức giới hạn {top.Rank}: tất cả đều được tính là đạt, cần xem xét."
            : null;
        return new(inTop ? Outcome.Met : Outcome.NotMet, $"{year}: {shown}{of}",
            $"Năm {year} xếp hạng {shown}{of} khối {RankingBlocks.Name(rank.Block)}, {(inTop ? "trong" : "ngoài")} tốp {top.Rank}.", fact, found, warning);
    }

    /// <summary>Kind of the one condition that rests on a ranking of offices.</summary>
    public const string OfficesKind = "leadsOffices";

    /// <summary>Shown for a place that is not out.</summary>
    public const string NotPublished = "chưa công bố";

    /// <summary>Name under which the place of a year is shown.</summary>
    public static string FactName(int year) => $"Xếp hạng năm {year}";

    private static TopOfBlock? Limit(TopOfBlock[] tops, string block) =>
        tops.FirstOrDefault(t => t.Block == block) ?? tops.FirstOrDefault(t => t.Block == "*");
}
