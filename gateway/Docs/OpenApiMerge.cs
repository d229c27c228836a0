using System.Text.Json.Nodes;

namespace Emulation.Gateway.Docs;

/// <summary>Joins OpenAPI documents: paths under a prefix, one tag per service, components renamed only where two services mean different things by a name.</summary>
internal sealed class OpenApiMerge
{
    private const string RefStart = "#/components/";
    private static readonly string[] Anonymous = ["/api/connect/token", "/api/dev-accounts", "/api/verifications", "/api/verifications/{code}"];

    private static readonly Dictionary<string, string> Tags = new()
    {
        ["gateway"] = "Toàn thành phố: số liệu tổng hợp từ các dịch vụ",
        ["identity"] = "Tài khoản, hệ thống kết nối, cấp quyền truy cập",
        ["campaigns"] = "Sổ đơn vị; phong trào thi đua, quy định khen thưởng, thời hạn; khối thi đua",
        ["scoring"] = "Bộ chỉ số, phiếu chấm điểm, xếp hạng cải cách hành chính; giao ước, chấm điểm, xếp hạng trong khối thi đua",
        ["nominations"] = "Sáng kiến, hồ sơ đề nghị khen thưởng, kết quả xét điều kiện, Hội đồng Thi đua - Khen thưởng, quyết định",
        ["documents"] = "Sổ văn bản, văn bản được tạo (DOCX, PDF)",
    };

    private readonly List<(string Service, string Prefix, JsonObject Document, Func<string, bool> Wanted)> _documents = [];

    public void Add(string service, string prefix, JsonObject document, Func<string, bool> wanted) => _documents.Add((service, prefix, document, wanted));

    public JsonObject Join(string[] missing)
    {
        var clashing = Clashing();
        var paths = new JsonObject();
        var components = new JsonObject();
        var operationIds = new HashSet<string>();
        foreach (var (service, prefix, document, wanted) in _documents)
        {
            foreach (var (path, item) in document["paths"]?.AsObject() ?? [])
                if (wanted(prefix + path))
                    paths[prefix + path] = Own(service, prefix + path, Renamed(item!, service, clashing).AsObject(), operationIds);
            foreach (var (section, name, value) in Components(document))
            {
                var target = components[section] as JsonObject ?? (JsonObject)(components[section] = new JsonObject());
                target[NewName(service, section, name, clashing)] = Renamed(value, service, clashing);
            }
        }
        components["securitySchemes"] = new JsonObject
        {
            ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "Mã truy cập lấy từ POST /api/connect/token" },
        };
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = Info(missing),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. Tags.Where(t => _documents.Any(d => d.Service == t.Key)).Select(t => new JsonObject { ["name"] = t.Key, ["description"] = t.Value })]),
            ["paths"] = paths,
            ["components"] = components,
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["x-missing"] = new JsonArray([.. missing.Select(m => JsonValue.Create(m))]),
        };
    }

    private static JsonObject Info(string[] missing) => new()
    {
        ["title"] = "Emulation: thi đua, khen thưởng cải cách hành chính",
        ["version"] = "v1",
        ["description"] = "Giao diện lập trình của toàn hệ thống. Lỗi trả về theo RFC 9457 với mã ổn định."
            + (missing.Length == 0 ? "" : $" Chưa có mô tả của các dịch vụ đang không trả lời: {string.Join(", ", missing)}."),
    };

    private static JsonObject Own(string service, string path, JsonObject item, HashSet<string> operationIds)
    {
        foreach (var operation in item.Select(p => p.Value).OfType<JsonObject>().Where(o => o.ContainsKey("responses")))
        {
            operation["tags"] = new JsonArray(service);
            if (operation["operationId"]?.GetValue<string>() is { } id && !operationIds.Add(id))
                operation["operationId"] = service + id;
            if (Anonymous.Contains(path))
                operation["security"] = new JsonArray();
            else
                operation.Remove("security");
        }
        return item;
    }

    /// <summary>Names with two meanings, and all that refer to them: those would otherwise look alike and mean different things.</summary>
    private HashSet<string> Clashing()
    {
        var named = _documents.SelectMany(d => Components(d.Document), (d, c) => (Key: RefStart + c.Section + "/" + c.Name, Text: c.Value.ToJsonString())).ToLookup(c => c.Key, c => c.Text);
        var clashing = named.Where(n => n.Distinct().Skip(1).Any()).Select(n => n.Key).ToHashSet();
        var shared = named.Where(n => n.Skip(1).Any()).ToList();
        while (shared.FirstOrDefault(n => !clashing.Contains(n.Key) && clashing.Any(c => n.First().Contains($"\"{c}\"", StringComparison.Ordinal))) is { } reached)
            clashing.Add(reached.Key);
        return clashing;
    }

    private static IEnumerable<(string Section, string Name, JsonNode Value)> Components(JsonObject document) =>
        from section in document["components"]?.AsObject() ?? []
        where section.Key != "securitySchemes"
        from component in section.Value!.AsObject()
        select (section.Key, component.Key, component.Value!);

    private static string NewName(string service, string section, string name, HashSet<string> clashing) =>
        clashing.Contains(RefStart + section + "/" + name) ? char.ToUpperInvariant(service[0]) + service[1..] + name : name;

    /// <summary>A copy in which every reference follows the new names; references also stand in the mapping of a discriminator.</summary>
    private static JsonNode Renamed(JsonNode node, string service, HashSet<string> clashing)
    {
        switch (node)
        {
            case JsonObject o:
                return new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, p.Value is null ? null : Renamed(p.Value, service, clashing))));
            case JsonArray a:
                return new JsonArray([.. a.Select(v => v is null ? null : Renamed(v, service, clashing))]);
            case JsonValue v when v.TryGetValue<string>(out var text) && clashing.Contains(text):
                var parts = text[RefStart.Length..].Split('/', 2);
                return JsonValue.Create($"{RefStart}{parts[0]}/{NewName(service, parts[0], parts[1], clashing)}");
            default:
                return node.DeepClone();
        }
    }
}
