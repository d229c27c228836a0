using Emulation.Scoring.Domain.Rounds;

namespace Emulation.Scoring.Features.Rounds;

/// <summary>A scoring round.</summary>
public sealed record RoundResponse
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSet { get; init; }

    /// <summary>Last day for units to score themselves and hand in, itself included; civil date of Vietnam.</summary>
    public required DateOnly SelfScoreUntil { get; init; }

    /// <summary>Days that a unit has to explain itself after the first appraisal.</summary>
    public required int ExplanationDays { get; init; }

    /// <summary>Units with a later day of their own.</summary>
    public required Extension[] Extensions { get; init; }

    /// <summary>Version for If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>When opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    internal static RoundResponse Of(Round r) => new()
    {
        Id = r.Id,
        Year = r.Year,
        Block = r.Block,
        IndexSet = r.IndexSetCode,
        SelfScoreUntil = r.SelfScoreUntil,
        ExplanationDays = r.ExplanationDays,
        Extensions = r.Extensions,
        Version = r.Version,
        OpenedAt = r.OpenedAt,
    };
}
