namespace Emulation.Portal.Tests;

/// <summary>A campaign as its service answers it, small but with one of each.</summary>
internal static class CampaignSamples
{
    public const string Id = "01900000-0000-7000-8000-00000000c001", Other = "01900000-0000-7000-8000-00000000c002";

    public const string Page = $"/phong-trao/{Id}", Api = $"/api/campaigns/{Id}";

    public static string Campaign(string state, int version = 3, string name = "Đẩy mạnh <b>CCHC</b>", string more = "") => $$"""
        {"id":"{{Id}}","code":"LTN-26-30","name":"{{name}}","shortName":null,"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","level":"ward","fromYear":2026,"toYear":2030,"state":"{{state}}","version":{{version}},
         "createdAt":"2026-06-01T02:00:00Z","launchedAt":{{(state == "draft" ? "null" : "\"2026-06-02T02:00:00Z\"")}},"closedAt":null,"plan":{{Plan}},
         "warnings":[{"pointer":"/criteria/0/rank/tops","rule":"C-13","detail":"Kế hoạch không nêu số đơn vị của tốp."}],"links":[]{{more}}}
        """;

    public const string Plan = """
        {"code":"LTN-26-30","name":"Đẩy mạnh <b>CCHC</b>","shortName":null,"unitCode":"10532","level":"ward","fromYear":2026,"toYear":2030,"predecessorCode":null,"parent":null,"linkedCodes":["XA-25"],"theme":"Thân thiện, <i>chuyển đổi số</i>","participants":"Các phòng, đơn vị",
         "legalBases":[{"verb":"Thực hiện","type":"Quyết định","number":"2162/QĐ-UBND","date":"2026-06-09","issuer":"Chủ tịch Ủy ban nhân dân thành phố","abstract":"về phong trào thi đua","clause":"B.1"}],
         "purposes":[{"clause":"I.1","text":"Tạo khí thế <script>alert(1)</script>"}],"requirements":[],"contents":[],
         "criteria":[{"key":"dung-han","clause":"II.1","text":"Hồ sơ đúng hạn","measure":"x","kind":"percentage","operator":"greater","value":80,"unit":"%","gate":true,"aim":null,"period":"year","class":null,"rank":null},
                     {"key":"muc","clause":"II.2","text":"Chỉ số từ mức tốt","measure":"x","kind":"indexClass","operator":"greaterOrEqual","value":null,"unit":null,"gate":false,"aim":null,"period":"year","class":{"scale":"muc","atLeast":"tot"},"rank":null}],
         "classScales":[{"key":"muc","name":"Mức","classes":[{"key":"tot","name":"Tốt","published":[]}]}],"principles":[],
         "scheme":{"categories":[
           {"key":"yearly","name":"Tập thể hằng năm","clause":"LTN-26-30/III.2.a","level":"city","award":{"kind":"form","code":"bang-khen-tp","name":"Bằng khen","flag":false},"recipient":"collective","cadence":"yearly",
            "internalDeadline":{"date":null,"everyYear":{"month":2,"day":15,"yearsAfter":1},"boundary":"strict","clause":"LTN-26-30/III.3.a"},"cityDeadline":{"date":null,"everyYear":{"month":3,"day":1,"yearsAfter":1},"boundary":"inclusive","clause":"LTN-26-30/III.3.a"},
            "quotas":[{"clause":"III.q","scope":"proposingUnit","atMost":1,"atMostWithFlagNominee":2,"flagRaise":"insteadOf","allottedByCity":false,"outsideQuota":false,"reasons":[],"group":null,"perUnit":[{"unitCode":"10532-HCC","atMost":3}],"shareOfParticipants":null,"atLeast":0}],
            "dossier":[],"dossierAt":"forward","council":{"clause":"V.1"},
            "standard":{"reading":"canonical","canonical":{"kind":"allOf","clause":"c","text":"Đạt đủ hai tiêu chuẩn","conditions":[
              {"kind":"indexRank","clause":"c1","text":"Thuộc 05 đơn vị dẫn đầu","tops":[{"block":"*","rank":5,"clause":null}],"year":null},
              {"kind":"anyOf","clause":"c2","text":"Một trong hai","conditions":[
                {"kind":"yearsInTop","clause":"c3","text":"Ba năm trong tốp","tops":[{"block":"*","rank":10,"clause":null}],"atLeast":3,"fromYear":2026,"toYear":2030},
                {"kind":"initiatives","clause":"c4","text":"Có sáng kiến","atLeast":1,"recognised":true,"applied":true,"replicable":false,"recognisedBy":"wardCommittee"}]}]},"literal":null} },
           {"key":"individual","name":"Cá nhân hằng năm","clause":"LTN-26-30/III.2.b","level":"city","award":{"kind":"form","code":"bang-khen-tp","name":"Bằng khen","flag":false},"recipient":"individual","cadence":"yearly",
            "internalDeadline":{"date":null,"everyYear":{"month":2,"day":15,"yearsAfter":1},"boundary":"strict","clause":"LTN-26-30/III.3.a"},"cityDeadline":null,
            "quotas":[{"clause":"III.q","scope":"proposingUnit","atMost":null,"atMostWithFlagNominee":null,"flagRaise":"insteadOf","allottedByCity":true,"outsideQuota":false,"reasons":[],"group":null,"perUnit":[],"shareOfParticipants":null,"atLeast":0}],
            "dossier":[],"dossierAt":"forward","council":null,"standard":{"reading":"canonical","canonical":{"kind":"completionGrade","clause":"d","text":"Hoàn thành xuất sắc","atLeast":"completedOutstandingly"},"literal":null} },
           {"key":"period","name":"Cờ thi đua tổng kết","clause":"LTN-26-30/III.2.c","level":"city","award":{"kind":"title","code":"co-thi-dua-tp","name":"Cờ thi đua","flag":true},"recipient":"collective","cadence":"period",
            "internalDeadline":{"date":"2030-02-15","everyYear":null,"boundary":"strict","clause":"LTN-26-30/III.3.b"},"cityDeadline":null,"quotas":[],"dossier":[],"dossierAt":"forward","council":null,
            "standard":{"reading":"canonical","canonical":{"kind":"attested","clause":"e","text":"Dẫn đầu","statement":"leading","by":["council"],"evidenceRequired":true},"literal":null} }]},
         "reports":[{"clause":"IV.1","text":"Báo cáo năm.","schedule":"yearly","before":{"month":11,"day":20,"yearsAfter":0},"receiver":"UBND phường","key":"nam","owes":{"who":"offices","units":null},"through":"Phòng Văn hóa - Xã hội","quarter":null,"everyMonths":null,"conditional":false}],
         "tasks":[{"clause":"IV.2","text":"Tổng kết phong trào.","quarter":4,"conditional":true,"documentType":null,"key":"tk","owes":null,"period":null,"before":null,"conference":null}],
         "roles":[{"clause":"V.2.1","unit":"Các phòng","text":"Lập kế hoạch riêng.","asked":false,"key":"v-2-1","owes":null,"ownPlan":true,"before":null}],
         "standingUnitCode":"10532-VHXH","reminders":null,"feedback":{"clause":"IV.6","text":"Báo về UBND phường."},"funding":null,"recipients":["Sở Nội vụ","Lưu: VT"],"signer":null,"number":null}
        """;

    public const string Linked = $$$"""
        {"predecessor":null,"successors":[],"parent":{"number":"119/KH-UBND","date":"2026-04-24","issuer":"UBND thành phố","abstract":"x"},
         "linked":[{"id":"{{{Other}}}","code":"TD-26","name":"Thi đua yêu nước","unitCode":"10549","state":"launched","fromYear":2026,"toYear":2026,"theme":null}],"unknownCodes":["XA-25"]}
        """;

    public const string History = """
        {"items":[{"version":1,"action":"drafted","at":"2026-06-01T02:00:00Z","actedBy":"can.bo","reason":null,"changes":[]},
          {"version":2,"action":"launched","at":"2026-06-02T02:00:00Z","actedBy":"can.bo","reason":null,"changes":[]},
          {"version":3,"action":"amended","at":"2026-07-01T02:00:00Z","actedBy":"can.bo","reason":"Chờ Chỉ số <u>2026</u>","changes":[
            {"pointer":"/scheme/categories/yearly/internalDeadline/everyYear/day","before":10,"after":15},{"pointer":"/scheme/categories/period/internalDeadline/date","before":"2030-02-01","after":"2030-02-15"},
            {"pointer":"/theme","before":null,"after":"Thân thiện"},{"pointer":"/legalBases","before":[],"after":[{}]}]}]}
        """;

    /// <summary>Days that always lie ahead of the clock, or behind it.</summary>
    public static string Stories => $$"""
        {"campaignId":"{{Id}}","code":"LTN-26-30","items":[
          {"category":"yearly","categoryName":"Tập thể hằng năm","stage":"internal","year":2026,"dates":[{"printedDate":"2026-01-06","lastDay":"2026-01-05","boundary":"strict","clause":"c","since":"2026-01-01T00:00:00Z","reason":null}]},
          {"category":"yearly","categoryName":"Tập thể hằng năm","stage":"internal","year":2027,"dates":[{"printedDate":"{{InFiveDays.AddDays(1):yyyy-MM-dd}}","lastDay":"{{InFiveDays:yyyy-MM-dd}}","boundary":"strict","clause":"c","since":"2026-01-01T00:00:00Z","reason":null}]}]}
        """;

    public static DateOnly InFiveDays => ServiceDefaults.VietnamTime.Today(TimeProvider.System).AddDays(5);

    public const string Counts = """{"items":[{"unitCode":"10532","categoryKey":"yearly","state":"submitted","count":2},{"unitCode":"10532","categoryKey":"individual","state":"returned","count":1},{"unitCode":"10532","categoryKey":"yearly","state":"awarded","count":7}]}""";

    public static string Feedback(string id, string text, string? answer = null) => $$"""
        {"id":"{{id}}","version":4,"campaignId":"{{Id}}","unitCode":"10532-KT","text":"{{text}}","sentAt":"2026-07-01T02:00:00Z","sentBy":"x","answer":{{(answer is null ? "null" : $"\"{answer}\"")}},"answeredAt":{{(answer is null ? "null" : "\"2026-07-02T02:00:00Z\"")}},"answeredByUnit":{{(answer is null ? "null" : "\"10532\"")}}}
        """;

    /// <summary>Everything that the pages of a campaign ask about.</summary>
    public static void Answer(PortalFixture portal, string state, int version = 3)
    {
        portal.Json(Api, Campaign(state, version));
        portal.Json($"{Api}/linked", Linked);
        portal.Json($"{Api}/history", History);
        portal.Json($"{Api}/deadlines/history", Stories);
        portal.Json($"{Api}/feedback", """{"items":[],"next":null}""");
        portal.Json("/api/duties/missing", $$"""{"campaignId":"{{Id}}","campaignCode":"LTN-26-30","campaignName":"x","year":2026,"items":[{"kind":"report","key":"nam","clause":"c","text":"x","period":"2026","lastDay":null,"owed":4,"done":3,"missing":[]}]}""");
        portal.Json("/api/nominations/summary", Counts);
        portal.Json("/api/units", """{"items":[{"code":"10532-HCC","name":"Trung tâm Phục vụ hành chính công"},{"code":"10532-VHXH","name":"Phòng Văn hóa - Xã hội"}],"next":null}""");
        portal.Json("/api/units/10532-VHXH", """{"code":"10532-VHXH","name":"Phòng Văn hóa - Xã hội","rankingBlock":null}""");
        portal.Json("/api/units/10532-HCC", """{"code":"10532-HCC","name":"Trung tâm Phục vụ hành chính công","rankingBlock":null}""");
        portal.Json("/api/units/10549", """{"code":"10549","name":"Phường Chu Văn An","rankingBlock":"phuong"}""");
        portal.Json("/api/units/10532", """{"code":"10532","name":"Phường Lê Thanh Nghị","rankingBlock":"phuong"}""");
    }
}
