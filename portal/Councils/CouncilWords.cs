using Emulation.Portal.Clients;

namespace Emulation.Portal.Councils;

/// <summary>Words of the council's pages.</summary>
internal static class CouncilWords
{
    public static readonly (string Code, string Text)[] Attendances = [("present", "Có mặt"), ("written", "Vắng, có ý kiến bằng văn bản"), ("absent", "Vắng")];

    public static readonly (string Code, string Text)[] Titles =
    [
        ("chair", "Chủ tịch Hội đồng"), ("viceChair", "Phó Chủ tịch Hội đồng"), ("standing", "Ủy viên thường trực"), ("secretary", "Thư ký"), ("member", "Ủy viên"),
    ];

    public static readonly (string Code, string Text)[] Choices = [("yes", "Đồng ý"), ("no", "Không đồng ý"), ("abstain", "Không có ý kiến")];

    public static readonly (string Code, string Text)[] Duties =
    [
        ("launchCampaigns", "Tham mưu phát động phong trào"), ("evaluate", "Đánh giá định kỳ"), ("sumUp", "Sơ kết, tổng kết"),
        ("proposePolicies", "Kiến nghị chủ trương, chính sách"), ("supervise", "Kiểm tra, giám sát"), ("awards", "Danh hiệu, hình thức khen thưởng"),
    ];

    public static string State(string state) => state switch
    {
        "planned" => "Dự kiến",
        "open" => "Đang họp",
        "voting" => "Đang bỏ phiếu",
        "concluded" => "Đã kết luận, chờ Chủ tịch duyệt",
        "approved" => "Chủ tịch đã duyệt",
        "cancelled" => "Đã hủy",
        _ => state,
    };

    public static string Title(string title) => Array.Find(Titles, t => t.Code == title).Text ?? title;

    public static string Attendance(string? attendance) => Array.Find(Attendances, a => a.Code == attendance).Text ?? "–";

    public static string Choice(string choice) => Array.Find(Choices, c => c.Code == choice).Text ?? choice;

    public static string Duty(string? duty) => Array.Find(Duties, d => d.Code == duty).Text ?? "";

    public static string Outcome(string outcome) => outcome switch
    {
        "passed" => "Thông qua",
        "notPassed" => "Không thông qua",
        "noQuorum" => "Không đủ thành viên",
        _ => outcome,
    };

    /// <summary>By what is voted, in one sentence.</summary>
    public static string Rule(VotingRuleAnswer r) =>
        $"{(r.Ballot == "secret" ? "Bỏ phiếu kín" : "Biểu quyết công khai")}; cần {(r.MoreThan ? "quá" : "từ")} {r.Threshold} {(r.Of == "allMembers" ? "tổng số thành viên" : "số thành viên bỏ phiếu")}; họp khi có từ {r.Quorum} thành viên{(r.WrittenOpinions ? ", kể cả ý kiến bằng văn bản" : "")}.";

    /// <summary>Percent with two decimals, cut off like the share itself.</summary>
    public static string Percent(decimal share) => (share * 100).ToString("0.##", Words.Vietnamese) + "%";

    /// <summary>Where the threshold lies, 0–1.</summary>
    public static decimal At(string share) => share.Split('/') is [var n, var d] && decimal.TryParse(n, out var above) && decimal.TryParse(d, out var below) && below > 0 ? above / below : 0;
}
