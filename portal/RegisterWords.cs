namespace Emulation.Portal;

/// <summary>Words of the award register and of holds.</summary>
internal static class RegisterWords
{
    public static readonly (string Code, string Name)[] Awards =
    [
        ("giay-khen", "Giấy khen"), ("bang-khen-tp", "Bằng khen thành phố"), ("co-thi-dua-tp", "Cờ thi đua thành phố"), ("cstd-cs", "Chiến sĩ thi đua cơ sở"), ("cstd-tp", "Chiến sĩ thi đua thành phố"),
        ("ldtt", "Lao động tiên tiến"), ("tt-ldtt", "Tập thể lao động tiên tiến"), ("tt-ldxs", "Tập thể lao động xuất sắc"), ("huan-chuong-lao-dong", "Huân chương Lao động"),
    ];

    public static readonly (string Code, string Name)[] HoldKinds =
    [
        ("discipline", "Kỷ luật"), ("investigation", "Điều tra"), ("inspection", "Thanh tra, kiểm tra"), ("complaint", "Khiếu nại, tố cáo"), ("press", "Báo chí nêu, đang xác minh"),
    ];

    private static readonly Dictionary<string, string> Commendations = new()
    {
        ["merit"] = "Công trạng", ["campaign"] = "Phong trào thi đua, chuyên đề", ["unplanned"] = "Đột xuất", ["contribution"] = "Quá trình cống hiến", ["seniority"] = "Niên hạn", ["foreign"] = "Đối ngoại",
    };

    public static string Commendation(string? code) => code is null ? "–" : Commendations.GetValueOrDefault(code, code);

    public static string HoldKind(string code) => HoldKinds.FirstOrDefault(k => k.Code == code).Name ?? code;

    /// <summary>1.404.000 đồng; what was never determined is said, not shown as nothing.</summary>
    public static string Money(decimal? amount) => amount is { } đồng ? $"{đồng.ToString("#,0", Words.Vietnamese)} đồng" : "chưa xác định";

    public static string Decision(string? number, DateOnly? date) =>
        number is null ? "chưa có số" : $"{number}{(date is { } day ? $" ngày {Words.Date(day)}" : "")}";
}
