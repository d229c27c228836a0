extern alias nominations;

using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using nominations::Emulation.Nominations.Domain;
using nominations::Emulation.Nominations.Features.Eligibility;

namespace Emulation.Benchmarks.Nominations;

/// <summary>A city's years of nominations: lists stay quick, and a published ranking is through in seconds without stopping those who hand in.</summary>
internal static class NominationsBenchmark
{
    private const int Lists = 50;

    // Code is compiled in earnest only when it has run a while; a service that runs for years is past that.
    private const int WarmUps = 40;

    // Once in twenty rounds nobody would notice; every round counts here.
    private const int Rounds = 5;

    private const int Years = 20;

    public static async Task<IReadOnlyList<Line>> RunAsync(Options options)
    {
        Databases.Durable = true;
        await using var city = new City();
        await city.InitializeAsync();
        await city.FillAsync(options.Nominations);
        await city.FillRegisterAsync(Years);
        await using var young = new City();
        await young.InitializeAsync();
        await young.FillAsync(options.Nominations);
        await young.FillRegisterAsync(1);
        await using var bare = await Bare.StartAsync(city.Source);
        var register = $"{Years} years, {Years * 5000:#,0} awards";
        var layout = $"{options.Nominations:#,0} nominations of {city.Units.Length} units";
        Console.WriteLine($"{layout}; PostgreSQL with fsync; {options.Runs} interleaved runs");

        await SameAnswersAsync(city.As(City.Code), bare.Client, $"/nominations?unitCode={city.Units[7]}&state=Awarded&limit=25");
        await SameAnswersAsync(city.As(City.Code), bare.Client, "/register?search=tran%20mai&limit=25");
        for (var i = 0; i < WarmUps; i++)
        {
            await ListAsync(city.As(City.Code), city);
            await ListAsync(bare.Client, city);
            await SearchAsync(city.As(City.Code));
            await SearchAsync(bare.Client);
        }

        var lists = new Interleaved(options.Runs);
        lists.Add("service: 25 of a unit and state", () => ListAsync(city.As(City.Code), city));
        lists.Add("bare endpoint: 25 of a unit and state", () => ListAsync(bare.Client, city));
        lists.Add("service: register searched", () => SearchAsync(city.As(City.Code)));
        lists.Add("bare endpoint: register searched", () => SearchAsync(bare.Client));
        lists.Add("earlier awards of a nominee, twenty years", () => city.AskRegisterAsync(Lists));
        lists.Add("earlier awards of a nominee, one year", () => young.AskRegisterAsync(Lists));
        var l = await lists.RunAsync();
        var (alone, meanwhile, rejudge, memory) = await RejudgeAsync(city);
        foreach (var timing in l.Values.Concat([alone, meanwhile, rejudge, memory]))
            Console.WriteLine(timing);
        return
        [
            new($"nominations: list of 25 ({layout})", l["service: 25 of a unit and state"], "bare Npgsql endpoint", l["bare endpoint: 25 of a unit and state"], 2),
            new($"nominations: register searched ({register})", l["service: register searched"], "bare Npgsql endpoint", l["bare endpoint: register searched"], 2),
            new($"nominations: earlier awards of a nominee ({register})", l["earlier awards of a nominee, twenty years"], "the same in one year's register", l["earlier awards of a nominee, one year"], 1.5),
            new($"nominations: ranking of {city.RankedWards.Length} wards → {City.Open:#,0} open ones judged again, saved, told", rejudge, "ten seconds", new Timing("ten seconds", [10_000]), 1),
            new($"nominations: ranking of {city.RankedWards.Length} wards → {City.Open:#,0} open ones judged again, saved, told", rejudge, "the same verdicts in memory", memory, null),
            new("nominations: one handed in while a ranking is worked through", meanwhile, "one handed in alone", alone, 1 / 0.7),
        ];
    }

    private static async Task ListAsync(HttpClient client, City city)
    {
        for (var i = 0; i < Lists; i++)
            (await client.GetAsync($"/nominations?unitCode={city.Units[i * 7 % city.Units.Length]}&state=Awarded&limit=25")).EnsureSuccessStatusCode();
    }

    /// <summary>A divisor that finds less than the service would make the ratio worthless.</summary>
    private static async Task SameAnswersAsync(HttpClient service, HttpClient bare, string path)
    {
        var asked = (await service.GetFromJsonAsync<JsonElement>(path)).GetProperty("items").EnumerateArray().Select(Id).ToList();
        var divisor = (await bare.GetFromJsonAsync<JsonElement>(path)).EnumerateArray().Select(Id).ToList();
        if (asked.Count != 25 || !asked.SequenceEqual(divisor))
            throw new InvalidOperationException($"{path}: the service found {asked.Count} lines, the bare endpoint {divisor.Count}, or others.");

        static string? Id(JsonElement line) => line.GetProperty("id").GetString();
    }

    private static async Task SearchAsync(HttpClient client)
    {
        foreach (var words in new[] { "tran mai", "huong", "ngo thi quang", "xuat sac duc", "le 4711" })
            (await client.GetAsync($"/register?search={Uri.EscapeDataString(words)}&limit=25")).EnsureSuccessStatusCode();
    }

    private static async Task<(Timing Alone, Timing Meanwhile, Timing Rejudge, Timing Memory)> RejudgeAsync(City city)
    {
        List<double> alone = [], meanwhile = [], rejudge = [], memory = [];
        for (var round = 0; round <= Rounds; round++)
        {
            // Year after year: nothing decided rests on what was not published yet.
            var ranking = city.Ranking(2028 + round, 1, seed: 100 + round);
            var before = await HandInAsync(city, Task.Delay(TimeSpan.FromSeconds(3)));
            var clock = Stopwatch.StartNew();
            var delivered = city.WorkThroughAsync(ranking);
            var during = await HandInAsync(city, delivered);
            await delivered;
            var took = clock.Elapsed.TotalMilliseconds;
            // What is told goes out before the next round.
            await Eventually.HoldsAsync(() => city.WithDb(async db => !await db.Set<OutboxMessage>().AnyAsync()), "the outbox did not empty", TimeSpan.FromMinutes(2));
            var inMemory = await JudgeInMemoryAsync(city);
            if (round == 0)
                continue;
            alone.Add(before);
            meanwhile.Add(during);
            rejudge.Add(took);
            memory.Add(inMemory);
        }
        return (new("one handed in, alone", [.. alone]), new("one handed in, meanwhile", [.. meanwhile]), new("ranking worked through", [.. rejudge]), new("verdicts in memory", [.. memory]));
    }

    /// <summary>Hands in one after the other until the other task is done; milliseconds for one.</summary>
    private static async Task<double> HandInAsync(City city, Task until)
    {
        var unit = city.Units[^1];
        var client = city.As(unit);
        var (clock, count) = (Stopwatch.StartNew(), 0);
        while (!until.IsCompleted || count == 0)
        {
            (await client.PostAsJsonAsync("/nominations", new
            {
                campaign = City.Campaign.Code, category = "period-collective", year = 2030, achievement = "Dẫn đầu cải cách hành chính", submit = true,
                nominee = new { kind = "collective", name = $"Tập thể {Guid.NewGuid():N}", unitCode = unit },
            })).EnsureSuccessStatusCode();
            count++;
        }
        return clock.Elapsed.TotalMilliseconds / count;
    }

    private static Task<double> JudgeInMemoryAsync(City city) => city.WithDb(async db =>
    {
        var wards = city.RankedWards;
        var open = await db.Nominations.AsNoTracking().Where(n => n.State == NominationState.Forwarded && wards.Contains(n.RankedUnitCode!)).ToListAsync();
        var facts = await FactSource.LoadAsync(db, open, city.Time, default);
        var clock = Stopwatch.StartNew();
        foreach (var nomination in open)
            facts.Judge(nomination);
        return clock.Elapsed.TotalMilliseconds;
    });
}
