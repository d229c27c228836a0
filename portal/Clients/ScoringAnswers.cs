using System.Text.Json.Serialization;

namespace Emulation.Portal.Clients;

// Rounds and score sheets as Scoring answers them; fields that no page shows are left out.

public sealed record RoundAnswer(Guid Id, int Year, string Block, string IndexSet, DateOnly SelfScoreUntil, int ExplanationDays, RoundExtension[] Extensions, int Version, DateTimeOffset OpenedAt)
{
    /// <summary>Last day of a unit to score itself, itself included.</summary>
    public DateOnly LastDayFor(string unit) => Array.Find(Extensions, e => e.UnitCode == unit)?.Until is { } own && own > SelfScoreUntil ? own : SelfScoreUntil;
}

public sealed record RoundExtension(string UnitCode, DateOnly Until, string Reason, string By, DateTimeOffset At);

public sealed record RoundProgress(RoundAnswer Round, RoundUnit[] Units);

public sealed record RoundUnit(
    string UnitCode, string UnitName, Guid? SheetId, string? State, DateOnly Until, bool Late, DateOnly? ExplainUntil, int? Missing, decimal? SelfIndex, decimal? IndexShown);

public sealed record FinaliseAnswer(int Finalised, int Already, OpenSheet[] Open);

public sealed record OpenSheet(string UnitCode, Guid SheetId, string State, string Reason);

public sealed record UnitAnswer(string Code, string Name, string? RankingBlock);

public sealed record SheetSummary(
    Guid Id, string UnitCode, int Year, string IndexSet, string Block, string State, int Version, decimal? IndexShown, bool Provisional, decimal Bonus, decimal? SelfIndex,
    string[] Missing, string? Approver, DateTimeOffset? SubmittedAt, DateTimeOffset? AppraisedAt, DateOnly? ExplainUntil, DateTimeOffset? FinalAt);

public sealed record SheetAnswer(SheetSummary Sheet, string UnitName, AreaSum[] Areas, BlockProgress Block, EvidenceItem[] OtherEvidence, LeafAnswer[] Leaves);

public sealed record AreaSum(string Code, decimal Points, decimal Max);

public sealed record BlockProgress(int Units, int HandedIn, bool IsComplete);

public sealed record EvidenceItem(Guid Id, string UnitCode, string Name, int Size, string MediaType, DateTimeOffset FiledAt);

public sealed record LeafAnswer(
    string Leaf, string Name, string? Area, decimal Max, bool CityOnly, Figures? Self, decimal? SelfPoints, string? Explanation, EvidenceItem[] Evidence,
    AppraisalAnswer? First, SaidAnswer? Answer, AppraisalAnswer? Appraised, decimal? Points, decimal? BlockMean, bool NotApplicable)
{
    /// <summary>A self score needs a document or an explanation.</summary>
    public bool Unproven => Self is not null && Evidence.Length == 0 && Explanation is null;

    /// <summary>The first appraisal changed it, and it still stands changed: the unit may explain.</summary>
    public bool Changed => First is not null && Appraised is { } last && (last.Points is not null || Self is null || !Self.SameAs(last.Input));
}

public sealed record AppraisalAnswer(Figures? Input, decimal? Points, string? Reason, Guid[]? Evidence, string By, DateTimeOffset At);

public sealed record SaidAnswer(string Text, Guid[]? Evidence, string By, DateTimeOffset At);

/// <summary>What was entered for a leaf.</summary>
public record Figures
{
    public bool? Met { get; init; }
    public decimal? Done { get; init; }
    public decimal? Total { get; init; }
    public decimal? Value { get; init; }
    public int? Count { get; init; }
    public Dictionary<string, int>? Counts { get; init; }
    public decimal? SurveyPercent { get; init; }
    public bool? NotApplicable { get; init; }

    [JsonIgnore]
    public bool LeavesBothSums => NotApplicable == true || this is { Done: 0, Total: 0 };

    public bool SameAs(Figures? other) =>
        other is not null
        && (Met, Done, Total, Value, Count, SurveyPercent, NotApplicable == true) == (other.Met, other.Done, other.Total, other.Value, other.Count, other.SurveyPercent, other.NotApplicable == true)
        && Given(Counts).SequenceEqual(Given(other.Counts));

    // A case left out counts 0.
    private static IEnumerable<KeyValuePair<string, int>> Given(Dictionary<string, int>? counts) => (counts ?? []).Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal);
}

/// <summary>One entry of a unit, as the service takes it.</summary>
public sealed record EntryBody : Figures
{
    public EntryBody(string leaf, Figures figures, string? explanation, Guid[] evidence) : base(figures) => (Leaf, Explanation, Evidence) = (leaf, explanation, evidence);

    public string Leaf { get; }
    public string? Explanation { get; }
    public Guid[] Evidence { get; }
}

/// <summary>What an appraiser says of a leaf, as the service takes it.</summary>
public sealed record VerdictBody : Figures
{
    public VerdictBody(string leaf, Figures? figures, decimal? points, bool accept, string reason, Guid[] evidence) : base(figures ?? new Figures()) =>
        (Leaf, Points, Accept, Reason, Evidence) = (leaf, points, accept, reason, evidence);

    public string Leaf { get; }
    public decimal? Points { get; }
    public bool Accept { get; }
    public string Reason { get; }
    public Guid[] Evidence { get; }
}

public sealed record SurveyBody(string Leaf, decimal Percent);

public sealed record ExplanationBody(string Leaf, string Text, Guid[] Evidence);

/// <summary>One act on a sheet, for its history.</summary>
public sealed record SheetAct(DateTimeOffset At, string By, string Action, string? Reason, LeafChange[] Changes);

public sealed record LeafChange(
    string Leaf, Figures? From, Figures? To, decimal? FromPoints, decimal? ToPoints, string? Reason, Guid[]? EvidenceAdded, Guid[]? EvidenceRemoved);
