namespace Emulation.Contracts.Scoring;

/// <summary>The city appraised a sheet; the last appraisal counts, never the highest.</summary>
/// <remarks>Published by Scoring, once for each appraisal.</remarks>
public sealed record ScoreSheetAppraised
{
    /// <summary>Identity of the sheet.</summary>
    public required Guid SheetId { get; init; }

    /// <summary>Version of the sheet after the appraisal.</summary>
    public required int Version { get; init; }

    /// <summary>Code of the unit scored.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSetCode { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Index after the appraisal, 0–100, four decimals.</summary>
    public required decimal Index { get; init; }

    /// <summary>When it was appraised, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Account or client id of who appraised it.</summary>
    public required string ActedBy { get; init; }
}
