namespace Emulation.Portal.Tests;

/// <summary>Answers of the gateway on award decisions.</summary>
internal static class DecisionSamples
{
    public const string Decision = "01900000-0000-7000-8000-00000000d001", Campaign = "01900000-0000-7000-8000-00000000d002", Paper = "01900000-0000-7000-8000-00000000d003";
    public const string Office = "01900000-0000-7000-8000-00000000d011", Person = "01900000-0000-7000-8000-00000000d012", Unready = "01900000-0000-7000-8000-00000000d013";

    public static string CampaignList => $$"""{"items":[{"id":"{{Campaign}}","code":"LTN-26-30","name":"Đẩy mạnh cải cách hành chính","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched"}],"next":null}""";

    public static string Listed(params string[] items) => $$"""{"items":[{{string.Join(',', items)}}],"next":null}""";

    public static string Item(string id, string name, string state, string eligibility = "met", string level = "ward", string kind = "individual", string unit = "10532") => $$"""
        {"id":"{{id}}","state":"{{state}}","campaignCode":"LTN-26-30","categoryKey":"k","categoryName":"Cá nhân xuất sắc","level":"{{level}}","year":2026,"proposingUnitCode":"{{unit}}","proposingUnitName":"Phường Lê Thanh Nghị",
        "nominee":{{Nominee(name, kind)}},"eligibility":"{{eligibility}}","late":false,"submittedAt":null}
        """;

    public static string Full(string id, string name, string state = "agreed", string eligibility = "met", string level = "ward", string kind = "individual", string more = "") => $$"""
        {"id":"{{id}}","version":3,"state":"{{state}}","campaignCode":"LTN-26-30","campaignName":"Đẩy mạnh cải cách hành chính","categoryName":"Cá nhân xuất sắc","level":"{{level}}","award":{"kind":"form","name":"Giấy khen"},"year":2026,
        "proposingUnitCode":"10532","proposingUnitName":"Phường Lê Thanh Nghị","nominee":{{Nominee(name, kind)}},"achievement":"Số hóa","eligibility":"{{eligibility}}","late":false,"lateReason":null,"tooLateFrom":null,"verdict":null,
        "reading":"canonical","campaignVersion":1,"judgedAt":null,"submittedAt":null,"forwardedAt":null,"returnReason":null,"endReason":null,"decisionId":null,"orderInDecision":null{{more}}}
        """;

    public static string Made(string? number = "\"125/QĐ-UBND\"", bool revoked = false, string unit = "10532") => $$"""
        {"id":"{{Decision}}","version":4,"campaignId":"{{Campaign}}","level":"ward","decidingUnitCode":"{{unit}}","decidingUnitName":"Phường Lê Thanh Nghị","signerName":"Vũ Hoàng Đăng","signerPosition":"Chủ tịch","nominationIds":["{{Office}}","{{Person}}"],
        "createdAt":"2026-11-20T01:00:00Z","number":{{number ?? "null"}},"date":{{(number is null ? "null" : "\"2026-11-21\"")}},"documentUrl":null,
        "lines":[{"nominationId":"{{Office}}","order":1,"rewardMoney":1404000,"rewardBasis":"Điều 54, Nghị định 152/2025/NĐ-CP: 0,6 lần","revoked":{{(revoked ? "true" : "false")}}},
        {"nominationId":"{{Person}}","order":2,"rewardMoney":null,"rewardBasis":"Chưa xác định mức tiền thưởng.","revoked":false}]}
        """;

    public static string Document(string state, string type = "QĐ", string? symbol = null) => $$"""
        {"items":[{"id":"{{Paper}}","type":"{{type}}","state":"{{state}}","version":2,"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","campaignName":"Phong trào","year":2026,"level":"ward","decisionId":"{{Decision}}",
        "lineCount":2,"expectedCount":2,"symbol":{{(symbol is null ? "null" : $"\"{symbol}\"")}},"date":null,"updatedAt":"2026-11-20T01:00:00Z"}],"next":null}
        """;

    /// <summary>A quota of one place for individuals.</summary>
    public static string Quota(bool mayGoOn, params string[] holders) => $$"""
        {"campaign":"LTN-26-30","campaignName":"Đẩy mạnh","year":2026,"items":[{"clause":"LTN-26-30/III.2","rule":"Không quá 01 cá nhân","categories":[{"key":"k","name":"Cá nhân","recipient":"individual"}],"scope":"proposingUnit","scopeKey":"10532",
        "scopeName":"Phường Lê Thanh Nghị","year":2026,"limit":1,"missing":null,"free":0,"over":{{(mayGoOn ? "false" : "true")}},"ordered":false,
        "held":[{{string.Join(',', holders.Select(h => $$"""{"nominationId":"{{h}}","nomineeName":"x","unitCode":"10532","state":"agreed","eligibility":"met","mayGoOn":{{(mayGoOn ? "true" : "false")}}}"""))}}],"excepted":[],"waiting":0}]}
        """;

    private static string Nominee(string name, string kind) => $$"""{"kind":"{{kind}}","name":"{{name}}","position":null,"unitCode":"10532-VP","unitName":"Văn phòng"}""";
}
