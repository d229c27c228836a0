using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Criteria;

/// <summary>What one unit reported on one criterion for one period. Every change is a version with its line in the history.</summary>
public sealed class CriterionFigure : Aggregate
{
    private CriterionFigure()
    {
    }

    public required Guid CampaignId { get; init; }
    public required string UnitCode { get; init; }
    public required string Criterion { get; init; }
    public required string Period { get; init; }
    public ReportedFigure Figure { get; private set; } = null!;

    /// <summary>Where the figure can be verified, in words.</summary>
    public string? EvidenceNote { get; private set; }

    /// <summary>Evidence files that the unit filed.</summary>
    public Guid[] Evidence { get; private set; } = [];
    public Assessment? Assessment { get; private set; }
    public required string ReportedBy { get; set; }
    public DateTimeOffset ReportedAt { get; private set; }

    internal static CriterionFigure Report(KnownCampaign campaign, string unitCode, string criterion, string period, Report report, string by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        CampaignId = campaign.Id,
        UnitCode = unitCode,
        Criterion = criterion,
        Period = period,
        Figure = report.Figure,
        EvidenceNote = report.EvidenceNote,
        Evidence = report.Evidence,
        ReportedBy = by,
        ReportedAt = at,
    };

    internal bool Says(Report report) => Figure == report.Figure && EvidenceNote == report.EvidenceNote && Evidence.SequenceEqual(report.Evidence);

    /// <summary>A figure once told is changed with a reason only; other words have to be assessed anew.</summary>
    internal Problem? Correct(Report report, string? reason, string by, DateTimeOffset at)
    {
        if (reason is null)
            return Problems.ReasonRequired.At("/reason");
        if (Figure != report.Figure)
            Assessment = null;
        (Figure, EvidenceNote, Evidence, ReportedBy, ReportedAt) = (report.Figure, report.EvidenceNote, report.Evidence, by, at);
        Touch();
        return null;
    }

    internal bool IsAssessed(bool met, string reason) => Assessment is { } standing && standing.Met == met && standing.Reason == reason;

    internal Problem? Assess(PlanCriterion criterion, bool met, string reason, string by, DateTimeOffset at)
    {
        if (criterion.Kind != CriterionKind.Text || !Figure.Fits(criterion))
            return Problems.NotAssessable;
        Assessment = new Assessment(met, reason, by, at);
        Touch();
        return null;
    }

    internal FigureState State => new(Figure, EvidenceNote, Evidence, Assessment);
}

/// <summary>What a unit sends in.</summary>
internal sealed record Report(ReportedFigure Figure, string? EvidenceNote, Guid[] Evidence);

/// <summary>What the launching unit says of a result in words.</summary>
/// <param name="Met">Whether it suffices.</param>
/// <param name="Reason">Why, in Vietnamese.</param>
/// <param name="By">Account or client id.</param>
/// <param name="At">When, UTC.</param>
public sealed record Assessment(bool Met, string Reason, string By, DateTimeOffset At);

/// <summary>A figure as it stood at one time.</summary>
/// <param name="Figure">What was reported.</param>
/// <param name="EvidenceNote">Where it can be verified.</param>
/// <param name="Evidence">Evidence files.</param>
/// <param name="Assessment">What the launching unit said of it.</param>
public sealed record FigureState(ReportedFigure Figure, string? EvidenceNote, Guid[] Evidence, Assessment? Assessment);

/// <summary>One change of a figure.</summary>
/// <param name="From">Before; null for the first report.</param>
/// <param name="To">After.</param>
public sealed record FigureChange(FigureState? From, FigureState To);
