using System.Diagnostics.Metrics;
using System.Linq.Expressions;
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
    private const int Page = 500;

    /// <summary>Saves the changed fact, judges by it and saves the verdicts: all in one transaction with the message's inbox row.</summary>
    public async Task SaveAndRunAsync(Expression<Func<Nomination, bool>> touched, string cause, string actedBy, CancellationToken ct, Func<Task>? alsoAsync = null)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await RunAsync(touched, cause, actedBy, ct);
        if (alsoAsync is not null)
            await alsoAsync();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Judges on the facts as they stand; the caller saves.</summary>
    public async Task RunAsync(Expression<Func<Nomination, bool>> touched, string cause, string actedBy, CancellationToken ct)
    {
        var open = db.Nominations
            .Where(n => n.State != NominationState.Awarded && n.State != NominationState.Rejected && n.State != NominationState.Withdrawn)
            .Where(touched).OrderBy(n => n.Id);
        for (Guid? after = null; ;)
        {
            var page = await (after is { } last ? open.Where(n => n.Id.CompareTo(last) > 0) : open).Take(Page).ToListAsync(ct);
            if (page.Count == 0)
                return;
            after = page[^1].Id;
            var facts = await FactSource.LoadAsync(db, page, time, ct);
            foreach (var nomination in page)
            {
                try
                {
                    Rejudge(nomination, facts, cause, actedBy);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // One that cannot be judged must not keep the news from all others; it is judged again at its next step.
                    Unjudged.Add(1);
                    log.LogError(e, "Nomination {Nomination} could not be judged again", nomination.Id);
                }
            }
        }
    }

    public void Rejudge(Nomination nomination, FactSource facts, string cause, string actedBy)
    {
        var (previous, before) = (nomination.Eligibility, nomination.Verdict);
        if (!facts.Judge(nomination))
            return;
        nomination.Rejudged();
        var now = time.GetUtcNow();
        var clauses = Changed(before, nomination.Verdict!);
        db.Audit("nomination", nomination.Id, "rejudged", actedBy, now, cause, new { From = previous, To = nomination.Eligibility, Clauses = clauses });
        if (previous == nomination.Eligibility)
            return;
        db.Publish(new EligibilityChanged
        {
            Nomination = nomination.Snapshot(facts.Campaign(nomination)),
            Previous = previous,
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
