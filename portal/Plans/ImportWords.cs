using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Plans;

/// <summary>What was read from a plan, in words; and the parts of it that can be typed over.</summary>
internal static class ImportWords
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["verb"] = "Căn cứ / Thực hiện", ["type"] = "Loại văn bản", ["number"] = "Số, ký hiệu", ["date"] = "Ngày", ["issuer"] = "Nơi ban hành", ["abstract"] = "Trích yếu", ["clause"] = "Mục",
        ["text"] = "Nội dung", ["measure"] = "Đo gì", ["operator"] = "So sánh", ["value"] = "Mức", ["unit"] = "Đơn vị tính", ["name"] = "Tên", ["key"] = "Khóa", ["authority"] = "Thẩm quyền ký",
        ["position"] = "Chức vụ", ["atMost"] = "Tối đa", ["atMostWithFlagNominee"] = "Tối đa khi có Cờ", ["shareOfParticipants"] = "Tỷ lệ (%)", ["month"] = "Tháng", ["day"] = "Ngày", ["year"] = "Năm",
        ["yearsAfter"] = "Số năm sau năm xét", ["boundary"] = "Cách tính ngày", ["receiver"] = "Nơi nhận", ["level"] = "Cấp", ["cadence"] = "Kỳ", ["for"] = "Dùng cho",
    };

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["greaterOrEqual"] = "từ", ["greater"] = "trên", ["equal"] = "bằng", ["lessOrEqual"] = "không quá", ["less"] = "dưới", ["text"] = "",
    };

    public static readonly (string Title, string[] Groups)[] Sections =
    [
        ("Phong trào", ["code", "name", "shortName", "unitCode", "fromYear", "toYear", "parent", "participants"]),
        ("Đầu văn bản", ["header.agency", "header.motto", "header.number", "header.symbol", "header.place", "header.date", "header.type", "header.abstract"]),
        ("Căn cứ", ["bases"]),
        ("Hạng mục, chỉ tiêu, thời hạn, hồ sơ", ["categories", "quotas", "deadlines", "dossier"]),
        ("Tiêu chí", ["criteria"]),
        ("Mục đích, yêu cầu, nội dung", ["purposes", "requirements", "contents", "principles", "funding", "feedback"]),
        ("Nơi nhận, chữ ký", ["recipients", "signer", "stamps"]),
    ];

    public static string State(ImportedFieldAnswer field) => field switch
    {
        { Check: "confirmed" } => "đã xác nhận",
        { Check: "corrected" } => "đã sửa",
        { Check: "rejected" } => "đã bỏ",
        { State: "sure" } => "chắc chắn",
        { State: "doubtful" } => "cần xem",
        _ => "thiếu",
    };

    public static string Shown(ImportedFieldAnswer field)
    {
        if (!field.HasValue)
            return "–";
        var value = field.Value!.Value;
        string? At(string name) => value.TryGetProperty(name, out var part) && part.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array) ? part.ToString() : null;
        return field.Group switch
        {
            _ when value.ValueKind != JsonValueKind.Object => value.ValueKind == JsonValueKind.True ? "có đủ" : value.ToString(),
            "bases" => $"{At("verb")} {At("type")} {(At("number") is { } n ? $"số {n}" : "")}{(Day(At("date")) is { } d ? $" ngày {d}" : "")} của {At("issuer")}: {At("abstract")}",
            "criteria" => $"{At("text")}{(At("value") is { } number ? $" ({Operators.GetValueOrDefault(At("operator") ?? "")} {number.Replace('.', ',')}{At("unit")})" : "")}",
            "deadlines" => Deadline(value),
            "quotas" => Quota(value),
            "categories" => $"{value.GetProperty("category").GetProperty("name").GetString()}: {string.Join("; ", Conditions(value.GetProperty("category").GetProperty("standard").GetProperty("canonical")))}",
            "signer" => $"{At("authority")} – {At("position")} – {At("name")}",
            "stamps" => $"{At("name")} {(DateTimeOffset.TryParse(At("time"), CultureInfo.InvariantCulture, out var time) ? Words.Time(time) : "")}",
            "header.date" => $"{At("day")}/{At("month")}/{At("year")}",
            _ => At("text") ?? At("name") ?? At("abstract") ?? value.ToString(),
        };
    }

    private static string? Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Words.Date(day) : null;

    private static string Deadline(JsonElement value)
    {
        var deadline = value.GetProperty("deadline");
        var what = value.GetProperty("for").GetString() == "report" ? "báo cáo" : "hồ sơ";
        var before = deadline.GetProperty("boundary").GetString() == "strict" ? "trước ngày" : "đến hết ngày";
        var day = deadline.GetProperty("everyYear") is { ValueKind: JsonValueKind.Object } every ? $"{every.GetProperty("day").GetInt32():00}/{every.GetProperty("month").GetInt32():00} hằng năm" : Day(deadline.GetProperty("date").GetString());
        var late = value.TryGetProperty("tooLateFrom", out var from) && from.ValueKind == JsonValueKind.String ? $" (quá hạn từ {Words.Time(from.GetDateTimeOffset())})" : "";
        return $"{what} {before} {day}{late}";
    }

    private static string Quota(JsonElement value)
    {
        var quota = value.GetProperty("quota");
        int? Number(string name) => quota.TryGetProperty(name, out var n) && n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var number) ? number : null;
        var how = quota.GetProperty("allottedByCity").GetBoolean() ? "theo phân bổ" : quota.GetProperty("outsideQuota").GetBoolean() ? "ngoài chỉ tiêu"
            : Number("atMost") is { } most ? $"tối đa {most}{(Number("atMostWithFlagNominee") is { } flag ? $", {flag} khi có Cờ thi đua" : "")}" : $"tối đa {quota.GetProperty("shareOfParticipants")}%";
        return $"{how}: {string.Join(", ", value.GetProperty("categories").EnumerateArray().Select(c => c.GetString()))}";
    }

    private static IEnumerable<string> Conditions(JsonElement condition) =>
        condition.TryGetProperty("conditions", out var parts) && parts.ValueKind == JsonValueKind.Array ? parts.EnumerateArray().SelectMany(Conditions) : [condition.GetProperty("text").GetString() ?? ""];

    /// <summary>Single values inside, each with its path, that a person may type over; of a category none: its rules are confirmed or left out.</summary>
    public static (string Path, string Name, string Value)[] Leaves(ImportedFieldAnswer field)
    {
        if (!field.HasValue)
            return [("", field.Label, "")];
        var leaves = new List<(string, string, string)>();
        void Walk(JsonElement value, string path, string name)
        {
            if (value.ValueKind == JsonValueKind.Object)
                foreach (var part in value.EnumerateObject())
                    Walk(part.Value, $"{path}/{part.Name}", Names.GetValueOrDefault(part.Name) ?? part.Name);
            else if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                leaves.Add((path, name, Day(value.ToString()) ?? value.ToString()));
        }
        if (field.Group != "categories")
            Walk(field.Value!.Value, "", field.Label);
        return [.. leaves];
    }

    /// <summary>The value with what was typed in place of what was read.</summary>
    public static JsonNode? Typed(ImportedFieldAnswer field, Func<string, string?> typed)
    {
        if (!field.HasValue)
            return Node(field.Key is "fromYear" or "toYear" or "header.number" ? JsonValueKind.Number : JsonValueKind.String, typed(""));
        if (field.Value!.Value.ValueKind != JsonValueKind.Object)
            return Node(field.Value.Value.ValueKind, typed(""));
        var root = JsonNode.Parse(field.Value.Value.GetRawText())!;
        foreach (var (path, _, _) in Leaves(field))
        {
            var names = path.Split('/')[1..];
            var holder = names[..^1].Aggregate(root, (node, name) => node[name]!);
            var (was, now) = (holder[names[^1]]!, typed(path));
            // Days are shown and typed as they are written in Vietnam.
            if (was.GetValueKind() == JsonValueKind.String && Day(was.GetValue<string>()) is not null && DateOnly.TryParseExact(now, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                now = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            holder[names[^1]] = Node(was.GetValueKind(), now);
        }
        return root;
    }

    private static JsonValue? Node(JsonValueKind kind, string? typed) =>
        kind == JsonValueKind.Number && decimal.TryParse(typed?.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue ? JsonValue.Create((int)number) : JsonValue.Create(number) : typed is null ? null : JsonValue.Create(typed);
}
