using Emulation.Documents.Domain.Papers;
using static Emulation.Documents.Composition.Plans.PlanWords;

namespace Emulation.Documents.Composition.Plans;

/// <summary>Calendar, reports and roles of a plan.</summary>
internal static class PlanDuties
{
    public static IEnumerable<Outline> Calendar(LaunchPlan plan)
    {
        foreach (var quarter in plan.Tasks.GroupBy(task => task.Quarter).OrderBy(group => group.Key ?? 5))
        {
            var head = quarter.Key is { } number ? $"Quý {Outline.Roman(number)} {(plan.FromYear == plan.ToYear ? $"năm {plan.FromYear}" : "hằng năm")}" : "Nhiệm vụ thường xuyên";
            yield return new(Mark.Number, head, Heading: true, Lettered([.. quarter.Select(task => Sentence(Task(task, plan)))]));
        }

        if (plan.Reports.Length > 0)
            yield return new(Mark.Number, "Chế độ báo cáo", Heading: true, Lettered([.. plan.Reports.Select(report => $"{Sentence(report.Text)} {Terms(report, plan)}".TrimEnd())]));
    }

    /// <summary>One body once, with all that it does; outside bodies are asked, not charged (LTN-26-30/IV.5).</summary>
    public static IEnumerable<Outline> Roles(LaunchPlan plan) => plan.Roles.GroupBy(role => (role.Unit, role.Asked)).Select(body =>
    {
        var name = body.Key.Asked ? $"Đề nghị {Continued(Bare(body.Key.Unit))}" : Bare(body.Key.Unit);
        return body.ToList() is [var only]
            ? new Outline(Mark.Number, $"{name}: {Sentence(Continued(only.Text))}")
            : new Outline(Mark.Number, name, Heading: true, [.. body.Select(role => new Outline(Mark.Letter, Sentence(role.Text)))]);
    });

    /// <summary>A single one needs no letter.</summary>
    private static Outline[] Lettered(string[] texts) => [.. texts.Select(text => new Outline(texts.Length == 1 ? Mark.None : Mark.Letter, text))];

    private static string Task(PlannedTask task, LaunchPlan plan)
    {
        var conditional = task.Conditional && !task.Text.Contains("nếu có", StringComparison.OrdinalIgnoreCase) && !task.Text.Contains("khi ", StringComparison.OrdinalIgnoreCase) ? " (nếu có)" : "";
        return $"{Bare(task.Text)}{conditional}{(task.Before is { } before ? $"; hoàn thành {Before(before, plan)}" : "")}";
    }

    private static string Terms(PlannedReport report, LaunchPlan plan)
    {
        List<string> parts = Rhythm(report) is { } rhythm ? [$"kỳ báo cáo: {rhythm}"] : [];
        if (report.Receiver is { } receiver)
            parts.Add($"nơi nhận: {Bare(receiver)}{(report.Through is { } through ? $" (qua {Bare(through)})" : "")}");
        if (report.Before is { } before)
            parts.Add($"thời hạn: {Before(before, plan)}");
        return parts.Count == 0 ? "" : VietnameseText.UpperFirst($"{string.Join("; ", parts)}.");
    }

    private static string? Rhythm(PlannedReport report) => report.Schedule switch
    {
        ReportRhythm.Yearly => "hằng năm",
        ReportRhythm.HalfYearly => "6 tháng",
        ReportRhythm.HalfYearAndYear => "6 tháng và cả năm",
        ReportRhythm.Quarterly => "hằng quý",
        ReportRhythm.SchoolYearly => "theo năm học",
        ReportRhythm.Once => "một lần, khi kết thúc phong trào",
        ReportRhythm.EveryMonths when report.EveryMonths is { } months => months == 1 ? "hằng tháng" : $"{months} tháng một lần",
        _ => null,
    };
}
