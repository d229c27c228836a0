using System.Globalization;
using Emulation.ServiceDefaults;

namespace Emulation.Portal;

/// <summary>Words of the screen for codes of the API; a code without a word is shown as it is.</summary>
internal static class Words
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static readonly (string Code, string Name)[] Blocks = [("phuong", "Phường"), ("xa-dac-khu", "Xã, đặc khu"), ("so-nganh", "Sở, ngành")];

    public static readonly (string Code, string Name)[] States =
    [
        ("draft", "Dự thảo"), ("submitted", "Đã nộp"), ("returned", "Trả lại bổ sung"), ("agreed", "Hội đồng đã thống nhất"), ("forwarded", "Đã chuyển thành phố"), ("appraised", "Đã thẩm định"),
        ("awarded", "Đã khen thưởng"), ("rejected", "Không xét"), ("withdrawn", "Đã rút"), ("revoked", "Đã hủy khen thưởng"),
    ];

    public static readonly (string Code, string Name)[] Outcomes = [("met", "Đạt"), ("notMet", "Chưa đạt"), ("notYetKnown", "Chưa đủ căn cứ")];

    public static readonly (string Code, string Name)[] NoticeKinds =
    [
        ("deadlineMoved", "Thay đổi thời hạn"), ("reminder", "Nhắc hạn"), ("escalation", "Báo cáo lãnh đạo"), ("launched", "Phát động"), ("amended", "Điều chỉnh"), ("closed", "Kết thúc"),
    ];

    private static readonly Dictionary<string, string> Others = new()
    {
        ["ward"] = "Phường", ["commune"] = "Xã", ["specialZone"] = "Đặc khu", ["department"] = "Sở, ngành", ["office"] = "Phòng, đơn vị", ["verticalAgency"] = "Cơ quan ngành dọc",
        ["level ward"] = "Cấp xã", ["level city"] = "Thành phố", ["level state"] = "Nhà nước",
        ["collective"] = "Tập thể", ["individual"] = "Cá nhân",
        ["canonical"] = "theo nghĩa của kế hoạch", ["literal"] = "theo câu chữ của kế hoạch",
        ["deadline internal"] = "Gửi đơn vị phát động", ["deadline city"] = "Gửi thành phố",
        ["part campaigns"] = "Đơn vị, phong trào, thời hạn", ["part scoring"] = "Chỉ số và xếp hạng", ["part nominations"] = "Hồ sơ đề nghị khen thưởng",
        ["action drafted"] = "Lập hồ sơ", ["action edited"] = "Sửa hồ sơ", ["action submitted"] = "Nộp hồ sơ", ["action returned"] = "Trả lại bổ sung",
        ["action agreed"] = "Hội đồng thống nhất", ["action forwarded"] = "Chuyển thành phố", ["action appraised"] = "Thẩm định", ["action rejected"] = "Không xét", ["action withdrawn"] = "Rút hồ sơ", ["action awarded"] = "Khen thưởng",
        ["action rejudged"] = "Xét lại điều kiện", ["action flagged"] = "Đánh dấu cần xem xét", ["action held"] = "Tạm dừng xét", ["action holdLifted"] = "Hết thời gian tạm dừng xét",
        ["action excepted"] = "Ghi nhận ngoại lệ trùng thành tích", ["action revoked"] = "Hủy khen thưởng",
        ["action quotaExcepted"] = "Cho phép ngoài số lượng", ["action chosen"] = "Chủ tịch lựa chọn", ["action unchosen"] = "Thôi lựa chọn",
        ["action paperFiled"] = "Nộp thành phần hồ sơ", ["action paperWithdrawn"] = "Rút thành phần hồ sơ", ["action paperConfirmed"] = "Thủ trưởng xác nhận", ["action received"] = "Tiếp nhận hồ sơ", ["action postChecked"] = "Hậu kiểm",
        ["unitMeeting"] = "họp đơn vị", ["council"] = "họp Hội đồng Thi đua - Khen thưởng",
        ["action rankingCorrectedAfterDecision"] = "Bảng xếp hạng đính chính sau quyết định", ["action attested"] = "Xác nhận nội dung tiêu chuẩn", ["action attestedByCouncil"] = "Hội đồng xác nhận",
        ["paper to-trinh"] = "tờ trình", ["paper bao-cao-thanh-tich"] = "báo cáo thành tích", ["paper bien-ban"] = "biên bản bình xét", ["paper bien-ban-khoi"] = "biên bản bình xét của khối thi đua",
        ["paper xac-nhan-sang-kien"] = "giấy xác nhận sáng kiến",
        ["action noLongerLate"] = "Không còn quá hạn", ["action staysInTime"] = "Vẫn trong hạn",
        ["allOf"] = "Phải đạt tất cả", ["anyOf"] = "Đạt ít nhất một",
    };

    public static string Block(string? code) => Find(Blocks, code);

    public static string State(string code) => Find(States, code);

    public static string Notice(string code) => Find(NoticeKinds, code);

    public static string Outcome(string code) => Find(Outcomes, code);

    public static string Of(string code) => Others.GetValueOrDefault(code, code[(code.LastIndexOf(' ') + 1)..]);

    /// <summary>An event acts by itself; a person stands in the log by the id of the account.</summary>
    public static string Actor(string by) => by.Split(':')[0] switch
    {
        "ranking" => "Hệ thống, khi công bố xếp hạng",
        "system" => "Hệ thống",
        _ when Guid.TryParse(by, out _) => $"Tài khoản …{by[^8..]}",
        _ => by,
    };

    /// <summary>A category and the year it is about; what ends a campaign has none.</summary>
    public static string Category(string name, int? year) =>
        year is not null ? $"{name}, năm {year}" : name.Contains("tổng kết", StringComparison.OrdinalIgnoreCase) ? name : $"{name}, tổng kết giai đoạn";

    /// <summary>A date as it is written in Vietnam, whatever the language of the browser: 28/02/2027.</summary>
    public static DateOnly? DateIn(string? text) => DateOnly.TryParseExact(text, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Civil time of Vietnam.</summary>
    public static string Time(DateTimeOffset? at) =>
        at is { } instant ? TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, "Asia/Ho_Chi_Minh").ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) : "–";

    /// <summary>The last civil day in time, from the first instant that is too late.</summary>
    public static string LastDay(DateTimeOffset? tooLateFrom) => tooLateFrom is { } instant ? Date(VietnamTime.DateOf(instant.AddTicks(-1))) : "Không quy định";

    /// <summary>Two decimals, half up, with a comma; the API keeps four.</summary>
    public static string Score(decimal? value) => value is { } v ? Math.Round(v, 2, MidpointRounding.AwayFromZero).ToString("0.00", Vietnamese) : "–";

    public static string Days(int left) => left switch
    {
        0 => "hôm nay là ngày cuối",
        > 0 => $"còn {left} ngày",
        _ => $"quá hạn {-left} ngày",
    };

    private static string Find((string Code, string Name)[] words, string? code) => words.FirstOrDefault(w => w.Code == code).Name ?? code ?? "–";
}
