namespace Emulation.Contracts.Nominations;

/// <summary>An initiative (sáng kiến) was recognised by decision.</summary>
/// <remarks>Published by Nominations, once for each initiative.</remarks>
public sealed record InitiativeRecognised
{
    /// <summary>Identity of the initiative.</summary>
    public required Guid InitiativeId { get; init; }

    /// <summary>Unit that the initiative belongs to.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Title in Vietnamese.</summary>
    public required string Title { get; init; }

    /// <summary>Number of the decision that recognises it.</summary>
    public required string DecisionNumber { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who recorded it.</summary>
    public required string ActedBy { get; init; }
}
