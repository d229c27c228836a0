using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Notices;

/// <summary>What one campaign has to be reminded of on one day. A pure function of the duties as they stand, so that a missed day is made up by the next.</summary>
internal sealed record ReminderRound(Guid CampaignId, string CampaignCode, string UnitCode, DateTimeOffset? LaunchedAt, ReminderSteps Steps)
{
    /// <summary>What has been over for longer is history, not news.</summary>
    private const int LookBack = 90;

    /// <summary>Reminders of what is open. Told are the units named in the result; each has a key of kind, duty, period, unit, last day and step.</summary>
    /// <param name="dues">Duties as they stand.</param>
    /// <param name="isNew">Whether a unit came into the register only after that day: it does not owe what was over by then.</param>
    /// <param name="name">Name of a unit.</param>
    /// <param name="now">Now.</param>
    public IEnumerable<Notice> Of(IEnumerable<Due> dues, Func<string, DateOnly, bool> isNew, Func<string, string> name, DateTimeOffset now)
    {
        var today = VietnamTime.DateOf(now);
        var open = dues.Where(d => d.DoneAt is null && !d.NotArising && !(d.TooLateFrom <= LaunchedAt))
            .Select(d => DueOnDay.Of(d, today)).OfType<DueOnDay>()
            .Where(d => d.Days <= LookBack && !(d.Days > 0 && isNew(d.Due.UnitCode, d.LastDay))).ToList();
        foreach (var on in open)
            if (Reached(on) is { } step)
            {
                var (title, text) = ReminderWords.Reminder(on, name(on.Due.ReceiverUnitCode));
                yield return Make(on, NoticeKind.Reminder, on.Due.UnitCode, on.Due.ReceiverUnitCode, $"{on.Due.UnitCode}|{on.LastDay:yyyyMMdd}|{step}", title, text, now);
            }
        foreach (var group in open.Where(o => Steps.Escalates(o.Days, o.Due.Conditional)).GroupBy(o => (o.Due.Kind, o.Due.Key, o.Due.Year, o.Due.Period, o.LastDay)))
        {
            var over = group.OrderBy(o => o.Due.UnitCode, StringComparer.Ordinal).ToList();
            var (title, text) = ReminderWords.Escalation(over, name);
            foreach (var leaders in Leaders(over[0].Due))
                yield return Make(over[0], NoticeKind.Escalation, leaders, UnitCode, $"{leaders}|{over[0].LastDay:yyyyMMdd}|escalation", title, text, now);
        }
    }

    /// <summary>Who may leave it undone is asked once, but for dossiers, which take long to put together.</summary>
    private int? Reached(DueOnDay on) => on.Due is { Kind: DueKind.DossierDeadline, Conditional: true } && on.Days <= 0
        ? Steps.Reached(on.Days, conditional: false)
        : Steps.Reached(on.Days, on.Due.Conditional);

    private IEnumerable<string> Leaders(Due due) => IsOfTheCity(due.ReceiverUnitCode) ? new[] { UnitCode, Auth.CityUnit }.Distinct() : [UnitCode];

    private static bool IsOfTheCity(string unit) => unit == Auth.CityUnit || unit.StartsWith(Auth.CityUnit + "-", StringComparison.Ordinal);

    private Notice Make(DueOnDay on, NoticeKind kind, string unit, string sender, string told, string title, string text, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Key = $"{CampaignId}|{on.Due.Kind}|{on.Due.Key}|{on.Due.Year}|{on.Due.Period}|{told}", UnitCode = unit, SenderUnitCode = sender, Kind = kind,
        CampaignId = CampaignId, CampaignCode = CampaignCode, Clause = on.Due.Clause, Title = title, Text = text, Link = $"/campaigns/{CampaignId}", CreatedAt = now,
    };
}
