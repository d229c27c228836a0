using System.Text.Json.Nodes;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Documents;

/// <summary>Makes the content of a paper out of what the services answer; wording, numbering and sums are left to Documents.</summary>
internal static class PaperMaker
{
    private static readonly string[] Kept =
        ["shortName", "fromYear", "toYear", "theme", "participants", "legalBases", "criteria", "classScales", "scheme", "funding", "feedback", "recipients"];

    // What no plan prints – owners, own keys, areas – stays behind.
    private static readonly (string Part, string[] Members)[] KeptItems =
    [
        ("purposes", ["clause", "text"]), ("requirements", ["clause", "text"]), ("contents", ["clause", "text"]), ("principles", ["clause", "text"]),
        ("reports", ["clause", "text", "schedule", "everyMonths", "before", "receiver", "through"]),
        ("tasks", ["clause", "text", "quarter", "conditional", "before"]),
        ("roles", ["clause", "unit", "text", "asked"]),
    ];

    /// <summary>Kế hoạch: the campaign, nearly as it is.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="unitNames">Names of the standing section and of units that quotas name, by code.</param>
    public static JsonObject Plan(CampaignAnswer campaign, IReadOnlyDictionary<string, string> unitNames)
    {
        var plan = campaign.Plan;
        var content = new JsonObject { ["campaignId"] = campaign.Id, ["campaignName"] = campaign.Name };
        foreach (var key in Kept.Where(key => plan[key] is not null))
            content[key] = plan[key]!.DeepClone();
        foreach (var (part, members) in KeptItems)
            content[part] = new JsonArray([.. (plan[part] as JsonArray ?? []).OfType<JsonObject>().Select(item => new JsonObject(members.Where(m => item[m] is not null).Select(m => KeyValuePair.Create(m, (JsonNode?)item[m]!.DeepClone()))))]);
        if (StandingUnit(campaign) is { } standing && unitNames.TryGetValue(standing, out var name))
            content["standingUnitName"] = name;
        content["unitNames"] = new JsonObject(QuotaUnits(campaign).Where(unitNames.ContainsKey).Select(code => KeyValuePair.Create(code, (JsonNode?)unitNames[code])));
        if (plan["signer"] is JsonObject signer)
            (content["signerName"], content["signerPosition"]) = (signer["name"]?.DeepClone(), signer["position"]?.DeepClone());
        return content;
    }

    /// <summary>Codes of the units whose names the plan prints.</summary>
    public static IEnumerable<string> UnitsNamed(CampaignAnswer campaign) =>
        (StandingUnit(campaign) is { } standing ? [standing] : Array.Empty<string>()).Concat(QuotaUnits(campaign)).Distinct();

    /// <summary>Deadlines that moved since launch, with the last move of each.</summary>
    public static DeadlineStory[] Moved(DeadlineHistoryAnswer history) => [.. history.Items.Where(d => d.Dates.Length > 1 && d.Dates[^1].LastDay is not null)];

    public static object DeadlineNotice(CampaignAnswer campaign, IEnumerable<DeadlineStory> moved, string reason, string[] addressees) => new
    {
        campaignId = campaign.Id, campaignName = campaign.Name, reason, addressees,
        moved = moved.Select(d => new { what = $"{Words.Of("deadline " + d.Stage)} hồ sơ: {Words.Category(d.CategoryName, d.Year)}", from = d.Dates[^2].LastDay, to = d.Dates[^1].LastDay }).ToArray(),
    };

    public static object UrgingLetter(CampaignAnswer campaign, IEnumerable<DutyItem> owed, DateOnly asOf, DateOnly? until, string[] addressees) => new
    {
        campaignId = campaign.Id, campaignName = campaign.Name, asOf, until, addressees,
        owed = owed.Select(d => new { unit = d.UnitName, what = d.Text, clause = d.Clause, lastDay = d.LastDay }).ToArray(),
    };

    /// <summary>Phiếu tự chấm điểm; points of the appraisal stand beside only where it changed them.</summary>
    public static object SelfScoreSheet(SheetAnswer sheet, IndexSetAnswer set)
    {
        var leaves = sheet.Leaves.ToDictionary(l => l.Leaf);
        return new
        {
            indexSetName = set.Name,
            indexYear = sheet.Sheet.Year,
            areas = set.Areas.Select(area => new
            {
                code = area.Code, name = area.Name,
                criteria = area.Criteria.SelectMany(c => c.Scored.Where(l => leaves.ContainsKey(l.Code)).Select(l => Scored(leaves[l.Code], c.Formula is null ? c.Name : null))).ToArray(),
            }).ToArray(),
            adjustments = sheet.Leaves.Where(l => l.Area is null).Select(l => Scored(l, null)).ToArray(),
        };
    }

    /// <summary>Giao ước of a block, with what its members have pledged so far.</summary>
    public static object Pledge(EmulationBlockItem block, string ownerName, string[] contents, BlockScaleItem? scale, BlockSheetItem[] sheets) => new
    {
        blockName = block.Name,
        ownerName,
        pledgeYear = block.Period.Year,
        schoolYear = block.Period.Kind == "schoolYear",
        contents,
        criteria = (scale?.Definition.Criteria ?? []).Select(c => new
        {
            code = c.Code, group = scale!.Definition.Groups.FirstOrDefault(g => g.Code == c.Group)?.Name, name = c.Name, unit = c.Unit, max = c.Max, outsideTotal = c.Formula.Kind == "bonusPenalty",
        }).ToArray(),
        members = block.Members.Select(m => new
        {
            name = Committee(m), role = m.Code == block.HeadUnitCode ? "head" : m.Code == block.DeputyUnitCode ? "deputy" : "member",
            targets = (sheets.FirstOrDefault(s => s.Member == m.Code)?.Pledge.Targets ?? []).Where(t => scale?.Definition.Criteria.Any(c => c.Code == t.Key) == true).ToDictionary(),
        }).ToArray(),
    };

    /// <summary>One in each line, as typed.</summary>
    public static string[] Lines(string? typed) => (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static object Scored(LeafAnswer leaf, string? partOf) => new
    {
        code = leaf.Leaf, partOf, name = leaf.Name, max = leaf.Max, self = leaf.SelfPoints, appraised = leaf.Appraised is null ? null : leaf.Points, notApplicable = leaf.NotApplicable,
        evidence = string.Join("; ", leaf.Evidence.Select(e => e.Name).Append(leaf.Explanation).Where(said => !string.IsNullOrWhiteSpace(said))) is { Length: > 0 } said ? said : null,
    };

    /// <summary>In a block of the city the committee of a commune signs, not the commune.</summary>
    private static string Committee(BlockMemberItem member) => member.Outside || member.Code.Contains('-', StringComparison.Ordinal) ? member.Name
        : $"Ủy ban nhân dân {char.ToLowerInvariant(member.Name[0])}{member.Name[1..]}";

    private static string? StandingUnit(CampaignAnswer campaign) => (string?)campaign.Plan["standingUnitCode"];

    private static IEnumerable<string> QuotaUnits(CampaignAnswer campaign) =>
        (campaign.Plan["scheme"]?["categories"] as JsonArray ?? []).SelectMany(c => c?["quotas"] as JsonArray ?? []).SelectMany(q => q?["perUnit"] as JsonArray ?? []).Select(u => (string?)u?["unitCode"]).OfType<string>().Distinct();
}
