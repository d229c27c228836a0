using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Emulation.Nominations.Features.Councils;

/// <summary>The room in which votes are cast: one at a time behind the lock of the session's box, each in one transaction that either counts whole or not at all.</summary>
/// <remarks>Nothing here may write an audit row, a remembered answer or a log line: each would tie a member to a choice or a moment (docs/adr/0025).</remarks>
internal sealed class BallotRoom(NominationsDbContext db, CurrentUser user, BallotSeal seal, TimeProvider time)
{
    /// <summary>Locks the box, reads the session as it is now, lets the votes in.</summary>
    public async Task<IResult> CastAsync(Guid sessionId, Func<CouncilSession, SecretBox, Problem?> votes, CancellationToken ct)
    {
        var visible = db.Sessions(user, VietnamTime.Today(time)).Where(s => s.Id == sessionId);
        if (!await visible.AnyAsync(ct))
            return CommonProblems.NotFound.Result();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var box = await db.SecretBoxes.FromSql($"SELECT * FROM council_boxes WHERE session_id = {sessionId} FOR UPDATE").SingleOrDefaultAsync(ct);
        var session = await db.CouncilSessions.AsNoTracking().Include(s => s.Items).SingleAsync(s => s.Id == sessionId, ct);
        if (box is null || session.State != SessionState.Voting)
            return session.Wrong("bỏ phiếu").Result();
        if (votes(session, box) is { } refused)
            return refused.Result();
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: PaperMarkConfiguration.Once or OpenVoteConfiguration.Once })
        {
            return Problems.VotedAlready.Result();
        }
        return TypedResults.NoContent();
    }

    /// <summary>The caller's own seat.</summary>
    public Seat? SeatOf(CouncilSession session) => Array.Find(session.Roll, s => s.AccountId == user.Id);

    public static AgendaItem[] On(CouncilSession session, Seat seat, Ballot ballot) =>
        [.. session.Live.Where(i => i.Rule.Ballot == ballot && CouncilSession.Entitled(seat, i))];

    public void Mark(CouncilSession session, Guid memberId) => db.PaperMarks.Add(new PaperMark { SessionId = session.Id, MemberId = memberId });

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
