namespace Emulation.Contracts.Nominations;

/// <summary>A nomination was granted by a decision.</summary>
/// <remarks>Published by Nominations. Once for each nomination; all nominations of one decision carry its id and size, so that the list can be told complete.</remarks>
public sealed record NominationAwarded
{
    /// <summary>The nomination after the change.</summary>
    public required NominationSnapshot Nomination { get; init; }

    /// <summary>Identity of the decision (Quyết định khen thưởng).</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>Place in the list of the decision, from 1 (số sổ vàng).</summary>
    public required int Order { get; init; }

    /// <summary>Number of nominees in the decision.</summary>
    public required int Count { get; init; }

    /// <summary>Code of the unit whose chairman decides.</summary>
    public required string DecidingUnitCode { get; init; }

    /// <summary>Name of that unit.</summary>
    public required string DecidingUnitName { get; init; }

    /// <summary>Name of the person who signs; holds personal data: never log it.</summary>
    public required string SignerName { get; init; }

    /// <summary>Post of the person who signs: <c>CHỦ TỊCH</c>.</summary>
    public required string SignerPosition { get; init; }

    /// <summary>Reward money in đồng by the law in force on the day of the decision; null = not determined, or a message from before it was told.</summary>
    public decimal? RewardMoney { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who did it.</summary>
    public required string ActedBy { get; init; }
}
