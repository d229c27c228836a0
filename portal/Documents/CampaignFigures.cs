using Emulation.Portal.Clients;

namespace Emulation.Portal.Documents;

/// <summary>Gathers what the system knows of a campaign in a year for its report; words are left to the officials.</summary>
internal static class CampaignFigures
{
    private static readonly string[] NotHandedIn = ["draft", "withdrawn"];

    public static async Task<PaperBody> Report(GatewayClient gateway, CampaignOverview campaign, int year, MissingAnswer missing)
    {
        var (plan, counts, units) = (gateway.CampaignPlan(campaign.Id), gateway.NominationCounts(campaign.Code, year), gateway.UnitsBelow(campaign.UnitCode));
        var categories = (await plan).Plan.Scheme.Categories.ToDictionary(c => c.Key);
        var names = (await units).ToDictionary(u => u.Code, u => u.Name);
        names[campaign.UnitCode] = campaign.UnitName;
        var rankings = await Task.WhenAll(Words.Blocks.Select(block => gateway.Rankings(block.Code)));
        return new("campaign-reports", null, new
        {
            CampaignId = campaign.Id, CampaignName = campaign.Name,
            Stage = year >= campaign.ToYear ? "final" : "interim", FromYear = year >= campaign.ToYear ? campaign.FromYear : year, ToYear = year,
            Addressees = new[] { campaign.UnitCode == ServiceDefaults.Auth.CityUnit ? "Bộ Nội vụ" : "Ủy ban nhân dân thành phố" },
            Awards = (await counts).Where(c => !NotHandedIn.Contains(c.State))
                .GroupBy(c => (Category: categories.GetValueOrDefault(c.CategoryKey)?.Name ?? c.CategoryKey, Recipient: categories.GetValueOrDefault(c.CategoryKey)?.Recipient ?? "collective",
                    Unit: names.GetValueOrDefault(c.UnitCode) ?? c.UnitCode))
                .Select(g => new
                {
                    g.Key.Category, g.Key.Recipient, UnitName = g.Key.Unit,
                    Nominated = g.Sum(c => c.Count), Awarded = g.Where(c => c.State == "awarded").Sum(c => c.Count),
                }),
            Index = Index(campaign, year, rankings.SelectMany(r => r.Rankings).DistinctBy(r => r.Id)),
            Deadlines = missing.Items.Select(item => new { What = item.Text, Due = item.LastDay, item.Done, Missing = Math.Max(0, item.Owed - item.Done) }),
        });
    }

    /// <summary>A unit's own places over the years of the campaign; for the city the average of each block, of which a unit's place would say nothing.</summary>
    private static IEnumerable<object> Index(CampaignOverview campaign, int year, IEnumerable<CityRanking> rankings)
    {
        var known = rankings.Where(r => r.Year >= campaign.FromYear && r.Year <= year).OrderBy(r => r.Year).ToList();
        return campaign.UnitCode == ServiceDefaults.Auth.CityUnit
            ? known.Where(r => r.Entries.Length > 0).Select(r => (object)new { r.Year, UnitName = $"Trung bình khối {Words.Block(r.Block)}", Index = Math.Round(r.Entries.Average(e => e.Index), 4) })
            : known.SelectMany(r => r.Entries.Where(e => e.UnitCode == campaign.UnitCode).Select(e => (object)new { r.Year, e.UnitName, e.Index, e.Rank, e.Class }));
    }
}
