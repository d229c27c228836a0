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
}
