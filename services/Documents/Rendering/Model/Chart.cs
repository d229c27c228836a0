using System.Globalization;

namespace Emulation.Documents.Rendering.Model;

/// <summary>A chart with its values written at bars and points, so that nobody must read them off an axis.</summary>
/// <param name="Kind">Bars for things side by side, lines for years.</param>
/// <param name="Title">What it shows, without the unit.</param>
/// <param name="Unit">In what is counted: “điểm”, “hồ sơ”.</param>
/// <param name="Categories">Names along the axis.</param>
/// <param name="Series">What is compared; each has a value or a gap for every category.</param>
/// <param name="Decimals">Decimals shown.</param>
internal sealed record Chart(ChartKind Kind, string Title, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, int Decimals = 0) : Block
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public string Caption => $"{Title} (đơn vị tính: {Unit})";

    public string Label(decimal value) => value.ToString($"N{Decimals}", Vietnamese);

    /// <summary>The chart in words, for those who cannot see it.</summary>
    public string Alternative => $"{(Kind == ChartKind.Bars ? "Biểu đồ thanh" : "Biểu đồ đường")}: {Caption}. "
        + string.Join("; ", Categories.Select((category, i) => $"{category}: {string.Join(", ", Series.Select(s => $"{(Series.Count > 1 ? s.Name + " " : "")}{(s.Values[i] is { } value ? Label(value) : "không có")}"))}")) + ".";
}

internal enum ChartKind
{
    Bars,
    Lines,
}

/// <summary>One thing that is compared.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Values">One per category; null is a gap.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);
