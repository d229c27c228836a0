using Emulation.Scoring.Domain.Formulas;

namespace Emulation.Benchmarks.Scoring;

/// <summary>The same ranks by other means, each as well written as we can: index and rank of every unit, year and block.</summary>
internal static class Divisors
{
    private const string FromValues = """
        WITH means AS MATERIALIZED (SELECT year, block, leaf, avg(value) AS mean FROM leaf_values WHERE value IS NOT NULL GROUP BY year, block, leaf),
        parts AS (
            SELECT year, block, unit_code, sum(points) AS points, sum(max) AS max FROM leaf_values WHERE value IS NULL GROUP BY year, block, unit_code
            UNION ALL
            SELECT v.year, v.block, v.unit_code, round(CASE WHEN v.value >= m.mean THEN v.max ELSE v.max * v.value / m.mean END, 4), v.max
            FROM leaf_values v JOIN means m ON (m.year, m.block, m.leaf) = (v.year, v.block, v.leaf) WHERE v.value IS NOT NULL),
        sums AS (SELECT year, block, unit_code, round(sum(points) * 100 / sum(max), 4) AS index FROM parts GROUP BY year, block, unit_code)
        SELECT year, unit_code, index, rank() OVER (PARTITION BY year, block ORDER BY index DESC)::int FROM sums
        """;

    private const string FromTotals = """
        WITH sheets AS MATERIALIZED (
            SELECT year, block, unit_code, (score->>'points')::numeric AS points, (score->>'max')::numeric AS max, score->'pending' AS pending FROM score_sheets WHERE state = 'Final'),
        pending AS MATERIALIZED (
            SELECT s.year, s.block, s.unit_code, p->>'leaf' AS leaf, (p->>'value')::numeric AS value, l.max
            FROM sheets s CROSS JOIN jsonb_array_elements(s.pending) p JOIN (SELECT DISTINCT leaf, max FROM leaf_values WHERE value IS NOT NULL) l ON l.leaf = p->>'leaf'),
        means AS (SELECT year, block, leaf, avg(value) AS mean FROM pending GROUP BY year, block, leaf),
        added AS (
            SELECT p.year, p.unit_code, sum(round(CASE WHEN p.value >= m.mean THEN p.max ELSE p.max * p.value / m.mean END, 4)) AS points, sum(p.max) AS max
            FROM pending p JOIN means m ON (m.year, m.block, m.leaf) = (p.year, p.block, p.leaf) GROUP BY p.year, p.unit_code),
        sums AS (
            SELECT s.year, s.block, s.unit_code, round((s.points + coalesce(a.points, 0)) * 100 / (s.max + coalesce(a.max, 0)), 4) AS index
            FROM sheets s LEFT JOIN added a ON (a.year, a.unit_code) = (s.year, s.unit_code))
        SELECT year, unit_code, index, rank() OVER (PARTITION BY year, block ORDER BY index DESC)::int FROM sums
        """;

    public static Task<List<Ranked>> SqlFromValues(Stored stored) => Query(stored, FromValues);

    public static Task<List<Ranked>> SqlFromTotals(Stored stored) => Query(stored, FromTotals);

    private static async Task<List<Ranked>> Query(Stored stored, string sql)
    {
        var ranks = new List<Ranked>();
        await using var command = stored.Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            ranks.Add(new Ranked(reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2), reader.GetInt32(3)));
        return ranks;
    }

    /// <summary>Points, maximum and area of every leaf in arrays, nothing else in the way; the sums of the areas are kept, as a ranking keeps them.</summary>
    internal sealed class Memory
    {
        private readonly (int Year, string Block, (string Unit, (decimal Points, decimal Max, int Area)[] Leaves, decimal? Value)[] Sheets)[] _blocks;
        private readonly decimal _relativeMax;
        private readonly int _relativeArea;
        private readonly int _areas;

        public Memory(Nation nation)
        {
            var relative = nation.Set.Definition.Leaves.Single(l => l.Formula is Relative);
            _relativeMax = relative.Max;
            _areas = nation.Set.Definition.Areas.Length;
            int AreaOf(string code) => Array.FindIndex(nation.Set.Definition.Areas, a => a.Code == code);
            _relativeArea = AreaOf(relative.Area);
            _blocks = [.. nation.Sheets.GroupBy(s => (s.Year, s.Block)).Select(g => (g.Key.Year, g.Key.Block, g.Select(s =>
            {
                var applies = nation.Set.Definition.Leaves.Where(l => l != relative).Select(l => (Leaf: l, Input: s.Leaves[l.Code].Standing!.Value.Input!)).Where(l => !l.Input.LeavesBothSums).ToList();
                return (s.Unit, applies.Select(l => (l.Leaf.Formula.Mark(l.Input, l.Leaf.Max)!.Value, l.Leaf.Max, AreaOf(l.Leaf.Area))).ToArray(), (decimal?)s.Leaves[relative.Code].Standing!.Value.Input!.Figure);
            }).ToArray()))];
        }

        public List<Ranked> Rank()
        {
            var ranks = new List<Ranked>();
            foreach (var (year, _, sheets) in _blocks)
            {
                var (sum, units) = (0m, 0);
                foreach (var sheet in sheets)
                    (sum, units) = sheet.Value is { } v ? (sum + v, units + 1) : (sum, units);
                var mean = units == 0 ? 0 : sum / units;
                var indexes = new (decimal Index, string Unit, (decimal Points, decimal Max)[] Areas)[sheets.Length];
                for (var s = 0; s < sheets.Length; s++)
                {
                    var (unit, leaves, value) = sheets[s];
                    var areas = new (decimal Points, decimal Max)[_areas];
                    foreach (var (points, max, area) in leaves)
                        areas[area] = (areas[area].Points + points, areas[area].Max + max);
                    if (value is { } own)
                    {
                        ref var area = ref areas[_relativeArea];
                        area = (area.Points + (own >= mean ? _relativeMax : Math.Round(_relativeMax * own / mean, 4, MidpointRounding.AwayFromZero)), area.Max + _relativeMax);
                    }
                    var (p, m) = (0m, 0m);
                    foreach (var area in areas)
                        (p, m) = (p + area.Points, m + area.Max);
                    indexes[s] = (Math.Round(p * 100 / m, 4, MidpointRounding.AwayFromZero), unit, areas);
                }
                Array.Sort(indexes, (a, b) => b.Index.CompareTo(a.Index));
                for (var i = 0; i < indexes.Length; i++)
                    ranks.Add(new Ranked(year, indexes[i].Unit, indexes[i].Index, i > 0 && indexes[i].Index == indexes[i - 1].Index ? ranks[^1].Rank : i + 1));
            }
            return ranks;
        }
    }
}
