using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain.Councils;
using Emulation.ServiceDefaults;

namespace Emulation.Nominations.Features.Councils;

/// <summary>A session as its council sees it.</summary>
public sealed record SessionResponse
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required Guid CouncilId { get; init; }
    public required string CouncilName { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required string Title { get; init; }
    /// <summary>When it begins, UTC.</summary>
    public required DateTimeOffset At { get; init; }
    public required string Place { get; init; }
    public required SessionState State { get; init; }
    public required Guid ChairId { get; init; }
    public required Guid SecretaryId { get; init; }
    public required DateTimeOffset? InvitedAt { get; init; }
    public required DateTimeOffset? ConcludedAt { get; init; }
    public required DateTimeOffset? ApprovedAt { get; init; }
    public required string? ApprovalNote { get; init; }
    public required string? CancelReason { get; init; }
    /// <summary>Members of the day; with their attendance once the session is open.</summary>
    public required SeatResponse[] Members { get; init; }
    public required AgendaItemResponse[] Items { get; init; }
    /// <summary>What the caller has to vote on; null when it has no seat here.</summary>
    public required OwnBallot? Mine { get; init; }

    internal static SessionResponse Of(CouncilSession s, Council council, HashSet<Guid> handedIn, IReadOnlyList<OpenVote> votes, CurrentUser user)
    {
        var counted = s.State is SessionState.Concluded or SessionState.Approved;
        var members = council.On(VietnamTime.DateOf(s.At));
        var seats = s.Roll.Length > 0 ? s.Roll.Select(x => SeatResponse.Of(x, handedIn))
            : members.Select(m => new SeatResponse(m.Id, m.Name, m.Title, m.AccountId is not null, null, null, false));
        var names = council.Members.ToDictionary(m => m.Id, m => m.Name);
        return new()
        {
            Id = s.Id,
            Version = s.Version,
            CouncilId = council.Id,
            CouncilName = council.Name,
            UnitCode = council.UnitCode,
            UnitName = council.UnitName,
            Title = s.Title,
            At = s.At,
            Place = s.Place,
            State = s.State,
            ChairId = s.ChairId,
            SecretaryId = s.SecretaryId,
            InvitedAt = s.InvitedAt,
            ConcludedAt = s.ConcludedAt,
            ApprovedAt = s.ApprovedAt,
            ApprovalNote = s.ApprovalNote,
            CancelReason = s.CancelReason,
            Members = [.. seats],
            Items = [.. s.Items.OrderBy(i => i.Order).Select(i => AgendaItemResponse.Of(i, names, counted ? votes : []))],
            Mine = OwnBallot.Of(s, handedIn, votes, user),
        };
    }
}

/// <summary>A member at a session.</summary>
/// <param name="HasAccount">Whether the member votes over the network.</param>
/// <param name="Attendance">Null until the session is open.</param>
/// <param name="HandedIn">Whether the member's secret paper is in the box; what is on it nobody can tell.</param>
public sealed record SeatResponse(Guid MemberId, string Name, MemberTitle Title, bool HasAccount, Attendance? Attendance, string? Note, bool HandedIn)
{
    internal static SeatResponse Of(Seat s, HashSet<Guid> handedIn) => new(s.MemberId, s.Name, s.Title, s.AccountId is not null, s.Attendance, s.Note, handedIn.Contains(s.MemberId));
}

/// <summary>An item of the agenda.</summary>
public sealed record AgendaItemResponse
{
    public required Guid Id { get; init; }
    public required int Order { get; init; }
    public required Guid? NominationId { get; init; }
    public required string Subject { get; init; }
    public required CouncilDuty? Duty { get; init; }
    public required VotingRule Rule { get; init; }
    public required ConflictResponse[] Conflicts { get; init; }
    /// <summary>Why it is off the agenda; null = it is on it.</summary>
    public required string? OffNote { get; init; }
    /// <summary>Null until the ballot is closed: nothing is told before.</summary>
    public required VoteResult? Result { get; init; }
    /// <summary>Votes by show of hands, once the ballot is closed; always empty for a secret item.</summary>
    public required OpenVoteResponse[] Votes { get; init; }
    public required string? Conclusion { get; init; }
    public required string? ConfirmsOutstanding { get; init; }
    /// <summary>Whether the chairman took it over; null until then.</summary>
    public required bool? Approved { get; init; }
    public required string? LeftOutReason { get; init; }

    internal static AgendaItemResponse Of(AgendaItem i, Dictionary<Guid, string> names, IEnumerable<OpenVote> votes) => new()
    {
        Id = i.Id,
        Order = i.Order,
        NominationId = i.NominationId,
        Subject = i.Subject,
        Duty = i.Duty,
        Rule = i.Rule,
        Conflicts = [.. i.Conflicts.Select(c => new ConflictResponse(c.Id, c.MemberId, names.GetValueOrDefault(c.MemberId, ""), c.Kind, c.Detail, c.DeclaredBy is null, c.Stands, c.DismissedReason))],
        OffNote = i.OffNote,
        Result = i.Result,
        Votes = [.. votes.Where(v => v.ItemId == i.Id).Select(v => new OpenVoteResponse(v.MemberId, names.GetValueOrDefault(v.MemberId, ""), v.Choice, v.Reason, v.Written)).OrderBy(v => v.Name, StringComparer.Ordinal)],
        Conclusion = i.Conclusion,
        ConfirmsOutstanding = i.ConfirmsOutstanding,
        Approved = i.Approved,
        LeftOutReason = i.LeftOutReason,
    };
}

/// <summary>A conflict of interest.</summary>
/// <param name="Found">True when the machine found it, false when it was declared.</param>
/// <param name="Stands">False once the chair has set it aside.</param>
public sealed record ConflictResponse(Guid Id, Guid MemberId, string MemberName, ConflictKind Kind, string Detail, bool Found, bool Stands, string? DismissedReason);

/// <summary>An open vote.</summary>
public sealed record OpenVoteResponse(Guid MemberId, string Name, Choice Choice, string? Reason, bool Written);

/// <summary>What the caller has to vote on.</summary>
/// <param name="MemberId">The caller's seat.</param>
/// <param name="SecretItems">Items of the paper.</param>
/// <param name="OpenItems">Items by show of hands on which the caller has not voted yet.</param>
/// <param name="PaperHandedIn">Whether the paper is in the box.</param>
public sealed record OwnBallot(Guid MemberId, Guid[] SecretItems, Guid[] OpenItems, bool PaperHandedIn)
{
    internal static OwnBallot? Of(CouncilSession s, HashSet<Guid> handedIn, IReadOnlyList<OpenVote> votes, CurrentUser user)
    {
        if (Array.Find(s.Roll, x => x.AccountId == user.Id) is not { } seat)
            return null;
        var open = BallotRoom.On(s, seat, Ballot.Open).Select(i => i.Id).Where(i => !votes.Any(v => v.ItemId == i && v.MemberId == seat.MemberId));
        return new(seat.MemberId, [.. BallotRoom.On(s, seat, Ballot.Secret).Select(i => i.Id)], [.. open], handedIn.Contains(seat.MemberId));
    }
}
