using System.Globalization;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;

namespace Emulation.Portal.Councils;

/// <summary>Plan of a session as a person types it: a day and an hour of Vietnam, members by their names.</summary>
internal static class SessionPlan
{
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["title"] = "Tên phiên họp", ["at"] = "Thời gian", ["place"] = "Địa điểm", ["chairId"] = "Chủ trì", ["chairReason"] = "Lý do phân công chủ trì", ["secretaryId"] = "Thư ký",
    };

    public static (SessionPlanBody? Body, FieldFault? Fault) Read(IFormCollection form)
    {
        if (Words.DateIn(T(form, "day")) is not { } day)
            return (null, new("/at", "Cần một ngày, ghi dạng 15/12/2026."));
        if (!TimeOnly.TryParseExact(T(form, "hour"), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour))
            return (null, new("/at", "Cần một giờ, ghi dạng 08:00."));
        return (new(T(form, "title") ?? "", VietnamTime.StartOf(day) + hour.ToTimeSpan(), T(form, "place") ?? "", Id(form, "chair"), T(form, "chairReason"), Id(form, "secretary")), null);
    }

    /// <summary>Day of a session, as it is typed.</summary>
    public static string Day(DateTimeOffset at) => VietnamTime.DateOf(at).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Hour(DateTimeOffset at) => Words.Time(at)[^5..];

    private static string? T(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } typed ? typed : null;

    private static Guid? Id(IFormCollection form, string field) => Guid.TryParse(T(form, field), out var id) ? id : null;
}
