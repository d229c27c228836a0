using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Tears up all papers and votes of a running ballot.</summary>
public sealed record RepeatBallotRequest
{
    /// <summary>Why, in Vietnamese; stands in the minutes' history.</summary>
    [Text(1000)]
    public required string Reason { get; init; }
}

internal static class OpenBallot
{
    public static void Map(IEndpointRouteBuilder councils)
    {
        councils.MapPost("/sessions/{id:guid}/ballot", Open)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName(nameof(OpenBallot)).WithSummary("Phát phiếu: từ lúc này chương trình, điểm danh và xung đột lợi ích không đổi nữa")
            .Produces<SessionResponse>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
        councils.MapPost("/sessions/{id:guid}/ballot/repeat", Repeat)
            .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
            .WithName("RepeatBallot").WithSummary("Hủy toàn bộ phiếu đang bỏ để bỏ lại, kèm lý do; không làm được khi đã kết luận")
            .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);
    }

    private static Task<IResult> Open(Guid id, SessionWork work, ConflictFinder conflicts, BallotSeal seal, NominationsDbContext db, CancellationToken ct) =>
        work.ManageAsync(id, async (session, council) =>
        {
            await conflicts.FindAsync(session, council, ct);
            if (session.OpenBallot() is { } refused)
                return refused;
            var empty = session.Live.Where(i => i.Rule.Ballot == Ballot.Secret).ToDictionary(i => i.Id, _ => new Tally());
            db.SecretBoxes.Add(new SecretBox { SessionId = session.Id, Sealed = seal.Seal(session.Id, empty) });
            work.Audit(session, "ballotOpened", changes: new { Items = session.Live.Count() });
            return null;
        }, ct);

    private static async Task<IResult> Repeat(Guid id, RepeatBallotRequest request, SessionWork work, NominationsDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever still votes either is before us and torn up, or after us and refused: the box is gone then.
        await db.LockBoxAsync(id, ct);
        var answer = await work.ManageAsync(id, async (session, _) =>
        {
            if (session.RepeatBallot() is { } refused)
                return refused;
            // The box first: should it have been set up only just now, deleting it takes its lock. Then all there is, not what was read before.
            await db.SecretBoxes.Where(b => b.SessionId == id).ExecuteDeleteAsync(ct);
            await db.PaperMarks.Where(m => m.SessionId == id).ExecuteDeleteAsync(ct);
            await db.OpenVotes.Where(v => v.SessionId == id).ExecuteDeleteAsync(ct);
            work.Audit(session, "ballotRepeated", request.Reason);
            return null;
        }, ct);
        if (answer is IStatusCodeHttpResult { StatusCode: 200 })
            await transaction.CommitAsync(ct);
        return answer;
    }
}
