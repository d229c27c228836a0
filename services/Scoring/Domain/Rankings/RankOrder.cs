using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings;

/// <summary>What a block is put in order by: the ranking figure first, then the areas of the tie rule.</summary>
internal sealed class RankOrder(IndexDefinition definition) : IComparer<decimal[]>
{
    private readonly string[] _breakBy = definition.TieRule.BreakBy;

    // A sheet keeps its areas in the order of the set.
    private readonly int[] _areas = [.. definition.TieRule.BreakBy.Select(code => Array.FindIndex(definition.Areas, a => a.Code == code))];

    public decimal[] Key(SheetScore score) => Key(score, score.Index!.Value);

    /// <summary>Figures to compare, the most important first.</summary>
    public decimal[] Key(SheetScore score, decimal index)
    {
        var key = new decimal[_areas.Length + 1];
        key[0] = definition.RankBy == RankBy.Index ? index : index + score.Bonus;
        for (var i = 0; i < _areas.Length; i++)
        {
            var area = score.Areas[_areas[i]];
            // An area that does not apply to a unit neither helps nor harms it.
            key[i + 1] = area.Max == 0 ? index : Scale.Keep(area.Points * 100 / area.Max);
        }
        return key;
    }

    /// <summary>Better first.</summary>
    public int Compare(decimal[]? x, decimal[]? y)
    {
        var at = FirstDifference(x!, y!);
        return at == x!.Length ? 0 : decimal.Compare(y![at], x[at]);
    }

    /// <summary>What parts a unit from those beside it in the order; null is a unit that is not there.</summary>
    public (PartedBy By, string? Area) Parts(decimal[] key, decimal[]? above, decimal[]? below)
    {
        var at = Math.Max(above is null ? 0 : FirstDifference(key, above), below is null ? 0 : FirstDifference(key, below));
        return at == 0 ? (PartedBy.Score, null)
            : at < key.Length ? (PartedBy.Area, _breakBy[at - 1])
            : (PartedBy.Nothing, null);
    }

    private static int FirstDifference(decimal[] a, decimal[] b)
    {
        var i = 0;
        while (i < a.Length && a[i] == b[i])
            i++;
        return i;
    }
}

/// <summary>What parted a unit from the units that were level with it until then.</summary>
public enum PartedBy
{
    /// <summary>The ranking figure: no other unit has the same.</summary>
    Score,
    /// <summary>An area of the tie rule.</summary>
    Area,
    /// <summary>A vote of the council.</summary>
    Council,
    /// <summary>Nothing: it shares its rank.</summary>
    Nothing,
}
