namespace Emulation.Contracts.Nominations;

/// <summary>A nomination marked late is late no more: the deadline was moved after it was handed in (LTN-26-30/III.3.c). The other way round there is none: what was in time stays in time.</summary>
/// <remarks>Published by Nominations. At most once for each hand-in.</remarks>
public sealed record NominationLatenessLifted
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Reason { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who moved the deadline.</summary>
    public required string ActedBy { get; init; }
}
