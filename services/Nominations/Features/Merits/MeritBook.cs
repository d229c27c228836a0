using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Register;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Merits;

/// <summary>Some merits, what else is recorded of their nominees, and the awards that rest on any of it.</summary>
internal sealed class MeritBook
{
    private readonly List<Merit> _recorded;
    private readonly ILookup<Guid, AwardEntry> _awards;

    private MeritBook(List<Merit> recorded, ILookup<Guid, AwardEntry> awards) => (_recorded, _awards) = (recorded, awards);

    public static async Task<MeritBook> OfAsync(IReadOnlyCollection<Merit> merits, NominationsDbContext db, CancellationToken ct)
    {
        var (names, codes) = (merits.Select(m => m.NameKey).Distinct().ToArray(), merits.Select(m => m.PersonCode).OfType<string>().Distinct().ToArray());
        var recorded = await db.Merits.AsNoTracking().Where(m => names.Contains(m.NameKey) || codes.Contains(m.PersonCode!)).OrderBy(m => m.Id).ToListAsync(ct);
        var keys = recorded.Select(m => m.Id.ToString()).ToArray();
        var used = await (from use in db.Uses.AsNoTracking()
                          where use.Kind == UseKind.Merit && keys.Contains(use.Subject) && !use.Released
                          join entry in db.Register.AsNoTracking() on use.EntryId equals entry.Id
                          select new { use.Subject, entry }).ToListAsync(ct);
        return new(recorded, used.ToLookup(u => Guid.Parse(u.Subject), u => u.entry));
    }

    /// <summary>The first entry of the same merit; null when the merit itself is the first.</summary>
    public Merit? Before(Merit merit) => _recorded.Find(m => m.Id.CompareTo(merit.Id) < 0 && m.SameAs(merit));

    /// <summary>Awards in force that rest on the merit, under whichever id.</summary>
    public IEnumerable<AwardEntry> Awards(Merit merit) => _recorded.Where(m => m.SameAs(merit)).SelectMany(m => _awards[m.Id]).DistinctBy(e => e.Id);
}
