using Emulation.Portal.Clients;

namespace Emulation.Portal.Documents;

/// <summary>Words of official documents.</summary>
internal static class DocumentWords
{
    public static readonly (string Code, string Name)[] Types =
    [
        ("TTr", "Tờ trình"), ("QĐ", "Quyết định"), ("KH", "Kế hoạch"), ("BC", "Báo cáo"), ("TB", "Thông báo"), ("CV", "Công văn"), ("BB", "Biên bản"), ("PB", "Phiếu bầu"),
        ("BCTT", "Báo cáo thành tích"), ("GƯ", "Giao ước thi đua"), ("PCĐ", "Phiếu tự chấm điểm"),
    ];

    /// <summary>Forms of signing (Nghị định 30/2020 Điều 13).</summary>
    public static readonly (string Code, string Name)[] SigningForms =
    [
        ("onBehalf", "TM. – thay mặt tập thể"), ("deputy", "KT. – ký thay người đứng đầu"), ("byOrder", "TL. – thừa lệnh"), ("byMandate", "TUQ. – thừa ủy quyền"), ("ownRight", "Người đứng đầu tự ký"),
    ];

    // Forms of a dossier or a session, which stand in no register.
    private static readonly string[] Unnumbered = ["PB", "BCTT", "GƯ", "PCĐ"];

    public static readonly (string Code, string Name)[] States = [("draft", "Dự thảo"), ("issued", "Đã ban hành")];

    /// <summary>What was done, by the mark in the address that an act leads to.</summary>
    public static readonly IReadOnlyDictionary<string, string> Done = new Dictionary<string, string>
    {
        ["ban-hanh"] = "Đã ban hành văn bản.",
        ["the-thuc"] = "Đã ghi thể thức ký và nơi nhận.",
        ["lap"] = "Đã lập dự thảo.",
    };

    public static string Type(string code) => Types.FirstOrDefault(t => t.Code == code).Name ?? code;

    public static string State(string code) => States.FirstOrDefault(s => s.Code == code).Name ?? code;

    /// <summary>Trích yếu.</summary>
    public static string Abstract(DocumentSummaryAnswer d) => d.Abstract ?? d.Type switch
    {
        "TTr" => $"Đề nghị khen thưởng: {d.CampaignName}",
        "QĐ" => $"Khen thưởng: {d.CampaignName}",
        _ => d.CampaignName,
    };

    public static bool Numbered(DocumentSummaryAnswer d) => !Unnumbered.Contains(d.Type);

    /// <summary>“Tờ trình số 01/TTr-UBND”, “Dự thảo Quyết định”; a form without a number goes by its name.</summary>
    public static string Title(DocumentSummaryAnswer d) => d switch
    {
        { Symbol: { } symbol } => $"{Type(d.Type)} số {symbol}",
        { State: "issued" } => Type(d.Type),
        _ => $"Dự thảo {Type(d.Type)}",
    };

    /// <summary>How many there are, and how many there must be; papers without lines have none.</summary>
    public static string Count(DocumentSummaryAnswer d) => d.Level is null ? "" : d.ExpectedCount is { } expected && expected != d.LineCount ? $"{d.LineCount}/{expected}" : $"{d.LineCount}";
}
