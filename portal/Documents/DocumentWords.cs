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

    public static readonly (string Code, string Name)[] States = [("draft", "Dự thảo"), ("forSigning", "Đang trình ký"), ("issued", "Đã ban hành")];

    /// <summary>Steps of the electronic way.</summary>
    public static readonly (string Code, string Name)[] SigningSteps =
    [
        ("awaitingPerson", "Người có thẩm quyền ký"), ("awaitingNumber", "Văn thư cấp số và ngày"), ("awaitingOrganisation", "Cơ quan ký số"), ("complete", "Đã ban hành"),
    ];

    /// <summary>What was done, by the mark in the address that an act leads to.</summary>
    public static readonly IReadOnlyDictionary<string, string> Done = new Dictionary<string, string>
    {
        ["ban-hanh"] = "Đã ban hành văn bản.",
        ["ban-hanh-so"] = "Đã cấp số; bước tiếp theo ghi ở mục Ký số.",
        ["trinh-ky"] = "Đã trình ký; văn bản chờ người có thẩm quyền ký.",
        ["da-ky"] = "Đã ký số; văn bản chờ văn thư cấp số và ngày.",
        ["tra-du-thao"] = "Đã trả lại dự thảo.",
        ["the-thuc"] = "Đã ghi thể thức ký và nơi nhận.",
        ["lap"] = "Đã lập dự thảo.",
        ["chinh-sua"] = "Đã nhận bản chỉnh sửa; các bản trước vẫn được lưu.",
        ["giu-ban-chinh-sua"] = "Đã ghi nhận bản chỉnh sửa vẫn phù hợp.",
        ["go-ban-chinh-sua"] = "Đã gỡ bản chỉnh sửa; văn bản trở về dự thảo của hệ thống.",
    };

    public static string Type(string code) => Types.FirstOrDefault(t => t.Code == code).Name ?? code;

    public static string State(string code) => States.FirstOrDefault(s => s.Code == code).Name ?? code;

    /// <summary>What a signature came to.</summary>
    public static string Outcome(string code) => code switch
    {
        "valid" => "Hợp lệ", "validWithRemarks" => "Hợp lệ, cần lưu ý", "signerUnknown" => "Chưa rõ người ký", "unsigned" => "Chưa ký", "notIntact" => "Không nguyên vẹn", _ => code,
    };

    public static string SignerRole(string? code) => code switch { "person" => "chữ ký của người có thẩm quyền", "organisation" => "chữ ký của cơ quan", _ => "chưa xác định được người ký" };

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
