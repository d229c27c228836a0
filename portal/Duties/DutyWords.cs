using System.Globalization;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Duties;

/// <summary>What the codes of duties are called.</summary>
internal static class DutyWords
{
    /// <summary>In the order of urgency.</summary>
    public static readonly (string Code, string Name)[] States =
    [
        ("overdue", "Quá hạn"), ("dueSoon", "Sắp đến hạn"), ("notYetDue", "Chưa đến hạn"), ("past", "Đã qua ngày"), ("doneLate", "Làm muộn"), ("done", "Đã làm"), ("notApplicable", "Không phát sinh"),
    ];

    public static readonly (string Code, string Name)[] Kinds = [("report", "Báo cáo"), ("task", "Nhiệm vụ"), ("unitPlan", "Kế hoạch riêng"), ("dossierDeadline", "Hạn hồ sơ")];

    public static string State(string code) => Find(States, code);

    public static string Kind(string code) => Find(Kinds, code);

    public static string ReportState(string code) => code switch { "submitted" => "Chờ tiếp nhận", "returned" => "Trả lại để bổ sung", "received" => "Đã tiếp nhận", _ => code };

    public static string Step(string code) => code switch { "submitted" => "Gửi báo cáo", "corrected" => "Sửa, gửi lại", "returned" => "Trả lại để bổ sung", "received" => "Tiếp nhận", _ => code };

    /// <summary>2026-H1 is the first half of 2026; 2025-2026 is a school year.</summary>
    public static string Period(string code) => code switch
    {
        { Length: 7 } when code[5] == 'H' => $"6 tháng {(code[6] == '1' ? "đầu" : "cuối")} năm {code[..4]}",
        { Length: 7 } when code[5] == 'Q' => $"Quý {Roman(code[6])}/{code[..4]}",
        { Length: 9 } => $"Năm học {code}",
        { Length: 10 } => code[..4] == code[6..] ? $"Phong trào năm {code[..4]}" : $"Giai đoạn {code[..4]}-{code[6..]}",
        { Length: 22 } => $"{Day(code[..10])} – {Day(code[12..])}",
        _ => $"Năm {code}",
    };

    /// <summary>The same inside a sentence.</summary>
    public static string PeriodWithin(string code) => Period(code) is [var first, .. var rest] ? char.ToLower(first, Words.Vietnamese) + rest : code;

    /// <summary>A unit by its name where a campaign of its own tells it.</summary>
    public static string Unit(string code, CampaignOverview[] campaigns) =>
        code == Auth.CityUnit ? "Thành phố Hải Phòng" : Array.Find(campaigns, c => c.UnitCode == code)?.UnitName ?? $"đơn vị {code}";

    private static string Roman(char quarter) => quarter switch { '1' => "I", '2' => "II", '3' => "III", _ => "IV" };

    private static string Day(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Words.Date(day) : iso;

    private static string Find((string Code, string Name)[] words, string code) => words.FirstOrDefault(w => w.Code == code).Name ?? code;
}
