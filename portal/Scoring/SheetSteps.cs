using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Scoring;

/// <summary>One station on the way of a sheet.</summary>
/// <param name="Name">What is done there.</param>
/// <param name="Stage">done, now, todo or skipped.</param>
/// <param name="Note">When, by when, or why it was passed over.</param>
public sealed record SheetStep(string Name, string Stage, string Note);

/// <summary>The way of a sheet from self score to the end, with its dates.</summary>
internal static class SheetSteps
{
    private const string Done = "done", Now = "now", Todo = "todo", Skipped = "skipped";

    private static readonly string[] Order = ["draft", "awaitingApproval", "submitted", "underExplanation", "explained", "appraised", "final"];

    public static SheetStep[] Of(SheetAnswer answer, RoundAnswer? round, DateOnly today)
    {
        var (sheet, at) = (answer.Sheet, Array.IndexOf(Order, answer.Sheet.State));
        var answers = answer.Leaves.Select(l => l.Answer?.At).OfType<DateTimeOffset>().ToArray();
        var changes = answer.Leaves.Select(l => l.First?.At).OfType<DateTimeOffset>().ToArray();
        var lastDay = round?.LastDayFor(sheet.UnitCode);
        return
        [
            new("Tự chấm", Stage(at, 0), at > 0 || lastDay is not { } last ? "" : $"hết ngày {Words.Date(last)}, {Left(last, today)}"),
            new("Phê duyệt", Stage(at, 1), at > 1 ? Words.Time(sheet.SubmittedAt) : ""),
            new("Thẩm định 1", Stage(at, 2), at > 2 ? Words.Time(changes.Length > 0 ? changes.Max() : sheet.AppraisedAt) : ""),
            Explanation(),
            answers.Length == 0 && at > 3 ? new("Thẩm định 2", Skipped, "không phải thẩm định lại")
                : new("Thẩm định 2", Stage(at, 4), at > 4 ? Words.Time(sheet.AppraisedAt) : ""),
            new("Chốt", sheet.State == "final" ? Done : Stage(at, 5), sheet.State == "final" ? Words.Time(sheet.FinalAt) : ""),
        ];

        SheetStep Explanation() =>
            at > 3 && answers.Length == 0 ? new("Giải trình", Skipped, changes.Length == 0 ? "không có tiêu chí bị thay đổi" : "đơn vị không giải trình")
            : at == 3 && sheet.ExplainUntil is { } until ? new("Giải trình", Now, $"hết ngày {Words.Date(until)}, {Left(until, today)}")
            : new("Giải trình", Stage(at, 3), answers.Length > 0 ? Words.Time(answers.Max()) : "");
    }

    /// <summary>“còn 3 ngày” up to the last day, “quá hạn 2 ngày” after it.</summary>
    public static string Left(DateOnly last, DateOnly today) => Words.Days(last.DayNumber - today.DayNumber);

    public static bool AwaitsExplanation(SheetSummary sheet, TimeProvider time) => sheet.State == "underExplanation" && VietnamTime.Today(time) <= sheet.ExplainUntil;

    private static string Stage(int at, int step) => at > step ? Done : at == step ? Now : Todo;
}
