namespace Emulation.Contracts.Nominations;

/// <summary>The commune sent a nomination to the city (CVA-26/III.2.2).</summary>
/// <remarks>Published by Nominations. Once for each nomination and hand-in.</remarks>
public sealed record NominationForwarded
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it.</summary>
    public required string ActedBy { get; init; }
}
