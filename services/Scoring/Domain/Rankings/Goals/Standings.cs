using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings.Goals;

/// <summary>Where a unit would stand in its block.</summary>
/// <param name="Score">Figure that the set ranks by; null while no leaf of the sheet is scored.</param>
/// <param name="Index">Index; null as the score is.</param>
/// <param name="Rank">Competition rank.</param>
/// <param name="TiedWith">Number of other units with the same rank.</param>
internal sealed record Place(decimal? Score, decimal? Index, int Rank, int TiedWith);

/// <summary>The other units of a block, ready to be compared with any state of one unit's sheet.</summary>
/// <remarks>A leaf against the block (F10) ties all sheets together: another value of one unit is another mean, and other points for all the others.</remarks>
internal sealed class Standings(IndexDefinition definition, IReadOnlyList<SheetScore> others)
{
    private readonly RankOrder _order = new(definition);
    private readonly Dictionary<string, (decimal Sum, int Units)> _pending = others.SelectMany(o => o.Pending).GroupBy(p => p.Leaf).ToDictionary(g => g.Key, g => (g.Sum(p => p.Value), g.Count()));
    private readonly Dictionary<string, (Dictionary<string, decimal> Means, decimal[][] Keys)> _fields = [];

    /// <summary>Mean of a leaf over the others; null when it applies to none of them.</summary>
    public decimal? MeanOfOthers(string leaf) => _pending.TryGetValue(leaf, out var sum) ? sum.Sum / sum.Units : null;

    /// <summary>Mean of a leaf over the block when the unit has the value given.</summary>
    public decimal MeanBeside(string leaf, decimal value)
    {
        var (sum, units) = _pending.GetValueOrDefault(leaf);
        return (sum + value) / (units + 1);
    }

    /// <summary>The sums of the unit with what the block adds to them.</summary>
    public SheetScore Complete(SheetScore own) => own.WithMeans(definition, Field(own).Means);

    public Place PlaceOf(SheetScore own)
    {
        var complete = Complete(own);
        if (complete.Index is not { } index)
            return new Place(null, null, others.Count + 1, 0);
        var key = _order.Key(complete);
        var keys = Field(own).Keys;
        var better = Count(keys, k => _order.Compare(k, key) < 0);
        return new Place(key[0], index, better + 1, Count(keys, k => _order.Compare(k, key) <= 0) - better);
    }

    /// <summary>Key of the unit at a rank among the others, as they are beside this state of the sheet; null when they are fewer.</summary>
    public decimal[]? KeyAt(int rank, SheetScore own) => Field(own).Keys.ElementAtOrDefault(rank - 1);

    private (Dictionary<string, decimal> Means, decimal[][] Keys) Field(SheetScore own)
    {
        var state = string.Join(';', own.Pending.OrderBy(p => p.Leaf, StringComparer.Ordinal).Select(p => $"{p.Leaf}={p.Value}"));
        if (_fields.TryGetValue(state, out var known))
            return known;
        var means = _pending.ToDictionary(p => p.Key, p => p.Value.Sum / p.Value.Units);
        foreach (var value in own.Pending)
            means[value.Leaf] = MeanBeside(value.Leaf, value.Value);
        var keys = others.Select(o => _order.Key(o.WithMeans(definition, means))).ToArray();
        Array.Sort(keys, _order);
        return _fields[state] = (means, keys);
    }

    // Sorted best first, so what holds for one key holds for all before it.
    private static int Count(decimal[][] keys, Func<decimal[], bool> holds)
    {
        var (low, high) = (0, keys.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(keys[middle]) ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
