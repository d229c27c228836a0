namespace Emulation.Portal.Clients;

public sealed record CouncilAnswer(Guid Id, int Version, string UnitCode, string UnitName, string Name, DateOnly TermFrom, DateOnly? TermTo, string DecisionNumber, DateOnly DecisionDate, CouncilMemberAnswer[] Members, string[] Warnings)
{
    /// <summary>Members of earlier days, and of days to come.</summary>
    public CouncilMemberAnswer[] Former { get; init; } = [];
}

public sealed record CouncilMemberAnswer(Guid Id, string Name, string Title, string? Position, string? AccountId, DateOnly From, DateOnly? To)
{
    public string? UnitCode { get; init; }

    public string? PersonCode { get; init; }

    public string[] Relations { get; init; } = [];
}

public sealed record CouncilMemberBody(string? AccountId, string Name, string Title, string? Position, string? UnitCode, string? PersonCode, string[] Relations);

public sealed record CouncilBody(string UnitCode, string? Name, DateOnly TermFrom, DateOnly? TermTo, string DecisionNumber, DateOnly DecisionDate, CouncilMemberBody[] Members);

public sealed record ReformBody(DateOnly From, string DecisionNumber, DateOnly DecisionDate, string Reason, CouncilMemberBody[] Members);

public sealed record SessionPlanBody(string Title, DateTimeOffset At, string Place, Guid? ChairId, string? ChairReason, Guid? SecretaryId);

/// <summary>An account with which a member may vote.</summary>
public sealed record VoterAnswer(Guid Id, string DisplayName);

public sealed record SessionItem(Guid Id, int Version, Guid CouncilId, string UnitCode, string CouncilName, string Title, DateTimeOffset At, string Place, string State, int Items);

public sealed record SessionAnswer(
    Guid Id, int Version, Guid CouncilId, string CouncilName, string UnitCode, string UnitName, string Title, DateTimeOffset At, string Place, string State, Guid ChairId, Guid SecretaryId,
    DateTimeOffset? InvitedAt, DateTimeOffset? ConcludedAt, DateTimeOffset? ApprovedAt, string? ApprovalNote, string? CancelReason, SeatAnswer[] Members, AgendaItemAnswer[] Items, OwnBallotAnswer? Mine)
{
    public IEnumerable<AgendaItemAnswer> Live => Items.Where(i => i.OffNote is null);

    public string? Name(Guid memberId) => Array.Find(Members, m => m.MemberId == memberId)?.Name;
}

public sealed record MinutesAnswer(
    Guid SessionId, string CouncilName, string UnitCode, string? CouncilDecision, DateOnly? CouncilDecisionDate, string Title, DateTimeOffset OpenedAt, DateTimeOffset ConcludedAt, string Place,
    string ChairName, string SecretaryName, MinutesSeatAnswer[] Attendance, AgendaItemAnswer[] Items, bool Approved, DateTimeOffset? ApprovedAt, string? ApprovalNote);

public sealed record MinutesSeatAnswer(string Name, string Title, string? Position, string Attendance, string? Note);

public sealed record SeatAnswer(Guid MemberId, string Name, string Title, bool HasAccount, string? Attendance, string? Note, bool HandedIn);

public sealed record AgendaItemAnswer(
    Guid Id, int Order, Guid? NominationId, string Subject, string? Duty, VotingRuleAnswer Rule, ConflictAnswer[] Conflicts, string? OffNote, VoteResultAnswer? Result,
    OpenVoteAnswer[] Votes, string? Conclusion, string? ConfirmsOutstanding, bool? Approved, string? LeftOutReason)
{
    public bool Secret => Rule.Ballot == "secret";
}

public sealed record VotingRuleAnswer(string Quorum, string Threshold, bool MoreThan, string Of, string Ballot, bool WrittenOpinions, string LegalBasis, string Version, bool Assumed, string? PlanClause);

public sealed record ConflictAnswer(Guid Id, Guid MemberId, string MemberName, string Kind, string Detail, bool Found, bool Stands, string? DismissedReason);

public sealed record VoteResultAnswer(int Members, int Present, int Written, int Conflicted, TallyAnswer Tally, int Base, decimal Share, bool QuorumMet, bool ThresholdMet, string Outcome);

public sealed record TallyAnswer(int Yes, int No, int Abstain, int Invalid, int Papers);

public sealed record OpenVoteAnswer(Guid MemberId, string Name, string Choice, string? Reason, bool Written);

public sealed record OwnBallotAnswer(Guid MemberId, Guid[] SecretItems, Guid[] OpenItems, bool PaperHandedIn);

public sealed record WaitingAnswer(Guid NominationId, string Subject, string CampaignCode, string CategoryKey, int Year, bool CouncilAsked, VotingRuleAnswer Rule);

public sealed record BallotLine(Guid ItemId, string Choice, string? Reason = null);

public sealed record ConclusionBody(Guid ItemId, string? Text, string? ConfirmsOutstanding);

public sealed record LeftOutBody(Guid ItemId, string Reason);
