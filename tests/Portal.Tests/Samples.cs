namespace Emulation.Portal.Tests;

/// <summary>Answers of the gateway as its own tests pin them; persons are invented.</summary>
internal static class Samples
{
    public const string Overview = """
        {"parts":{"campaigns":{"state":"fresh","asOf":"2026-11-21T02:00:00Z","reason":null},"scoring":{"state":"fresh","asOf":"2026-11-21T02:00:00Z","reason":null},
                  "nominations":{"state":"{state}","asOf":"2026-11-21T02:00:00Z","reason":"Dịch vụ không trả lời kịp."}},
         "year":null,"indexYears":[2026],
         "blocks":[{"block":"phuong","units":2,"unitsByKind":{"ward":2},"indexYear":2026,"ranked":2,"averageIndex":89.88}],
         "campaigns":[{"id":"01900000-0000-7000-8000-000000000001","code":"LTN-26-30","name":"Đẩy mạnh cải cách hành chính","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched"}],
         "nominations":{"total":3,"late":1,"byState":{"submitted":3},"byEligibility":{"met":2,"notYetKnown":1}},
         "units":[
           {"unitCode":"10549","unitName":"Phường Chu Văn An","kind":"ward","block":"phuong","campaigns":[],"index":{"year":2026,"rank":1,"tied":false,"index":91.2500,"class":"Xuất sắc","previousRank":3},"nominations":{"total":0,"late":0,"byState":{},"byEligibility":{}}},
           {"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","kind":"ward","block":"phuong","campaigns":["LTN-26-30"],"index":{"year":2026,"rank":2,"tied":false,"index":88.5050,"class":"Tốt","previousRank":null},"nominations":{"total":3,"late":1,"byState":{"submitted":3},"byEligibility":{"met":2,"notYetKnown":1}}}],
         "deadlines":[{"campaignId":"01900000-0000-7000-8000-000000000001","campaignCode":"LTN-26-30","campaignName":"Đẩy mạnh cải cách hành chính","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","categoryKey":"yearly-city","categoryName":"Bằng khen","year":2026,"stage":"internal","printedDate":"2027-02-15","lastDay":"2027-02-14","boundary":"strict","clause":"LTN-26-30/III.3.a","daysLeft":3}]}
        """;

    public const string Rankings = """
        {"parts":{"scoring":{"state":"fresh","asOf":"2026-11-21T02:00:00Z","reason":null}},
         "rankings":[{"id":"01900000-0000-7000-8000-0000000000a1","indexSet":"cchc-xa-2026","year":2026,"block":"phuong","version":2,"publishedAt":"2026-11-01T00:00:00Z","correctionReason":"Nhập nhầm phiếu",
           "entries":[{"unitCode":"10549","unitName":"Phường Chu Văn An","rank":1,"tied":true,"index":91.25,"class":"Xuất sắc","previousRank":3,"previousIndex":88.0},
                      {"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","rank":1,"tied":true,"index":91.25,"class":"Xuất sắc","previousRank":1,"previousIndex":92.0},
                      {"unitCode":"10507","unitName":"Phường Thành Đông","rank":3,"tied":false,"index":70.1,"class":"Khá","previousRank":2,"previousIndex":90.0}],
           "unranked":[{"unitCode":"10525","unitName":"Phường Hải Dương","reason":"Chưa đủ năm"}],"moved":[]}]}
        """;

    public const string List = """
        {"items":[{"id":"01900000-0000-7000-8000-000000000001","version":2,"state":"submitted","campaignCode":"LTN-26-30","categoryKey":"period-city","level":"city","year":2030,"proposingUnitCode":"10532","proposingUnitName":"Phường Lê Thanh Nghị",
          "nominee":{"kind":"collective","name":"Trung tâm Phục vụ hành chính công","position":null,"unitCode":"10532-HCC","unitName":"Trung tâm Phục vụ hành chính công"},"eligibility":"notYetKnown","late":true,"submittedAt":"2026-11-20T08:12:00Z","externalRef":null}],
         "next":"01900000-0000-7000-8000-00000000ffff"}
        """;

    public const string Nomination = """
        {"id":"01900000-0000-7000-8000-000000000001","version":2,"state":"submitted","campaignId":"01900000-0000-7000-8000-000000000002","campaignCode":"LTN-26-30","campaignName":"Đẩy mạnh cải cách hành chính","categoryKey":"period-city","categoryName":"Bằng khen tổng kết giai đoạn","level":"city",
         "award":{"kind":"form","code":"bang-khen-tp","name":"Bằng khen"},"year":2030,"proposingUnitCode":"10532","proposingUnitName":"Phường Lê Thanh Nghị",
         "nominee":{"kind":"collective","name":"Trung tâm Phục vụ hành chính công","position":null,"unitCode":"10532-HCC","unitName":"Trung tâm"},
         "achievement":"Rút ngắn thời gian <script>alert(1)</script>","initiativeIds":[],"eligibility":"notYetKnown","late":false,"lateReason":null,"tooLateFrom":"2030-02-14T17:00:00Z",
         "reading":"canonical","campaignVersion":2,"judgedAt":"2026-11-20T08:12:03Z","submittedAt":"2026-11-20T08:12:00Z","forwardedAt":null,"returnReason":null,"endReason":null,"decisionId":null,"orderInDecision":null,
         "verdict":{"kind":"allOf","clause":"LTN-26-30/III.2.b.c","text":"Tiêu chuẩn tập thể","outcome":"notYetKnown","explanation":"","facts":[],"warnings":[],"children":[
           {"kind":"yearsInTop","clause":"LTN-26-30/III.2.b.c3","text":"Ít nhất 03 năm trong tốp 10","outcome":"notYetKnown","explanation":"Mới có 2 năm.","facts":[{"name":"Xếp hạng năm 2026","value":"4","source":"Bảng xếp hạng 2026, bản 2"},{"name":"Xếp hạng năm 2028","value":"chưa công bố","source":"Chưa có bảng xếp hạng"}],"warnings":["Năm 2027 đồng hạng 10.","Còn được kê ở hồ sơ 01900000-0000-7000-8000-0000000000aa, cần xem xét."],"children":[]},
           {"kind":"anyOf","clause":"LTN-26-30/III.2.b.c","text":"Một trong hai","outcome":"met","explanation":"","facts":[],"warnings":[],"children":[
             {"kind":"attested","clause":"LTN-26-30/III.2.b.c1","text":"Tiêu biểu, dẫn đầu","outcome":"met","explanation":"Đã xác nhận.","facts":[],"warnings":[],"children":[]},
             {"kind":"initiatives","clause":"LTN-26-30/III.2.b.c2","text":"Từ 02 sáng kiến","outcome":"notMet","explanation":"Có 1, cần 2.","facts":[{"name":"Sáng kiến","value":"đã công nhận","source":"Quyết định 45/QĐ-UBND"}],"warnings":[],"children":[]}]}]}}
        """;

    public const string History = """
        {"items":[{"at":"2026-11-20T08:12:00Z","action":"submitted","actedBy":"can.bo","reason":null,"changes":null},
          {"at":"2026-11-20T09:00:00Z","action":"rejudged","actedBy":"scoring","reason":"Công bố xếp hạng năm 2027","changes":{"from":"notMet","to":"notYetKnown","clauses":["LTN-26-30/III.2.b.c3"]}}],"next":null}
        """;
}
