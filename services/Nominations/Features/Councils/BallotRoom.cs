using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>The room in which votes are cast: one at a time behind the lock of the session's box, each in one transaction that either counts whole or not at all.</summary>
/// <remarks>Nothing here may write an audit row, a remembered answer or a log line: each would tie a member to a choice or a moment (docs/adr/0025).</remarks>
internal sealed class BallotRoom(NominationsDbContext db, CurrentUser user, BallotSeal seal, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>Locks the box, reads the session as it is now, lets the votes in.</summary>
    public async Task<IResult> CastAsync(Guid sessionId, Func<CouncilSession, SecretBox, Task<Problem?>> votes, CancellationToken ct)
    {
        var visible = db.Sessions(user, VietnamTime.Today(time)).Where(s => s.Id == sessionId);
        if (!await visible.AnyAsync(ct))
            return CommonProblems.NotFound.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var box = await db.LockBoxAsync(sessionId, ct);
        var session = await db.CouncilSessions.AsNoTracking().Include(s => s.Items).SingleAsync(s => s.Id == sessionId, ct);
        if (box is null || session.State != SessionState.Voting)
            return session.Wrong("bỏ phiếu").Result();
        // A paper filled in for a ballot that was torn up meanwhile: who says by which version it voted is told.
        if (Preconditions.IfMatch(http.HttpContext!, session.Version) is { } stale)
            return stale.Result();
        if (await votes(session, box) is { } refused)
            return refused.Result();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>The caller's own seat.</summary>
    public Seat? SeatOf(CouncilSession session) => Array.Find(session.Roll, s => s.AccountId == user.Id);

    public static AgendaItem[] On(CouncilSession session, Seat seat, Ballot ballot) =>
        [.. session.Live.Where(i => i.Rule.Ballot == ballot && CouncilSession.Entitled(seat, i))];

    /// <summary>Marks that a member has handed in; false when it had before. No error of the database may tell of it: its log would hold member and moment.</summary>
    public async Task<bool> MarkAsync(CouncilSession session, Guid memberId, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO council_paper_marks (session_id, member_id) VALUES ({session.Id}, {memberId}) ON CONFLICT DO NOTHING", ct) == 1;

    /// <summary>Records a vote by show of hands; false when the member had voted on the item before.</summary>
    public async Task<bool> RecordAsync(OpenVote vote, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO council_open_votes (item_id, member_id, session_id, choice, reason, written, entered_by)
            VALUES ({vote.ItemId}, {vote.MemberId}, {vote.SessionId}, {vote.Choice.ToString()}, {vote.Reason}, {vote.Written}, {vote.EnteredBy})
            ON CONFLICT DO NOTHING
            """, ct) == 1;

    /// <summary>Adds sums to the box; the papers they came from are never written down.</summary>
    public Problem? Drop(SecretBox box, IReadOnlyDictionary<Guid, Tally> sums)
    {
        if (Opened(box) is not { } inside)
            return Problems.BoxUnreadable;
        foreach (var (item, tally) in sums)
            inside[item] = inside[item].Plus(tally);
        box.Sealed = seal.Seal(box.SessionId, inside);
        return null;
    }

    public Dictionary<Guid, Tally>? Opened(SecretBox box)
    {
        try
        {
            return seal.Open(box);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // The keys it was sealed with are gone: the ballot has to be held again.
            return null;
        }
    }
}

internal static class BallotLock
{
    /// <summary>Locks a session's box until the transaction ends: votes, counting and tearing up go one at a time. Null when no ballot is running.</summary>
    public static Task<SecretBox?> LockBoxAsync(this NominationsDbContext db, Guid sessionId, CancellationToken ct) =>
        db.SecretBoxes.FromSql($"SELECT * FROM council_boxes WHERE session_id = {sessionId} FOR UPDATE").SingleOrDefaultAsync(ct);
}
