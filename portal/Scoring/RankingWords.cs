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

    private static string Beside(decimal rate, decimal mean) => rate > mean ? "trên" : rate < mean ? "dưới" : "bằng";
}
