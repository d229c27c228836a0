using System.Diagnostics.Metrics;
using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.Campaigns.Domain.Notices;
using Emulation.Campaigns.Features.Duties;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Campaigns.Features.Reminders;

/// <summary>Reminds units of what they owe, and tells leaders of what was not done. Run as often as you like, by as many copies as you like: each notice is written once.</summary>
internal sealed class Reminding(CampaignsDbContext db, Dues dues, TimeProvider time)
{
    public const string Job = "remind-of-duties";
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Deadlines lie up to two years after the year of the achievement; a period of ten years ends in one of them.
    private const int YearsBack = 2, YearsAhead = 10;
    private const int Tries = 5;
    private static readonly Counter<long> Repeats = Telemetry.Meter.CreateCounter<long>("emulation.notices.repeats");

    /// <summary>Writes what is due for all campaigns under way; gives the number of notices.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var id in await db.Campaigns.Where(c => c.State == CampaignState.Launched).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken))
            written += await RemindOnceAsync(id, cancellationToken);
        return written;
    }

    private async Task<int> RemindOnceAsync(Guid id, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                return await RemindAsync(id, cancellationToken);
            }
            catch (DbUpdateException e) when (left > 1 && e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: NoticeConfiguration.UniqueKey })
            {
                // Another copy was quicker with one of them; ours were rolled back together. Those still missing are written now.
                Repeats.Add(1);
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> RemindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // An amendment waits until the reminders of the date before are written, or they wait for it and speak of the new date.
        var campaign = (await db.Campaigns.FromSql($"SELECT * FROM campaigns WHERE id = {id} AND state = 'Launched' FOR SHARE").AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
        if (campaign is null)
            return 0;
        var now = time.GetUtcNow();
        var year = VietnamTime.DateOf(now).Year;
        var open = Received(
            await dues.OfCampaignAsync(id, year - YearsBack, year + YearsAhead, cancellationToken),
            await db.HandIns.AsNoTracking().Where(h => h.CampaignId == id).ToListAsync(cancellationToken));
        var units = open.SelectMany(d => new[] { d.UnitCode, d.ReceiverUnitCode }).Distinct().ToArray();
        var names = await db.Units.Where(u => units.Contains(u.Code)).ToDictionaryAsync(u => u.Code, u => u.Name, cancellationToken);
        var registered = (await db.AuditEntries.Where(a => a.Aggregate == "unit" && a.Action == "registered" && units.Contains(a.AggregateId))
            .Select(a => new { a.AggregateId, a.At }).ToListAsync(cancellationToken)).ToDictionary(a => a.AggregateId, a => VietnamTime.DateOf(a.At));

        var round = new ReminderRound(id, campaign.Code, campaign.UnitCode, campaign.LaunchedAt, campaign.Plan.Reminders ?? ReminderSteps.Default);
        var wanted = round.Of(open, (unit, day) => registered.TryGetValue(unit, out var since) && since > day, unit => names.GetValueOrDefault(unit, unit), now).ToDictionary(n => n.Key);
        var keys = wanted.Keys.ToArray();
        var written = (await db.Notices.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancellationToken)).ToHashSet();
        var fresh = wanted.Values.Where(n => !written.Contains(n.Key)).ToList();
        db.Notices.AddRange(fresh);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return fresh.Count;
    }

    /// <summary>Whoever has sent dossiers in has done it. What a unit holds of its offices and has not sent to the city, it owes.</summary>
    private static List<Due> Received(List<Due> dues, List<HandIn> handIns) => dues.ConvertAll(due =>
    {
        if (due.Kind != DueKind.DossierDeadline || due.Key.Split('/') is not [var category, var stage])
            return due;
        var ofYear = handIns.Where(h => h.Category == category && (h.Year == due.Year || due.Period.Contains("..", StringComparison.Ordinal))).ToList();
        var wanted = stage == "city" ? DeadlineStage.City : DeadlineStage.Internal;
        var sent = ofYear.Where(h => h.Stage == wanted && IsOf(h, due.UnitCode)).Select(h => (DateTimeOffset?)h.At).Min();
        var holds = wanted == DeadlineStage.City && ofYear.Any(h => h.Stage == DeadlineStage.Internal && IsOf(h, due.UnitCode));
        return due with { DoneAt = due.DoneAt ?? sent, Conditional = due.Conditional && !holds };
    });

    private static bool IsOf(HandIn handIn, string unit) =>
        handIn.UnitCode == unit || handIn.ProposingUnitCode == unit || handIn.UnitCode.StartsWith(unit + "-", StringComparison.Ordinal);
}
