using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Campaigns;

/// <summary>Where two versions of a plan differ, in words.</summary>
internal static class PlanChangeWords
{
    private static readonly Dictionary<string, string> Parts = new()
    {
        ["name"] = "Tên phong trào", ["shortName"] = "Tên ngắn", ["theme"] = "Chủ đề", ["participants"] = "Đối tượng tham gia", ["fromYear"] = "Từ năm", ["toYear"] = "Đến năm",
        ["standingUnitCode"] = "Cơ quan thường trực", ["linkedCodes"] = "Phong trào liên kết", ["predecessorCode"] = "Phong trào trước", ["parent"] = "Kế hoạch cấp trên", ["legalBases"] = "Căn cứ",
        ["purposes"] = "Mục đích", ["requirements"] = "Yêu cầu", ["contents"] = "Nội dung", ["criteria"] = "Tiêu chí", ["classScales"] = "Thang phân loại", ["principles"] = "Nguyên tắc khen thưởng",
        ["reports"] = "Chế độ báo cáo", ["tasks"] = "Nhiệm vụ", ["roles"] = "Phân công", ["reminders"] = "Lịch nhắc hạn", ["recipients"] = "Nơi nhận", ["signer"] = "Người ký", ["number"] = "Số, ngày kế hoạch",
        ["funding"] = "Kinh phí", ["feedback"] = "Nơi nhận phản ánh",
    };

    private static readonly Dictionary<string, string> OfCategory = new()
    {
        ["internalDeadline"] = "hạn gửi đơn vị phát động", ["cityDeadline"] = "hạn gửi thành phố", ["quotas"] = "chỉ tiêu", ["standard"] = "tiêu chuẩn", ["dossier"] = "thành phần hồ sơ", ["council"] = "lấy ý kiến Hội đồng",
        ["name"] = "tên",
    };

    /// <summary>One line for each thing that changed; values only where they are single and short.</summary>
    public static string[] Of(IEnumerable<PlanChangeAnswer> changes, IEnumerable<FullCategoryAnswer> categories) => [.. changes.Select(c => Line(c, categories)).Distinct()];

    private static string Line(PlanChangeAnswer change, IEnumerable<FullCategoryAnswer> categories)
    {
        var path = change.Pointer.Split('/')[1..];
        var name = path is ["scheme", "categories", var key, .. var rest]
            ? $"Hạng mục “{categories.FirstOrDefault(c => c.Key == key)?.Name ?? key}”{(rest.Length == 0 ? "" : $", {OfCategory.GetValueOrDefault(rest[0], "quy định chung")}{Within(rest)}")}"
            : Parts.GetValueOrDefault(path[0], "Nội dung khác");
        return (Value(change.Before), Value(change.After)) switch
        {
            ({ } before, { } after) => $"{name}: từ {before} thành {after}",
            (null, { } added) when change.Before is null => $"{name}: {added}",
            ({ } gone, null) when change.After is null => $"{name}: bỏ {gone}",
            _ => name,
        };
    }

    private static string Within(string[] rest) => rest[^1] switch { "day" => " (ngày)", "month" => " (tháng)", "yearsAfter" => " (số năm sau năm xét)", "clause" when rest.Length > 1 => " (điều khoản)", _ => "" };

    /// <summary>A number, a day, a short text; null for what cannot stand in a line.</summary>
    private static string? Value(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Number => node.ToString().Replace('.', ','),
        JsonValueKind.String when DateOnly.TryParseExact(node.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => Words.Date(day),
        JsonValueKind.String when node.ToString() is "strict" or "inclusive" => $"“{CampaignWords.Boundary(node.ToString())} ngày”",
        JsonValueKind.String when node.ToString().Length <= 120 => $"“{node}”",
        _ => null,
    };
}
