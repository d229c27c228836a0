using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Emulation.ServiceDefaults;

/// <summary>An error that a caller can act on. Codes are never reused or renumbered.</summary>
/// <param name="Code">Stable code, prefix of the service and four digits: <c>NOM-0004</c>.</param>
/// <param name="Status">HTTP status: 400 malformed, 404 absent or out of scope, 409 a rule or state says no, 412 stale, 422 key reused.</param>
/// <param name="Title">What is wrong, in Vietnamese, the same for every occurrence.</param>
public sealed record Problem(string Code, int Status, string Title)
{
    /// <summary>This occurrence, in Vietnamese.</summary>
    public string? Detail { get; init; }

    /// <summary>Fields at fault.</summary>
    public FieldError[] Errors { get; init; } = [];

    /// <summary>Further facts for the caller.</summary>
    public IReadOnlyDictionary<string, object?>? Facts { get; init; }

    public Problem With(string detail) => this with { Detail = detail };

    public Problem At(string pointer, string? detail = null) =>
        this with { Detail = Detail ?? detail, Errors = [.. Errors, new FieldError(pointer, detail ?? Detail ?? Title)] };

    public ProblemHttpResult Result() => TypedResults.Problem(ToDetails());

    public static implicit operator ProblemHttpResult(Problem problem) => problem.Result();

    internal ProblemDetails ToDetails()
    {
        var details = new ProblemDetails { Status = Status, Title = Title, Detail = Detail, Type = $"urn:emulation:problem:{Code}" };
        details.Extensions["code"] = Code;
        details.Extensions["traceId"] = Activity.Current?.TraceId.ToString();
        if (Errors.Length > 0)
            details.Extensions["errors"] = Errors;
        foreach (var (key, value) in Facts ?? new Dictionary<string, object?>())
            details.Extensions[key] = value;
        return details;
    }
}

/// <summary>A field at fault.</summary>
/// <param name="Pointer">JSON pointer into the request body (RFC 6901), <c>?name</c> for a query parameter, <c>/Sheet!D14</c> for a cell of an uploaded workbook.</param>
/// <param name="Detail">What is wrong, in Vietnamese.</param>
public sealed record FieldError(string Pointer, string Detail);

/// <summary>Problems that every service can return.</summary>
public static class CommonProblems
{
    public static readonly Problem Invalid = new("EMU-0001", 400, "Dữ liệu gửi lên không hợp lệ");
    public static readonly Problem MalformedJson = new("EMU-0002", 400, "Nội dung JSON không đọc được");
    public static readonly Problem Unauthenticated = new("EMU-0003", 401, "Chưa xác thực hoặc phiên đã hết hạn");
    public static readonly Problem Forbidden = new("EMU-0004", 403, "Không có quyền thực hiện việc này");
    public static readonly Problem NotFound = new("EMU-0005", 404, "Không tìm thấy, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem MethodNotAllowed = new("EMU-0006", 405, "Phương thức không được hỗ trợ tại địa chỉ này");
    public static readonly Problem Conflict = new("EMU-0007", 409, "Dữ liệu vừa được người khác thay đổi");
    public static readonly Problem Stale = new("EMU-0008", 412, "Phiên bản đang sửa đã cũ");
    public static readonly Problem TooLarge = new("EMU-0009", 413, "Nội dung gửi lên vượt quá dung lượng cho phép");
    public static readonly Problem MediaType = new("EMU-0010", 415, "Kiểu nội dung không được hỗ trợ");
    public static readonly Problem KeyReused = new("EMU-0011", 422, "Idempotency-Key đã dùng cho một nội dung khác");
    public static readonly Problem KeyInvalid = new("EMU-0012", 400, "Idempotency-Key không hợp lệ");
    public static readonly Problem TooMany = new("EMU-0013", 429, "Gửi quá nhiều yêu cầu trong thời gian ngắn");
    public static readonly Problem Internal = new("EMU-0014", 500, "Hệ thống gặp lỗi, yêu cầu chưa được thực hiện");
    public static readonly Problem Unavailable = new("EMU-0015", 503, "Dịch vụ tạm thời chưa sẵn sàng, hãy gửi lại sau");
    public static readonly Problem Duplicate = new("EMU-0016", 409, "Dữ liệu đã có");

    public static Problem ForStatus(int status) => status switch
    {
        400 => Invalid,
        401 => Unauthenticated,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        409 => Conflict,
        412 => Stale,
        413 => TooLarge,
        415 => MediaType,
        429 => TooMany,
        503 or 502 or 504 => Unavailable with { Status = status },
        _ => Internal with { Status = status },
    };
}
