namespace Emulation.Benchmarks.Scoring;

/// <summary>From stored sheets to ranks, and one changed leaf to a republished ranking.</summary>
internal static class ScoringBenchmark
{
    // Short enough to be lost in the noise alone.
    private const int Cycles = 20;

    public static async Task<IReadOnlyList<Line>> RunAsync(Options options)
    {
        var nation = new Nation(options);
        var blocks = nation.Set.Definition.Blocks.Length;
        var layout = $"{nation.Units.Length} units × {nation.Set.Definition.Leaves.Count} leaves × {nation.Years.Length} years, {blocks} blocks";
        Console.WriteLine($"{layout}; PostgreSQL with fsync; {options.Runs} interleaved runs");
        await using var stored = await Stored.WriteAsync(nation);
        var service = new Service(stored, nation);
        var memory = new Divisors.Memory(nation);
        await SameAsync(service, stored, memory);

        var ranking = new Interleaved(options.Runs);
        ranking.Add("service: stored sheets → ranks", service.RankAsync);
        ranking.Add("SQL from leaf values", () => Divisors.SqlFromValues(stored));
        ranking.Add("SQL from stored totals", () => Divisors.SqlFromTotals(stored));
        ranking.Add("C# in memory", () => Task.FromResult(memory.Rank()));
        var a = await PrintedAsync(ranking);

        var year = nation.Years[^1];
        foreach (var block in nation.Set.Definition.Blocks)
            await service.PublishAsync(year, block);
        var random = new Random(7);
        var sheets = nation.Sheets.Where(s => s.Year == year).ToArray();
        async Task CycleAsync(int leaves, bool appraise, bool republish)
        {
            var sheet = sheets[random.Next(sheets.Length)];
            if (appraise)
                await service.ReappraiseAsync(sheet, leaves, random);
            if (republish)
                await service.RepublishAsync(sheet);
        }
        var all = nation.Set.Definition.Leaves.Count;
        var change = new Interleaved(options.Runs);
        change.Add("one leaf: scored, saved, ranked, republished", () => CycleAsync(1, true, true), Cycles);
        change.Add("one unit: all leaves scored, saved, ranked, republished", () => CycleAsync(all, true, true), Cycles);
        change.Add("one unit's sheet alone: all leaves scored, saved", () => CycleAsync(all, true, false), Cycles);
        change.Add("one sheet alone: one leaf scored, saved", () => CycleAsync(1, true, false), Cycles);
        var d = await PrintedAsync(change);

        return
        [
            new($"scoring: stored sheets → ranks ({layout})", a["service: stored sheets → ranks"], "one SQL statement over leaf values", a["SQL from leaf values"], 1.5),
            new($"scoring: stored sheets → ranks ({layout})", a["service: stored sheets → ranks"], "one SQL statement over stored totals", a["SQL from stored totals"], null),
            new($"scoring: stored sheets → ranks ({layout})", a["service: stored sheets → ranks"], "plain C# in memory", a["C# in memory"], 3),
            new($"scoring: one leaf changed → republished ({layout})", d["one leaf: scored, saved, ranked, republished"], "one unit's sheet alone, scored and saved", d["one unit's sheet alone: all leaves scored, saved"], 2),
            new($"scoring: one leaf changed → republished ({layout})", d["one leaf: scored, saved, ranked, republished"], "one unit's sheet, the same way", d["one unit: all leaves scored, saved, ranked, republished"], 2),
            new($"scoring: one leaf changed → republished ({layout})", d["one leaf: scored, saved, ranked, republished"], "the nation: stored sheets → ranks", a["service: stored sheets → ranks"], null),
        ];
    }

    private static async Task<Dictionary<string, Timing>> PrintedAsync(Interleaved works)
    {
        var timings = await works.RunAsync();
        foreach (var timing in timings.Values)
            Console.WriteLine(timing);
        return timings;
    }

    /// <summary>Four ways, one result: a benchmark of something wrong would be worth nothing.</summary>
    private static async Task SameAsync(Service service, Stored stored, Divisors.Memory memory)
    {
        static List<Ranked> InOrder(List<Ranked> ranks) => [.. ranks.OrderBy(r => r.Year).ThenBy(r => r.Unit, StringComparer.Ordinal)];
        var expected = InOrder(memory.Rank());
        foreach (var (name, ranks) in new[] { ("service", await service.RankAsync()), ("SQL from values", await Divisors.SqlFromValues(stored)), ("SQL from totals", await Divisors.SqlFromTotals(stored)) })
        {
            if (!InOrder(ranks).SequenceEqual(expected))
                throw new InvalidOperationException($"The ranks of “{name}” differ.");
        }
    }
}
