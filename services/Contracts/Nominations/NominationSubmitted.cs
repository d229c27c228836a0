namespace Emulation.Contracts.Nominations;

/// <summary>A unit handed in a nomination.</summary>
/// <remarks>Published by Nominations. Once for each hand-in; a returned nomination that is handed in again is published again with a higher version.</remarks>
public sealed record NominationSubmitted
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it.</summary>
    public required string ActedBy { get; init; }
}
