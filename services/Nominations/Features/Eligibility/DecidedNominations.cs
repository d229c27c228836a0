using System.Linq.Expressions;
using Emulation.Contracts.Nominations;
using Emulation.Contracts.Scoring;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain;
using Emulation.Nominations.Domain.Eligibility;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Eligibility;

/// <summary>A decided nomination keeps the verdict it was decided on. When a ranking that it rests on is corrected afterwards, that is told on it.</summary>
internal sealed class DecidedNominations(NominationsDbContext db, TimeProvider time)
{
    private const string Corrected = "rankingCorrectedAfterDecision";
    private const int Page = 500;

    /// <summary>Writes an audit line on every decided nomination whose place in the ranking is another now; the caller saves.</summary>
    public async Task TellAsync(Expression<Func<Nomination, bool>> touched, RankingPublished ranking, string cause, string actedBy, CancellationToken ct)
    {
        var decided = db.Nominations.AsNoTracking().Where(n => n.State == NominationState.Awarded || n.State == NominationState.Rejected).Where(touched).OrderBy(n => n.Id);
        for (Guid? after = null; ;)
        {
            var page = await (after is { } last ? decided.Where(n => n.Id.CompareTo(last) > 0) : decided).Take(Page).ToListAsync(ct);
            if (page.Count == 0)
                return;
            after = page[^1].Id;
            var facts = await FactSource.LoadAsync(db, page, time, ct);
            foreach (var nomination in page)
            {
                if (nomination.Verdict is { } then && facts.VerdictNow(nomination) is { } now && Moved(then, now, ranking) is { } moved)
                    Tell(nomination, then, now, moved, cause, actedBy);
            }
        }
    }

    /// <summary>What was told on a decided nomination, oldest first.</summary>
    public static async Task<string[]> NotesAsync(NominationsDbContext db, Nomination nomination, CancellationToken ct) => nomination.Open ? [] :
        [.. (await db.AuditEntries.AsNoTracking().Where(a => a.Aggregate == "nomination" && a.AggregateId == nomination.Id.ToString() && a.Action == Corrected)
            .OrderBy(a => a.Id).Select(a => a.Reason).ToListAsync(ct)).OfType<string>()];

    private void Tell(Nomination nomination, VerdictNode then, VerdictNode now, (string From, string To) moved, string cause, string actedBy)
    {
        var later = now.All().ToLookup(n => (n.Kind, n.Clause), n => n.Outcome);
        string[] clauses = [.. then.All().Where(n => n.Basis is PlacesBasis && later[(n.Kind, n.Clause)] is var outcomes && outcomes.Any() && !outcomes.Contains(n.Outcome))
            .Select(n => n.Clause).Distinct()];
        var effect = clauses.Length == 0 ? "Kết quả xét không khác." : $"Theo bảng mới, kết quả xét khác ở khoản {string.Join(", ", clauses)}.";
        db.Audit("nomination", nomination.Id, Corrected, actedBy, time.GetUtcNow(),
            $"Bảng xếp hạng đã đính chính sau quyết định: {cause} Thứ hạng đã dùng: {moved.From}; sau đính chính: {moved.To}. {effect} Kết luận tại thời điểm quyết định được giữ nguyên.",
            new { moved.From, moved.To, Clauses = clauses });
    }

    /// <summary>Place of the year on which was decided and the one that stands now; null when the decision did not rest on it or it is the same.</summary>
    private static (string From, string To)? Moved(VerdictNode then, VerdictNode now, RankingPublished ranking)
    {
        string? Place(VerdictNode verdict) => verdict.All()
            .Where(n => n.Kind == IndexConditions.OfficesKind == RankingBlocks.IsInternal(ranking.Block)).SelectMany(n => n.Facts)
            .FirstOrDefault(f => f.Name == IndexConditions.FactName(ranking.Year))?.Value;
        return Place(then) is { } from && from != IndexConditions.NotPublished && Place(now) is { } to && to != from ? (from, to) : null;
    }
}
