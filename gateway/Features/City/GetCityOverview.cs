using Emulation.ServiceDefaults;

namespace Emulation.Gateway.Features.City;

/// <summary>The whole city, or as much of it as the caller may see.</summary>
/// <param name="Parts">State of each service's part.</param>
/// <param name="Year">Year that was asked for; null = the latest index of each block, nominations of all years.</param>
/// <param name="IndexYears">Years with a published ranking, latest first.</param>
/// <param name="Blocks">Ranking blocks with their units and published index.</param>
/// <param name="Campaigns">Campaigns in force or closed; drafts are not shown.</param>
/// <param name="Nominations">Nominations by state.</param>
/// <param name="Units">Units that are ranked themselves: communes, wards, special zones and departments.</param>
/// <param name="Deadlines">Deadlines of the next 60 days and of the last 30, earliest first.</param>
public sealed record CityOverview(
    Dictionary<string, Part> Parts, int? Year, int[] IndexYears, BlockOverview[] Blocks, CampaignOverview[] Campaigns,
    NominationTotals Nominations, UnitOverview[] Units, CityDeadline[] Deadlines);

/// <summary>One ranking block.</summary>
/// <param name="Block">Code: so-nganh, phuong, xa-dac-khu.</param>
/// <param name="Units">Number of units in the block, after filtering.</param>
/// <param name="UnitsByKind">The same by kind of unit.</param>
/// <param name="IndexYear">Year of the ranking shown; null when none is published.</param>
/// <param name="Ranked">Units with a rank.</param>
/// <param name="AverageIndex">Mean of their index, 0–100, two decimals.</param>
public sealed record BlockOverview(string Block, int Units, Dictionary<string, int> UnitsByKind, int? IndexYear, int Ranked, decimal? AverageIndex);

/// <summary>A campaign and the unit that launched it.</summary>
public sealed record CampaignOverview(Guid Id, string Code, string Name, string UnitCode, string UnitName, int FromYear, int ToYear, string State);

/// <summary>How many nominations, by state and verdict.</summary>
/// <param name="Late">Handed in after the deadline.</param>
public sealed record NominationTotals(int Total, int Late, Dictionary<string, int> ByState, Dictionary<string, int> ByEligibility)
{
    internal static NominationTotals Of(IReadOnlyCollection<NominationCountRow> rows) => new(
        rows.Sum(n => n.Count), rows.Where(n => n.Late).Sum(n => n.Count), Sum(rows, n => n.State), Sum(rows, n => n.Eligibility));

    private static Dictionary<string, int> Sum(IEnumerable<NominationCountRow> rows, Func<NominationCountRow, string> by) =>
        rows.GroupBy(by).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(n => n.Count));
}

/// <summary>One unit with all that the city asks about it.</summary>
/// <param name="Campaigns">Codes of the campaigns it has launched.</param>
/// <param name="Index">Its published index; null when not ranked.</param>
public sealed record UnitOverview(string UnitCode, string UnitName, string Kind, string? Block, string[] Campaigns, UnitIndex? Index, NominationTotals Nominations);

/// <summary>Published index of a unit.</summary>
/// <param name="Index">0–100 before bonus, four decimals.</param>
/// <param name="PreviousRank">Rank in the same block one year before; null when there was none.</param>
public sealed record UnitIndex(int Year, int Rank, bool Tied, decimal Index, string? Class, int? PreviousRank);

internal static class GetCityOverview
{
    public static void Map(RouteGroupBuilder city) => city.MapGet("/overview", Handle).WithName(nameof(GetCityOverview))
        .WithSummary("Tổng quan toàn thành phố: đơn vị, phong trào, chỉ số và xếp hạng, hồ sơ, thời hạn. Dịch vụ không trả lời thì phần tương ứng được nêu là cũ hoặc thiếu.");

    private static async Task<CityOverview> Handle([AsParameters] CityFilter filter, CityReader reader, TimeProvider time)
    {
        var today = VietnamTime.Today(time);
        var (units, campaigns, deadlines) = (CityQueries.Units(reader), CityQueries.Campaigns(reader), CityQueries.Deadlines(reader, today.AddDays(-30), today.AddDays(60)));
        var nominations = CityQueries.Nominations(reader);
        var heads = await CityQueries.RankingHeads(reader);
        RankingHead[] latest = [.. heads.Items.Where(r => filter.Year is null || r.Year == filter.Year).GroupBy(r => r.Block).Select(b => b.First())];
        var rankings = CityQueries.Rankings(reader, heads.Part, heads.Items.Where(r => latest.Any(l => l.Block == r.Block && r.Year >= l.Year - 1 && r.Year <= l.Year)));
        await Task.WhenAll(units, campaigns, deadlines, rankings, nominations);

        var published = (await rankings).Items.ToDictionary(r => (r.Block, r.Year));
        var shown = latest.Where(l => published.ContainsKey((l.Block, l.Year)))
            .Select(l => (Now: published[(l.Block, l.Year)], Before: published.GetValueOrDefault((l.Block, l.Year - 1))));
        var index = shown.SelectMany(s => s.Now.Ranked ?? [], (s, e) => (e.UnitCode, Index: Of(e, s))).ToLookup(e => e.UnitCode, e => e.Index);
        var counts = (await nominations).Items.Where(filter.Takes).ToLookup(n => n.UnitCode);
        var launched = (await campaigns).Items.Where(c => c.State != "draft").ToArray();
        var byUnit = launched.ToLookup(c => c.UnitCode, c => c.Code);

        var rows = (await units).Items
            .Where(u => u.Active && u.RankingBlock is not null && (filter.Block is null || u.RankingBlock == filter.Block))
            .Select(u => new UnitOverview(u.Code, u.Name, u.Kind, u.RankingBlock, [.. byUnit[u.Code]], index[u.Code].FirstOrDefault(), NominationTotals.Of([.. counts[u.Code]])))
            .Where(u => (filter.Campaign is null || u.Campaigns.Contains(filter.Campaign) || u.Nominations.Total > 0) && (filter.State is null || u.Nominations.Total > 0))
            .OrderBy(u => u.Block, StringComparer.Ordinal).ThenBy(u => u.Index?.Rank ?? int.MaxValue).ThenBy(u => u.UnitCode, StringComparer.Ordinal)
            .ToArray();
        var listed = rows.Select(u => u.UnitCode).ToHashSet();
        return new CityOverview(
            new()
            {
                ["campaigns"] = Part.Of((await units).Part, (await campaigns).Part, (await deadlines).Part),
                ["scoring"] = (await rankings).Part,
                ["nominations"] = (await nominations).Part,
            },
            filter.Year,
            [.. heads.Items.Select(r => r.Year).Distinct().OrderDescending()],
            [.. rows.GroupBy(u => u.Block!).Select(b => Block(b.Key, [.. b]))],
            [.. launched.Select(c => new CampaignOverview(c.Id, c.Code, c.Name, c.UnitCode, c.UnitName, c.FromYear, c.ToYear, c.State))],
            // Without the unit register there is no telling which units a filter leaves: then all that the caller may see counts.
            NominationTotals.Of([.. counts.Where(c => filter.Block is null || listed.Contains(c.Key)).SelectMany(c => c)]),
            rows,
            [.. (await deadlines).Items.Where(d => filter.Campaign is null || d.Code == filter.Campaign).Select(d => CityDeadline.Of(d, today))]);
    }

    private static UnitIndex Of(RankedRow e, (RankingRow Now, RankingRow? Before) shown) =>
        new(shown.Now.Year, e.Rank, e.Tied, e.Index, e.Class, shown.Before?.Ranked?.FirstOrDefault(b => b.UnitCode == e.UnitCode)?.Rank);

    private static BlockOverview Block(string block, UnitOverview[] units)
    {
        decimal[] indexes = [.. units.Select(u => u.Index?.Index).OfType<decimal>()];
        return new(block, units.Length, units.GroupBy(u => u.Kind).ToDictionary(k => k.Key, k => k.Count()),
            units.Select(u => u.Index?.Year).FirstOrDefault(y => y is not null), indexes.Length,
            indexes.Length == 0 ? null : Math.Round(indexes.Average(), 2, MidpointRounding.AwayFromZero));
    }
}
