namespace Emulation.Scoring.Domain.Criteria;

/// <summary>Judgement of a criterion.</summary>
public enum CriterionOutcome
{
    /// <summary>Đạt.</summary>
    Met,
    /// <summary>Không đạt.</summary>
    NotMet,
    /// <summary>Chưa đủ căn cứ: nothing reported, index not published, or the plan names no number.</summary>
    NotYetKnown,
}

/// <summary>Judgement of one criterion for one unit and period, with what it rests on. Made on reading, so that it is never older than figures and rankings.</summary>
public sealed record CriterionVerdict
{
    /// <summary>Met, not met, or not yet known.</summary>
    public required CriterionOutcome Outcome { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string Reason { get; init; }

    /// <summary>The figure as a number in the unit of the criterion, six decimals, cut off; null in words, class and rank.</summary>
    public decimal? Number { get; init; }

    /// <summary>Where the plan asks to meet and exceed: whether the figure goes beyond the target; else null.</summary>
    public bool? Exceeded { get; init; }

    /// <summary>Where the plan names an aim beside the target: whether it is reached; else null.</summary>
    public bool? AimReached { get; init; }

    /// <summary>The published ranking that the judgement rests on.</summary>
    public RankingUsed? Ranking { get; init; }

    internal static CriterionVerdict Unknown(string reason) => new() { Outcome = CriterionOutcome.NotYetKnown, Reason = reason };

    internal static CriterionVerdict Of(bool met, string reason) => new() { Outcome = met ? CriterionOutcome.Met : CriterionOutcome.NotMet, Reason = reason };
}

/// <summary>What a published ranking says of the ranked unit: the unit itself, or the one above an office (C-10).</summary>
public sealed record RankingUsed
{
    /// <summary>Identity of the version.</summary>
    public required Guid RankingId { get; init; }

    /// <summary>Code of the index set.</summary>
    public required string IndexSet { get; init; }

    /// <summary>Index year.</summary>
    public required int Year { get; init; }

    /// <summary>Ranking block.</summary>
    public required string Block { get; init; }

    /// <summary>1 for the first publication; each correction adds one.</summary>
    public required int Version { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Code of the ranked unit.</summary>
    public required string UnitCode { get; init; }

    /// <summary>Rank; null when the unit was not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>True when another unit has the same rank.</summary>
    public bool Tied { get; init; }

    /// <summary>Class as published.</summary>
    public string? Class { get; init; }

    /// <summary>Why the unit was not ranked.</summary>
    public string? UnrankedReason { get; init; }
}

/// <summary>Judgement of a clause: all its criteria that must be reached together (three surveys in CVA-26/III.1.f), or all of them where none must.</summary>
/// <param name="Outcome">Met, not met, or not yet known.</param>
/// <param name="AimsReached">Whether what is strived for in the clause is reached; null when not yet known or nothing is.</param>
public sealed record ClauseVerdict(CriterionOutcome Outcome, bool? AimsReached);
