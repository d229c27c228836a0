using Emulation.Contracts.Campaigns;
using Emulation.Documents.Domain;

namespace Emulation.Documents.Composition;

/// <summary>What the lines of a document are rewarded for in time: a year, the end of the period, or something unplanned.</summary>
/// <remarks>An end-of-period award carries the last year of its campaign, which no reader would take for the years it stands for: only yearly lines name a year.</remarks>
internal sealed class Occasion(IReadOnlyCollection<DocumentLine> lines, string campaign)
{
    private readonly string _years = string.Join(", ", lines.Where(l => l.Cadence == Cadence.Yearly).Select(l => l.Year).Distinct().Order());

    /// <param name="whole">Phrase with the campaign, to which the year is added when all lines are yearly.</param>
    /// <param name="yearly">Phrase before “năm 2026” among others.</param>
    /// <param name="unplanned">Phrase for unplanned lines.</param>
    /// <param name="period">Phrase for end-of-period lines.</param>
    public string Of(string whole, string yearly, string unplanned, string period)
    {
        List<string> parts = [];
        if (_years.Length > 0)
            parts.Add($"{yearly} năm {_years}");
        if (Any(Cadence.Unplanned))
            parts.Add(unplanned);
        if (Any(Cadence.Period))
            parts.Add(period);
        if (parts.Count == 0)
            return whole;
        if (parts.Count == 1 && _years.Length > 0)
            return $"{whole} năm {_years}";
        var listed = parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} và {parts[^1]}";
        return $"{listed} {(Any(Cadence.Period) ? "thực hiện" : "trong")} {campaign}";
    }

    private bool Any(Cadence cadence) => lines.Any(line => line.Cadence == cadence);
}
