using Emulation.Scoring.Data;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.Evidence;

/// <summary>Which of the cited files are there, and whose they are: a unit cites its own evidence only.</summary>
internal sealed class CitableEvidence
{
    private static readonly HashSet<Guid> Nothing = [];
    private readonly ILookup<string, Guid> _byUnit;

    private CitableEvidence(ILookup<string, Guid> byUnit) => _byUnit = byUnit;

    public static async Task<CitableEvidence> Of(ScoringDbContext db, string[] units, IEnumerable<Guid> cited, CancellationToken cancellationToken)
    {
        var ids = cited.Distinct().ToArray();
        var files = ids.Length == 0 ? []
            : await db.EvidenceFiles.Where(f => ids.Contains(f.Id) && units.Contains(f.UnitCode)).Select(f => new { f.Id, f.UnitCode }).ToListAsync(cancellationToken);
        return new CitableEvidence(files.ToLookup(f => f.UnitCode, f => f.Id));
    }

    public IReadOnlySet<Guid> For(params string[] units) => units.SelectMany(u => _byUnit[u]).ToHashSet() is { Count: > 0 } found ? found : Nothing;
}
