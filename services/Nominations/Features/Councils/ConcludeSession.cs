using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Data;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Closes the ballot and concludes; the machine counts.</summary>
public sealed record ConcludeSessionRequest
{
    /// <summary>What the council says in words on items, its reasons; at most 500.</summary>
    [Items(0, 500)]
    public ConclusionInput[] Conclusions { get; init; } = [];
}

/// <summary>Conclusion on one item.</summary>
[ValidatableType]
public sealed record ConclusionInput
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The council's reasons, in Vietnamese; also the choice among equals (C-38).</summary>
    [Text(2000)]
    public string? Text { get; init; }

    /// <summary>Given when the council itself confirms that tasks were completed outstandingly, with its reason (C-41).</summary>
    [Text(300)]
    public string? ConfirmsOutstanding { get; init; }
}

internal static class ConcludeSession
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/sessions/{id:guid}/conclude", Handle)
        .RequireAuthorization(Policies.CouncilManage).WithIdempotency()
        .WithName(nameof(ConcludeSession)).WithSummary("Đóng phiếu, kiểm phiếu và kết luận; trình Chủ tịch phê duyệt")
        .Produces<SessionResponse>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static async Task<IResult> Handle(Guid id, ConcludeSessionRequest request, SessionWork work, BallotRoom room, NominationsDbContext db, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Whoever still drops a paper either is before us and counted, or after us and refused.
        var box = await db.LockBoxAsync(id, ct);
        var answer = await work.ManageAsync(id, async (session, _) =>
        {
            if (Array.FindIndex(request.Conclusions, c => session.Items.All(i => i.Id != c.ItemId)) is >= 0 and var unknown)
                return Problems.UnknownItem.At($"/conclusions/{unknown}/itemId");
            if (session.Conclude(work.Now) is { } refused)
                return refused;
            if (box is null || room.Opened(box) is not { } sums)
                return Problems.BoxUnreadable;
            var marks = (await db.PaperMarks.AsNoTracking().Where(m => m.SessionId == id).Select(m => m.MemberId).ToListAsync(ct)).ToHashSet();
            var votes = (await db.OpenVotes.AsNoTracking().Where(v => v.SessionId == id).ToListAsync(ct)).ToLookup(v => v.ItemId);
            foreach (var item in session.Live.ToList())
            {
                var secret = item.Rule.Ballot == Ballot.Secret;
                var tally = secret ? sums[item.Id] : votes[item.Id].Aggregate(new Tally(), (t, v) => t.Plus(v.Choice));
                // As many papers in the box as marks on the list, or nothing is counted.
                if (secret && tally.Papers != session.Roll.Count(s => marks.Contains(s.MemberId) && CouncilSession.Entitled(s, item)))
                    return Problems.BoxUnreadable.With($"Nội dung thứ {item.Order}: số phiếu trong hòm không bằng số người đã bỏ phiếu.");
                var chair = secret ? null : votes[item.Id].FirstOrDefault(v => v.MemberId == session.ChairId)?.Choice;
                var said = Array.Find(request.Conclusions, c => c.ItemId == item.Id);
                item.Counted(VoteResult.Count(item.Rule, session.Roll.Length, session.Present, session.Written,
                    session.Roll.Count(s => item.ConflictOf(s.MemberId)), tally, chair), said?.Text, said?.ConfirmsOutstanding);
            }
            db.SecretBoxes.Remove(box);
            work.Audit(session, "concluded", changes: new { Outcomes = session.Live.Select(i => new { ItemId = i.Id, i.Result!.Outcome }) });
            return null;
        }, ct);
        if (answer is IStatusCodeHttpResult { StatusCode: 200 })
            await transaction.CommitAsync(ct);
        return answer;
    }
}
