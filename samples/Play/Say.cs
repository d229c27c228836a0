using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Emulation.Play;

/// <summary>What the play tells the person at the terminal: Vietnamese, plain lines and small tables.</summary>
public static class Say
{
    private static readonly Stopwatch Clock = Stopwatch.StartNew();
    private static int step;

    public static void Step(string title) => Line($"\n[{Elapsed}] {++step}. {title}");

    public static void Line(string text) => Console.WriteLine(text);

    public static void Detail(string text) => Console.WriteLine("    " + text);

    public static string Elapsed => Clock.Elapsed.TotalSeconds.ToString("00.0", CultureInfo.InvariantCulture) + " s";

    public static string Number(decimal value) => value.ToString("0.00", CultureInfo.GetCultureInfo("vi-VN"));

    /// <summary>A table; columns as wide as their longest cell, counted in characters as they are seen.</summary>
    public static void Table(string[] head, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(head).ToArray();
        var widths = head.Select((_, i) => all.Max(r => Width(r[i]))).ToArray();
        string Row(string[] cells) => "    " + string.Join("  ", cells.Select((c, i) => c + new string(' ', widths[i] - Width(c)))).TrimEnd();
        Console.WriteLine(Row(head));
        Console.WriteLine("    " + string.Join("  ", widths.Select(w => new string('-', w))));
        foreach (var row in all.Skip(1))
            Console.WriteLine(Row(row));
    }

    private static int Width(string text) => new StringInfo(text.Normalize(NormalizationForm.FormC)).LengthInTextElements;
}
