using System.Globalization;
using System.Security.Claims;
using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Nominating;

/// <summary>Words of nominating: categories, deadlines, who speaks for what.</summary>
internal static class NominatingWords
{
    public static readonly (string Code, string Name)[] Grades =
    [
        ("completedOutstandingly", "Hoàn thành xuất sắc nhiệm vụ"), ("completedWell", "Hoàn thành tốt nhiệm vụ"), ("completed", "Hoàn thành nhiệm vụ"), ("notCompleted", "Không hoàn thành nhiệm vụ"),
    ];

    public static readonly (string Code, string Name)[] MeritKinds =
        [("duty", "Hoàn thành nhiệm vụ trong một thời gian"), ("campaign", "Kết quả trong phong trào, chuyên đề"), ("unplanned", "Việc làm đột xuất"), ("other", "Kết quả khác")];

    public static readonly (string Code, string Name)[] YesNo = [("true", "Có"), ("false", "Không")];

    public static readonly (string Code, string Name)[] Holds = [("true", "Đạt"), ("false", "Không đạt")];

    /// <summary>From the nominee's own head to the city.</summary>
    public static readonly (string Code, string Name)[] Attesters =
        [("headOfUnit", "Thủ trưởng cơ quan, đơn vị"), ("wardCommittee", "Ủy ban nhân dân cấp xã"), ("council", "Hội đồng Thi đua - Khen thưởng"), ("city", "Cơ quan cấp thành phố")];

    /// <summary>What an act before this page did.</summary>
    public static readonly IReadOnlyDictionary<string, string> Done = new Dictionary<string, string>
    {
        ["lap"] = "Đã lưu dự thảo. Hồ sơ chưa nộp; còn sửa được.", ["sua"] = "Đã lưu; điều kiện đã được xét lại theo nội dung mới.", ["nop"] = "Đã nộp hồ sơ.", ["xac-nhan"] = "Đã ghi xác nhận; điều kiện đã được xét lại.",
        ["tra"] = "Đã trả lại hồ sơ; đơn vị đề nghị thấy lý do và sửa được hồ sơ.", ["chuyen"] = "Đã chuyển hồ sơ lên thành phố.", ["tham-dinh"] = "Đã ghi kết quả thẩm định: hồ sơ đủ điều kiện trình khen thưởng.",
        ["khong-xet"] = "Đã kết thúc hồ sơ: không xét.", ["rut"] = "Đã rút hồ sơ; chỗ trong chỉ tiêu được trả lại.",
    };

    /// <summary>What the pages of nominating call the fields of the API.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["campaign"] = "Phong trào", ["category"] = "Hạng mục", ["unitCode"] = "Đơn vị", ["name"] = "Tên đối tượng", ["nomineeName"] = "Tên đối tượng", ["position"] = "Chức vụ", ["nomineePosition"] = "Chức vụ",
        ["personCode"] = "Mã cán bộ", ["womenShare"] = "Tỷ lệ nữ", ["achievement"] = "Thành tích tóm tắt", ["year"] = "Năm thành tích", ["outsideQuotaReason"] = "Lý do ngoài chỉ tiêu", ["lateReason"] = "Lý do nộp quá hạn",
        ["evidence"] = "Minh chứng", ["by"] = "Cơ quan xác nhận", ["statement"] = "Nội dung xác nhận", ["grade"] = "Xếp loại", ["decision"] = "Quyết định xếp loại", ["from"] = "Từ ngày", ["to"] = "Đến ngày",
        ["role"] = "Nhiệm vụ", ["title"] = "Tên", ["summary"] = "Nội dung", ["description"] = "Nội dung", ["authors"] = "Tác giả", ["share"] = "Phần đóng góp", ["decisionNumber"] = "Số quyết định", ["decisionDate"] = "Ngày quyết định",
        ["kind"] = "Loại", ["nomineeKind"] = "Đối tượng", ["reason"] = "Lý do", ["note"] = "Nhận xét", ["holds"] = "Kết luận",
    };

    public static string Attester(string? code) => Attesters.FirstOrDefault(a => a.Code == code).Name ?? code ?? "";

    /// <summary>“thủ trưởng cơ quan, đơn vị hoặc Hội đồng …”, within a sentence.</summary>
    public static string AttestersWithin(IEnumerable<string> codes) =>
        string.Join(" hoặc ", codes.Select(c => c switch { "headOfUnit" => "thủ trưởng cơ quan, đơn vị", "city" => "cơ quan cấp thành phố", _ => Attester(c) }));

    /// <summary>The last year of the campaign that has begun.</summary>
    public static int LastYear(CampaignDetailAnswer campaign, DateTimeOffset now) => Math.Clamp(VietnamTime.DateOf(now).Year, campaign.FromYear, campaign.ToYear);

    /// <summary>The year that is most likely meant: the one just over while its deadline runs, else the running one.</summary>
    public static int LikelyYear(FullCategoryAnswer category, int fromYear, int toYear, TimeProvider time)
    {
        var today = VietnamTime.Today(time);
        var year = category.HandIn is { EveryYear.YearsAfter: > 0 } deadline && time.GetUtcNow() < deadline.TooLateFrom(today.Year - 1) ? today.Year - 1 : today.Year;
        return Math.Clamp(year, fromYear, toYear);
    }

    /// <summary>An office speaks as head of unit, a commune or department also as its committee and council, the city as itself and for all.</summary>
    public static bool MayAttestAs(this ClaimsPrincipal who, string body) => who.IsCity() || (body != "city" && (body == "headOfUnit" || !IsOffice(who.Unit())));

    private static bool IsOffice(string unit) => unit.StartsWith(Auth.CityUnit + "-", StringComparison.Ordinal) ? unit.Count(c => c == '-') > 1 : unit.Contains('-', StringComparison.Ordinal);

    /// <summary>92,5 as it is typed in Vietnam, or with a point.</summary>
    public static decimal? Percent(string? typed) =>
        decimal.TryParse(typed?.Replace(',', '.').TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100 ? share : null;
}
