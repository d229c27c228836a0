using Emulation.Contracts.Campaigns;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>What the published index says for one unit and year.</summary>
/// <param name="Year">Index year.</param>
/// <param name="UnitName">Name of the ranked unit; null when neither the unit nor one above it is ranked.</param>
/// <param name="Block">Ranking block in which it stands now.</param>
/// <param name="Published">What is published; null while nothing is.</param>
internal sealed record IndexFact(int Year, string? UnitName, string? Block, RankingUsed? Published);

/// <summary>Judges criteria that rest on the published index: class and rank are two scales, never one (C-13).</summary>
internal static class IndexJudge
{
    public static CriterionVerdict Class(PlanCriterion criterion, ClassScale[] scales, IndexFact? fact)
    {
        if (Missing(fact) is { } missing)
            return missing;
        var published = fact!.Published!;
        var scale = Array.Find(scales, s => s.Key == criterion.Class!.Scale);
        var place = scale is null || published.Class is null ? -1 : Array.FindIndex(scale.Classes, c => c.Published.Contains(published.Class, StringComparer.OrdinalIgnoreCase));
        var needed = scale is null ? -1 : Array.FindIndex(scale.Classes, c => c.Key == criterion.Class!.AtLeast);
        var verdict = published.Class is null ? CriterionVerdict.Unknown($"Theo {Source(published)}, đơn vị không có xếp loại.")
            : place < 0 || needed < 0 ? CriterionVerdict.Unknown($"Loại “{published.Class}” theo {Source(published)} chưa có trong bảng quy đổi của kế hoạch.")
            : CriterionVerdict.Of(place <= needed,
                $"{fact.UnitName} được xếp loại “{published.Class}” theo {Source(published)}, tương ứng “{scale!.Classes[place].Name}”; yêu cầu từ “{scale.Classes[needed].Name}” trở lên: {Met(place <= needed)}.");
        return verdict with { Ranking = published };
    }

    public static CriterionVerdict Rank(PlanCriterion criterion, IndexFact? fact)
    {
        var target = criterion.Rank!;
        // First of all: with no number in the plan nothing that is published can decide it.
        if (target.Tops.Length == 0)
            return CriterionVerdict.Unknown($"Kế hoạch không nêu số đơn vị của “{target.Name}”: chưa kết luận được{(fact?.Published?.Rank is { } now ? $" (hạng đã công bố: {now})" : "")}.") with { Ranking = fact?.Published };
        if (Missing(fact) is { } missing)
            return missing;
        var published = fact!.Published!;
        var rank = published.Rank!.Value;
        var top = Array.Find(target.Tops, t => t.Block == published.Block) ?? Array.Find(target.Tops, t => t.Block == "*");
        var verdict = top is null ? CriterionVerdict.Unknown($"Kế hoạch không nêu số đơn vị của “{target.Name}” cho khối {CriterionWords.Block(published.Block)}.")
            : CriterionVerdict.Of(rank <= top.Rank,
                $"{fact.UnitName} xếp hạng {rank}{(published.Tied ? " (đồng hạng)" : "")} theo {Source(published)}; yêu cầu {target.Name}, tốp {top.Rank}: {Met(rank <= top.Rank)}.");
        return verdict with { Ranking = published };
    }

    public static string NameOf(ClassScale[] scales, ClassTarget target) =>
        scales.FirstOrDefault(s => s.Key == target.Scale)?.Classes.FirstOrDefault(c => c.Key == target.AtLeast)?.Name ?? target.AtLeast;

    private static CriterionVerdict? Missing(IndexFact? fact) => fact switch
    {
        null or { UnitName: null } => CriterionVerdict.Unknown("Đơn vị không thuộc diện được xếp hạng Chỉ số cải cách hành chính."),
        { Published: null } => CriterionVerdict.Unknown($"Chưa công bố xếp hạng Chỉ số năm {fact.Year}{(fact.Block is { } block ? $" của khối {CriterionWords.Block(block)}" : "")}."),
        { Published: { Rank: null, UnrankedReason: null } published } => CriterionVerdict.Unknown($"Trong {Source(published)} không có {fact.UnitName}.") with { Ranking = published },
        { Published: { Rank: null } published } => CriterionVerdict.Of(false, $"{fact.UnitName} không được xếp hạng theo {Source(published)}: {published.UnrankedReason}") with { Ranking = published },
        _ => null,
    };

    private static string Source(RankingUsed ranking) => $"bảng xếp hạng năm {ranking.Year}, khối {CriterionWords.Block(ranking.Block)}, bản {ranking.Version}";

    private static string Met(bool met) => met ? "đạt" : "không đạt";
}
