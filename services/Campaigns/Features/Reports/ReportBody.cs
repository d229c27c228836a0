using Emulation.Campaigns.Domain.Duties;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Features.Reports;

/// <summary>What a report says.</summary>
public record ReportBody
{
    /// <summary>The report in words, with the nominees reviewed (bình xét) where the plan asks for them; 1–20000 characters.</summary>
    [Text(20_000)]
    public required string Text { get; init; }

    /// <summary>Figures.</summary>
    [Items(0, 100)]
    public ReportFigure[] Figures { get; init; } = [];

    /// <summary>Ids of files that the unit has sent to <c>/report-files</c>.</summary>
    [Items(0, 30)]
    public Guid[] Files { get; init; } = [];

    /// <summary>The unit's own score of the reform index, 0–100, up to four decimals; needed where the plan asks for it (CVA-26/IV.1).</summary>
    public decimal? SelfScore { get; init; }

    /// <summary>Why it comes late; needed after the deadline. 1–2000 characters.</summary>
    [Text(2000)]
    public string? LateReason { get; init; }

    internal Problem? Fault() =>
        SelfScore is < 0 or > 100 || SelfScore is { } score && decimal.Round(score, 4) != score ? CommonProblems.Invalid.At("/selfScore", "Từ 0 đến 100, không quá bốn chữ số thập phân.")
        : Array.FindIndex(Figures, f => Math.Abs(f.Value) > 1_000_000_000_000m) is var large and >= 0 ? CommonProblems.Invalid.At($"/figures/{large}/value", "Số quá lớn.")
        : null;

    internal ReportContent Content => new(Text, Figures, [.. Files.Distinct()], SelfScore);
}
