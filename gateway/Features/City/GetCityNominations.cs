namespace Emulation.Gateway.Features.City;

/// <summary>Nominations counted by state and unit.</summary>
/// <param name="Parts">State of each service's part.</param>
/// <param name="Totals">Of all units listed.</param>
/// <param name="Units">Units with nominations, most first.</param>
public sealed record CityNominations(Dictionary<string, Part> Parts, NominationTotals Totals, UnitNominations[] Units);

/// <summary>Nominations that one unit proposes.</summary>
/// <param name="UnitName">Null when the unit register does not answer.</param>
public sealed record UnitNominations(string UnitCode, string? UnitName, string? Block, NominationTotals Totals, CategoryNominations[] Categories);

/// <summary>Nominations of one unit in one category of a campaign.</summary>
public sealed record CategoryNominations(Guid CampaignId, string CampaignCode, string CategoryKey, int Year, NominationTotals Totals);

internal static class GetCityNominations
{
    public static void Map(RouteGroupBuilder city) => city.MapGet("/nominations", Handle).WithName(nameof(GetCityNominations))
        .WithSummary("Hồ sơ đề nghị khen thưởng theo đơn vị, phong trào và trạng thái.");

    private static async Task<CityNominations> Handle([AsParameters] CityFilter filter, CityReader reader)
    {
        var (nominations, units) = (CityQueries.Nominations(reader), CityQueries.Units(reader));
        await Task.WhenAll(nominations, units);
        var register = (await units).Items.ToDictionary(u => u.Code);
        var rows = (await nominations).Items
            .Where(n => filter.Takes(n) && (filter.Block is null || register.GetValueOrDefault(n.UnitCode)?.RankingBlock == filter.Block))
            .ToArray();
        return new CityNominations(
            new() { ["nominations"] = (await nominations).Part, ["campaigns"] = (await units).Part },
            NominationTotals.Of(rows),
            [.. rows.GroupBy(n => n.UnitCode)
                .Select(g => new UnitNominations(g.Key, register.GetValueOrDefault(g.Key)?.Name, register.GetValueOrDefault(g.Key)?.RankingBlock, NominationTotals.Of([.. g]),
                    [.. g.GroupBy(n => (n.CampaignId, n.CampaignCode, n.CategoryKey, n.Year))
                        .Select(c => new CategoryNominations(c.Key.CampaignId, c.Key.CampaignCode, c.Key.CategoryKey, c.Key.Year, NominationTotals.Of([.. c])))]))
                .OrderByDescending(u => u.Totals.Total).ThenBy(u => u.UnitCode, StringComparer.Ordinal)]);
    }
}
