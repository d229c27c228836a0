using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Scoring.Domain.Criteria;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Tests;

/// <summary>The five shipped plans as Campaigns tells of them: the criteria in a plan's data are the record of the contract.</summary>
internal static class SamplePlans
{
    private static readonly Dictionary<string, CampaignSnapshot> All = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "plans"), "*.json")
        .Select(f => Snapshot(JsonNode.Parse(File.ReadAllText(f))!)).ToDictionary(s => s.Code);

    public static IEnumerable<PlanCriterion> Criteria => All.Values.SelectMany(s => s.Criteria);

    public static KnownCampaign Campaign(string code)
    {
        var campaign = new KnownCampaign { Id = All[code].CampaignId };
        campaign.Learn(All[code]);
        return campaign;
    }

    public static KnownCampaign OfRule(string rule) => Campaign(rule[..rule.IndexOf('/')]);

    private static CampaignSnapshot Snapshot(JsonNode plan) => new()
    {
        CampaignId = Guid.NewGuid(), Version = 2, Code = (string)plan["code"]!, Name = (string)plan["name"]!, UnitCode = (string)plan["unitCode"]!, UnitName = "Phường",
        FromYear = (int)plan["fromYear"]!, ToYear = (int)plan["toYear"]!, LegalBases = [], Scheme = new AwardScheme { Categories = [] },
        Criteria = plan["criteria"].Deserialize<PlanCriterion[]>(Json.Options)!,
        ClassScales = plan["classScales"]?.Deserialize<ClassScale[]>(Json.Options) ?? [],
    };
}
