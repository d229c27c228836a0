using System.Globalization;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Mvc;

namespace Emulation.Gateway.Features.City;

/// <summary>What a city view is narrowed to; what is left out is not narrowed.</summary>
public sealed record CityFilter
{
    /// <summary>Index year and year of the achievement, 2000–2100.</summary>
    [FromQuery(Name = "year"), Between(2000, 2100)]
    public int? Year { get; init; }

    /// <summary>Ranking block: so-nganh, phuong, xa-dac-khu.</summary>
    [FromQuery(Name = "block"), Text(40)]
    public string? Block { get; init; }

    /// <summary>Code of a campaign.</summary>
    [FromQuery(Name = "campaign"), Text(40)]
    public string? Campaign { get; init; }

    /// <summary>State of nominations: draft, submitted, returned, agreed, forwarded, appraised, awarded, rejected, withdrawn.</summary>
    [FromQuery(Name = "state"), Text(40)]
    public string? State { get; init; }

    private static readonly string[] States = ["draft", "submitted", "returned", "agreed", "forwarded", "appraised", "awarded", "rejected", "withdrawn"];

    /// <summary>What is wrong with the values that are names of something; null when nothing is.</summary>
    internal Problem? Fault => State is null || States.Contains(State, StringComparer.OrdinalIgnoreCase) ? null
        : CommonProblems.Invalid.At("?state", $"Trạng thái hồ sơ là một trong: {string.Join(", ", States)}.");

    internal bool Takes(NominationCountRow n) =>
        (Year is null || n.Year == Year) && (Campaign is null || n.CampaignCode == Campaign) && (State is null || string.Equals(n.State, State, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The reads that the city views share.</summary>
internal static class CityQueries
{
    private static readonly string[] Blocks = ["phuong", "xa-dac-khu", "so-nganh"];

    /// <summary>Units that are ranked themselves, block by block: the offices inside them are many times more.</summary>
    public static async Task<Read<UnitRow>> Units(CityReader reader) =>
        Joined(await Task.WhenAll(Blocks.Select(b => reader.List<UnitRow>("campaigns", $"/units?active=true&limit=200&block={b}"))));

    public static Task<Read<CampaignRow>> Campaigns(CityReader reader) => reader.List<CampaignRow>("campaigns", "/campaigns?limit=200");

    public static Task<Read<DeadlineRow>> Deadlines(CityReader reader, DateOnly from, DateOnly to) =>
        reader.List<DeadlineRow>("campaigns", string.Create(CultureInfo.InvariantCulture, $"/campaigns/deadlines?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"));

    public static Task<Read<NominationCountRow>> Nominations(CityReader reader) => reader.List<NominationCountRow>("nominations", "/nominations/summary");

    /// <summary>What has been published, in the version that holds now; one for each block and year.</summary>
    public static async Task<Read<RankingHead>> RankingHeads(CityReader reader)
    {
        var read = await reader.List<RankingHead>("scoring", "/rankings?current=true&limit=200");
        return read with { Items = [.. read.Items.GroupBy(r => (r.Block, r.Year)).Select(g => g.MaxBy(r => r.PublishedAt)!).OrderByDescending(r => r.Year).ThenBy(r => r.Block, StringComparer.Ordinal)] };
    }

    /// <summary>Whole rankings. A version of a ranking never changes, so it is asked for once.</summary>
    public static async Task<Read<RankingRow>> Rankings(CityReader reader, Part heads, IEnumerable<RankingHead> wanted)
    {
        var read = Joined(await Task.WhenAll(wanted.Select(r => reader.Frozen<RankingRow>("scoring", $"/rankings/{r.Id}"))));
        return read with { Part = read.Part.State == PartState.Missing ? read.Part : heads };
    }

    private static Read<T> Joined<T>(Read<T>[] reads) => new(reads.Length == 0 ? new Part(PartState.Fresh, null, null) : Part.Of([.. reads.Select(r => r.Part)]), [.. reads.SelectMany(r => r.Items)]);
}
