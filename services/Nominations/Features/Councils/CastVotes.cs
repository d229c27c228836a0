using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;
using Microsoft.Extensions.Validation;

namespace Emulation.Nominations.Features.Councils;

/// <summary>Votes by show of hands, with reasons if one likes. A member votes for itself; for a member without an account, or absent with a written opinion, the standing section enters them.</summary>
public sealed record CastVotesRequest
{
    /// <summary>The member whose votes these are; left out = the caller.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>Votes, 1–500.</summary>
    [Items(1, 500)]
    public required VoteLine[] Votes { get; init; }
}

/// <summary>An open vote.</summary>
[ValidatableType]
public sealed record VoteLine
{
    /// <summary>The item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>Yes, no or abstain.</summary>
    public required Choice Choice { get; init; }

    /// <summary>Why, in Vietnamese; stands in the minutes.</summary>
    [Text(1000)]
    public string? Reason { get; init; }
}

internal static class CastVotes
{
    public static void Map(IEndpointRouteBuilder councils) => councils.MapPost("/sessions/{id:guid}/votes", Handle)
        .RequireAuthorization(Policies.CouncilRead)
        .WithName(nameof(CastVotes)).WithSummary("Biểu quyết công khai từng nội dung, có thể kèm lý do")
        .Produces(204).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412);

    private static Task<IResult> Handle(Guid id, CastVotesRequest request, BallotRoom room, CurrentUser user, CancellationToken ct) =>
        room.CastAsync(id, async (session, _) =>
        {
            var seat = request.MemberId is { } asked ? Array.Find(session.Roll, s => s.MemberId == asked) : room.SeatOf(session);
            if (seat is null)
                return request.MemberId is null ? Problems.NotYourVote : Problems.NotAMember.At("/memberId");
            var own = seat.AccountId == user.Id && user.May(Policies.CouncilVote);
            if (!own && !user.Manages(session.UnitCode))
                return Problems.NotYourVote;
            if (!own && seat.AccountId is not null && seat.Attendance == Attendance.Present)
                return Problems.VotesForThemselves.At("/memberId");
            for (var i = 0; i < request.Votes.Length; i++)
            {
                var vote = request.Votes[i];
                if (session.Items.Find(x => x.Id == vote.ItemId) is not { } item || item.Rule.Ballot != Ballot.Open)
                    return Problems.UnknownItem.At($"/votes/{i}/itemId");
                if (item.OffAgenda)
                    continue;
                if (!CouncilSession.Entitled(seat, item))
                    return Problems.NotEntitled.At($"/votes/{i}/itemId");
                if (vote.Choice == Choice.Invalid || Array.FindIndex(request.Votes, v => v.ItemId == vote.ItemId) != i)
                    return Problems.PaperIncomplete.At($"/votes/{i}");
                var recorded = await room.RecordAsync(new OpenVote
                {
                    ItemId = item.Id, MemberId = seat.MemberId, SessionId = session.Id, Choice = vote.Choice, Reason = vote.Reason,
                    Written = seat.Attendance == Attendance.Written, EnteredBy = user.Id,
                }, ct);
                if (!recorded)
                    return Problems.VotedAlready;
            }
            return null;
        }, ct);
}
