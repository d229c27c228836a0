using Emulation.Scoring.Domain.Formulas;
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
        var means = Scorer.Means(block.Select(c => c.Score));
        var rows = block.Select(c => Row(definition, c, c.Score.WithMeans(definition, means))).ToList();
        var keys = rows.ToDictionary(r => r, r => Key(definition, r));
        rows.Sort((a, b) => Compare(keys[b], keys[a]) is var byScore and not 0 ? byScore : string.CompareOrdinal(a.UnitCode, b.UnitCode));
        for (var i = 0; i < rows.Count; i++)
        {
            var sameAsAbove = i > 0 && Compare(keys[rows[i]], keys[rows[i - 1]]) == 0;
            rows[i].Rank = sameAsAbove ? rows[i - 1].Rank : i + 1;
            if (sameAsAbove)
                rows[i].Tied = rows[i - 1].Tied = true;
        }
        return rows;
    }

    private static RankingRow Row(IndexDefinition definition, Candidate unit, SheetScore score)
    {
        var index = score.Index!.Value;
        return new RankingRow
        {
            UnitCode = unit.UnitCode,
            UnitName = unit.UnitName,
            Index = index,
            Bonus = score.Bonus,
            Total = index + score.Bonus,
            Class = definition.ClassOf(definition.RankBy == RankBy.Index ? index : index + score.Bonus),
            Areas = score.Areas,
            SheetId = unit.SheetId,
            SheetVersion = unit.SheetVersion,
        };
    }

    private static decimal[] Key(IndexDefinition definition, RankingRow row) =>
    [
        definition.RankBy == RankBy.Index ? row.Index : row.Total,
        .. definition.TieRule.BreakBy.Select(code => row.Areas.Single(a => a.Code == code)).Select(a =>
            // An area that does not apply to a unit neither helps nor harms it.
            a.Max == 0 ? row.Index : Scale.Keep(a.Points * 100 / a.Max)),
    ];

    private static int Compare(decimal[] a, decimal[] b) => a.Zip(b, decimal.Compare).FirstOrDefault(c => c != 0);
}
