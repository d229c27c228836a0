using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>A unit that can be ranked: its sheet is appraised and complete.</summary>
internal sealed record Candidate(string UnitCode, string UnitName, Guid SheetId, int SheetVersion, SheetScore Score);

/// <summary>Ranks the units of a block: competition ranks 1, 2, 2, 4, whatever the order of entry.</summary>
internal static class RankingTable
{
    public static List<RankingRow> Rank(IndexDefinition definition, IReadOnlyCollection<Candidate> block)
    {
        var order = new RankOrder(definition);
        var means = Scorer.Means(block.Select(c => c.Score));
        var places = new (decimal[] Key, Candidate Unit, SheetScore Score, decimal Index)[block.Count];
        var n = 0;
        foreach (var unit in block)
        {
            var score = unit.Score.WithMeans(definition, means);
            var index = score.Index!.Value;
            places[n++] = (order.Key(score, index), unit, score, index);
        }
        Array.Sort(places, (a, b) => order.Compare(a.Key, b.Key) is var better and not 0 ? better : string.CompareOrdinal(a.Unit.UnitCode, b.Unit.UnitCode));

        var rows = new List<RankingRow>(places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var (key, unit, score, index) = places[i];
            var above = i > 0 ? places[i - 1].Key : null;
            var (by, area) = order.Parts(key, above, i + 1 < places.Length ? places[i + 1].Key : null);
            var rank = above is not null && order.Compare(key, above) == 0 ? rows[i - 1].Rank : i + 1;
            rows.Add(Row(definition, unit, score, index, rank, by, area));
        }
        return rows;
    }

    private static RankingRow Row(IndexDefinition definition, Candidate unit, SheetScore score, decimal index, int rank, PartedBy by, string? area) => new()
    {
        UnitCode = unit.UnitCode,
        UnitName = unit.UnitName,
        Rank = rank,
        Tied = by == PartedBy.Nothing,
        DecidedBy = by,
        DecidedByArea = area,
        Index = index,
        Bonus = score.Bonus,
        Total = index + score.Bonus,
        Class = definition.ClassOf(definition.RankBy == RankBy.Index ? index : index + score.Bonus),
        Areas = score.Areas,
        SheetId = unit.SheetId,
        SheetVersion = unit.SheetVersion,
    };
}
