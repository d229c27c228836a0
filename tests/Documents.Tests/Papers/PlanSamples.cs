using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Tests.Papers;

/// <summary>The five shipped plans as papers: what Campaigns holds, less what no plan prints.</summary>
internal static class PlanSamples
{
    private static readonly string[] Kept =
        ["shortName", "fromYear", "toYear", "theme", "participants", "legalBases", "criteria", "classScales", "scheme", "funding", "feedback", "recipients"];

    private static readonly Dictionary<string, string[]> KeptItems = new()
    {
        ["purposes"] = ["clause", "text"], ["requirements"] = ["clause", "text"], ["contents"] = ["clause", "text"], ["principles"] = ["clause", "text"],
        ["reports"] = ["clause", "text", "schedule", "everyMonths", "before", "receiver", "through"],
        ["tasks"] = ["clause", "text", "quarter", "conditional", "before"],
        ["roles"] = ["clause", "unit", "text", "asked"],
    };

    public static readonly IReadOnlyDictionary<string, (string File, string UnitCode, string UnitName, UnitKind Kind)> Files = new Dictionary<string, (string, string, string, UnitKind)>
    {
        ["LTN-26-30"] = ("le-thanh-nghi-2026-2030", "10532", "Phường Lê Thanh Nghị", UnitKind.Ward),
        ["CVA-26"] = ("chu-van-an-2026", "10549", "Phường Chu Văn An", UnitKind.Ward),
        ["CH-26-30"] = ("cat-hai-2026-2030", "11914", "Đặc khu Cát Hải", UnitKind.SpecialZone),
        ["HA-25"] = ("hai-an-2025", "11413", "Phường Hải An", UnitKind.Ward),
        ["LTN-TD-26"] = ("le-thanh-nghi-tdkt-2026", "10532", "Phường Lê Thanh Nghị", UnitKind.Ward),
    };

    public static JsonObject Raw(string code) => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "plans", $"{Files[code].File}.json")))!.AsObject();

    public static JsonObject Body(string code)
    {
        var plan = Raw(code);
        var body = new JsonObject
        {
            ["campaignName"] = (string)plan["name"]!,
            ["standingUnitName"] = "Phòng Văn hóa - Xã hội",
            ["signerName"] = (string?)plan["signer"]?["name"],
        };
        foreach (var key in Kept.Where(key => plan[key] is not null))
            body[key] = plan[key]!.DeepClone();
        foreach (var (key, members) in KeptItems)
            body[key] = new JsonArray([.. (plan[key]?.AsArray() ?? []).Select(item => new JsonObject(members.Where(m => item![m] is not null).Select(m => KeyValuePair.Create(m, (JsonNode?)item![m]!.DeepClone()))))]);
        return body;
    }

    public static LaunchPlan Plan(string code) => Body(code).Deserialize<LaunchPlan>(Json.Options)!;

    public static OfficialDocument Paper(string code, bool issued = true, LaunchPlan? plan = null)
    {
        var (_, unitCode, name, kind) = Files[code];
        var unit = Samples.Registered(unitCode, name, kind, "31");
        var document = Document.Paper(plan ?? Plan(code), unitCode, name, Samples.At);
        var issuer = Issuer.Of(unitCode, unit, Samples.City, Samples.City, u => u.Code is "10532" or "10549" ? u.Name : u.BareName);
        var draft = new Draft(document, issuer, Samples.City, unit, [], Samples.Wording, new DateOnly(2026, 6, 30));
        if (issued)
            document.Issue(119, VietnameseText.Symbol(119, draft.SymbolSuffix), new DateOnly(2026, 6, 30), "test", Samples.At);
        return DocumentWriter.Text(draft);
    }
}
