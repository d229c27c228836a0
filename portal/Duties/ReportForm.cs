using System.Globalization;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Duties;

/// <summary>What a person typed into the form of a report; it stays on the page when it is refused.</summary>
internal sealed record ReportForm(string Text, (string Name, string Value, string Unit)[] Figures, string SelfScore, string LateReason, (Guid Id, string Name)[] Files)
{
    public const int Rows = 6;

    public static ReportForm Empty { get; } = new("", [], "", "", []);

    public static ReportForm Of(ReportItem report) => new(
        report.Text, [.. report.Figures.Select(f => (f.Name, Typed(f.Value), f.Unit ?? ""))], report.SelfScore is { } score ? Typed(score) : "", report.LateReason ?? "",
        [.. report.Files.Select(f => (f.Id, f.Name))]);

    public static ReportForm Read(IFormCollection form) => new(
        form["text"].ToString().Trim(),
        [.. Enumerable.Range(0, Rows).Select(i => (form[$"figure-name-{i}"].ToString().Trim(), form[$"figure-value-{i}"].ToString().Trim(), form[$"figure-unit-{i}"].ToString().Trim()))],
        form["selfScore"].ToString().Trim(), form["lateReason"].ToString().Trim(),
        [.. form["file"].Select(v => v?.Split('|', 2)).Where(v => v is [var id, _] && Guid.TryParse(id, out _)).Select(v => (Guid.Parse(v![0]), v[1]))]);

    /// <summary>What can be sent, or what is amiss.</summary>
    public (ReportDraft? Draft, FieldFault[] Faults) Draft(Guid campaign, string key, string unit, string period)
    {
        List<FieldFault> faults = [];
        if (Text.Length == 0)
            faults.Add(new("/text", "Phải có nội dung báo cáo."));
        decimal? score = Number(SelfScore);
        if (SelfScore.Length > 0 && score is null)
            faults.Add(new("/selfScore", "Ghi một số, ví dụ 91,25."));
        var figures = new List<ReportFigureItem>();
        foreach (var (name, value, measure) in Figures.Where(f => f.Name.Length + f.Value.Length + f.Unit.Length > 0))
        {
            if (name.Length > 0 && Number(value) is { } figure)
                figures.Add(new(name, figure, measure.Length > 0 ? measure : null, null));
            else
                faults.Add(new("/figures", $"Số liệu “{(name.Length > 0 ? name : value)}” cần cả tên và một số."));
        }
        return faults.Count > 0 ? (null, [.. faults])
            : (new ReportDraft(campaign, key, unit, period, Text, [.. figures], score, LateReason.Length > 0 ? LateReason : null, [.. Files.Select(f => f.Id)]), []);
    }

    /// <summary>Without marks between the thousands, so that it reads back.</summary>
    private static string Typed(decimal number) => number.ToString("0.############", Words.Vietnamese);

    /// <summary>As written in Vietnam, with a comma; a point is taken for one.</summary>
    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
