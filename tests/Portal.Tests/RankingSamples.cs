namespace Emulation.Portal.Tests;

/// <summary>A published ranking looked into, as Scoring answers it.</summary>
internal static class RankingSamples
{
    public const string RankingId = "01900000-0000-7000-8000-0000000000f1";

    private const string Head = $$"""
        "ranking":{"id":"{{RankingId}}","indexSet":"thu-2098","year":2098,"block":"phuong","version":1,"current":true},
        "unit":{"rank":10,"tied":false,"decidedBy":"score","unitCode":"10532","unitName":"Phường <b>Lê Thanh Nghị</b>","index":95.2301,"indexShown":95.23,"bonus":0,"total":95.2301,"class":"Xuất sắc","areas":[]},
        "of":45,"index":{"units":45,"mean":87.9399,"median":88.8,"best":97.1925,"lowest":73.4735,"spread":23.719},
        "areas":[
          {"code":"A","name":"Chỉ đạo, điều hành","points":57,"max":60,"rate":95.1250,"lostPoints":3,"lostIndex":3.2085,"block":{"units":44,"mean":86.85,"median":92.7,"best":99.49,"lowest":51.8,"spread":47.6},"bestUnits":[{"unitCode":"11411","unitName":"Phường <i>Đông Hải</i>"}],"bestCount":3,"rank":8},
          {"code":"B","name":"Điều tra","points":0,"max":0,"rate":null,"lostPoints":0,"lostIndex":0,"block":null,"bestUnits":[],"bestCount":0,"rank":null}],
        "strengths":{"areas":[{"code":"A","name":"Chỉ đạo, điều hành","indexPoints":8.275}],"leaves":[]},
        """;

    /// <summary>As the unit's own people see it.</summary>
    public const string Own = $$"""
        { {{Head}}
        "losses":{"areas":[{"code":"A","name":"Chỉ đạo, điều hành","indexPoints":3.2085}],"leaves":[{"code":"A.1.1","name":"Nhiệm vụ <u>hoàn thành</u>","indexPoints":1.5236}]},
        "leaves":[{"code":"A.1.1","name":"Nhiệm vụ <u>hoàn thành</u>","area":"A","max":10,"points":8.5,"lostIndex":1.5236,"notApplicable":false,"blockMean":7.25,"blockBest":9.75,"units":45},
                  {"code":"A.1.2","name":"Ban hành kế hoạch","area":"A","max":5,"points":null,"lostIndex":null,"notApplicable":true,"blockMean":null,"blockBest":null,"units":2}],
        "sheet":{"id":"{{ScoringSamples.SheetId}}","version":8,"currentVersion":9,"changed":true},"sheetsChangedSince":2}
        """;

    /// <summary>As another unit of the block sees it.</summary>
    public const string OfAnother = $$"""
        { {{Head}}
        "losses":{"areas":[{"code":"A","name":"Chỉ đạo, điều hành","indexPoints":3.2085}],"leaves":[]},
        "leaves":[{"code":"A.1.1","name":"Nhiệm vụ hoàn thành","area":"A","max":10,"points":null,"lostIndex":null,"notApplicable":null,"blockMean":7.25,"blockBest":9.75,"units":45}],
        "sheet":null,"sheetsChangedSince":0}
        """;

    public const string Movements = $$"""
        {"ranking":{"id":"{{RankingId}}","indexSet":"thu-2098","year":2098,"block":"phuong","version":1,"current":true},"before":{"id":"01900000-0000-7000-8000-0000000000f0","indexSet":"thu-2097","year":2097,"block":"phuong","version":1,"current":true},"sameIndexSet":false,
         "units":[{"unitCode":"10532","unitName":"Phường Lê Thanh Nghị","rank":10,"rankBefore":14,"rankChange":4,"index":95.2301,"indexBefore":93.2,"indexChange":2.0301,"class":"Xuất sắc"}]}
        """;

    /// <summary>Rank 10 now, rank 5 within reach.</summary>
    public const string Goal = $$"""
        {"unitCode":"10532","unitName":"Phường <script>alert(1)</script>","block":"phuong","year":2098,"indexSet":"thu-2098","goalRank":5,"sheetId":"{{ScoringSamples.SheetId}}","sheetVersion":8,"sheetState":"submitted","missing":["A.2","A.3"],
         "others":{"units":44,"counted":42,"final":39,"unfinished":3,"notHandedIn":0,"withoutSheet":2},
         "standing":{"index":95.2301,"indexShown":95.23,"score":95.2301,"rank":10,"tiedWith":0},"current":{"index":95.2301,"indexShown":95.23,"score":95.2301,"rank":10,"tiedWith":0},
         "goalScore":96.3411,"gap":1.111,"reached":false,"reachable":true,"atBest":{"index":97.2122,"indexShown":97.21,"score":97.2122,"rank":1,"tiedWith":0},
         "leaves":[
           {"leaf":"A.1.1","name":"Nhiệm vụ <script>","area":"A","max":10,"points":8.5,"cityOnly":false,"most":{"figures":{"done":50,"total":50},"inWords":"từ 50 trên 50 (100%) trở lên","gain":1.5,"place":{"index":96.7301,"indexShown":96.73,"score":96.7301,"rank":3,"tiedWith":0} },
            "enough":{"figures":{"done":49,"total":50},"inWords":"từ 49 trên 50 (98%) trở lên","gain":1.2,"place":{"index":96.4301,"indexShown":96.43,"score":96.4301,"rank":4,"tiedWith":0} } },
           {"leaf":"B.1","name":"Mức độ hài lòng","area":"B","max":30,"points":29.25,"cityOnly":true,"most":{"figures":{"surveyPercent":100},"inWords":"từ 100% trở lên","gain":0.75,"place":{"index":95.9801,"indexShown":95.98,"score":95.9801,"rank":7,"tiedWith":0} },"enough":null}],
         "smallest":{"leaves":[{"leaf":"A.1.1","name":"Nhiệm vụ <script>","figures":{"done":47,"total":50},"inWords":"từ 47 trên 50 (94%) trở lên"},{"leaf":"B.1","name":"Mức độ hài lòng","figures":{"surveyPercent":99},"inWords":"từ 99% trở lên"}],
           "place":{"index":96.3411,"indexShown":96.34,"score":96.3411,"rank":5,"tiedWith":1},"provedSmallest":true} }
        """;
}
