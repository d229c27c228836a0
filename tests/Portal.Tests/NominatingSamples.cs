namespace Emulation.Portal.Tests;

/// <summary>A launched campaign with three categories, and the registers a nomination picks from; persons are invented.</summary>
internal static class NominatingSamples
{
    public const string Campaign = "01900000-0000-7000-8000-000000000002", Nomination = "01900000-0000-7000-8000-000000000001", Initiative = "01900000-0000-7000-8000-0000000000c1",
        Merit = "01900000-0000-7000-8000-0000000000d1";

    public const string Campaigns = $$"""
        {"items":[{"id":"{{Campaign}}","code":"LTN-26-30","name":"Đẩy mạnh <b>cải cách","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2026,"toYear":2030,"state":"launched"}],"next":null}
        """;

    /// <summary>It began in 2024, so that one year's deadline lies behind any clock.</summary>
    public static string Plan => """
        {"id":"{campaign}","code":"LTN-26-30","name":"Đẩy mạnh <b>cải cách","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","fromYear":2024,"toYear":2026,"state":"launched","plan":{"scheme":{"categories":[
          {person},
          {"key":"period-city","name":"Cờ thi đua tổng kết","clause":"LTN-26-30/III.2.b","level":"city","award":{"kind":"title","code":"co","name":"Cờ thi đua"},"recipient":"collective","cadence":"period",
           "internalDeadline":null,"cityDeadline":null,"quotas":[],"dossier":[],"council":{"clause":"Nghị định 98/2023/NĐ-CP Điều 30.7"},
           "standard":{"reading":"canonical","canonical":{"kind":"attested","statement":"leading","by":["city"],"evidenceRequired":true,"clause":"LTN-26-30/III.2.b.c1","text":"Dẫn đầu phong trào"},"literal":null}},
          {"key":"extra","name":"Ngoài chỉ tiêu","clause":"LTN-26-30/III.2.c","level":"ward","award":{"kind":"form","code":"gk","name":"Giấy khen"},"recipient":"individual","cadence":"unplanned",
           "internalDeadline":null,"cityDeadline":null,"quotas":[{"clause":"x","scope":"proposingUnit","atMost":null,"allottedByCity":false,"outsideQuota":true,"reasons":[{"key":"dao","text":"Công tác ở đảo"}],"shareOfParticipants":null}],
           "dossier":[],"council":null,"standard":{"reading":"canonical","canonical":{"kind":"byLaw","basis":"Luật, Điều 75","clause":"LTN-26-30/III.2.c","text":"Đủ tiêu chuẩn Giấy khen"},"literal":null}}]}}}
        """.Replace("{campaign}", Campaign, StringComparison.Ordinal).Replace("{person}", Person, StringComparison.Ordinal);

    private const string Person = """
        {"key":"yearly-city","name":"Cá nhân tiêu biểu","clause":"LTN-26-30/III.2.a","level":"city","award":{"kind":"form","code":"bk","name":"Bằng khen"},"recipient":"individual","cadence":"yearly",
           "internalDeadline":{"date":null,"everyYear":{"month":2,"day":15,"yearsAfter":1},"boundary":"strict","clause":"LTN-26-30/III.3.a"},"cityDeadline":null,
           "quotas":[{"clause":"q","scope":"proposingUnit","atMost":1,"allottedByCity":false,"outsideQuota":false,"reasons":[],"shareOfParticipants":null}],"dossier":[],"council":null,
           "standard":{"reading":"canonical","canonical":{"kind":"allOf","clause":"LTN-26-30/III.2.a.i","text":"Đủ điều kiện chung","conditions":[
             {"kind":"attested","statement":"ethics","by":["headOfUnit","wardCommittee"],"evidenceRequired":false,"clause":"LTN-26-30/III.2.a.i0","text":"Đạo đức tốt"},
             {"kind":"attested","statement":"votedByCouncil","by":["council"],"evidenceRequired":true,"clause":"LTN-26-30/III.2.a.i1","text":"Hội đồng suy tôn"},
             {"kind":"completionGrade","atLeast":"completedWell","clause":"LTN-26-30/III.2.a.i2","text":"Hoàn thành tốt nhiệm vụ"},
             {"kind":"directService","yearsAtLeast":1,"fromYear":2024,"toYear":2026,"clause":"LTN-26-30/III.2.a.i3","text":"Một năm trực tiếp làm"},
             {"kind":"initiatives","atLeast":1,"recognised":true,"applied":false,"replicable":false,"recognisedBy":null,"clause":"LTN-26-30/III.2.a.i4","text":"Có sáng kiến"}]},"literal":null}}
        """;

    public const string Unit = """{"code":"10532","name":"Phường Lê Thanh Nghị","kind":"ward","rankingBlock":"phuong","active":true}""";

    public const string Office = """{"code":"10532-HCC","name":"Trung tâm <i>Phục vụ","kind":"office","rankingBlock":null,"active":true}""";

    public static string InitiativeOf(bool recognised, bool duplicate = false) => $$"""
        {"id":"{{Initiative}}","version":4,"unitCode":"10532-HCC","title":"Tra kho <script>số hóa","summary":"Công chức tự lấy.","recognised":{{(recognised ? "true" : "false")}},"applied":true,"replicable":null,
         "recognisedBy":{{(recognised ? "\"wardCommittee\"" : "null")}},"decisionNumber":{{(recognised ? "\"902/QĐ-UBND\"" : "null")}},"decisionDate":{{(recognised ? "\"2026-09-22\"" : "null")}},"duplicate":{{(duplicate ? "true" : "false")}},
         "authors":[{"name":"Lê Văn Thử","personCode":null,"share":60}]}
        """;

    public static string MeritOf(bool duplicate = false) => $$"""
        {"id":"{{Merit}}","version":1,"nomineeKind":"individual","name":"Lê Văn Thử","personCode":"CB01","unitCode":"10532-HCC","kind":"duty","title":"Số hóa <u>hồ sơ","description":"Đã số hóa","from":"2026-01-01","to":"2026-06-30","evidence":"12/BC",
         "awards":[],"duplicate":{{(duplicate ? "true" : "false")}},"duplicateOf":null}
        """;

    public const string Checked = """
        {"eligibility":"notYetKnown","reading":"canonical","tooLateFrom":"2027-02-14T17:00:00Z","missing":[{"kind":"attested","clause":"LTN-26-30/III.2.a.i1","text":"Hội đồng suy tôn","outcome":"notYetKnown","explanation":"Chưa có xác nhận.","facts":[],"warnings":[],"children":[]}],
         "verdict":{"kind":"allOf","clause":"LTN-26-30/III.2.a.i","text":"Đủ điều kiện chung","outcome":"notYetKnown","explanation":"","facts":[],"warnings":[],"children":[
           {"kind":"attested","clause":"LTN-26-30/III.2.a.i1","text":"Hội đồng suy tôn","outcome":"notYetKnown","explanation":"Chưa có xác nhận <em>.","facts":[],"warnings":[],"children":[]}]}}
        """;

    /// <summary>The registers, the plan and the units, as a ward's officer reads them.</summary>
    public static void Serve(PortalFixture portal)
    {
        portal.Json("/api/campaigns", Campaigns);
        portal.Json($"/api/campaigns/{Campaign}", Plan);
        portal.Json("/api/units/10532", Unit);
        portal.Json("/api/units/10532-HCC", Office);
        portal.Json("/api/units", $$"""{"items":[{{Office}}],"next":null}""");
        portal.Json("/api/initiatives", $$"""{"items":[{{InitiativeOf(true)}}],"next":null}""");
        portal.Json("/api/merits", $$"""{"items":[{{MeritOf()}}],"next":null}""");
    }

    /// <summary>A nomination in a state, of a level, in a category.</summary>
    public static string NominationIn(string state, string level = "city", string category = "yearly-city", string attestations = "[]", string eligibility = "met", int year = 2026, string more = "") => $$"""
        {"id":"{{Nomination}}","version":7,"state":"{{state}}","campaignId":"{{Campaign}}","campaignCode":"LTN-26-30","campaignName":"Đẩy mạnh","categoryKey":"{{category}}","categoryName":"Cá nhân tiêu biểu","level":"{{level}}",
         "award":{"kind":"form","code":"bk","name":"Bằng khen"},"year":{{year}},"proposingUnitCode":"10532","proposingUnitName":"Phường Lê Thanh Nghị",
         "nominee":{"kind":"individual","name":"Lê Văn <b>Thử","position":"Công chức","unitCode":"10532-HCC","unitName":"Trung tâm","personCode":"CB01","female":true,"womenShare":null,"directRole":true,"leadingPost":null},
         "achievement":"Đã số hóa","initiativeIds":["{{Initiative}}"],"meritIds":[],"attestations":{{attestations}},"grades":[{"year":2025,"grade":"completed","decision":null},{"year":2026,"grade":"completedWell","decision":"3/QĐ"}],
         "service":[{"from":"2025-03-01","to":null,"role":"Một cửa"}],"eligibility":"{{eligibility}}","late":false,"lateReason":null,"tooLateFrom":null,"verdict":null,"reading":"canonical","campaignVersion":1,
         "judgedAt":null,"submittedAt":null,"forwardedAt":null,"returnReason":null,"endReason":null,"decisionId":null,"orderInDecision":null{{more}}}
        """;
}
