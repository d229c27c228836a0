using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Emulation.Contracts.Nominations;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.Nominations.Features.Nominations;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Eligibility;

/// <summary>Judges open nominations again after a fact changed, and tells of each whose verdict changed.</summary>
internal sealed class Rejudging(NominationsDbContext db, TimeProvider time, ILogger<Rejudging> log)
{
    private static readonly Counter<long> Unjudged = Telemetry.Meter.CreateCounter<long>("emulation.nominations.unjudged");
    private const int Page = 250;
    private const int LongestPause = 100;

    /// <summary>Saves the changed fact, judges by it page by page and writes the verdicts: all in one transaction with the message's inbox row.</summary>
    /// <remarks>Nothing is tracked from one page to the next: what the caller had loaded before is not saved any more.</remarks>
    public async Task SaveAndRunAsync(Expression<Func<Nomination, bool>> touched, string cause, string actedBy, CancellationToken ct, Func<Task>? alsoAsync = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        var open = Open(touched).AsNoTracking();
        var clock = Stopwatch.StartNew();
        await foreach (var page in PagesAsync(open, ct))
        {
            for (var left = page; left.Count > 0;)
            {
                var overtaken = await WriteAsync(await JudgeAsync(left, ct), cause, actedBy, ct);
                await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                // Someone took a step since the page was read: that one is judged as it stands now, if it still is open.
                left = overtaken.Length == 0 ? [] : await open.Where(n => overtaken.Contains(n.Id)).ToListAsync(ct);
            }
            // Nobody waits for the thousandth verdict; those who hand in meanwhile get their share of the machine.
            if (page.Count == Page)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(clock.ElapsedMilliseconds * 7 / 8, LongestPause)), ct);
            clock.Restart();
        }
        if (alsoAsync is not null)
            await alsoAsync();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Judges on the facts as they stand; for a few, with the caller's other changes on them: the caller saves.</summary>
    public async Task RunAsync(Expression<Func<Nomination, bool>> touched, string cause, string actedBy, CancellationToken ct)
    {
        await foreach (var page in PagesAsync(Open(touched), ct))
        {
            foreach (var judged in await JudgeAsync(page, ct))
                Tell(judged, cause, actedBy);
        }
    }

    public void Rejudge(Nomination nomination, FactSource facts, string cause, string actedBy) => Tell(Judge(nomination, facts), cause, actedBy);

    /// <summary>What was found, and what it was before.</summary>
    private sealed record Judged(Nomination Nomination, KnownCampaign Campaign, int Version, Outcome Previous, VerdictNode? Before, bool Changed)
    {
        /// <summary>The verdict is another, be it in its facts alone.</summary>
        public bool News => !ReferenceEquals(Nomination.Verdict, Before);
    }

    private IQueryable<Nomination> Open(Expression<Func<Nomination, bool>> touched) => db.Nominations
        .Where(n => n.State != NominationState.Awarded && n.State != NominationState.Rejected && n.State != NominationState.Withdrawn && n.State != NominationState.Revoked)
        .Where(touched).OrderBy(n => n.Id);

    private static async IAsyncEnumerable<List<Nomination>> PagesAsync(IQueryable<Nomination> open, [EnumeratorCancellation] CancellationToken ct)
    {
        for (Guid? after = null; ;)
        {
            var page = await (after is { } last ? open.Where(n => n.Id.CompareTo(last) > 0) : open).Take(Page).ToListAsync(ct);
            if (page.Count == 0)
                yield break;
            after = page[^1].Id;
            yield return page;
        }
    }

    private async Task<List<Judged>> JudgeAsync(List<Nomination> nominations, CancellationToken ct)
    {
        var facts = await FactSource.LoadAsync(db, nominations, time, ct);
        var judged = new List<Judged>(nominations.Count);
        foreach (var nomination in nominations)
        {
            try
            {
                judged.Add(Judge(nomination, facts));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that cannot be judged must not keep the news from all others; it is judged again at its next step.
                Unjudged.Add(1);
                log.LogError(e, "Nomination {Nomination} could not be judged again", nomination.Id);
            }
        }
        return judged;
    }

    private static Judged Judge(Nomination nomination, FactSource facts)
    {
        var (version, previous, before) = (nomination.Version, nomination.Eligibility, nomination.Verdict);
        var changed = facts.Judge(nomination);
        if (changed)
            nomination.Rejudged();
        return new(nomination, facts.Campaign(nomination), version, previous, before, changed);
    }

    /// <summary>Writes a page of verdicts with one statement and tells of them; the answer are those that someone else has changed since.</summary>
    private async Task<Guid[]> WriteAsync(List<Judged> judged, string cause, string actedBy, CancellationToken ct)
    {
        var news = judged.Where(j => j.News).ToList();
        if (news.Count == 0)
            return [];
        T[] All<T>(Func<Nomination, T> of) => [.. news.Select(j => of(j.Nomination))];
        var written = await db.Database.SqlQuery<Guid>($"""
            UPDATE nominations n SET verdict = j.verdict::jsonb, eligibility = j.eligibility, reading = j.reading, campaign_version = j.campaign_version, judged_at = j.judged_at, version = j.version
            FROM unnest({All(n => n.Id)}, {news.Select(j => j.Version).ToArray()}, {All(n => n.Version)}, {All(n => JsonSerializer.Serialize(n.Verdict, Json.Options))}, {All(n => n.Eligibility.ToString())},
                {All(n => (int)n.Reading)}, {All(n => n.CampaignVersion)}, {All(n => n.JudgedAt!.Value)}) AS j (id, read, version, verdict, eligibility, reading, campaign_version, judged_at)
            WHERE n.id = j.id AND n.version = j.read
            RETURNING n.id
            """).ToHashSetAsync(ct);
        foreach (var one in news.Where(j => written.Contains(j.Nomination.Id)))
            Tell(one, cause, actedBy);
        return [.. All(n => n.Id).Except(written)];
    }

    private void Tell(Judged judged, string cause, string actedBy)
    {
        if (!judged.Changed)
            return;
        var (nomination, now) = (judged.Nomination, time.GetUtcNow());
        var clauses = Changed(judged.Before, nomination.Verdict!);
        db.Audit("nomination", nomination.Id, "rejudged", actedBy, now, cause, new { From = judged.Previous, To = nomination.Eligibility, Clauses = clauses });
        if (judged.Previous == nomination.Eligibility)
            return;
        db.Publish(new EligibilityChanged
        {
            Nomination = nomination.Snapshot(judged.Campaign),
            Previous = judged.Previous,
            Current = nomination.Eligibility,
            Clauses = clauses,
            Reason = $"{cause} {nomination.Verdict!.Explanation}",
            OccurredAt = now,
            ActedBy = actedBy,
        });
    }

    /// <summary>Clauses whose judgement differs. One clause may stand at several nodes, so nodes are compared place by place.</summary>
    private static string[] Changed(VerdictNode? before, VerdictNode after)
    {
        var (earlier, later) = (before?.All().ToList() ?? [], after.All().ToList());
        var sameTree = earlier.Select(n => n.Clause).SequenceEqual(later.Select(n => n.Clause));
        return [.. (sameTree ? later.Where((n, i) => n.Outcome != earlier[i].Outcome) : later).Select(n => n.Clause).Distinct()];
    }
}
