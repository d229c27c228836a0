using Emulation.Portal.Clients;

namespace Emulation.Portal.Scoring;

/// <summary>Sentences about where a unit is strong, loses points, and would stand.</summary>
internal static class RankingWords
{
    /// <summary>Who is best in an area: at most five names, then how many more.</summary>
    public static string Best(AreaBeside area) =>
        string.Join(", ", area.BestUnits.Select(u => u.UnitName)) + (area.BestCount > area.BestUnits.Length ? $" và {area.BestCount - area.BestUnits.Length} đơn vị khác" : "");

    public static string StrongArea(Highlight h, AreaBeside? area) =>
        $"hơn mức trung bình của khối {Words.Score(h.IndexPoints)} điểm chỉ số" + (area is { Rate: { } rate, Block: { } block } ? $" (đạt {Words.Score(rate)}%, trung bình khối {Words.Score(block.Mean)}%)" : "");

    public static string LostArea(Highlight h, AreaBeside? area) =>
        $"mất {Words.Score(h.IndexPoints)} điểm chỉ số" + (area is { Rate: { } rate, Block: { } block } ? $" (đạt {Words.Score(rate)}%, {Beside(rate, block.Mean)} trung bình khối {Words.Score(block.Mean)}%)" : "");

    public static string StrongLeaf(Highlight h, LeafBeside? leaf) =>
        $"hơn mức trung bình của khối {Words.Score(h.IndexPoints)} điểm chỉ số" + (leaf is { Points: { } points, BlockMean: { } mean } ? $" (được {Words.Score(points)}/{Numbers.Show(leaf.Max)} điểm, trung bình khối {Words.Score(mean)})" : "");

    public static string LostLeaf(Highlight h, LeafBeside? leaf) =>
        $"mất {Words.Score(h.IndexPoints)} điểm chỉ số" + (leaf is { Points: { } points } ? $" (được {Words.Score(points)}/{Numbers.Show(leaf.Max)} điểm" + (leaf.BlockBest is { } best ? $", cao nhất khối {Words.Score(best)}" : "") + ")" : "");

    /// <summary>“hạng 5, cùng hạng với 1 đơn vị”.</summary>
    public static string Place(GoalPlace place) =>
        place.Score is null ? "chưa có điểm" : $"hạng {place.Rank}" + (place.TiedWith > 0 ? $", cùng hạng với {place.TiedWith} đơn vị" : "");

    /// <summary>The index, and the score when the set ranks by another figure.</summary>
    public static string Figure(GoalPlace place) => Words.Score(place.Index) + (place.Score == place.Index ? "" : $" (cả thưởng, trừ {Words.Score(place.Score)})");

    /// <summary>Whether the others may still move, and how many are not compared with.</summary>
    public static string? Unsettled(OtherSheets others)
    {
        string[] parts =
        [
            .. others.Unfinished > 0 ? [$"{others.Unfinished} phiếu đang so sánh chưa chốt hoặc chưa đủ số liệu"] : Array.Empty<string>(),
            .. others.NotHandedIn > 0 ? [$"{others.NotHandedIn} phiếu chưa nộp"] : Array.Empty<string>(),
            .. others.WithoutSheet > 0 ? [$"{others.WithoutSheet} đơn vị chưa lập phiếu"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : string.Join("; ", parts);
    }

    private static string Beside(decimal rate, decimal mean) => rate > mean ? "trên" : rate < mean ? "dưới" : "bằng";
}
