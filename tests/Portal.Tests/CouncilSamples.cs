namespace Emulation.Portal.Tests;

/// <summary>Answers of the gateway on councils.</summary>
internal static class CouncilSamples
{
    public const string Council = "01900000-0000-7000-8000-00000000c001", Session = "01900000-0000-7000-8000-00000000c002";
    public const string Flag = "01900000-0000-7000-8000-00000000c011", Own = "01900000-0000-7000-8000-00000000c012", Talk = "01900000-0000-7000-8000-00000000c013", Gone = "01900000-0000-7000-8000-00000000c014";
    public const string Chair = "01900000-0000-7000-8000-00000000c021", Clerk = "01900000-0000-7000-8000-00000000c022", Guest = "01900000-0000-7000-8000-00000000c023";
    public const string Nomination = "01900000-0000-7000-8000-00000000c031";

    public static string CouncilList => $$"""
        {"items":[{"id":"{{Council}}","version":1,"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","name":"Hội đồng Thi đua - Khen thưởng Phường Lê Thanh Nghị","termFrom":"2026-01-01","termTo":"2030-12-31",
        "decisionNumber":"05/QĐ-UBND","decisionDate":"2025-12-31","members":[{"id":"{{Chair}}","accountId":"a","name":"Hoàng Đình Mẫu","title":"chair","position":"Chủ tịch Ủy ban nhân dân","from":"2026-01-01","to":null},
        {"id":"{{Clerk}}","accountId":null,"name":"Vũ Thị Thử","title":"secretary","position":null,"from":"2026-01-01","to":null}],"former":[],"warnings":["Hội đồng có 2 thành viên, là số chẵn: phiếu có thể ngang nhau."]}],"next":null}
        """;

    public static string SessionList => $$"""
        {"items":[{"id":"{{Session}}","version":4,"councilId":"{{Council}}","unitCode":"10532","councilName":"Hội đồng phường","title":"Phiên họp cuối năm","at":"2026-12-15T01:00:00Z","place":"Phòng số 1","state":"voting","items":3}],"next":null}
        """;

    public static string Waiting => $$"""
        {"items":[{"nominationId":"{{Nomination}}","subject":"Phòng Văn hóa - Xã hội – Giấy khen","campaignCode":"CVA-26","categoryKey":"ward","year":2026,"councilAsked":true,"rule":{{Rule()}}}],"next":null}
        """;

    public static string Dossier => $$"""
        {"id":"{{Nomination}}","version":3,"state":"submitted","campaignCode":"LTN-26-30","campaignName":"Phong trào","categoryName":"Cờ thi đua","level":"city","award":{"kind":"title","name":"Cờ thi đua của UBND thành phố"},"year":2026,
        "proposingUnitCode":"10532","proposingUnitName":"Phường Lê Thanh Nghị","nominee":{"kind":"collective","name":"Tập thể <b>A</b>","position":null,"unitCode":"10532-VHXH","unitName":"Phòng Văn hóa - Xã hội"},
        "achievement":"Dẫn đầu phong trào","eligibility":"met","late":false,"lateReason":null,"tooLateFrom":null,"verdict":null,"reading":"canonical","campaignVersion":2,"judgedAt":null,"submittedAt":null,
        "forwardedAt":null,"returnReason":null,"endReason":null,"decisionId":null,"orderInDecision":null}
        """;

    /// <param name="mine">The caller's own ballot as JSON.</param>
    public static string SessionIn(string state, string mine = "null") => $$"""
        {"id":"{{Session}}","version":7,"councilId":"{{Council}}","councilName":"Hội đồng Thi đua - Khen thưởng Phường Lê Thanh Nghị","unitCode":"10532","unitName":"Phường Lê Thanh Nghị","title":"Phiên họp cuối năm",
        "at":"2026-12-15T01:00:00Z","place":"Phòng số 1","state":"{{state}}","chairId":"{{Chair}}","secretaryId":"{{Clerk}}","invitedAt":null,"concludedAt":null,"approvedAt":null,"approvalNote":null,"cancelReason":null,
        "members":[{{Seat(Chair, "Hoàng Đình Mẫu", "chair", true, true)}},{{Seat(Clerk, "Vũ Thị Thử", "secretary", false, false)}},{{Seat(Guest, "Trịnh Văn Dụ", "member", true, false)}}],
        "items":[{{Item(Flag, 1, "Tập thể <b>A</b> – Cờ thi đua", state, nomination: true, conflicts: $$"""[{"id":"{{Gone}}","memberId":"{{Guest}}","memberName":"Trịnh Văn Dụ","kind":"ownOffice","detail":"Đối tượng thuộc đơn vị nơi thành viên công tác.","found":true,"stands":true,"dismissedReason":null}]""")}},
        {{Item(Own, 2, "Tập thể B – Cờ thi đua", state)}},{{Item(Talk, 3, "Thống nhất kế hoạch kiểm tra", state, secret: false)}},{{Item(Gone, 4, "Tập thể C – Giấy khen", state, off: "Hồ sơ đã rút trong khi chờ Hội đồng.")}}],
        "mine":{{mine}}}
        """;

    public static string Mine(bool handedIn = false) => $$"""{"memberId":"{{Guest}}","secretItems":["{{Own}}"],"openItems":["{{Talk}}"],"paperHandedIn":{{(handedIn ? "true" : "false")}}}""";

    private static string Seat(string id, string name, string title, bool account, bool handedIn) =>
        $$"""{"memberId":"{{id}}","name":"{{name}}","title":"{{title}}","hasAccount":{{(account ? "true" : "false")}},"attendance":"present","note":null,"handedIn":{{(handedIn ? "true" : "false")}}}""";

    private static string Item(string id, int order, string subject, string state, bool secret = true, bool nomination = false, string conflicts = "[]", string? off = null) => $$"""
        {"id":"{{id}}","order":{{order}},"nominationId":{{(nomination ? $"\"{Nomination}\"" : "null")}},"subject":"{{subject}}","duty":{{(secret ? "null" : "\"supervise\"")}},"rule":{{Rule(secret)}},"conflicts":{{conflicts}},
        "offNote":{{(off is null ? "null" : $"\"{off}\"")}},"result":{{(state is "concluded" or "approved" && off is null ? Result : "null")}},"votes":[],"conclusion":null,"confirmsOutstanding":null,"approved":null,"leftOutReason":null}
        """;

    private const string Result = """{"members":11,"present":10,"written":0,"conflicted":1,"tally":{"yes":9,"no":1,"abstain":0,"invalid":0,"papers":10},"base":11,"share":0.8181,"quorumMet":true,"thresholdMet":true,"outcome":"passed"}""";

    private static string Rule(bool secret = true) => $$"""
        {"quorum":"2/3","threshold":"4/5","moreThan":false,"of":"allMembers","ballot":"{{(secret ? "secret" : "open")}}","writtenOpinions":true,"chairBreaksTie":false,"conflictsLeaveBase":false,"legalBasis":"Nghị định 98/2023/NĐ-CP Điều 30 khoản 7","version":"2026-11","assumed":true,"planClause":"LTN-TD-26/V.1.b","fromPlan":[]}
        """;
}
