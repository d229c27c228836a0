using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Papers that came without names: in closed envelopes from absent members, and from members who have no account. Only who sent one, and sums.</summary>
public sealed record EnterEnvelopesRequest
{
    /// <summary>Members who sent a paper, 1–60.</summary>
    [Items(1, 60)]
    public required Guid[] MemberIds { get; init; }

    /// <summary>Sums of these papers, one line for each item.</summary>
    [Items(1, 500)]
    public required EnvelopeLine[] Lines { get; init; }
}

/// <summary>Sums of the papers on one item; together as many as the members who may vote on it.</summary>
[ValidatableType]
public sealed record EnvelopeLine
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Votes in favour, 0–60.</summary>
    [Between(0, 60)]
    public required int Yes { get; init; }

    /// <summary>Votes against.</summary>
    [Between(0, 60)]
    public required int No { get; init; }

    /// <summary>Abstentions.</summary>
    [Between(0, 60)]
    public required int Abstain { get; init; }

    /// <summary>Invalid papers.</summary>
    [Between(0, 60)]
    public required int Invalid { get; init; }
}

internal static class EnterEnvelopes
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/sessions/{id:guid}/envelopes", Handle)
        .RequireAuthorization(Policies.CouncilManage)
        .WithName(nameof(EnterEnvelopes)).WithSummary("Nhập phiếu kín bằng giấy: tên người gửi và tổng số phiếu, không có phiếu của ai")
        .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, EnterEnvelopesRequest request, BallotRoom room, CurrentUser user, CancellationToken ct) =>
        room.CastAsync(id, async (session, box) =>
        {
            if (!user.Manages(session.UnitCode))
                return CommonProblems.Forbidden;
            var seats = new List<Seat>();
            for (var i = 0; i < request.MemberIds.Length; i++)
            {
                if (Array.Find(session.Roll, s => s.MemberId == request.MemberIds[i]) is not { } seat || seats.Contains(seat))
                    return Problems.NotAMember.At($"/memberIds/{i}");
                if (seat.AccountId is not null && seat.Attendance == Attendance.Present)
                    return Problems.VotesForThemselves.At($"/memberIds/{i}");
                if (BallotRoom.On(session, seat, Ballot.Secret).Length == 0)
                    return Problems.NotEntitled.At($"/memberIds/{i}");
                seats.Add(seat);
            }
            var due = session.Live.Where(i => i.Rule.Ballot == Ballot.Secret).ToDictionary(i => i.Id, i => seats.Count(s => CouncilSession.Entitled(s, i)));
            var sums = new Dictionary<Guid, Tally>();
            for (var i = 0; i < request.Lines.Length; i++)
            {
                var line = request.Lines[i];
                if (session.Items.Exists(x => x.Id == line.ItemId && x.OffAgenda))
                    continue;
                if (!due.TryGetValue(line.ItemId, out var papers))
                    return Problems.UnknownItem.At($"/lines/{i}/itemId");
                var tally = new Tally(line.Yes, line.No, line.Abstain, line.Invalid);
                if (tally.Papers != papers || !sums.TryAdd(line.ItemId, tally))
                    return Problems.PapersAndMarks.At($"/lines/{i}", $"Cần tổng cộng {papers} phiếu, đang là {tally.Papers}.");
            }
            if (due.FirstOrDefault(d => d.Value > 0 && !sums.ContainsKey(d.Key)) is { Value: > 0 } missing)
                return Problems.PaperIncomplete.At("/lines", $"Thiếu nội dung thứ {session.Items.Find(i => i.Id == missing.Key)!.Order}.");
            foreach (var seat in seats)
            {
                if (!await room.MarkAsync(session, seat.MemberId, ct))
                    return Problems.VotedAlready;
            }
            return room.Drop(box, sums);
        }, ct);
}
