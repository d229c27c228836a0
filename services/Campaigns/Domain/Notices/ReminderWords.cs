using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Domain.Notices;

/// <summary>A duty on the day it is looked at: its last day in time, and how far that is.</summary>
internal sealed record DueOnDay(Due Due, DateOnly LastDay, int Days)
{
    public static DueOnDay? Of(Due due, DateOnly today)
    {
        if (due.TooLateFrom is not { } late)
            return null;
        var last = VietnamTime.DateOf(late.AddTicks(-1));
        return new(due, last, today.DayNumber - last.DayNumber);
    }
}

/// <summary>The wording of reminders: clause, last day in time as plans print it, days left or over, receiver.</summary>
internal static class ReminderWords
{
    public static (string Title, string Text) Reminder(DueOnDay on, string receiver)
    {
        var due = on.Due;
        var title = $"{(on.Days > 0 ? $"Quá hạn {on.Days} ngày" : on.Days == 0 ? "Hôm nay là ngày cuối" : $"Còn {-on.Days} ngày")}: {What(due.Kind)} – {due.CampaignCode}";
        var left = on.Days > 0 ? $"đã quá hạn {on.Days} ngày" : on.Days == 0 ? "hôm nay là ngày cuối" : $"còn {-on.Days} ngày";
        var text = $"{due.Clause}: {due.Text.Trim().TrimEnd('.')}.\nHạn cuối: {Last(on)}, {left}.\nNơi nhận: {receiver}.\n{Asked(on)}";
        return (title, text);
    }

    public static (string Title, string Text) Escalation(IReadOnlyList<DueOnDay> over, Func<string, string> name)
    {
        var first = over[0];
        var title = $"Báo cáo lãnh đạo: {over.Count} đơn vị quá hạn {first.Days} ngày – {first.Due.CampaignCode}";
        var text = $"{PlanWords.Upper(What(first.Due.Kind))} theo {first.Due.Clause}: {first.Due.Text.Trim().TrimEnd('.')}.\n"
            + $"Hạn cuối: {Last(first)}, đã quá hạn {first.Days} ngày.\nNơi nhận: {name(first.Due.ReceiverUnitCode)}.\nĐơn vị chưa thực hiện:\n{PlanWords.Lines(over.Select(o => name(o.Due.UnitCode)))}";
        return (title, text);
    }

    private static string Last(DueOnDay on) => $"hết ngày {PlanWords.Of(on.LastDay)} (trước ngày {PlanWords.Of(on.LastDay.AddDays(1))})";

    private static string What(DueKind kind) => kind switch
    {
        DueKind.Report => "báo cáo",
        DueKind.UnitPlan => "kế hoạch của đơn vị",
        DueKind.DossierDeadline => "gửi hồ sơ đề nghị khen thưởng",
        _ => "nhiệm vụ",
    };

    private static string Asked(DueOnDay on) =>
        on.Days > 0 ? "Đề nghị đơn vị thực hiện ngay và nêu rõ lý do chậm."
        : on.Due is { Kind: DueKind.DossierDeadline, Conditional: true } ? "Đơn vị không đề nghị khen thưởng thì không phải gửi."
        : on.Due.Conditional ? "Chỉ thực hiện nếu có phát sinh."
        : "Đề nghị đơn vị thực hiện đúng hạn.";
}
