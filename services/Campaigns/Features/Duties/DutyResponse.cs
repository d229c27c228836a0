using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.Duties;

/// <summary>One thing that one unit owes for one period.</summary>
/// <param name="Id">Names it in a list: campaign, kind, key, period and unit.</param>
/// <param name="Key">Key of the item in the plan.</param>
/// <param name="Clause">Clause of the plan.</param>
/// <param name="Receiver">Body that receives it, as printed (C-22).</param>
/// <param name="Through">Body that it goes through, as printed.</param>
/// <param name="Year">Calendar year in which it is owed.</param>
/// <param name="Period"><c>2026</c>, <c>2026-H1</c>, <c>2026-Q3</c>, school year <c>2025-2026</c>, whole campaign <c>2026..2030</c>, other spans <c>2026-03-01..2026-05-31</c>.</param>
/// <param name="LastDay">Last civil day of Vietnam that is in time; null without a deadline.</param>
/// <param name="TooLateFrom">First instant that is late, UTC.</param>
/// <param name="Conditional">“Nếu có”: never overdue.</param>
/// <param name="WithIndexResult">The report must hold the unit's own score of the index (CVA-26/IV.1).</param>
/// <param name="DocumentType">Type of document the task ends in.</param>
/// <param name="Conference">Kind of conference the task ends in.</param>
/// <param name="DoneAt">When it was done, UTC.</param>
/// <param name="WorkId">The report, the outcome or the unit's own plan; null while there is none.</param>
/// <param name="Returned">True for a report that was sent back and waits for its correction.</param>
public sealed record DutyResponse(
    string Id, DueKind Kind, DueState State, Guid CampaignId, string CampaignCode, string CampaignName, string Key, string Clause, string Text,
    string UnitCode, string UnitName, string ReceiverUnitCode, string? Receiver, string? Through, int Year, string Period, DateOnly? LastDay, DateTimeOffset? TooLateFrom,
    bool Conditional, bool WithIndexResult, string? DocumentType, ConferenceKind? Conference, DateTimeOffset? DoneAt, Guid? WorkId, bool Returned)
{
    internal static DutyResponse Of(TrackedDue tracked, IReadOnlyDictionary<string, string> units, DateTimeOffset now)
    {
        var (due, campaign) = (tracked.Due, tracked.Campaign);
        var plan = campaign.Plan;
        var key = PlanKey(due.Key);
        var report = due.Kind == DueKind.Report ? plan.ReportOf(key) : null;
        var task = due.Kind == DueKind.Task ? plan.TaskOf(key) : null;
        return new(
            IdOf(due), due.Kind, due.StateAt(now), due.CampaignId, due.CampaignCode, campaign.Name, due.Key, due.Clause, due.Text,
            due.UnitCode, units.GetValueOrDefault(due.UnitCode, due.UnitCode), due.ReceiverUnitCode, report?.Receiver, report?.Through, due.Year, due.Period,
            due.TooLateFrom is { } late ? VietnamTime.DateOf(late).AddDays(-1) : null, due.TooLateFrom,
            due.Conditional, report?.WithIndexResult == true, task?.DocumentType, task?.Conference, due.DoneAt, tracked.WorkId, tracked.Returned);
    }

    internal static string IdOf(Due due) => $"{due.CampaignId:N}.{due.Kind}.{due.Key}.{due.Period}.{due.UnitCode}";

    /// <summary>Without the block that its head reports for.</summary>
    internal static string PlanKey(string key) => key.Split('@')[0];
}

internal static class PlanItems
{
    public static PlanReport? ReportOf(this CampaignPlan plan, string key) => plan.Keyed().Reports.FirstOrDefault(r => r.Key == key);

    public static PlanTask? TaskOf(this CampaignPlan plan, string key) => plan.Keyed().Tasks.FirstOrDefault(t => t.Key == key);
}
