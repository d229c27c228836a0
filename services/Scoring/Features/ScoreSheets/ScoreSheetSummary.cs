using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.ScoreSheets;

namespace Emulation.Scoring.Features.ScoreSheets;

/// <summary>A score sheet without its leaves.</summary>
public sealed record ScoreSheetSummary
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code of the unit scored.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSet { get; init; }

    /// <summary>Ranking block of the unit when the sheet was opened.</summary>
    public required string Block { get; init; }

    /// <summary>Where the sheet stands.</summary>
    public required ScoreSheetState State { get; init; }

    /// <summary>Version for If-Match.</summary>
    public required int Version { get; init; }

    /// <summary>The client's own reference.</summary>
    public string? ExternalRef { get; init; }

    /// <summary>Index by what counts now, 0–100, four decimals; null while nothing is scored.</summary>
    public decimal? Index { get; init; }

    /// <summary>The same with two decimals, half up.</summary>
    public decimal? IndexShown { get; init; }

    /// <summary>True while leaves are missing, or wait for the rest of the block (F10).</summary>
    public required bool Provisional { get; init; }

    /// <summary>Bonus less penalty, outside the 100.</summary>
    public required decimal Bonus { get; init; }

    /// <summary>Index by the unit's own figures when handed in.</summary>
    public decimal? SelfIndex { get; init; }

    /// <summary>Leaves without an entry.</summary>
    public required string[] Missing { get; init; }

    /// <summary>Leader who approved: name and position as on the unit's report.</summary>
    public string? Approver { get; init; }

    /// <summary>When approved and handed in, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When last appraised, UTC.</summary>
    public DateTimeOffset? AppraisedAt { get; init; }

    /// <summary>Last day to explain, itself included, civil date of Vietnam; null when nothing is to be explained.</summary>
    public DateOnly? ExplainUntil { get; init; }

    /// <summary>When made final, UTC.</summary>
    public DateTimeOffset? FinalAt { get; init; }

    internal static ScoreSheetSummary Of(ScoreSheet s) => new()
    {
        Id = s.Id,
        UnitCode = s.UnitCode,
        Year = s.Year,
        IndexSet = s.IndexSetCode,
        Block = s.Block,
        State = s.State,
        Version = s.Version,
        ExternalRef = s.ExternalRef,
        Index = s.Score.Index,
        IndexShown = s.Score.Index is { } index ? Scale.Show(index) : null,
        Provisional = s.Score.Provisional,
        Bonus = s.Score.Bonus,
        SelfIndex = s.SelfIndex,
        Missing = s.Score.Missing,
        SubmittedAt = s.SubmittedAt,
        AppraisedAt = s.AppraisedAt,
        Approver = s.Approver,
        ExplainUntil = s.ExplainUntil,
        FinalAt = s.FinalAt,
    };
}
