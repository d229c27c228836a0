using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Data;
using Emulation.Scoring.Domain;
using Emulation.Scoring.Domain.Criteria;
using Emulation.Scoring.Features.Campaigns;
using Emulation.Scoring.Features.Evidence;
using Emulation.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Scoring.Features.CriterionResults;

/// <summary>A figure that was taken in, with the campaign and criterion it is judged by.</summary>
internal sealed record Taken(KnownCampaign Campaign, PlanCriterion Criterion, CriterionFigure Figure)
{
    public Judged Judge() => new(Criterion, Figure.Period, Figure, CriterionJudge.Judge(Criterion, Campaign.ClassScales, Figure.Figure, Figure.Assessment, null));
}

/// <summary>Takes in figures, one or two hundred at a time, with the same few queries.</summary>
internal sealed class FigureIntake
{
    /// <summary>Name of the aggregate in the audit trail.</summary>
    public const string Aggregate = "criterionFigure";

    private readonly ScoringDbContext _db;
    private readonly CurrentUser _user;
    private readonly DateTimeOffset _now;
    private readonly List<KnownCampaign> _campaigns;
    private readonly Dictionary<string, Unit> _units;
    private readonly Dictionary<(Guid, string, string, string), CriterionFigure> _figures;
    private readonly CitableEvidence _evidence;

    private FigureIntake(
        ScoringDbContext db, CurrentUser user, DateTimeOffset now, List<KnownCampaign> campaigns, Dictionary<string, Unit> units, Dictionary<(Guid, string, string, string), CriterionFigure> figures, CitableEvidence evidence) =>
        (_db, _user, _now, _campaigns, _units, _figures, _evidence) = (db, user, now, campaigns, units, figures, evidence);

    /// <returns>For each item its figure, added or changed in the context but not saved, or what is wrong with it.</returns>
    public static async Task<(Taken? Taken, Problem? Problem)[]> Take(
        IReadOnlyList<ReportFigureItem> items, Func<ReportFigureItem, int, Problem?> stale, ScoringDbContext db, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var names = items.Select(i => i.Campaign).Distinct().ToArray();
        var ids = names.Select(n => Guid.TryParse(n, out var id) ? id : Guid.Empty).ToArray();
        var units = items.Select(i => i.UnitCode).Where(user.Sees).Distinct().ToArray();
        var campaigns = await db.Campaigns.AsNoTracking().ReadableBy(user).Where(c => names.Contains(c.Code) || ids.Contains(c.Id)).ToListAsync(cancellationToken);
        var known = campaigns.Select(c => c.Id).ToArray();
        var keys = items.Select(i => i.Criterion).Distinct().ToArray();
        var intake = new FigureIntake(db, user, now, campaigns,
            await db.Units.AsNoTracking().Where(u => units.Contains(u.Code)).ToDictionaryAsync(u => u.Code, cancellationToken),
            await db.CriterionFigures.VisibleTo(user, f => f.UnitCode).Where(f => known.Contains(f.CampaignId) && units.Contains(f.UnitCode) && keys.Contains(f.Criterion))
                .ToDictionaryAsync(f => (f.CampaignId, f.UnitCode, f.Criterion, f.Period), cancellationToken),
            await CitableEvidence.Of(db, units, items.SelectMany(i => i.Evidence), cancellationToken));
        return [.. items.Select(i => intake.TakeOne(i, version => stale(i, version)))];
    }

    private (Taken? Taken, Problem? Problem) TakeOne(ReportFigureItem item, Func<int, Problem?> stale)
    {
        if (_campaigns.Find(c => c.Code == item.Campaign || (Guid.TryParse(item.Campaign, out var id) && c.Id == id)) is not { } campaign)
            return (null, Problems.CampaignUnknown.At("/campaign"));
        if (!_user.Sees(item.UnitCode))
            return (null, CommonProblems.NotFound.At("/unitCode"));
        if (!campaign.Covers(item.UnitCode))
            return (null, Problems.UnitOutsideCampaign.At("/unitCode", $"Phong trào {campaign.Code} do {campaign.UnitName} phát động."));
        if (_units.GetValueOrDefault(item.UnitCode) is not { Active: true })
            return (null, Problems.UnitUnknown.At("/unitCode"));
        if (campaign.Criterion(item.Criterion) is not { } criterion)
            return (null, Problems.CriterionUnknown.At("/criterion"));
        if (campaign.PeriodsOf(criterion).ToArray() is var periods && !periods.Contains(item.Period))
            return (null, Problems.PeriodInvalid.At("/period", $"Kỳ của tiêu chí này là {string.Join(", ", periods)}."));
        if (campaign.ClosedAt is not null)
            return (null, Problems.FiguresLocked);
        if (criterion.Kind is CriterionKind.IndexClass or CriterionKind.IndexRank)
            return (null, Problems.JudgedByIndex.At("/criterion"));
        if (item.Figure.Fault(criterion) is { } fault)
            return (null, fault);
        var citable = _evidence.For(item.UnitCode);
        if (Array.FindIndex(item.Evidence, e => !citable.Contains(e)) is var alien and >= 0)
            return (null, Problems.FigureInvalid.At($"/evidence/{alien}", "Đơn vị không có tài liệu kiểm chứng này."));

        var key = (campaign.Id, item.UnitCode, item.Criterion, item.Period);
        var report = new Report(item.Figure, item.EvidenceNote, item.Evidence);
        var earlier = _figures.GetValueOrDefault(key);
        if (stale(earlier?.Version ?? 0) is { } old)
            return (null, old);
        var (figure, problem) = earlier is null ? (Add(key, campaign, report), null) : (earlier, Change(earlier, report, item.Reason));
        return problem is null ? (new Taken(campaign, criterion, figure), null) : (null, problem);
    }

    private CriterionFigure Add((Guid, string Unit, string Criterion, string Period) key, KnownCampaign campaign, Report report)
    {
        var figure = CriterionFigure.Report(campaign, key.Unit, key.Criterion, key.Period, report, _user.Id, _now);
        _figures[key] = figure;
        _db.CriterionFigures.Add(figure);
        _db.Audit(Aggregate, figure.Id, "report", _user.Id, _now, changes: new FigureChange(null, figure.State), from: _user.RemoteAddress);
        return figure;
    }

    private Problem? Change(CriterionFigure figure, Report report, string? reason)
    {
        // Sent again as it stands: nothing happened.
        if (figure.Says(report))
            return null;
        var before = figure.State;
        if (figure.Correct(report, reason, _user.Id, _now) is { } refused)
            return refused;
        _db.Audit(Aggregate, figure.Id, "correct", _user.Id, _now, reason, new FigureChange(before, figure.State), _user.RemoteAddress);
        return null;
    }
}
