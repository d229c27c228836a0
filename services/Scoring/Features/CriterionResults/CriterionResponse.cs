using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Criteria;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>A campaign as criteria are judged under it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Code">Code: <c>CVA-26</c>.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="UnitCode">Launching unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="FromYear">First year.</param>
/// <param name="ToYear">Last year.</param>
/// <param name="Version">Version of the plan that is judged by.</param>
/// <param name="ClosedAt">When it was closed, UTC; figures are locked from then on.</param>
public sealed record CriterionCampaign(Guid Id, string Code, string Name, string UnitCode, string UnitName, int FromYear, int ToYear, int Version, DateTimeOffset? ClosedAt)
{
    internal static CriterionCampaign Of(KnownCampaign c) => new(c.Id, c.Code, c.Name, c.UnitCode, c.UnitName, c.FromYear, c.ToYear, c.Version, c.ClosedAt);
}

/// <summary>How many criteria and periods stand how.</summary>
/// <param name="Met">Met.</param>
/// <param name="NotMet">Not met.</param>
/// <param name="NotYetKnown">Not yet known.</param>
public sealed record OutcomeCounts(int Met, int NotMet, int NotYetKnown)
{
    internal static OutcomeCounts Of(IEnumerable<CriterionOutcome> outcomes)
    {
        var by = outcomes.CountBy(o => o).ToDictionary();
        return new(by.GetValueOrDefault(CriterionOutcome.Met), by.GetValueOrDefault(CriterionOutcome.NotMet), by.GetValueOrDefault(CriterionOutcome.NotYetKnown));
    }

    internal static OutcomeCounts Of(IEnumerable<Judged> judged, bool gate) => Of(judged.Where(j => j.Criterion.Gate == gate).Select(j => j.Verdict.Outcome));
}

/// <summary>One criterion with its results.</summary>
public sealed record CriterionResponse
{
    /// <summary>The criterion as the plan has it.</summary>
    public required PlanCriterion Criterion { get; init; }

    /// <summary>What is to be reached, in Vietnamese, exactly as the operator says: <c>trên 80%</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Which way the figure gets better; null in words.</summary>
    public CriterionDirection? Direction { get; init; }

    /// <summary>Results period by period.</summary>
    public required CriterionResultResponse[] Results { get; init; }
}

/// <summary>What a unit reported on a criterion for one period, and how it is judged.</summary>
public sealed record CriterionResultResponse
{
    /// <summary>Period: <c>2026</c>, <c>2026-H1</c>, <c>2026-H2</c> or <c>campaign</c>.</summary>
    public required string Period { get; init; }

    /// <summary>The period in Vietnamese.</summary>
    public required string PeriodName { get; init; }

    /// <summary>False while the period still runs: then the verdict is how things stand, not how they end.</summary>
    public required bool PeriodEnded { get; init; }

    /// <summary>What was reported; null when nothing was, and for class and rank.</summary>
    public ReportedFigure? Figure { get; init; }

    /// <summary>Where it can be verified, in words.</summary>
    public string? EvidenceNote { get; init; }

    /// <summary>Evidence files.</summary>
    public Guid[] Evidence { get; init; } = [];

    /// <summary>Version for If-Match; 0 while nothing is reported.</summary>
    public required int Version { get; init; }

    /// <summary>Account or client id of who reported last.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>What the launching unit said of a result in words.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>The judgement.</summary>
    public required CriterionVerdict Verdict { get; init; }

    /// <summary>Judgement of the whole clause in this period; null where one figure is looked at alone.</summary>
    public ClauseVerdict? ClauseVerdict { get; init; }

    internal static CriterionResultResponse Of(KnownCampaign campaign, Judged judged, DateOnly today, ClauseVerdict? clause) => new()
    {
        Period = judged.Period,
        PeriodName = campaign.NameOf(judged.Period),
        PeriodEnded = campaign.LastDayOf(judged.Period) < today,
        Figure = judged.Figure?.Figure,
        EvidenceNote = judged.Figure?.EvidenceNote,
        Evidence = judged.Figure?.Evidence ?? [],
        Version = judged.Figure?.Version ?? 0,
        ReportedBy = judged.Figure?.ReportedBy,
        ReportedAt = judged.Figure?.ReportedAt,
        Assessment = judged.Figure?.Assessment,
        Verdict = judged.Verdict,
        ClauseVerdict = clause,
    };
}
