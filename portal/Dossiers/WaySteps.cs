using Emulation.Portal.Clients;
using Emulation.Portal.Scoring;

namespace Emulation.Portal.Dossiers;

/// <summary>The way of a nomination as the line of stations draws it.</summary>
internal static class WaySteps
{
    public static SheetStep[] Of(WayStopAnswer[] way) => [.. way.Select(stop => new SheetStep(stop.Name, Stage(stop.State), Note(stop)))];

    private static string Stage(string state) => state switch { "done" => "done", "current" or "returned" => "now", "skipped" or "ended" => "skipped", _ => "todo" };

    private static string Note(WayStopAnswer stop)
    {
        var due = stop.Due is { } day ? $"{(stop.State == "done" ? "hạn" : "hết ngày")} {Words.Date(day)}" : null;
        var said = stop.State switch
        {
            "done" => Words.Time(stop.At),
            "returned" => $"trả lại {Words.Time(stop.At)}",
            "ended" => $"dừng {Words.Time(stop.At)}",
            "skipped" => "không thực hiện",
            _ => null,
        };
        return string.Join(", ", new[] { said, due, stop.Late ? stop.State == "done" ? "xong sau hạn" : "đã quá hạn" : null }.OfType<string>());
    }
}
