using System.Text.Json.Nodes;

namespace Emulation.Campaigns.Tests;

/// <summary>A plan in the shape that wards send, small but with the rules of LTN-26-30 that matter.</summary>
public static class Plans
{
    public static JsonObject Of(string code, string unitCode = "10532", Action<JsonObject>? change = null)
    {
        var plan = JsonNode.Parse(Valid)!.AsObject();
        plan["code"] = code;
        plan["unitCode"] = unitCode;
        plan["level"] = unitCode == "31" ? "city" : "ward";
        change?.Invoke(plan);
        return plan;
    }

    /// <summary>Puts a value at a JSON pointer; null text removes the member.</summary>
    public static void Put(this JsonObject plan, string pointer, string? json)
    {
        var parts = pointer.Split('/')[1..];
        JsonNode at = plan;
        foreach (var part in parts[..^1])
            at = at is JsonArray list ? list[int.Parse(part)]! : at[part]!;
        if (at is JsonArray items)
            items[int.Parse(parts[^1])] = JsonNode.Parse(json!);
        else if (json is null)
            at.AsObject().Remove(parts[^1]);
        else
            at[parts[^1]] = JsonNode.Parse(json);
    }

    private const string Valid = """
    {
      "code": "", "name": "Phong trào thi đua đẩy mạnh cải cách hành chính", "shortName": "Thi đua CCHC",
      "unitCode": "", "level": "ward", "fromYear": 2026, "toYear": 2030,
      "predecessorCode": null, "parent": { "number": "119/KH-UBND", "date": "2026-04-20", "issuer": "UBND thành phố", "abstract": "Phát động phong trào" },
      "linkedCodes": [], "theme": null, "participants": "Các tập thể, cá nhân thuộc phường",
      "legalBases": [
        { "verb": "Thực hiện", "type": "Quyết định", "number": "2162/QĐ-UBND", "date": "2026-05-22", "issuer": "Chủ tịch UBND thành phố", "abstract": "Phát động phong trào thi đua", "clause": "LTN-26-30/B.1" },
        { "verb": "Căn cứ", "type": "Chỉ thị", "number": "41-CT/TW", "date": "2014-07-07", "issuer": "Bộ Chính trị", "abstract": "Thi đua, khen thưởng" },
        { "verb": "Căn cứ", "type": "Luật", "number": null, "date": null, "issuer": "Quốc hội", "abstract": "Luật Thi đua, khen thưởng" }
      ],
      "purposes": [{ "clause": "I.1", "text": "Nâng cao chất lượng phục vụ." }],
      "contents": [{ "clause": "II.1", "text": "Cải cách thể chế.", "areas": ["the-che", "tthc"] }],
      "criteria": [{ "clause": "II.3", "text": "Hồ sơ đúng hạn.", "measure": "onTime", "operator": "greaterOrEqual", "value": 95, "unit": "%", "gate": true }],
      "scheme": { "categories": [
        {
          "key": "yearly-city-collective", "name": "Bằng khen hằng năm, tập thể", "clause": "LTN-26-30/III.2.a.2", "level": "city",
          "award": { "kind": "form", "code": "bang-khen-tp", "name": "Bằng khen của Chủ tịch UBND thành phố" },
          "recipient": "collective", "cadence": "yearly",
          "internalDeadline": { "everyYear": { "month": 2, "day": 15, "yearsAfter": 1 }, "clause": "LTN-26-30/III.3.a" },
          "quotas": [{ "clause": "LTN-26-30/III.2.a.2.q", "scope": "proposingUnit", "atMost": 1 }],
          "dossier": [{ "key": "to-trinh", "name": "Tờ trình", "clause": "CVA-26/III.4.1" }],
          "standard": { "canonical": { "kind": "allOf", "clause": "LTN-26-30/III.2.a.2.c", "text": "Đủ hai điều kiện.", "conditions": [
            { "kind": "initiatives", "clause": "LTN-26-30/III.2.a.2.c1", "text": "Có sáng kiến.", "atLeast": 1, "applied": true, "replicable": true },
            { "kind": "indexRank", "clause": "LTN-26-30/III.2.a.2.c2", "text": "Trong tốp 5.", "tops": [{ "block": "*", "rank": 5 }] }
          ] } }
        },
        {
          "key": "period-city-flag", "name": "Cờ thi đua", "clause": "LTN-26-30/III.2.b.q2", "level": "city",
          "award": { "kind": "title", "code": "co-thi-dua-tp", "name": "Cờ thi đua của UBND thành phố" },
          "recipient": "collective", "cadence": "period",
          "internalDeadline": { "date": "2030-02-15", "clause": "LTN-26-30/III.3.b" },
          "cityDeadline": { "date": "2030-02-28", "clause": "CITY/III.3" },
          "quotas": [{ "clause": "LTN-26-30/III.2.b.q2", "scope": "proposingUnit", "atMost": 1 }],
          "standard": { "reading": "canonical",
            "canonical": { "kind": "allOf", "clause": "LTN-26-30/III.2.b.c", "text": "Điều kiện cần và một trong hai.", "conditions": [
              { "kind": "yearsInTop", "clause": "LTN-26-30/III.2.b.c3", "text": "Ít nhất 3 năm trong tốp 10.", "tops": [{ "block": "phuong", "rank": 10 }], "atLeast": 3, "fromYear": 2026, "toYear": 2029 },
              { "kind": "anyOf", "clause": "LTN-26-30/III.2.b.c", "text": "Một trong hai.", "conditions": [
                { "kind": "attested", "clause": "LTN-26-30/III.2.b.c1", "text": "Dẫn đầu phong trào.", "statement": "leadingInCampaign", "by": ["council"] },
                { "kind": "initiatives", "clause": "LTN-26-30/III.2.b.c2", "text": "Hai sáng kiến.", "atLeast": 2 }
              ] }
            ] },
            "literal": { "kind": "leadsBlock", "clause": "CH-26-30/III.2.3.b.2", "text": "Dẫn đầu khối.", "fromYear": 2026, "toYear": 2029, "atLeast": 1 }
          }
        },
        {
          "key": "period-city-individual", "name": "Bằng khen giai đoạn, cá nhân", "clause": "LTN-26-30/III.2.b.q3", "level": "city",
          "award": { "kind": "form", "code": "bang-khen-tp", "name": "Bằng khen của Chủ tịch UBND thành phố" },
          "recipient": "individual", "cadence": "period",
          "quotas": [{ "clause": "LTN-26-30/III.2.b.q3", "scope": "proposingUnit", "atMost": 1, "atMostWithFlagNominee": 2 }],
          "standard": { "canonical": { "kind": "anyOf", "clause": "LTN-26-30/III.2.b.i", "text": "Một trong các điều kiện.", "conditions": [
            { "kind": "directService", "clause": "LTN-26-30/III.2.b.i0", "text": "Ba năm trực tiếp.", "yearsAtLeast": 3, "fromYear": 2026, "toYear": 2030 },
            { "kind": "flagNomineeMember", "clause": "LTN-26-30/III.2.b.q3", "text": "Thuộc tập thể được đề nghị tặng Cờ." },
            { "kind": "completionGrade", "clause": "LTN-26-30/III.2.b.i0", "text": "Hoàn thành xuất sắc.", "atLeast": "completedOutstandingly" },
            { "kind": "byLaw", "clause": "CVA-26/III.3.1", "text": "Theo luật.", "basis": "Luật Thi đua, khen thưởng" }
          ] } }
        }
      ] },
      "reports": [{ "clause": "IV.2.2", "text": "Báo cáo năm.", "schedule": "yearly", "before": { "month": 11, "day": 20 }, "receiver": "UBND thành phố" }],
      "tasks": [{ "clause": "IV.1", "text": "Sơ kết.", "quarter": 2, "conditional": false, "documentType": "KH" }],
      "roles": [{ "clause": "IV.2", "unit": "Phòng Văn hóa - Xã hội", "text": "Theo dõi.", "asked": false }],
      "feedback": { "clause": "IV.9", "text": "Phản ánh về phường." }, "funding": null,
      "recipients": ["Sở Nội vụ"], "signer": { "authority": "TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH", "name": "Trần Văn Thử" },
      "number": null
    }
    """;
}
