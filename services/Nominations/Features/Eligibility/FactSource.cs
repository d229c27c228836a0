using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.Nominations.Domain.Register;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Eligibility;

/// <summary>Collects the facts for one nomination or for thousands with the same few queries, then judges each.</summary>
public sealed class FactSource
{
    private readonly Dictionary<Guid, KnownCampaign> _campaigns;
    private readonly Dictionary<string, KnownUnit> _units;
    private readonly ILookup<string, RankFact> _ranks;
    private readonly ILookup<string, (int Year, string Source)> _publishedByBlock;
    private readonly Dictionary<Guid, Initiative> _initiatives;
    private readonly ILookup<string, Guid> _restingOn;
    private readonly HashSet<(Guid Campaign, string Unit)> _flagNominees;
    private readonly List<Hold> _disciplines;
    private readonly DateTimeOffset _now;

    private FactSource(Dictionary<Guid, KnownCampaign> campaigns, Dictionary<string, KnownUnit> units, List<KnownRank> ranks, List<KnownRanking> rankings,
        Dictionary<Guid, Initiative> initiatives, ILookup<string, Guid> restingOn, HashSet<(Guid, string)> flagNominees, List<Hold> disciplines, DateTimeOffset now)
    {
        (_campaigns, _units, _initiatives, _restingOn, _flagNominees, _disciplines, _now) = (campaigns, units, initiatives, restingOn, flagNominees, disciplines, now);
        // Should two index sets cover one block and year, the one published last is in force.
        var newest = rankings.GroupBy(r => (r.Year, r.Block)).ToDictionary(g => g.Key, g => g.MaxBy(r => r.PublishedAt)!);
        _ranks = ranks.Where(r => newest.TryGetValue((r.Year, r.Block), out var ranking) && ranking.IndexSetCode == r.IndexSetCode)
            .ToLookup(r => r.UnitCode, r => new RankFact(r.Year, r.Block, r.Rank, r.TiedUnits, Source(newest[(r.Year, r.Block)]), r.UnrankedReason));
        _publishedByBlock = newest.Values.ToLookup(r => r.Block, r => (r.Year, Source(r)));
    }

    private static string Source(KnownRanking r) => $"Bảng xếp hạng {r.IndexSetCode} năm {r.Year}, khối {RankingBlocks.Name(r.Block)}, lần công bố {r.Version}";

    public static async Task<FactSource> LoadAsync(NominationsDbContext db, IReadOnlyCollection<Nomination> nominations, TimeProvider time, CancellationToken ct,
        KnownCampaign? campaign = null)
    {
        var campaignIds = nominations.Select(n => n.CampaignId).Distinct().ToArray();
        var rankedCodes = nominations.Select(n => n.RankedUnitCode).OfType<string>().Distinct().ToArray();
        var initiativeIds = nominations.SelectMany(n => n.InitiativeIds).Distinct().ToArray();
        var proposers = nominations.Select(n => n.ProposingUnitCode).Distinct().ToArray();

        var campaigns = campaign is not null ? new() { [campaign.Id] = campaign } : await db.Campaigns.AsNoTracking().Where(c => campaignIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var units = await db.Units.AsNoTracking().Where(u => rankedCodes.Contains(u.Code)).ToDictionaryAsync(u => u.Code, ct);
        string[] predecessorCodes = [.. units.Values.SelectMany(u => u.PredecessorCodes).Distinct()];
        if (predecessorCodes.Length > 0)
        {
            foreach (var merged in await db.Units.AsNoTracking().Where(u => predecessorCodes.Contains(u.Code)).ToListAsync(ct))
                units.TryAdd(merged.Code, merged);
        }
        string[] placed = [.. rankedCodes.Concat(predecessorCodes).Concat(nominations.Select(OfficeOf).OfType<string>()).Distinct()];
        var ranks = await db.Ranks.AsNoTracking().Where(r => placed.Contains(r.UnitCode)).ToListAsync(ct);
        var rankings = placed.Length == 0 ? [] : await db.Rankings.AsNoTracking().ToListAsync(ct);
        var initiatives = initiativeIds.Length == 0 ? [] : await db.Initiatives.AsNoTracking().Where(i => initiativeIds.Contains(i.Id)).ToDictionaryAsync(i => i.Id, ct);

        var restingOn = await RestingOnAsync(db, initiatives.Values, ct);

        var flagKeys = campaigns.Values.SelectMany(c => c.Snapshot?.Scheme.Categories.Where(k => k.Award.Flag).Select(k => k.Key) ?? []).Distinct().ToArray();
        var flags = flagKeys.Length == 0 ? [] : await db.Nominations.AsNoTracking()
            .Where(n => campaignIds.Contains(n.CampaignId) && flagKeys.Contains(n.CategoryKey) && proposers.Contains(n.ProposingUnitCode))
            .Where(n => Nomination.UnderWay.Contains(n.State) || n.State == NominationState.Awarded)
            .Select(n => new { n.CampaignId, n.ProposingUnitCode }).Distinct().ToListAsync(ct);
        var people = nominations.Where(n => n.Nominee.Kind == Recipient.Individual).Select(n => NomineeRef.Of(n.Nominee)).ToList();
        var (names, codes) = (people.Select(p => p.NameKey).Distinct().ToArray(), people.Select(p => p.PersonCode).OfType<string>().Distinct().ToArray());
        var disciplines = people.Count == 0 ? [] : await db.Holds.AsNoTracking()
            .Where(h => h.Kind == HoldKind.Discipline && h.Whom == Recipient.Individual && (names.Contains(h.NameKey) || codes.Contains(h.PersonCode!))).ToListAsync(ct);
        return new(campaigns, units, ranks, rankings, initiatives, restingOn, [.. flags.Select(f => (f.CampaignId, f.ProposingUnitCode))], disciplines, time.GetUtcNow());
    }

    public KnownCampaign Campaign(Nomination nomination) => _campaigns[nomination.CampaignId];

    /// <summary>Judges a nomination and leaves the verdict on it; true when anything in it differs from before.</summary>
    public bool Judge(Nomination nomination)
    {
        var campaign = Campaign(nomination);
        // A category that an amendment took away leaves its nominations with the verdict they have.
        if (campaign.Category(nomination.CategoryKey) is not { } category)
            return false;
        var verdict = Domain.Eligibility.Judge.Of(category.Standard, For(nomination, category, campaign));
        return nomination.Judged(verdict, category.Standard.Reading, campaign.Version, _now);
    }

    /// <summary>What would be said now of a nomination that keeps the verdict it was decided on; null when its category is gone.</summary>
    public VerdictNode? VerdictNow(Nomination nomination) => Campaign(nomination) is var campaign && campaign.Category(nomination.CategoryKey) is { } category
        ? Domain.Eligibility.Judge.Of(category.Standard, For(nomination, category, campaign))
        : null;

    private Facts For(Nomination nomination, AwardCategory category, KnownCampaign campaign)
    {
        var unit = nomination.RankedUnitCode is { } code ? _units.GetValueOrDefault(code) : null;
        var deadline = category.InternalDeadline.DateFor(nomination.Year) ?? category.CityDeadline.DateFor(nomination.Year);
        var office = OfficeOf(nomination) is { } own ? new RankedUnitFact(own, nomination.Nominee.UnitName, RankingBlocks.OfOffices(own[..own.LastIndexOf('-')])) : null;
        var hasFlag = _flagNominees.Contains((nomination.CampaignId, nomination.ProposingUnitCode));
        return new Facts
        {
            Year = nomination.Year,
            Cadence = category.Cadence,
            Today = VietnamTime.DateOf(_now),
            // The index of a year comes out in January of the next (C-04).
            LastKnowableYear = category.Cadence == Cadence.Period ? deadline?.Year - 1 : null,
            RankedUnit = unit?.RankingBlock is { } block ? new RankedUnitFact(unit.Code, unit.Name, block) : null,
            Ranks = unit is null ? [] : [.. RanksOf(unit)],
            Office = office,
            OfficeRanks = office is null ? [] : [.. Published(office.Block, [.. _ranks[office.Code].Where(r => r.Block == office.Block)])],
            Initiatives = [.. nomination.InitiativeIds.Select(i => _initiatives.GetValueOrDefault(i)).OfType<Initiative>().Select(i =>
                new InitiativeFact(i.Id, i.Key, i.Title, i.Recognised, i.Applied, i.Replicable, i.RecognisedBy, i.DecisionNumber,
                    [.. _restingOn[i.Key].Where(n => n != nomination.Id)]))],
            Attestations = nomination.Attestations,
            Grades = nomination.Grades,
            Service = nomination.Service,
            DisciplinedUntil = DisciplinedUntil(nomination, VietnamTime.DateOf(_now)),
            HasFlagNominee = hasFlag ? true : campaign.Closed ? false : null,
        };
    }

    private DateOnly? DisciplinedUntil(Nomination nomination, DateOnly today)
    {
        var nominee = NomineeRef.Of(nomination.Nominee);
        var over = _disciplines.Where(h => h.From <= today && h.Holds(nominee)).Select(h => h.To is { } to && to < today ? to : today).ToList();
        return over.Count == 0 ? null : over.Max();
    }

    private List<RankFact> RanksOf(KnownUnit unit)
    {
        // What a unit above publishes of its own offices never stands in for the city's ranking (docs/adr/0021).
        var own = _ranks[unit.Code].Where(r => !RankingBlocks.IsInternal(r.Block)).ToList();
        own.AddRange(unit.PredecessorCodes.SelectMany(code => _ranks[code].Where(r => !RankingBlocks.IsInternal(r.Block))
            .Select(r => r with { Predecessor = $"{_units.GetValueOrDefault(code)?.Name ?? code} ({code})" })));
        return Published(unit.RankingBlock ?? "", own);
    }

    /// <summary>A ranking of the unit's block that leaves the unit out says something too: it is not ranked that year.</summary>
    private List<RankFact> Published(string block, List<RankFact> known) =>
        [.. known, .. _publishedByBlock[block].Where(p => known.All(r => r.Year != p.Year)).Select(p => new RankFact(p.Year, block, null, 1, p.Source))];

    /// <summary>Code of the nominee's office when it is one below a ranked unit.</summary>
    private static string? OfficeOf(Nomination nomination) =>
        nomination.RankedUnitCode is { } ranked && nomination.Nominee.UnitCode.StartsWith(ranked + "-", StringComparison.Ordinal) ? nomination.Nominee.UnitCode : null;

    /// <summary>Nominations handed in or awarded, by the key of the initiatives they rest on.</summary>
    private static async Task<ILookup<string, Guid>> RestingOnAsync(NominationsDbContext db, Dictionary<Guid, Initiative>.ValueCollection initiatives, CancellationToken ct)
    {
        if (initiatives.Count == 0)
            return Array.Empty<Guid>().ToLookup(_ => "");
        string[] keys = [.. initiatives.Select(i => i.Key).Distinct()];
        var same = await db.Initiatives.AsNoTracking().Where(i => keys.Contains(i.Key)).Select(i => new { i.Id, i.Key }).ToDictionaryAsync(i => i.Id, i => i.Key, ct);
        Guid[] ids = [.. same.Keys];
        var users = await db.Nominations.AsNoTracking().Where(n => n.InitiativeIds.Any(i => ids.Contains(i)))
            .Where(n => Nomination.UnderWay.Contains(n.State) || n.State == NominationState.Awarded)
            .OrderBy(n => n.Id).Select(n => new { n.Id, n.InitiativeIds }).ToListAsync(ct);
        return users.SelectMany(u => u.InitiativeIds.Where(same.ContainsKey).Select(i => same[i]).Distinct().Select(key => (Key: key, u.Id))).ToLookup(u => u.Key, u => u.Id);
    }
}
