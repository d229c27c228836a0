using Emulation.ServiceDefaults;

namespace Emulation.Portal.Accounts;

/// <summary>A role as it is offered: its name and what its holder may do, in words. What it really grants, Identity says.</summary>
internal sealed record OfferedRole(string Key, string Name, string May, bool CityOnly = false);

/// <summary>Words for roles and scopes.</summary>
internal static class RoleWords
{
    private static readonly OfferedRole Machine = new("machine", "Hệ thống của đơn vị",
        "Gửi báo cáo, điểm tự chấm, hồ sơ, văn bản và cả những việc lãnh đạo đã duyệt, đã ký trong phần mềm của đơn vị");

    /// <summary>For people.</summary>
    public static readonly OfferedRole[] OfPersons =
    [
        new("unit-officer", "Cán bộ đơn vị", "Nhập kế hoạch, báo cáo, tự chấm điểm, lập và chuyển hồ sơ, thường trực Hội đồng, soạn văn bản; không phê duyệt, không ký"),
        new("unit-leader", "Lãnh đạo đơn vị", "Phê duyệt điểm tự chấm, xác nhận hồ sơ, phê duyệt kết quả của Hội đồng, ký văn bản; không nhập liệu thay cán bộ"),
        new("office-officer", "Cán bộ phòng, ban", "Báo cáo, tự chấm điểm, lập đề nghị khen thưởng của phòng, ban mình"),
        new("council-member", "Thành viên Hội đồng Thi đua - Khen thưởng", "Xem phiên họp của Hội đồng mình tham gia và bỏ phiếu; không xem hồ sơ khác của đơn vị"),
        new("auditor", "Kiểm tra, giám sát", "Chỉ xem, kể cả nhật ký; không sửa được gì"),
        new("city-officer", "Cán bộ thành phố", "Thẩm định, xếp hạng, phân bổ chỉ tiêu, xét và quyết định khen thưởng của thành phố, quản lý danh mục đơn vị", CityOnly: true),
        new("operator", "Quản trị vận hành", "Quản lý tài khoản, hệ thống kết nối và vận hành; không xem hồ sơ khen thưởng", CityOnly: true),
    ];

    /// <summary>For connected systems: a unit's own first.</summary>
    public static readonly OfferedRole[] OfSystems = [Machine, .. OfPersons];

    public static readonly (string Scope, string Name)[] Scopes =
    [
        (Policies.UnitsRead, "xem danh mục đơn vị"), (Policies.UnitsWrite, "sửa danh mục đơn vị"),
        (Policies.CampaignsRead, "xem phong trào"), (Policies.CampaignsWrite, "lập, phát động phong trào"), (Policies.ReportsWrite, "nộp và tiếp nhận báo cáo"),
        (Policies.ScoresRead, "xem chấm điểm"), (Policies.ScoresWrite, "tự chấm điểm"), (Policies.ScoresApprove, "phê duyệt điểm tự chấm"), (Policies.ScoresAppraise, "thẩm định điểm"),
        (Policies.IndexSetsWrite, "lập bộ chỉ số"), (Policies.RankingsPublish, "công bố xếp hạng"),
        (Policies.NominationsRead, "xem hồ sơ khen thưởng"), (Policies.NominationsWrite, "lập, nộp hồ sơ"), (Policies.NominationsDecide, "tiếp nhận, trả lại, quyết định hồ sơ"),
        (Policies.NominationsConfirm, "xác nhận của thủ trưởng"), (Policies.HoldsWrite, "quản lý danh sách tạm dừng xét"),
        (Policies.CouncilRead, "xem Hội đồng"), (Policies.CouncilVote, "bỏ phiếu trong Hội đồng"), (Policies.CouncilManage, "thường trực Hội đồng"), (Policies.CouncilApprove, "phê duyệt kết quả Hội đồng"),
        (Policies.InitiativesRecognise, "công nhận sáng kiến"),
        (Policies.DocumentsRead, "xem văn bản"), (Policies.DocumentsIssue, "soạn, ban hành văn bản"), (Policies.DocumentsSign, "ký văn bản"),
        (Policies.AccountsWrite, "quản lý tài khoản"), (Policies.AuditRead, "xem nhật ký"), (Policies.Operate, "vận hành hệ thống"),
    ];

    private static readonly Dictionary<string, string> ScopeNames = Scopes.ToDictionary(s => s.Scope, s => s.Name);

    public static string Name(string role) => role == "admin" ? "Quản trị hệ thống" : Array.Find(OfSystems, r => r.Key == role)?.Name ?? role;

    public static string May(string[] scopes) => scopes.Length == 0 ? "không có quyền nào" : string.Join("; ", scopes.Select(s => ScopeNames.GetValueOrDefault(s, s)));
}
