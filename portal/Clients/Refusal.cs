using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Emulation.Portal.Clients;

/// <summary>The gateway said no, or did not answer.</summary>
public sealed class GatewayException(HttpStatusCode status, Refusal? said) : Exception($"{(int)status} {said?.Code}")
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Why, in Vietnamese, for the person who asked.</summary>
    public Refusal Said { get; } = said is { Title: not null } ? said : Refusal.Of(status);
}

/// <summary>A field at fault, by its JSON pointer.</summary>
public sealed record FieldFault(string Pointer, string Detail);

/// <summary>Why not, as the services say it (RFC 9457).</summary>
public sealed record Refusal(string? Code, string? Title, string? Detail = null, FieldFault[]? Errors = null)
{
    /// <summary>What others did since the person read the sheet (412).</summary>
    public SheetAct[]? Changes { get; init; }

    /// <summary>The sheet that is there already.</summary>
    public Guid? SheetId { get; init; }

    public FieldFault[] Faults => Errors ?? [];

    internal static async Task<Refusal?> Read(HttpResponseMessage response, JsonSerializerOptions options)
    {
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
            return null;
        try
        {
            return await response.Content.ReadFromJsonAsync<Refusal>(options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static Refusal Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Forbidden => new(null, "Tài khoản này không được giao việc vừa chọn"),
        HttpStatusCode.NotFound => new(null, "Không tìm thấy, hoặc ngoài phạm vi đơn vị được phân công"),
        HttpStatusCode.TooManyRequests => new(null, "Gửi quá nhiều yêu cầu trong thời gian ngắn", "Chưa có gì được lưu; hãy gửi lại sau ít giây."),
        HttpStatusCode.RequestEntityTooLarge => new(null, "Nội dung gửi lên vượt quá dung lượng cho phép"),
        _ => new(null, "Dịch vụ tạm thời không trả lời", "Chưa biết việc vừa gửi đã được ghi hay chưa; hãy tải lại trang để xem, rồi gửi lại nếu cần."),
    };
}
