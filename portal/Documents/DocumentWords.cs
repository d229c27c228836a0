using Emulation.Portal.Clients;

namespace Emulation.Portal.Documents;

/// <summary>Words of official documents.</summary>
internal static class DocumentWords
{
    public static readonly (string Code, string Name)[] Types = [("TTr", "Tờ trình"), ("QĐ", "Quyết định")];

    public static readonly (string Code, string Name)[] States = [("draft", "Dự thảo"), ("issued", "Đã ban hành")];

    /// <summary>What was done, by the mark in the address that an act leads to.</summary>
    public static readonly IReadOnlyDictionary<string, string> Done = new Dictionary<string, string>
    {
        ["ban-hanh"] = "Đã cấp số, ngày và ban hành văn bản.",
    };

    public static string Type(string code) => Types.FirstOrDefault(t => t.Code == code).Name ?? code;

    public static string State(string code) => States.FirstOrDefault(s => s.Code == code).Name ?? code;

    /// <summary>Trích yếu.</summary>
    public static string Abstract(DocumentSummaryAnswer d) => d.Type switch
    {
        "TTr" => $"Đề nghị khen thưởng: {d.CampaignName}",
        "QĐ" => $"Khen thưởng: {d.CampaignName}",
        _ => d.CampaignName,
    };

    /// <summary>“Tờ trình số 01/TTr-UBND”, “Dự thảo Quyết định”.</summary>
    public static string Title(DocumentSummaryAnswer d) => d.Symbol is { } symbol ? $"{Type(d.Type)} số {symbol}" : $"Dự thảo {Type(d.Type)}";

    /// <summary>How many there are, and how many there must be.</summary>
    public static string Count(DocumentSummaryAnswer d) => d.ExpectedCount is { } expected && expected != d.LineCount ? $"{d.LineCount}/{expected}" : $"{d.LineCount}";
}
