using Emulation.ServiceDefaults;

namespace Emulation.Gateway;

/// <summary>Errors of the gateway itself.</summary>
internal static class Problems
{
    public static readonly Problem TimedOut = new("GAT-0001", 504, "Dịch vụ không trả lời kịp, chưa rõ yêu cầu đã được thực hiện hay chưa")
    {
        Detail = "Hãy gửi lại với cùng Idempotency-Key: yêu cầu đã thực hiện sẽ không bị thực hiện lần thứ hai.",
    };

    public static readonly Problem BrokenBody = new("GAT-0002", 400, "Nội dung gửi lên bị ngắt giữa chừng");
}
