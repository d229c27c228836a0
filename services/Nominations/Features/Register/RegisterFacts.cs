using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Register;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Register;

/// <summary>What the register, the initiatives and the holds know of some nominees: read for one nomination or for a whole list with the same few queries.</summary>
internal sealed class RegisterFacts
{
    private readonly List<AwardEntry> _entries;
    private readonly List<AwardUse> _uses;
    private readonly Dictionary<Guid, Initiative> _initiatives;
    private readonly List<Hold> _holds;
    private readonly List<ExceptionGrant> _exceptions;
    private readonly List<UnderWay> _underWay;
    private readonly List<Merit> _merits;

    internal sealed record UnderWay(Guid Id, string CategoryKey, string UnitCode, Guid[] MeritIds);

    private RegisterFacts(List<AwardEntry> entries, List<AwardUse> uses, Dictionary<Guid, Initiative> initiatives, List<Hold> holds, List<ExceptionGrant> exceptions, List<UnderWay> underWay, List<Merit> merits) =>
        (_entries, _uses, _initiatives, _holds, _exceptions, _underWay, _merits) = (entries, uses, initiatives, holds, exceptions, underWay, merits);

    public static async Task<RegisterFacts> LoadAsync(NominationsDbContext db, IReadOnlyCollection<Nomination> nominations, CancellationToken ct)
    {
        var nominees = nominations.Select(n => NomineeRef.Of(n.Nominee)).ToList();
        var (names, codes) = (nominees.Select(n => n.NameKey).Distinct().ToArray(), nominees.Select(n => n.PersonCode).OfType<string>().Distinct().ToArray());
        var units = nominations.Select(n => n.Nominee.UnitCode).Distinct().ToArray();
        var named = nominations.SelectMany(n => n.MeritIds).Distinct().ToArray();
        var recorded = named.Length == 0 ? [] : await db.Merits.AsNoTracking()
            .Where(m => named.Contains(m.Id) || names.Contains(m.NameKey) || codes.Contains(m.PersonCode!)).ToListAsync(ct);
        var merits = recorded.Select(m => m.Id).ToArray();
        var meritKeys = merits.Select(m => m.ToString()).ToArray();
        var ids = nominations.Select(n => n.Id).ToArray();
        var initiatives = await InitiativesAsync(db, nominations, ct);
        var keys = initiatives.Values.Select(i => i.Key).Distinct().ToArray();

        var holds = await db.Holds.AsNoTracking().Where(h => names.Contains(h.NameKey) || codes.Contains(h.PersonCode!) || units.Contains(h.UnitCode)).ToListAsync(ct);
        var uses = merits.Length + keys.Length == 0 ? [] : await db.Uses.AsNoTracking().Where(u => !u.Released)
            .Where(u => (u.Kind == UseKind.Merit && meritKeys.Contains(u.Subject)) || (u.Kind == UseKind.Initiative && keys.Contains(u.Subject))).ToListAsync(ct);
        var behind = uses.Select(u => u.EntryId).Distinct().ToArray();
        var entries = await db.Register.AsNoTracking().Where(e => !e.Cancelled)
            .Where(e => names.Contains(e.NameKey) || codes.Contains(e.PersonCode!) || behind.Contains(e.Id)).ToListAsync(ct);
        var exceptions = entries.Count == 0 ? [] : await db.AchievementExceptions.AsNoTracking().Where(x => ids.Contains(x.NominationId)).ToListAsync(ct);
        var underWay = merits.Length == 0 ? [] : await db.Nominations.AsNoTracking()
            .Where(n => Nomination.UnderWay.Contains(n.State) && n.MeritIds.Any(m => merits.Contains(m)))
            .Select(n => new UnderWay(n.Id, n.CategoryKey, n.Nominee.UnitCode, n.MeritIds)).ToListAsync(ct);
        return new(entries, uses, initiatives, holds, exceptions, underWay, recorded);
    }

    public static async Task<Dictionary<Guid, Initiative>> InitiativesAsync(NominationsDbContext db, IReadOnlyCollection<Nomination> nominations, CancellationToken ct)
    {
        var ids = nominations.SelectMany(n => n.InitiativeIds).Distinct().ToArray();
        return ids.Length == 0 ? [] : await db.Initiatives.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);
    }

    /// <summary>Awards in force of the same nominee, newest first.</summary>
    public IEnumerable<AwardEntry> Of(NomineeRef nominee) => _entries.Where(e => e.Nominee.Same(nominee)).OrderByDescending(e => e.Year);

    public IEnumerable<Hold> Holds(NomineeRef nominee, DateOnly day) => _holds.Where(h => h.InForce(day) && h.Holds(nominee));

    public IEnumerable<AwardEntry> With(UseKind kind, string subject) => Uses(kind, subject).Select(u => u.Entry);

    public IEnumerable<(AwardUse Use, AwardEntry Entry)> Uses(UseKind kind, string subject) =>
        from use in _uses where use.Kind == kind && use.Subject == subject from entry in _entries where entry.Id == use.EntryId select (use, entry);

    /// <summary>The initiatives of a nomination; two entries of one initiative are one.</summary>
    public IEnumerable<Initiative> Initiatives(Nomination nomination) =>
        nomination.InitiativeIds.Select(i => _initiatives.GetValueOrDefault(i)).OfType<Initiative>().DistinctBy(i => i.Key);

    public bool Excepted(Nomination nomination, AwardEntry entry) => _exceptions.Any(x => x.NominationId == nomination.Id && x.EntryId == entry.Id);

    /// <summary>The merits that a nomination names, and the same ones entered again under other ids.</summary>
    public IReadOnlyList<Guid> Merits(Nomination nomination)
    {
        var own = _merits.Where(m => nomination.MeritIds.Contains(m.Id)).ToList();
        return [.. _merits.Where(m => own.Any(m.SameAs)).Select(m => m.Id)];
    }

    public IEnumerable<UnderWay> Beside(Nomination nomination)
    {
        var merits = Merits(nomination);
        return _underWay.Where(o => o.Id != nomination.Id && o.MeritIds.Intersect(merits).Any());
    }

    /// <summary>Whether an award in force or a hold is about someone of the same name in the same unit under another staff code.</summary>
    public bool HasNamesake(NomineeRef nominee, DateOnly day) => _entries.Exists(e => e.Nominee.Namesake(nominee))
        || _holds.Exists(h => h.Whom == Recipient.Individual && h.InForce(day) && new NomineeRef(h.Whom, h.UnitCode, h.NameKey, h.PersonCode).Namesake(nominee));

    /// <summary>What was granted further up in the same list counts already.</summary>
    public void Granted(AwardEntry entry, IEnumerable<AwardUse> uses)
    {
        _entries.Add(entry);
        _uses.AddRange(uses);
    }
}
