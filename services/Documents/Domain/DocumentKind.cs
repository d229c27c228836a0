namespace Emulation.Documents.Domain;

/// <summary>Types of document that this service writes.</summary>
public enum DocumentType
{
    /// <summary>Tờ trình đề nghị khen thưởng.</summary>
    Proposal,
    /// <summary>Quyết định khen thưởng.</summary>
    Decision,
    /// <summary>Kế hoạch phát động phong trào thi đua.</summary>
    Plan,
    /// <summary>Báo cáo thành tích of a collective or a person.</summary>
    AchievementReport,
    /// <summary>Biên bản họp Hội đồng.</summary>
    Minutes,
    /// <summary>Phiếu bầu.</summary>
    Ballot,
    /// <summary>Công văn đôn đốc.</summary>
    UrgingLetter,
    /// <summary>Thông báo thay đổi thời hạn.</summary>
    DeadlineNotice,
    /// <summary>Báo cáo sơ kết, tổng kết.</summary>
    CampaignReport,
    /// <summary>Thông báo kết quả xếp hạng with the Bảng xếp hạng.</summary>
    RankingTable,
    /// <summary>Giao ước thi đua.</summary>
    Pledge,
    /// <summary>Phiếu tự chấm điểm.</summary>
    SelfScoreSheet,
}

/// <summary>What the decree says of a type of document.</summary>
/// <param name="Type">The type.</param>
/// <param name="Code">Abbreviation by Nghị định 30/2020, Phụ lục III; ours for papers that the decree does not list.</param>
/// <param name="Name">Name in Vietnamese.</param>
/// <param name="Numbered">False for forms that belong to a dossier or a session and stand in no register.</param>
/// <param name="Letter">True for a công văn, whose symbol names agency and drafting section instead of the type.</param>
public sealed record DocumentKind(DocumentType Type, string Code, string Name, bool Numbered = true, bool Letter = false)
{
    public static readonly IReadOnlyList<DocumentKind> All =
    [
        new(DocumentType.Proposal, "TTr", "Tờ trình"),
        new(DocumentType.Decision, "QĐ", "Quyết định"),
        new(DocumentType.Plan, "KH", "Kế hoạch"),
        new(DocumentType.AchievementReport, "BCTT", "Báo cáo thành tích", Numbered: false),
        new(DocumentType.Minutes, "BB", "Biên bản"),
        new(DocumentType.Ballot, "PB", "Phiếu bầu", Numbered: false),
        new(DocumentType.UrgingLetter, "CV", "Công văn", Letter: true),
        new(DocumentType.DeadlineNotice, "TB", "Thông báo"),
        new(DocumentType.CampaignReport, "BC", "Báo cáo"),
        new(DocumentType.RankingTable, "TB", "Thông báo"),
        new(DocumentType.Pledge, "GƯ", "Giao ước thi đua", Numbered: false),
        new(DocumentType.SelfScoreSheet, "PCĐ", "Phiếu tự chấm điểm", Numbered: false),
    ];

    private static readonly Dictionary<DocumentType, DocumentKind> ByType = All.ToDictionary(kind => kind.Type);

    public static DocumentKind Of(DocumentType type) => ByType[type];

    /// <summary>The code as typed: any case, and without marks (<c>qd</c> for QĐ); null when unknown.</summary>
    public static string? CodeFrom(string typed)
    {
        var plain = Plain(typed);
        return All.Select(kind => kind.Code).FirstOrDefault(code => Plain(code) == plain);
    }

    private static string Plain(string code) => code.Trim().ToUpperInvariant().Replace('Đ', 'D').Replace('Ư', 'U');
}
