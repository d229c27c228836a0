using Emulation.Benchmarks.Documents;
using Emulation.Benchmarks.Nominations;
using Emulation.Benchmarks.Scoring;

namespace Emulation.Benchmarks;

/// <summary>
/// Benchmarks by name: <c>dotnet run -c Release --project tests/Benchmarks -- scoring|nominations|documents [--runs 7] [--units 3321] [--years 5] [--blocks cells|nation] [--nominations 100000] [--documents 1000] [--dry]</c>.
/// Each prints medians and their ratios and adds its rows to docs/benchmarks.md; with <c>--dry</c> it only prints.
/// </summary>
internal static class Benchmarks
{
    private static readonly Dictionary<string, Func<Options, Task<IReadOnlyList<Line>>>> Known = new()
    {
        ["scoring"] = ScoringBenchmark.RunAsync,
        ["nominations"] = NominationsBenchmark.RunAsync,
        ["documents"] = DocumentsBenchmark.RunAsync,
    };

    private static async Task<int> Main(string[] args)
    {
        if (args.Length == 0 || !Known.TryGetValue(args[0], out var benchmark) || Options.Read(args[1..]) is not { } options)
        {
            Console.Error.WriteLine($"Benchmarks: {string.Join(", ", Known.Keys)}. Options: --runs N, --units N, --years N, --blocks cells|nation, --nominations N, --documents N, --dry");
            return 2;
        }
        var before = Machine.Load;
        var lines = await benchmark(options);
        var load = $"{before} → {Machine.Load}";
        Console.WriteLine();
        foreach (var line in lines)
            Console.WriteLine(line.ToText());
        Console.WriteLine($"Load (1 min / cores): {load}");
        if (!options.Dry)
            Page.Append(lines.Select(l => l.ToRow(load)));
        return 0;
    }
}

internal sealed record Options(int Runs, int Units, int Years, bool Nation, int Nominations, int Documents, bool Dry)
{
    public static Options? Read(string[] args)
    {
        var options = new Options(7, 3321, 5, false, 100_000, 1000, false);
        for (var i = 0; i < args.Length; i++)
        {
            options = (args[i], i + 1 < args.Length ? args[i + 1] : "") switch
            {
                ("--dry", _) => options with { Dry = true },
                ("--runs", var n) when int.TryParse(n, out var runs) && runs >= 1 => options with { Runs = runs },
                ("--units", var n) when int.TryParse(n, out var units) && units >= 3 => options with { Units = units },
                ("--years", var n) when int.TryParse(n, out var years) && years >= 1 => options with { Years = years },
                ("--nominations", var n) when int.TryParse(n, out var nominations) && nominations >= 20_000 => options with { Nominations = nominations },
                ("--documents", var n) when int.TryParse(n, out var documents) && documents >= 10 => options with { Documents = documents },
                ("--blocks", "cells") => options with { Nation = false },
                ("--blocks", "nation") => options with { Nation = true },
                _ => null,
            };
            if (options is null)
                return null;
            if (args[i] != "--dry")
                i++;
        }
        return options;
    }
}
