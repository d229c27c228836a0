using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>What the steps hand on to each other.</summary>
public sealed class Stage(PlayOptions options, HttpClient http)
{
    /// <summary>The installation's own client: enters units and machine clients.</summary>
    public Api Admin { get; } = new(http, "emulation-admin", options.AdminSecret);

    /// <summary>The department of home affairs.</summary>
    public Api City { get; set; } = null!;

    /// <summary>The system in which the city's chairman signs.</summary>
    public Api CityLeader { get; set; } = null!;

    /// <summary>The ward systems, by the code of their commune.</summary>
    public ConcurrentDictionary<string, Api> Wards { get; } = new();

    public JsonArray Units { get; } = Read(options, "units.json").AsArray();

    public JsonNode[] Plans { get; } = ReadAll(options, "plans");

    /// <summary>What the pilot wards report on the criteria of their campaigns.</summary>
    public JsonNode[] Figures { get; } = ReadAll(options, "figures");

    public JsonNode[] Dossiers { get; } = ReadAll(options, "nominations");

    public JsonNode[] EmulationBlocks { get; } = ReadAll(options, "emulation-blocks");

    /// <summary>Awards of years before the software.</summary>
    public JsonNode PastAwards { get; } = Read(options, "register/past-awards.json");

    public JsonNode IndexSet { get; } = Read(options, "index-sets/commune.json");

    /// <summary>Code of a campaign → its id.</summary>
    public ConcurrentDictionary<string, string> Campaigns { get; } = new();

    /// <summary>Key of an initiative in the sample → its id.</summary>
    public ConcurrentDictionary<string, string> Initiatives { get; } = new();

    /// <summary>Reference of a nomination in the sample → the nomination as last seen.</summary>
    public ConcurrentDictionary<string, JsonNode> Nominations { get; } = new();

    public PlayOptions Options => options;

    public Api Caller(string clientId, string secret) => new(http, clientId, secret);

    /// <summary>Communes that are scored: ward, commune, special zone.</summary>
    public IEnumerable<JsonNode> Communes =>
        Units.OfType<JsonNode>().Where(u => (string?)u["kind"] is "ward" or "commune" or "specialZone");

    /// <summary>A few at a time: two cores serve the whole system.</summary>
    public Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> act) => Parallel.ForEachAsync(items,
        new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, async (item, _) => await act(item));

    private static JsonNode Read(PlayOptions options, string file) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(options.Samples, file))) ?? throw new InvalidDataException(file);

    private static JsonNode[] ReadAll(PlayOptions options, string folder) =>
        [.. Directory.GetFiles(Path.Combine(options.Samples, folder), "*.json").Order(StringComparer.Ordinal)
            .Select(f => Read(options, Path.Combine(folder, Path.GetFileName(f))))];
}
