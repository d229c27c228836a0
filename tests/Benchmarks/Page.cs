using System.Globalization;

namespace Emulation.Benchmarks;

/// <summary>One line of docs/benchmarks.md: what was measured, divided by what.</summary>
/// <param name="Work">What was measured.</param>
/// <param name="Of">Its times.</param>
/// <param name="Divisor">What it is divided by.</param>
/// <param name="By">The times of that.</param>
/// <param name="Target">Bound of the ratio; null = none is set.</param>
/// <param name="AtLeast">True where a larger ratio is the better one.</param>
internal sealed record Line(string Work, Timing Of, string Divisor, Timing By, double? Target, bool AtLeast = false)
{
    public double Ratio => Of.Median / By.Median;

    private char Sign => AtLeast ? '≥' : '≤';

    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Work} ÷ {Divisor}: {Ratio:0.00}{(Target is { } t ? $" (target {Sign} {t:0.#}: {(AtLeast ? Ratio >= t : Ratio <= t) switch { true => "met", false => "NOT met" }})" : "")}");

    public string ToRow(string load) => string.Create(CultureInfo.InvariantCulture,
        $"| {DateTime.Today:yyyy-MM-dd} | {Work} | {Divisor} | {Of.Median:0.00} ms | {By.Median:0.00} ms | **{Ratio:0.00}** | {(Target is { } t ? $"{Sign} {t:0.#}" : "–")} | ±{Of.Spread:0}%, ±{By.Spread:0}% | {load} |");
}

internal static class Page
{
    /// <summary>Appends rows to docs/benchmarks.md of the checkout that the program was built from.</summary>
    public static void Append(IEnumerable<string> rows)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Emulation.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Emulation.sln was not found above the program.");
        File.AppendAllLines(Path.Combine(folder, "docs", "benchmarks.md"), rows);
    }
}
