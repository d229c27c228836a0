using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Criteria;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>What the rankings in force say of units, with an office standing under the rank of the unit above it (C-10).</summary>
internal sealed class IndexFacts
{
    private readonly Dictionary<string, Unit> _units;
    private readonly ILookup<(string Unit, int Year), RankingUsed> _published;

    private IndexFacts(Dictionary<string, Unit> units, IEnumerable<RankingUsed> published)
    {
        _units = units;
        _published = published.ToLookup(p => (p.UnitCode, p.Year));
    }

    public static async Task<IndexFacts> LoadAsync(ScoringDbContext db, IEnumerable<string> unitCodes, int[] years, CancellationToken cancellationToken)
    {
        var codes = unitCodes.SelectMany(UpFrom).Distinct().ToArray();
        var units = await db.Units.AsNoTracking().Where(u => codes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, cancellationToken);
        // A unit's ranking of its own offices is not what plans speak of.
        var rankings = await db.Rankings.AsNoTracking().OfTheCity()
            .Where(r => years.Contains(r.Year) && !db.Rankings.Any(n => n.Year == r.Year && n.Block == r.Block && n.Version > r.Version))
            .Select(r => new
            {
                r.Id, r.IndexSetCode, r.Year, r.Block, r.Version, r.PublishedAt, r.Unranked,
                Rows = r.Rows.Where(w => codes.Contains(w.UnitCode)).Select(w => new { w.UnitCode, w.Rank, w.Tied, w.Class }).ToList(),
            }).ToListAsync(cancellationToken);
        var published = rankings.SelectMany(r =>
        {
            RankingUsed Of(string unit) => new()
            {
                RankingId = r.Id, IndexSet = r.IndexSetCode, Year = r.Year, Block = r.Block, Version = r.Version, PublishedAt = r.PublishedAt, UnitCode = unit,
            };
            var ranked = r.Rows.Select(w => Of(w.UnitCode) with { Rank = w.Rank, Tied = w.Tied, Class = w.Class }).ToList();
            var unranked = r.Unranked.Where(u => units.ContainsKey(u.UnitCode)).Select(u => Of(u.UnitCode) with { UnrankedReason = u.Reason }).ToList();
            // Out, but without the unit: that is known too.
            var named = ranked.Concat(unranked).Select(u => u.UnitCode).ToHashSet(StringComparer.Ordinal);
            return ranked.Concat(unranked).Concat(units.Values.Where(u => u.Block == r.Block && !named.Contains(u.Code)).Select(u => Of(u.Code)));
        });
        return new IndexFacts(units, published);
    }

    public IndexFact Of(string unitCode, int year)
    {
        // A unit that was ranked in a year stays judged by that, wherever it stands now.
        var unit = UpFrom(unitCode).Select(c => _units.GetValueOrDefault(c)).FirstOrDefault(u => u is not null && (u.Block is not null || _published.Contains((u.Code, year))));
        return unit is null ? new IndexFact(year, null, null, null)
            : new IndexFact(year, unit.Name, unit.Block, _published[(unit.Code, year)].OrderBy(p => p.Rank is null).ThenBy(p => p.Block != unit.Block).FirstOrDefault());
    }

    /// <summary>The unit, and those above it up to the commune or department: <c>10532-VHXH</c>, <c>10532</c>.</summary>
    private static IEnumerable<string> UpFrom(string code)
    {
        for (var end = code.Length; end > 0; end = code.LastIndexOf('-', end - 1))
            yield return code[..end];
    }
}
