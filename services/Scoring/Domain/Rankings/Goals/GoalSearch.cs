using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Domain.Rankings.Goals;

/// <summary>Which leaves would lift a unit to rank N or better? Each answer is a state of its sheet, ranked anew among the others.</summary>
internal sealed class GoalSearch
{
    // Sets of one size to look at; each costs one scoring of the sheet. Only a tie that areas must break can need more than a few.
    private const int MostSets = 2_000;
    private const int MostApart = 8;

    private readonly OwnSheet _sheet;
    private readonly Standings _block;
    private readonly int _goal;
    private int _budget;

    public GoalSearch(OwnSheet sheet, IReadOnlyList<SheetScore> others, int goal, bool cityLeaves)
    {
        (_sheet, _block, _goal) = (sheet, new Standings(sheet.Definition, others), goal);
        Now = PlaceWith([]);
        Chances = [.. sheet.Open(_block, cityLeaves).Select(o => ChanceOf(o.Code, o.Name, o.Area, o.Max, o.Formula, o.Points, o.From, o.Ladder))];
        AtBest = PlaceWith(Chances.Select(c => (c, c.Ladder.Top)));
    }

    /// <summary>Where the unit stands now.</summary>
    public Place Now { get; }

    /// <summary>Where it would stand with all of them at their best.</summary>
    public Place AtBest { get; }

    public IReadOnlyList<Chance> Chances { get; }

    /// <summary>Leaves without an entry.</summary>
    public string[] Missing => _sheet.Score().Missing;

    /// <summary>Score of the unit at the goal's rank among the others; null when they are fewer.</summary>
    public decimal? GoalScore => _block.KeyAt(_goal, _sheet.Score())?[0];

    /// <summary>Whether the goal is reached for certain: a vote of the council on a tie may put the unit last of those it ties with.</summary>
    public bool Reaches(Place place) => place.Score is not null && place.Rank + (_sheet.Definition.TieRule.ThenCouncil ? place.TiedWith : 0) <= _goal;

    public Place PlaceWith(IEnumerable<(Chance Chance, long Rung)> steps) => _block.PlaceOf(Lifted(steps).Score());

    public OwnSheet Lifted(IEnumerable<(Chance Chance, long Rung)> steps) => _sheet.With(steps.ToDictionary(s => s.Chance.Code, s => s.Chance.Ladder.At(s.Rung)));

    /// <summary>A smallest set of leaves that suffices; null when all together do not.</summary>
    /// <remarks>Of several smallest sets: the one with fewest leaves that hang on the block, bonuses and penalties, then with the leaves that bring most; then the
    /// figures are lowered as far as the goal is still reached, in that order, so that none of them could be one rung lower.</remarks>
    public Plan? Smallest()
    {
        if (Reaches(Now))
            return new Plan([], Now, true);
        if (!Reaches(AtBest))
            return null;
        var apart = Chances.Where(c => c.Apart).OrderByDescending(c => c.AtBest.Score).Take(MostApart).ToArray();
        var subsets = Enumerable.Range(0, 1 << apart.Length).Select(bits => apart.Where((_, i) => (bits >> i & 1) == 1).ToArray()).OrderBy(s => s.Length).ToArray();
        var proved = apart.Length == Chances.Count(c => c.Apart);
        for (var size = 1; size <= Chances.Count; size++)
        {
            _budget = MostSets;
            foreach (var subset in subsets.TakeWhile(s => s.Length <= size))
            {
                if (Find(subset, size - subset.Length) is { } found)
                    return Lower(found, proved);
            }
            proved &= _budget > 0;
        }
        return Lower([.. Chances], false);
    }

    /// <summary>A set of the leaves given and a number of others, all at their best, that reaches the goal.</summary>
    private Chance[]? Find(Chance[] apart, int size)
    {
        var score = Lifted(apart.Select(c => (c, c.Ladder.Top))).Score();
        if (_block.KeyAt(_goal, score) is not { } target)
            return apart;
        var definition = _sheet.Definition;
        // The least index that is enough: kept to four decimals, half up, so 0.00005 less before rounding.
        var least = target[0] - (definition.RankBy == RankBy.Total ? score.Bonus : 0) - 0.00005m
            + (definition.TieRule is { ThenCouncil: true, BreakBy.Length: 0 } ? 0.0001m : 0);
        // Points × 100 ÷ maxima ≥ least, written as a sum over leaves: so the leaves that bring most are the best of any number.
        var sums = _block.Complete(score);
        var need = least * sums.Max - 100 * sums.Points;
        var weighed = Chances.Where(c => !c.Apart)
            .Select(c => (Chance: c, Weight: 100 * (c.Max - (c.Points ?? 0)) - (c.Points is null ? least * c.Max : 0)))
            .OrderByDescending(c => c.Weight).ToArray();
        return weighed.Length < size ? null : Choose(weighed, 0, size, need, [.. apart]);
    }

    private Chance[]? Choose((Chance Chance, decimal Weight)[] from, int at, int size, decimal need, List<Chance> chosen)
    {
        if (size == 0)
            return _budget-- > 0 && Reaches(PlaceWith(chosen.Select(c => (c, c.Ladder.Top)))) ? [.. chosen] : null;
        for (var i = at; i + size <= from.Length && _budget > 0; i++)
        {
            // The next ones are the heaviest that are left; a hair of tolerance, because the sum is not what decides.
            if (from.AsSpan(i, size).ToArray().Sum(c => c.Weight) < need - 0.000001m)
                return null;
            chosen.Add(from[i].Chance);
            if (Choose(from, i + 1, size - 1, need - from[i].Weight, chosen) is { } found)
                return found;
            chosen.RemoveAt(chosen.Count - 1);
        }
        return null;
    }

    private Plan Lower(Chance[] found, bool proved)
    {
        var steps = found.OrderByDescending(c => c.AtBest.Score).Select(c => (Chance: c, Rung: c.Ladder.Top)).ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            var (at, chance) = (i, steps[i].Chance);
            steps[at].Rung = LeastRung(chance, rung => steps.Select((s, j) => j == at ? (s.Chance, rung) : s));
        }
        return new Plan(steps, PlaceWith(steps), proved);
    }

    private Chance ChanceOf(string code, string name, string? area, decimal max, Formula formula, decimal? points, LeafInput? from, Ladder ladder)
    {
        var chance = new Chance { Code = code, Name = name, Area = area, Max = max, Formula = formula, Points = points, From = from, Ladder = ladder, AtBest = Now, Enough = null };
        var best = PlaceWith([(chance, ladder.Top)]);
        return chance with { AtBest = best, Enough = Reaches(best) ? LeastRung(chance, rung => [(chance, rung)]) : null };
    }

    // No rung gives less than the one below, so the rungs that reach the goal are the upper ones.
    private long LeastRung(Chance chance, Func<long, IEnumerable<(Chance, long)>> with)
    {
        var (low, high) = (1L, chance.Ladder.Top);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Reaches(PlaceWith(with(middle))) ? (low, middle) : (middle + 1, high);
        }
        return low;
    }
}
