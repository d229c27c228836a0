using System.Diagnostics;
using System.Globalization;

namespace Emulation.Benchmarks;

/// <summary>Times of one piece of work, in milliseconds.</summary>
internal sealed record Timing(string Name, double[] Runs)
{
    public double Median
    {
        get
        {
            var sorted = Runs.Order().ToArray();
            return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
    }

    /// <summary>Widest deviation from the median, in per cent of it.</summary>
    public double Spread => Runs.Max(r => Math.Abs(r - Median)) / Median * 100;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name,-60} {Median,10:0.00} ms   ±{Spread:0}%");
}

/// <summary>Runs several pieces of work in turn, over and over: what else the machine does meets all of them alike. Only their ratios count.</summary>
internal sealed class Interleaved(int runs)
{
    private readonly List<(string Name, Func<Task> Work, int Times)> _works = [];

    /// <param name="name">What it is.</param>
    /// <param name="work">Done once for one measurement.</param>
    /// <param name="times">How often for one measurement, where once is too short; the time is divided by it.</param>
    public void Add(string name, Func<Task> work, int times = 1) => _works.Add((name, work, times));

    public async Task<Dictionary<string, Timing>> RunAsync()
    {
        var times = _works.ToDictionary(w => w.Name, _ => new List<double>());
        for (var run = -1; run < runs; run++)
        {
            // Another one first each time.
            for (var i = 0; i < _works.Count; i++)
            {
                var (name, work, count) = _works[(i + run + 1) % _works.Count];
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var clock = Stopwatch.StartNew();
                for (var n = 0; n < count; n++)
                    await work();
                // The first round only warms up.
                if (run >= 0)
                    times[name].Add(clock.Elapsed.TotalMilliseconds / count);
            }
        }
        return times.ToDictionary(t => t.Key, t => new Timing(t.Key, [.. t.Value]));
    }
}
