using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Looks for conflicts of interest on every live item; may be run as often as one likes.</summary>
internal sealed class ConflictFinder(NominationsDbContext db)
{
    private static readonly string[] Handling = ["drafted", "edited", "attested"];

    public async Task FindAsync(CouncilSession session, Council council, CancellationToken ct)
    {
        var items = session.Live.Where(i => i.NominationId is not null).ToList();
        var ids = items.Select(i => i.NominationId!.Value).ToArray();
        var nominations = await db.Nominations.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var members = council.On(VietnamTime.DateOf(session.At));
        var handled = await HandledAsync([.. nominations.Values.Select(n => n.Id.ToString())], [.. nominations.Values.SelectMany(n => n.InitiativeIds).Distinct().Select(i => i.ToString())], ct);
        foreach (var item in items)
        {
            var nomination = nominations[item.NominationId!.Value];
            var by = nomination.InitiativeIds.Select(i => ("initiative", i.ToString())).Append(("nomination", nomination.Id.ToString()))
                .SelectMany(k => handled[k]).Append(nomination.CreatedBy).ToHashSet();
            item.Found(Conflicts.Find(members, session.UnitCode, nomination, by));
        }
    }

    private async Task<ILookup<(string, string), string>> HandledAsync(string[] nominations, string[] initiatives, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(a => (a.Aggregate == "nomination" && nominations.Contains(a.AggregateId) && Handling.Contains(a.Action))
                || (a.Aggregate == "initiative" && initiatives.Contains(a.AggregateId) && a.Action == "recognised"))
            .Select(a => new { a.Aggregate, a.AggregateId, a.ActedBy }).Distinct().ToListAsync(ct);
        return entries.ToLookup(e => (e.Aggregate, e.AggregateId), e => e.ActedBy);
    }
}
