using Emulation.Scoring.Data;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Tests.Api;

/// <summary>The index and its ranks once more, in one SQL statement over the stored figures and the stored tree: nothing of the scorer's code is used.</summary>
internal static class IndexInSql
{
    internal sealed record Row(string UnitCode, decimal Index, int Rank);

    public static async Task<List<(string UnitCode, decimal Index, int Rank)>> Of(ScoringDbContext db, string set, int year, string block) =>
        (await db.Database.SqlQuery<Row>($"""
            WITH leaf AS (
                SELECT coalesce(l, c)->>'code' AS code, (coalesce(l, c)->>'max')::numeric AS max, coalesce(l, c)->'formula' AS f, coalesce(l, c)->'formula'->>'kind' AS kind
                FROM index_sets s
                CROSS JOIN jsonb_array_elements(s.definition->'areas') a
                CROSS JOIN jsonb_array_elements(a->'criteria') c
                LEFT JOIN LATERAL jsonb_array_elements(coalesce(c->'leaves', '[]')) l ON true
                WHERE s.code = {set}),
            entered AS (
                SELECT h.unit_code, leaf.*, coalesce(h.leaves->leaf.code->'appraised'->'input', h.leaves->leaf.code->'self') AS x, (h.leaves->leaf.code->'appraised'->>'points')::numeric AS outright
                FROM score_sheets h CROSS JOIN leaf WHERE h.index_set_code = {set} AND h.year = {year} AND h.block = {block}),
            figures AS (
                SELECT e.*, (x->>'done')::numeric AS done, (x->>'total')::numeric AS total,
                    coalesce((x->>'value')::numeric, (x->>'count')::numeric, 100 * (x->>'done')::numeric / nullif((x->>'total')::numeric, 0)) AS figure
                FROM entered e WHERE coalesce((x->>'notApplicable')::boolean, false) = false AND coalesce((x->>'total')::numeric, 1) <> 0),
            means AS (SELECT code, avg(figure) AS mean FROM figures WHERE kind = 'relative' GROUP BY code),
            points AS (
                SELECT unit_code, max, round(greatest(0, least(max, coalesce(outright, CASE kind
                    WHEN 'yesNo' THEN CASE WHEN (x->>'met')::boolean THEN max ELSE 0 END
                    WHEN 'ratio' THEN max * done / total
                    WHEN 'ratioWithFloor' THEN CASE WHEN done < (f->>'floor')::numeric * total THEN 0 ELSE max * done / total END
                    WHEN 'linearBetween' THEN max * (figure - (f->>'low')::numeric) / ((f->>'high')::numeric - (f->>'low')::numeric)
                    WHEN 'target' THEN max * figure / (f->>'goal')::numeric
                    WHEN 'countTimesPoints' THEN figure * (f->>'each')::numeric
                    WHEN 'deduction' THEN max - figure * (f->'cases'->0->>'points')::numeric
                    WHEN 'inverse' THEN CASE WHEN figure <= (f->>'goal')::numeric THEN max ELSE max * (f->>'goal')::numeric / figure END
                    WHEN 'relative' THEN CASE WHEN mean > 0 THEN max * figure / mean ELSE max END
                    WHEN 'survey' THEN max * (x->>'surveyPercent')::numeric / 100
                    WHEN 'steps' THEN coalesce((
                        SELECT (t.step->>'points')::numeric FROM jsonb_array_elements(f->'table') WITH ORDINALITY t(step, n)
                        WHERE CASE WHEN f->>'better' = 'lower' THEN figure <= (t.step->>'bound')::numeric ELSE figure >= (t.step->>'bound')::numeric END
                        ORDER BY t.n LIMIT 1), 0)
                    END))), 4) AS points
                FROM figures LEFT JOIN means USING (code)),
            sums AS (SELECT unit_code, round(sum(points) * 100 / sum(max), 4) AS index FROM points GROUP BY unit_code)
            SELECT unit_code AS "UnitCode", index AS "Index", rank() OVER (ORDER BY index DESC)::int AS "Rank" FROM sums
            """).ToListAsync()).ConvertAll(r => (r.UnitCode, r.Index, r.Rank));
}
