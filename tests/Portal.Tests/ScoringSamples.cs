namespace Emulation.Portal.Tests;

/// <summary>Rounds, sheets and index sets as Scoring answers them.</summary>
internal static class ScoringSamples
{
    public const string RoundId = "01900000-0000-7000-8000-0000000000b1", SheetId = "01900000-0000-7000-8000-0000000000c1", FileId = "01900000-0000-7000-8000-0000000000d1";

    /// <summary>Hai đơn vị: one explains, one has not begun and is late, one has handed in.</summary>
    public const string Progress = $$"""
        {"round":{{Round}},
         "units":[{"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","sheetId":"{{SheetId}}","state":"underExplanation","until":"2099-03-01","late":false,"explainUntil":"2099-03-09","missing":12,"selfIndex":91.2,"indexShown":88.13},
                  {"unitCode":"10549","unitName":"Phường Hòa Bình","sheetId":null,"state":null,"until":"2099-02-01","late":true,"explainUntil":null,"missing":null,"selfIndex":null,"indexShown":null},
                  {"unitCode":"11413","unitName":"Phường Hải An","sheetId":"01900000-0000-7000-8000-0000000000c2","state":"submitted","until":"2099-02-01","late":false,"explainUntil":null,"missing":0,"selfIndex":95.77,"indexShown":95.77}]}
        """;

    public const string Round = $$"""
        {"id":"{{RoundId}}","year":2098,"block":"phuong","indexSet":"thu-2098","selfScoreUntil":"2099-02-01","explanationDays":5,
         "extensions":[{"unitCode":"10532","until":"2099-03-01","reason":"Mất điện <b>dài ngày</b>","by":"x","at":"2098-12-01T00:00:00Z"}],"version":3,"openedAt":"2098-11-01T00:00:00Z"}
        """;

    public const string Rounds = $$"""{"items":[{{Round}}],"next":null}""";

    public const string Unit = """{"code":"10532","name":"Phường Lê Thanh Nghị","kind":"ward","parentCode":null,"rankingBlock":"phuong","placeNameInFull":false,"active":true,"mergedInto":null,"version":1,"history":[]}""";

    public const string IndexSet = """
        {"code":"thu-2098","name":"Bộ chỉ số thử","issuer":"UBND thành phố","edition":2,"replaces":"thu-2097","state":"active","version":2,"activatedAt":"2098-01-01T00:00:00Z","blocks":["phuong"],
         "areas":[
          {"code":"A","name":"Chỉ đạo, điều hành","max":70,"criteria":[
            {"code":"A.1","name":"Kế hoạch","max":15,"leaves":[
              {"code":"A.1.1","name":"Nhiệm vụ hoàn thành","max":10,"formula":{"kind":"ratioWithFloor","floor":0.8,"operator":"inclusive"},"notApplicableAllowed":true,"unit":null,"clause":"CVA-26/III.1.c","verificationDocument":"Báo cáo năm"},
              {"code":"A.1.2","name":"Ban hành kế hoạch","max":5,"formula":{"kind":"yesNo"},"notApplicableAllowed":false,"unit":null,"clause":null,"verificationDocument":"Kế hoạch"}],
             "formula":null,"notApplicableAllowed":false,"unit":null,"clause":null,"verificationDocument":null},
            {"code":"A.2","name":"Đúng hạn","max":15,"leaves":[],"formula":{"kind":"linearBetween","low":95,"high":100},"notApplicableAllowed":false,"unit":"%","clause":null,"verificationDocument":null},
            {"code":"A.3","name":"Nộp kế hoạch","max":10,"leaves":[],"formula":{"kind":"steps","better":"lower","table":[{"bound":0,"points":10,"operator":"inclusive"},{"bound":15,"points":5,"operator":"exclusive"}]},"notApplicableAllowed":false,"unit":"ngày chậm","clause":null,"verificationDocument":null},
            {"code":"A.4","name":"Báo cáo","max":10,"leaves":[],"formula":{"kind":"countTimesPoints","each":2.5},"notApplicableAllowed":false,"unit":"báo cáo","clause":null,"verificationDocument":null},
            {"code":"A.5","name":"Bưu chính công ích","max":10,"leaves":[],"formula":{"kind":"relative","operator":"inclusive","belowMean":"proportional"},"notApplicableAllowed":false,"unit":"%","clause":null,"verificationDocument":null},
            {"code":"A.6","name":"Kỷ luật","max":10,"leaves":[],"formula":{"kind":"deduction","cases":[{"key":"ky-luat","name":"Người bị kỷ luật","points":1},{"key":"phe-binh","name":"Bị phê bình","points":0.25}]},"notApplicableAllowed":false,"unit":null,"clause":null,"verificationDocument":null}]},
          {"code":"B","name":"Điều tra xã hội học","max":30,"criteria":[
            {"code":"B.1","name":"Mức độ hài lòng","max":30,"leaves":[],"formula":{"kind":"survey"},"notApplicableAllowed":false,"unit":"%","clause":null,"verificationDocument":null}]}],
         "adjustments":[{"code":"X.1","name":"Điểm thưởng","formula":{"kind":"bonusPenalty","effect":"bonus","cap":2,"cases":[{"key":"mo-hinh","name":"Mô hình","points":1}]},"verificationDocument":"Văn bản"}],
         "classes":[{"code":"tot","name":"Tốt","from":80},{"code":"yeu","name":"Yếu","from":0}],"tieRule":{"breakBy":[]},"rankBy":"index"}
        """;

    /// <summary>A sheet in a state; A.1.1 appraised and, once explained, answered; A.4 not proven, A.6 and B.1 missing.</summary>
    public static string Sheet(string state, int version = 7, string explainUntil = "2099-03-09")
    {
        var draft = state is "draft" or "awaitingApproval";
        var first = draft ? "null" : """{"input":{"done":40,"total":50},"reason":"Thiếu tài liệu <script>alert(2)</script>","by":"c","at":"2098-12-05T02:00:00Z"}""";
        var answer = state is "explained" ? """{"text":"Đã bổ sung biên bản","evidence":[],"by":"u","at":"2098-12-07T02:00:00Z"}""" : "null";
        return $$$"""
            {"sheet":{"id":"{{{SheetId}}}","unitCode":"10532","year":2098,"indexSet":"thu-2098","block":"phuong","state":"{{{state}}}","version":{{{version}}},"externalRef":null,"index":70.5,"indexShown":70.5,"provisional":true,
                      "bonus":1,"selfIndex":{{{(draft ? "null" : "71.2")}}},"missing":["A.6","B.1"],"approver":{{{(draft ? "null" : "\"Bà <i>B</i>, Chủ tịch\"")}}},"submittedAt":{{{(draft ? "null" : "\"2098-12-01T02:00:00Z\"")}}},
                      "appraisedAt":{{{(draft ? "null" : "\"2098-12-05T02:00:00Z\"")}}},"explainUntil":{{{(state == "underExplanation" ? $"\"{explainUntil}\"" : "null")}}},"finalAt":{{{(state == "final" ? "\"2098-12-20T02:00:00Z\"" : "null")}}}},
             "unitName":"Phường Lê Thanh Nghị","areas":[{"code":"A","points":42.3,"max":60},{"code":"B","points":0,"max":0}],"block":{"units":45,"handedIn":41,"isComplete":false},"otherEvidence":[],
             "leaves":[
              {"leaf":"A.1.1","name":"Nhiệm vụ hoàn thành","area":"A","max":10,"cityOnly":false,"self":{"done":47,"total":50},"selfPoints":9.4,"explanation":"Theo báo cáo <script>alert(1)</script>","evidence":[{"id":"{{{FileId}}}","unitCode":"10532","name":"Báo cáo <b>năm</b>.pdf","hash":"0","size":20480,"mediaType":"application/pdf","filedAt":"2098-11-20T00:00:00Z"}],
               "first":{{{first}}},"answer":{{{answer}}},"appraised":{{{first}}},"points":{{{(draft ? "9.4" : "8")}}},"blockMean":null,"notApplicable":false},
              {"leaf":"A.1.2","name":"Ban hành kế hoạch","area":"A","max":5,"cityOnly":false,"self":{"met":true},"selfPoints":5,"explanation":"Đã ban hành","evidence":[],"first":null,"answer":null,"appraised":null,"points":5,"blockMean":null,"notApplicable":false},
              {"leaf":"A.2","name":"Đúng hạn","area":"A","max":15,"cityOnly":false,"self":{"value":99.1},"selfPoints":12.3,"explanation":"Hệ thống","evidence":[],"first":null,"answer":null,"appraised":null,"points":12.3,"blockMean":null,"notApplicable":false},
              {"leaf":"A.3","name":"Nộp kế hoạch","area":"A","max":10,"cityOnly":false,"self":{"count":3},"selfPoints":5,"explanation":"Chậm ba ngày","evidence":[],"first":null,"answer":null,"appraised":null,"points":5,"blockMean":null,"notApplicable":false},
              {"leaf":"A.4","name":"Báo cáo","area":"A","max":10,"cityOnly":false,"self":{"count":4},"selfPoints":10,"explanation":null,"evidence":[],"first":null,"answer":null,"appraised":null,"points":10,"blockMean":null,"notApplicable":false},
              {"leaf":"A.5","name":"Bưu chính công ích","area":"A","max":10,"cityOnly":false,"self":{"value":24.6},"selfPoints":null,"explanation":"Hệ thống","evidence":[],"first":null,"answer":null,"appraised":null,"points":null,"blockMean":null,"notApplicable":false},
              {"leaf":"A.6","name":"Kỷ luật","area":"A","max":10,"cityOnly":false,"self":null,"selfPoints":null,"explanation":null,"evidence":[],"first":null,"answer":null,"appraised":null,"points":null,"blockMean":null,"notApplicable":false},
              {"leaf":"B.1","name":"Mức độ hài lòng","area":"B","max":30,"cityOnly":true,"self":null,"selfPoints":null,"explanation":null,"evidence":[],"first":null,"answer":null,"appraised":null,"points":null,"blockMean":null,"notApplicable":false},
              {"leaf":"X.1","name":"Điểm thưởng","area":null,"max":2,"cityOnly":false,"self":{"counts":{"mo-hinh":1}},"selfPoints":1,"explanation":"Văn bản","evidence":[],"first":null,"answer":null,"appraised":null,"points":1,"blockMean":null,"notApplicable":false}]}
            """;
    }

    public const string History = """
        {"items":[{"at":"2098-11-20T01:00:00Z","by":"ward-10532","action":"create","reason":null,"changes":[{"leaf":"A.1.1","from":null,"to":{"done":45,"total":50},"fromPoints":null,"toPoints":9,"reason":null}]},
                  {"at":"2098-11-21T18:30:00Z","by":"01900000-0000-7000-8000-0000000000ee","action":"edit","reason":null,"changes":[{"leaf":"A.1.1","from":{"done":45,"total":50},"to":{"done":47,"total":50},"fromPoints":9,"toPoints":9.4,"reason":"Theo báo cáo <script>alert(3)</script>","evidenceAdded":["01900000-0000-7000-8000-0000000000d1"]}]},
                  {"at":"2098-11-22T01:00:00Z","by":"leader","action":"return","reason":"Xem lại tỷ lệ","changes":[]}],"next":null}
        """;

    /// <summary>Someone else changed another leaf.</summary>
    public const string Stale = """
        {"status":412,"code":"EMU-0008","title":"Phiên bản đang sửa đã cũ","detail":"Phiên bản hiện tại là 8.","currentVersion":8,
         "changes":[{"at":"2098-11-21T03:00:00Z","by":"dong-nghiep","action":"edit","reason":null,"changes":[{"leaf":"A.2","from":{"value":98},"to":{"value":99.1},"fromPoints":9,"toPoints":12.3,"reason":null}]}]}
        """;

    /// <summary>A file just taken in.</summary>
    public const string Filed = """{"id":"01900000-0000-7000-8000-0000000000d2","unitCode":"10532","name":"Biên bản.pdf","hash":"0","size":2048,"mediaType":"application/pdf","filedAt":"2098-11-20T00:00:00Z"}""";

    public static string Summary(string state, string more = "") =>
        $$"""{"id":"{{SheetId}}","unitCode":"10532","year":2098,"indexSet":"thu-2098","block":"phuong","state":"{{state}}","version":8,"provisional":true,"bonus":0,"missing":["A.6"]{{more}}}""";

    /// <summary>Everything that the pages of one sheet read.</summary>
    public static void SetSheet(this PortalFixture portal, string state, int version = 7, string explainUntil = "2099-03-09")
    {
        portal.Json($"/api/score-sheets/{SheetId}", Sheet(state, version, explainUntil));
        portal.Json($"/api/score-sheets/{SheetId}/history", History);
        portal.Json("/api/index-sets/thu-2098", IndexSet);
        portal.Json("/api/rounds", Rounds);
        foreach (var step in new[] { "submit", "approve", "return", "appraise", "explain", "finalise", "reopen" })
            portal.Json($"/api/score-sheets/{SheetId}/{step}", Summary("submitted"));
        portal.Json($"PUT /api/score-sheets/{SheetId}", Summary("draft"));
    }
}
