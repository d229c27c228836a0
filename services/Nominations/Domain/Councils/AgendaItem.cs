using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Councils;

/// <summary>One item of an agenda: a nomination, or a text on which the council gives its opinion.</summary>
public sealed class AgendaItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SessionId { get; init; }
    public required int Order { get; init; }
    public Guid? NominationId { get; init; }

    /// <summary>Nominee and award as they were put on the agenda, or the text of the resolution.</summary>
    public required string Subject { get; init; }

    /// <summary>Which of the council's duties a resolution serves; null for a nomination.</summary>
    public CouncilDuty? Duty { get; init; }

    /// <summary>By what is voted; fixed when the item comes on the agenda.</summary>
    public required VotingRule Rule { get; init; }

    public ConflictOfInterest[] Conflicts { get; private set; } = [];

    /// <summary>False once the session is over or the item fell off: only one live item may hold a nomination.</summary>
    public bool Live { get; private set; } = true;

    /// <summary>Why it fell off the agenda; null = it did not.</summary>
    public string? OffNote { get; private set; }

    public VoteResult? Result { get; private set; }

    /// <summary>Conclusion of the council in words: its reasons.</summary>
    public string? Conclusion { get; private set; }

    /// <summary>Reason for which the council confirms that tasks were completed outstandingly (C-41); null = it does not speak to that.</summary>
    public string? ConfirmsOutstanding { get; private set; }

    public bool? Approved { get; private set; }
    public string? LeftOutReason { get; private set; }

    public bool OffAgenda => OffNote is not null;

    public bool Passed => Result?.Outcome == CouncilOutcome.Passed && !OffAgenda;

    public bool ConflictOf(Guid memberId) => Conflicts.Any(c => c.MemberId == memberId && c.Stands);

    internal void Drop(string note) => (Live, OffNote) = (false, note);

    /// <summary>What the machine finds now replaces what it found before; what people said, and what was dismissed, stays.</summary>
    internal void Found(IEnumerable<ConflictOfInterest> found)
    {
        var kept = Conflicts.Where(c => c.DeclaredBy is not null || (!c.Stands && c.MayBeDismissed)).ToList();
        // One found again keeps its id: the chair may be about to set it aside.
        Conflicts = [.. kept, .. found.Where(f => !kept.Any(f.Same)).Select(f => Array.Find(Conflicts, f.Same) ?? f)];
    }

    internal void Declare(ConflictOfInterest conflict) => Conflicts = [.. Conflicts.Where(c => !c.Same(conflict)), conflict];

    internal void Dismiss(Guid conflictId, string by, string reason) =>
        Conflicts = [.. Conflicts.Select(c => c.Id == conflictId ? c with { DismissedBy = by, DismissedReason = reason } : c)];

    internal void Counted(VoteResult result, string? conclusion, string? confirmsOutstanding) => (Result, Conclusion, ConfirmsOutstanding) = (result, conclusion, confirmsOutstanding);

    internal void Settle(bool approved, string? leftOutReason) => (Live, Approved, LeftOutReason) = (false, approved, leftOutReason);

    internal void Close() => Live = false;
}

/// <summary>The council's six duties (LTN-TD-26/V.1.a), for items that are no nominations.</summary>
public enum CouncilDuty
{
    /// <summary>Tham mưu phát động phong trào thi đua.</summary>
    LaunchCampaigns,
    /// <summary>Đánh giá định kỳ phong trào.</summary>
    Evaluate,
    /// <summary>Sơ kết, tổng kết.</summary>
    SumUp,
    /// <summary>Kiến nghị chủ trương, chính sách.</summary>
    ProposePolicies,
    /// <summary>Kiểm tra, giám sát.</summary>
    Supervise,
    /// <summary>Danh hiệu, hình thức khen thưởng.</summary>
    Awards,
}

/// <summary>A reason for which a member should not vote on an item.</summary>
/// <param name="Detail">What was found or said, in Vietnamese.</param>
/// <param name="DeclaredBy">Account that declared it; null = found by machine.</param>
/// <param name="DismissedBy">Account that set it aside; null = it stands.</param>
public sealed record ConflictOfInterest(Guid Id, Guid MemberId, ConflictKind Kind, string Detail, string? DeclaredBy = null, string? DismissedBy = null, string? DismissedReason = null)
{
    public bool Stands => DismissedBy is null;

    /// <summary>Whether the chair may set it aside: nobody votes on itself.</summary>
    public bool MayBeDismissed => Kind != ConflictKind.Nominee;

    internal bool Same(ConflictOfInterest other) => (other.MemberId, other.Kind) == (MemberId, Kind);
}

/// <summary>Kind of conflict of interest.</summary>
public enum ConflictKind
{
    /// <summary>The member is the nominee, by staff code; nobody can set it aside.</summary>
    Nominee,
    /// <summary>The nominee has the member's name in the member's unit, and no staff code says that they are one.</summary>
    Namesake,
    /// <summary>The nominee is, or belongs to, the office where the member works.</summary>
    OwnOffice,
    /// <summary>The member wrote, confirmed or recognised what the nomination rests on.</summary>
    HandledDossier,
    /// <summary>The member declared a relation to the nominee when appointed.</summary>
    Relation,
    /// <summary>Declared for this item.</summary>
    Declared,
}
