using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport.Awards;
using Emulation.Documents.PlanImport.Reading;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.PlanImport;

/// <summary>A field that is still open.</summary>
/// <param name="Key">Key of the field.</param>
/// <param name="Label">Name in Vietnamese.</param>
/// <param name="State">How sure the reading is.</param>
/// <param name="Reason">Why it is open, in Vietnamese.</param>
/// <param name="Required">True when no campaign can be drafted without it.</param>
public sealed record OpenField(string Key, string Label, FieldState State, string? Reason, bool Required);

/// <summary>Makes the body of a draft campaign from what is sure or confirmed, and from nothing else.</summary>
internal static class CampaignBody
{
    public static readonly string[] Required = ["code", "name", "unitCode", "fromYear", "toYear"];
    private static readonly string[] Beside = ["stamps", "header.agency", "header.motto", "header.place", "header.type", "header.abstract"];

    public static (JsonObject Body, OpenField[] Open, bool Ready) Of(IReadOnlyCollection<ImportedField> fields)
    {
        var settled = fields.Where(f => f.Settled).ToDictionary(f => f.Key, StringComparer.Ordinal);
        var odd = PlanYears.Fault(fields);
        if (odd is { } year)
            settled.Remove(year.Key);
        T? One<T>(string key) where T : class => settled.TryGetValue(key, out var field) ? field.Value!.Value.Deserialize<T>(Json.Options) : null;
        int? Number(string key) => settled.TryGetValue(key, out var field) ? field.Value!.Value.GetInt32() : null;
        List<T> All<T>(string group) => [.. fields.Where(f => f.Group == group && f.Settled).Select(f => f.Value!.Value.Deserialize<T>(Json.Options)!)];
        var unit = One<string>("unitCode");
        var deadlines = fields.Where(f => f.Group == "deadlines" && f.Settled).ToDictionary(f => f.Key, f => f.Value!.Value.Deserialize<ImportedDeadline>(Json.Options)!);
        var body = new JsonObject
        {
            ["code"] = One<string>("code"),
            ["name"] = One<string>("name"),
            ["shortName"] = One<string>("shortName"),
            ["unitCode"] = unit,
            ["level"] = unit == Auth.CityUnit ? "city" : "ward",
            ["fromYear"] = Number("fromYear"),
            ["toYear"] = Number("toYear"),
            ["parent"] = Node(One<PrintedParent>("parent")),
            ["participants"] = One<string>("participants"),
            ["legalBases"] = Node(All<LegalBasis>("bases")),
            ["purposes"] = Node(All<PrintedClause>("purposes")),
            ["requirements"] = Node(All<PrintedClause>("requirements")),
            ["contents"] = Node(All<PrintedClause>("contents")),
            ["criteria"] = Node(All<PlanCriterion>("criteria")),
            ["principles"] = Node(All<PrintedClause>("principles")),
            ["scheme"] = new JsonObject { ["categories"] = Node(Categories(fields, deadlines, All<ImportedQuota>("quotas"), All<DossierPart>("dossier"))) },
            ["reports"] = Reports(deadlines.Values, Number("toYear")),
            ["feedback"] = Node(One<PrintedClause>("feedback")),
            ["funding"] = Node(One<PrintedClause>("funding")),
            ["recipients"] = Node(All<string>("recipients")),
            ["signer"] = Node(One<PrintedSigner>("signer")),
        };
        // Number and date stand only in a plan that somebody has signed (C-29).
        if (One<PrintedDate>("header.date") is { Month: { } month, Day: { } day } printed && Dates.Of(printed.Year, month, day) is { } date && Number("header.number") is { } number && One<string>("header.symbol") is { } symbol && settled.ContainsKey("signer"))
            body["number"] = new JsonObject { ["number"] = number, ["symbol"] = symbol, ["date"] = Node(date) };
        Address(body, One<string>("code"));
        OpenField[] open = [.. fields.Where(f => !f.Settled && f.Check != FieldCheck.Rejected && !Beside.Contains(f.Group))
            .Select(f => new OpenField(f.Key, f.Label, f.State, f.Reason, Required.Contains(f.Key)))];
        open = [.. open, .. fields.Where(f => f.Key == odd?.Key).Select(f => new OpenField(f.Key, f.Label, FieldState.Doubtful, odd!.Detail, true))];
        open = [.. open, .. Required.Where(r => !settled.ContainsKey(r) && open.All(o => o.Key != r)).Select(r => new OpenField(r, fields.FirstOrDefault(f => f.Key == r)?.Label ?? r, FieldState.Missing, "Đã bỏ, nhưng phong trào phải có.", true))];
        return (body, open, Required.All(settled.ContainsKey));
    }

    private static AwardCategory[] Categories(IReadOnlyCollection<ImportedField> fields, Dictionary<string, ImportedDeadline> deadlines, List<ImportedQuota> quotas, List<DossierPart> dossier) =>
        [.. fields.Where(f => f.Group == "categories" && f.Settled).Select(f => f.Value!.Value.Deserialize<ImportedCategory>(Json.Options)!).Select(c => c.Category with
        {
            InternalDeadline = c.DeadlineField is { } key && deadlines.TryGetValue(key, out var deadline) ? deadline.Deadline : c.Category.InternalDeadline,
            Quotas = [.. c.Category.Quotas, .. quotas.Where(q => q.Categories.Contains(c.Category.Key)).Select(q => q.Quota)],
            Dossier = c.Category.Cadence == Cadence.Unplanned ? c.Category.Dossier : [.. c.Category.Dossier, .. dossier],
        })];

    private static JsonArray Reports(IEnumerable<ImportedDeadline> deadlines, int? toYear) => [.. deadlines.Where(d => d.For == DeadlineFor.Report).Select(d =>
    {
        var before = d.Deadline switch
        {
            { EveryYear: { } day } => new JsonObject { ["month"] = day.Month, ["day"] = day.Day, ["yearsAfter"] = day.YearsAfter },
            { Date: { } once } when toYear is { } last && once.Year - last is >= 0 and <= 2 and var after => new JsonObject { ["month"] = once.Month, ["day"] = once.Day, ["yearsAfter"] = after },
            _ => null,
        };
        return new JsonObject { ["clause"] = d.Deadline.Clause, ["text"] = d.Text, ["schedule"] = d.Deadline.EveryYear is null ? "once" : "yearly", ["before"] = before, ["receiver"] = d.Receiver };
    })];

    private static JsonNode? Node<T>(T? value) => value is null ? null : JsonSerializer.SerializeToNode(value, Json.Options);

    /// <summary>Places in the plan are told by the code of the campaign and the printed marks: <c>CH-26-30/III.3.a</c>.</summary>
    private static void Address(JsonNode? node, string? code)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Address(item, code);
        if (node is not JsonObject fields)
            return;
        foreach (var (name, value) in fields.ToArray())
        {
            if (name == "clause" && value is JsonValue text && text.TryGetValue<string>(out var clause) && !clause.Contains('/', StringComparison.Ordinal) && clause.Length > 0 && code is not null)
                fields[name] = $"{code}/{clause}";
            else
                Address(value, code);
        }
    }
}
