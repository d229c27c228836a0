namespace Emulation.Portal.Tests;

/// <summary>Answers of the gateway on official documents.</summary>
internal static class DocumentSamples
{
    public const string Id = "01900000-0000-7000-8000-00000000d001", Decision = "01900000-0000-7000-8000-00000000d002", Nomination = "01900000-0000-7000-8000-00000000d003";

    public static string List => $$"""{"items":[{{Summary()}},{{Summary(type: "QĐ", unit: "31", issued: true, decision: true)}}],"next":"{{Decision}}"}""";

    /// <summary>A document as the service answers, with one line.</summary>
    public static string Document(string type = "TTr", string unit = "10532", bool issued = false, bool decision = false, int expected = 1) => $$"""
        {"document":{{Summary(type, unit, issued, decision, expected)}},"signerName":{{(decision ? "\"Trần Văn Mẫu\"" : "null")}},"signerPosition":{{(decision ? "\"Chủ tịch\"" : "null")}},
        "files":[{{(issued ? """{"format":"docx","sha256":"aa11"},{"format":"pdf","sha256":"bb22"}""" : "")}}],
        "lines":[{"nominationId":"{{Nomination}}","nominationVersion":2,"order":{{(decision ? "7" : "null")}},"recipient":"individual","nomineeName":"Nguyễn Thị Hoà","position":"Công chức","nomineeUnit":"Phòng Văn hóa - Xã hội",
          "awardName":"Giấy khen","achievement":"Số hóa hồ sơ <script>alert(1)</script>","eligibility":"met","late":true}]}
        """;

    private static string Summary(string type = "TTr", string unit = "10532", bool issued = false, bool decision = false, int expected = 1) => $$"""
        {"id":"{{(decision ? Decision : Id)}}","type":"{{type}}","state":"{{(issued ? "issued" : "draft")}}","version":5,"unitCode":"{{unit}}","unitName":"{{(unit == "31" ? "Thành phố Hải Phòng" : "Phường Lê Thanh Nghị")}}","campaignName":"Đẩy mạnh cải cách hành chính",
        "year":2026,"level":"ward","decisionId":{{(decision ? $"\"{Nomination}\"" : "null")}},"lineCount":1,"expectedCount":{{(decision ? $"{expected}" : "null")}},"symbol":{{(issued ? $"\"01/{type}-UBND\"" : "null")}},"date":{{(issued ? "\"2026-11-21\"" : "null")}},"updatedAt":"2026-11-20T08:00:00Z"}
        """;
}
