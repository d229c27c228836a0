namespace Emulation.Contracts.Nominations;

/// <summary>A nomination was sent back to the proposing unit for correction, instead of being edited by another.</summary>
/// <remarks>Published by Nominations. Once for each return.</remarks>
public sealed record NominationReturned
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>Why, in Vietnamese, as told to the proposing unit.</summary>
    public required string Reason { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it.</summary>
    public required string ActedBy { get; init; }
}
