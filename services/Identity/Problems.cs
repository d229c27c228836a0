using Emulation.ServiceDefaults;

namespace Emulation.Identity;

/// <summary>Errors of this service. Codes are never reused.</summary>
internal static class Problems
{
    public static readonly Problem WrongCredentials = Token("IDN-0001", 401, "invalid_client", "Tên hoặc mật khẩu, mã bí mật không đúng");
    public static readonly Problem WrongPassword = Token("IDN-0002", 400, "invalid_grant", "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm khóa");
    public static readonly Problem UnsupportedGrant = Token("IDN-0003", 400, "unsupported_grant_type", "Cách xin mã truy cập này không được hỗ trợ");
    public static readonly Problem MalformedTokenRequest = Token("IDN-0004", 400, "invalid_request", "Yêu cầu cấp mã truy cập thiếu hoặc sai tham số");
    public static readonly Problem ScopeNotGranted = Token("IDN-0005", 400, "invalid_scope", "Xin quyền vượt quá quyền được giao");
    public static readonly Problem ClientExists = new("IDN-0006", 409, "Mã hệ thống hoặc tên tài khoản này đã có");
    public static readonly Problem AccountExists = new("IDN-0007", 409, "Tên đăng nhập này đã có");
    public static readonly Problem UnknownRole = new("IDN-0008", 400, "Vai trò không có trong danh mục");
    public static readonly Problem ScopeNotOfRole = new("IDN-0009", 400, "Quyền không thuộc vai trò đã chọn");
    public static readonly Problem CityOnlyRole = new("IDN-0010", 409, "Vai trò này chỉ dành cho thành phố");
    public static readonly Problem UnitOutOfScope = new("IDN-0011", 403, "Đơn vị nằm ngoài phạm vi được phân công");
    public static readonly Problem PasswordRefused = new("IDN-0012", 400, "Mật khẩu chưa đạt yêu cầu");
    public static readonly Problem InstallationClient = new("IDN-0013", 409, "Mã bí mật của hệ thống này do cấu hình cài đặt quyết định");

    /// <summary>Problem details that an OAuth client understands too: <c>error</c> and <c>error_description</c> of RFC 6749 §5.2.</summary>
    private static Problem Token(string code, int status, string error, string title) =>
        new(code, status, title) { Facts = new Dictionary<string, object?> { ["error"] = error, ["error_description"] = title } };
}
