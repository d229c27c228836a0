using Emulation.Campaigns.Data;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Microsoft.EntityFrameworkCore;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>What was done to a report.</summary>
public enum ReportAction
{
    /// <summary>Handed in.</summary>
    Submitted,
    /// <summary>Handed in anew.</summary>
    Corrected,
    /// <summary>Sent back for correction.</summary>
    Returned,
    /// <summary>Taken in.</summary>
    Received,
}

/// <summary>An attachment.</summary>
/// <param name="Hash">SHA-256 of the bytes, 64 lower-case hex digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="MediaType">By the bytes, not by the name.</param>
public sealed record ReportFileResponse(Guid Id, string UnitCode, string Name, string Hash, int Size, string MediaType, DateTimeOffset FiledAt);

/// <summary>The published index beside a report: the unit's own, or that of the commune it belongs to (C-40).</summary>
/// <param name="UnitCode">Unit that was ranked.</param>
/// <param name="Year">Index year.</param>
/// <param name="Rank">Null when it was not ranked.</param>
/// <param name="Class">Class by the index set's table.</param>
/// <param name="UnrankedReason">Why it was not ranked.</param>
public sealed record IndexResultResponse(string UnitCode, int Year, decimal? Index, int? Rank, string? Class, string? UnrankedReason, DateTimeOffset PublishedAt);

/// <summary>One step in the life of a report.</summary>
/// <param name="ActedBy">Account or client id.</param>
public sealed record ReportStep(string Action, DateTimeOffset At, string ActedBy, string? Reason);

/// <summary>A report.</summary>
/// <param name="Version">ETag.</param>
/// <param name="Clause">Clause of the plan.</param>
/// <param name="Title">What the plan asks for.</param>
/// <param name="Receiver">Body that receives it, as printed; <paramref name="Through"/> is the body it goes through (C-22, C-24).</param>
/// <param name="TooLateFrom">First instant that is late, UTC; null without a deadline.</param>
/// <param name="Late">Decided by when it was first handed in: a correction asked for makes nobody late.</param>
/// <param name="SelfScore">The unit's own score of the index.</param>
/// <param name="IndexResult">The published one of the report's year, as soon as it is out.</param>
public sealed record ReportResponse(
    Guid Id, int Version, ReportState State, Guid CampaignId, string CampaignCode, string CampaignName, string Key, string Clause, string Title,
    string UnitCode, string UnitName, string ReceiverUnitCode, string? Receiver, string? ThroughUnitCode, string? Through, int Year, string Period, DateOnly PeriodFrom, DateOnly PeriodTo,
    DateTimeOffset? TooLateFrom, bool Late, string? LateReason, string? ReturnReason, DateTimeOffset FirstSubmittedAt, DateTimeOffset SubmittedAt, DateTimeOffset? DecidedAt,
    string Text, ReportFigure[] Figures, decimal? SelfScore, IndexResultResponse? IndexResult, ReportFileResponse[] Files)
{
    /// <summary>Name in the audit trail.</summary>
    internal const string Aggregate = "dutyReport";

    internal static async Task<ReportResponse> OfAsync(DutyReport r, Campaign campaign, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        var planned = Duties.PlanItems.ReportOf(campaign.Plan, Duties.DutyResponse.PlanKey(r.Key));
        var name = await db.Units.Where(u => u.Code == r.UnitCode).Select(u => u.Name).SingleAsync(cancellationToken);
        var files = r.Files.Length == 0 ? [] : await db.ReportFiles.AsNoTracking().Where(f => r.Files.Contains(f.Id)).OrderBy(f => f.Id)
            .Select(f => new ReportFileResponse(f.Id, f.UnitCode, f.Name, f.Hash, f.Content!.Size, f.Content.MediaType, f.FiledAt)).ToArrayAsync(cancellationToken);
        return new(
            r.Id, r.Version, r.State, r.CampaignId, campaign.Code, campaign.Name, r.Key, r.Clause, r.Title, r.UnitCode, name, r.ReceiverUnitCode, planned?.Receiver, r.ThroughUnitCode, planned?.Through,
            r.Year, r.Period, r.PeriodFrom, r.PeriodTo, r.TooLateFrom, r.Late, r.LateReason, r.ReturnReason, r.FirstSubmittedAt, r.SubmittedAt, r.DecidedAt,
            r.Text, r.Figures, r.SelfScore, planned?.WithIndexResult == true ? await IndexAsync(r, db, cancellationToken) : null, files);
    }

    private static async Task<IndexResultResponse?> IndexAsync(DutyReport report, CampaignsDbContext db, CancellationToken cancellationToken)
    {
        var commune = report.UnitCode.Split('-')[0];
        var results = await db.IndexResults.AsNoTracking().Where(i => i.Year == report.PeriodTo.Year && (i.UnitCode == report.UnitCode || i.UnitCode == commune))
            .OrderByDescending(i => i.UnitCode.Length).ThenByDescending(i => i.PublishedAt).FirstOrDefaultAsync(cancellationToken);
        return results is null ? null : new(results.UnitCode, results.Year, results.Index, results.Rank, results.Class, results.UnrankedReason, results.PublishedAt);
    }
}
