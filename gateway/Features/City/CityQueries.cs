using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Emulation.Gateway.Features.City;

/// <summary>What a city view is narrowed to; what is left out is not narrowed.</summary>
public sealed record CityFilter
{
    /// <summary>Index year and year of the achievement, 2000–2100.</summary>
    [FromQuery(Name = "year"), Range(2000, 2100)]
    public int? Year { get; init; }

    /// <summary>Ranking block: so-nganh, phuong, xa-dac-khu.</summary>
    [FromQuery(Name = "block"), StringLength(40)]
    public string? Block { get; init; }

    /// <summary>Code of a campaign.</summary>
    [FromQuery(Name = "campaign"), StringLength(40)]
    public string? Campaign { get; init; }

    /// <summary>State of nominations.</summary>
    [FromQuery(Name = "state"), StringLength(40)]
    public string? State { get; init; }

    internal bool Takes(NominationCountRow n) =>
        (Year is null || n.Year == Year) && (Campaign is null || n.CampaignCode == Campaign) && (State is null || n.State == State);
}

/// <summary>The reads that the city views share.</summary>
internal static class CityQueries
{
    public static Task<Read<UnitRow>> Units(CityReader reader) => reader.List<UnitRow>("campaigns", "/units?limit=200");

    public static Task<Read<CampaignRow>> Campaigns(CityReader reader) => reader.List<CampaignRow>("campaigns", "/campaigns?limit=200");

    public static Task<Read<DeadlineRow>> Deadlines(CityReader reader, DateOnly from, DateOnly to) =>
        reader.List<DeadlineRow>("campaigns", string.Create(CultureInfo.InvariantCulture, $"/campaigns/deadlines?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"));

    public static Task<Read<RankingRow>> Rankings(CityReader reader) => reader.List<RankingRow>("scoring", "/rankings?current=true&limit=200");

    public static Task<Read<NominationCountRow>> Nominations(CityReader reader) => reader.List<NominationCountRow>("nominations", "/nominations/summary");
}
