namespace Emulation.Contracts.Nominations;

/// <summary>A session of a council (Hội đồng Thi đua - Khen thưởng) is over: it advised, and the chairman has approved (LTN-TD-26/V.1.b).</summary>
/// <remarks>Published by Nominations, once for each session. Holds counts only: nothing in it tells who voted how.</remarks>
public sealed record CouncilConcluded
{
    /// <summary>Identity of the session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Version of the session after the approval.</summary>
    public required int Version { get; init; }

    /// <summary>Identity of the council.</summary>
    public required Guid CouncilId { get; init; }

    /// <summary>Name of the council in Vietnamese.</summary>
    public required string CouncilName { get; init; }

    /// <summary>Code of the unit whose council it is: a commune, or <c>31</c> for the city.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Name of that unit.</summary>
    public required string UnitName { get; init; }

    /// <summary>What the session is called.</summary>
    public required string Title { get; init; }

    /// <summary>When it was planned to begin, UTC.</summary>
    public required DateTimeOffset HeldAt { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>All members of the council on the day.</summary>
    public required int Members { get; init; }

    /// <summary>Members in the room.</summary>
    public required int Present { get; init; }

    /// <summary>Absent members who gave a written opinion.</summary>
    public required int Written { get; init; }

    /// <summary>Items of the agenda that were voted on, in order.</summary>
    public required CouncilItemConcluded[] Items { get; init; }

    /// <summary>When the chairman approved, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of the chairman, or of the system that recorded the approval.</summary>
    public required string ActedBy { get; init; }
}

/// <summary>One item of a concluded session.</summary>
public sealed record CouncilItemConcluded
{
    /// <summary>Identity of the item.</summary>
    public required Guid ItemId { get; init; }

    /// <summary>The nomination; null for a resolution.</summary>
    public Guid? NominationId { get; init; }

    /// <summary>Nominee and award, or the text of the resolution. May hold a name: never log it.</summary>
    public required string Subject { get; init; }

    /// <summary>Votes in favour.</summary>
    public required int Yes { get; init; }

    /// <summary>Votes against.</summary>
    public required int No { get; init; }

    /// <summary>Abstentions.</summary>
    public required int Abstain { get; init; }

    /// <summary>Invalid papers.</summary>
    public required int Invalid { get; init; }

    /// <summary>Share in favour, 0–1, four places, cut off; of what, the rule says.</summary>
    public required decimal Share { get; init; }

    /// <summary>What the vote came to.</summary>
    public required CouncilOutcome Outcome { get; init; }

    /// <summary>True when the council agreed and the chairman approved it.</summary>
    public required bool Approved { get; init; }

    /// <summary>Why the chairman left the item out, if so.</summary>
    public string? LeftOutReason { get; init; }

    /// <summary>Legal basis of the vote, in Vietnamese.</summary>
    public required string LegalBasis { get; init; }
}

/// <summary>What a vote of a council came to.</summary>
public enum CouncilOutcome
{
    /// <summary>Thông qua.</summary>
    Passed,
    /// <summary>Không thông qua.</summary>
    NotPassed,
    /// <summary>Không đủ thành viên tham gia.</summary>
    NoQuorum,
}
