namespace Emulation.Contracts.Nominations;

/// <summary>A fact changed and with it the verdict on an open nomination: a ranking was published or corrected, a plan amended, an initiative recognised.</summary>
/// <remarks>Published by Nominations, only when the outcome differs from the one before.</remarks>
public sealed record EligibilityChanged
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>Outcome before.</summary>
    public required Outcome Previous { get; init; }

    /// <summary>Outcome now.</summary>
    public required Outcome Current { get; init; }

    /// <summary>Clauses whose own outcome changed.</summary>
    public required string[] Clauses { get; init; }

    /// <summary>Why, in Vietnamese: which fact came from where.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was judged, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account, client or event that caused it.</summary>
    public required string ActedBy { get; init; }
}
