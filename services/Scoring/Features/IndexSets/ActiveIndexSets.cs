using System.Collections.Concurrent;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>Index sets by code. An active one never changes and is read from the database once.</summary>
internal sealed class ActiveIndexSets
{
    private readonly ConcurrentDictionary<string, IndexSet> _active = new(StringComparer.Ordinal);

    /// <summary>The set that a caller names; null when there is none that it may look into.</summary>
    public async ValueTask<IndexSet?> Find(ScoringDbContext db, string code, CurrentUser user, CancellationToken cancellationToken) =>
        await Find(db, code, cancellationToken) is { } set && user.MayLookInto(set.Definition.Blocks[0]) ? set : null;

    /// <summary>The set, active or not; null when there is none.</summary>
    public async ValueTask<IndexSet?> Find(ScoringDbContext db, string code, CancellationToken cancellationToken)
    {
        if (_active.TryGetValue(code, out var known))
            return known;
        var set = await db.IndexSets.AsNoTracking().SingleOrDefaultAsync(s => s.Code == code, cancellationToken);
        return set is { State: IndexSetState.Active } ? _active.GetOrAdd(code, set) : set;
    }
}
