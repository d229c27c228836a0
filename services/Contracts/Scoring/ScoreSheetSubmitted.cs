namespace Emulation.Contracts.Scoring;

/// <summary>A unit handed in its self-scored sheet.</summary>
/// <remarks>Published by Scoring, once for each hand-in.</remarks>
public sealed record ScoreSheetSubmitted
{
    /// <summary>Identity of the sheet.</summary>
    public required Guid SheetId { get; init; }

    /// <summary>Version of the sheet after the hand-in.</summary>
    public required int Version { get; init; }

    /// <summary>Code of the unit scored.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSetCode { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who handed it in.</summary>
    public required string ActedBy { get; init; }
}
