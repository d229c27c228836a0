namespace Emulation.Contracts.Nominations;

/// <summary>An award was cancelled; object and money are to come back (Luật Thi đua, khen thưởng, chương VII).</summary>
/// <remarks>Published by Nominations. At most once for each nomination.</remarks>
public sealed record AwardRevoked
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>Identity of the decision by which it had been granted.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Place in the list of that decision, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Reason { get; init; }

    /// <summary>Article of law it rests on, in Vietnamese.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Money to be paid back, đồng; null when the amount was never determined.</summary>
    public decimal? MoneyDue { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it.</summary>
    public required string ActedBy { get; init; }
}
