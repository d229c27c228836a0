using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain.Criteria;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>One criterion of one unit and period, judged.</summary>
internal sealed record Judged(PlanCriterion Criterion, string Period, CriterionFigure? Figure, CriterionVerdict Verdict);

/// <summary>Figures and rankings of some units, judged by the criteria of a campaign as both stand now; nothing judged is stored that could grow old.</summary>
internal sealed class ResultTable
{
    private readonly KnownCampaign _campaign;
    private readonly int? _year;
    private readonly Dictionary<(string Unit, string Criterion, string Period), CriterionFigure> _figures;
    private readonly IndexFacts? _index;

    private ResultTable(KnownCampaign campaign, int? year, Dictionary<(string, string, string), CriterionFigure> figures, IndexFacts? index) =>
        (_campaign, _year, _figures, _index) = (campaign, year, figures, index);

    public static async Task<ResultTable> LoadAsync(ScoringDbContext db, KnownCampaign campaign, IReadOnlyCollection<string> units, int? year, CancellationToken cancellationToken)
    {
        var figures = await db.CriterionFigures.AsNoTracking().Where(f => f.CampaignId == campaign.Id && units.Contains(f.UnitCode))
            .ToDictionaryAsync(f => (f.UnitCode, f.Criterion, f.Period), cancellationToken);
        int[] years = year is { } one ? [one] : [.. Enumerable.Range(campaign.FromYear, campaign.ToYear - campaign.FromYear + 1)];
        var index = campaign.Criteria.Any(c => c.Kind is CriterionKind.IndexClass or CriterionKind.IndexRank) ? await IndexFacts.LoadAsync(db, units, years, cancellationToken) : null;
        return new ResultTable(campaign, year, figures, index);
    }

    /// <summary>All criteria in the order of the plan, each with its periods.</summary>
    public List<Judged> Of(string unit) =>
    [
        .. from criterion in _campaign.Criteria
           from period in _campaign.PeriodsOf(criterion, _year)
           let figure = _figures.GetValueOrDefault((unit, criterion.Key!, period))
           select new Judged(criterion, period, figure, Judge(criterion, unit, period, figure)),
    ];

    private CriterionVerdict Judge(PlanCriterion criterion, string unit, string period, CriterionFigure? figure) => CriterionJudge.Judge(
        criterion, _campaign.ClassScales, figure?.Figure, figure?.Assessment,
        criterion.Kind is CriterionKind.IndexClass or CriterionKind.IndexRank && Periods.YearOf(period) is { } year ? _index!.Of(unit, year) : null);
}
