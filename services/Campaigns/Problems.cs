using Emulation.ServiceDefaults;

namespace Emulation.Campaigns;

/// <summary>Errors of this service. Codes are never reused.</summary>
internal static class Problems
{
    // Unit register
    public static readonly Problem UnitInvalid = new("CAM-0001", 400, "Thông tin đơn vị không hợp lệ");
    public static readonly Problem UnitExists = new("CAM-0002", 409, "Mã đơn vị này đã có với nội dung khác");
    public static readonly Problem ParentUnknown = new("CAM-0003", 400, "Đơn vị cấp trên chưa có trong danh mục");
    public static readonly Problem ParentInactive = new("CAM-0004", 409, "Đơn vị cấp trên đã ngừng hoạt động");
    public static readonly Problem HasActiveChildren = new("CAM-0005", 409, "Đơn vị còn đơn vị trực thuộc đang hoạt động");
    public static readonly Problem SuccessorUnknown = new("CAM-0006", 400, "Đơn vị tiếp nhận sau sáp nhập không có hoặc không còn hoạt động");
    public static readonly Problem UnitUnchanged = new("CAM-0007", 409, "Không có nội dung nào thay đổi");
    public static readonly Problem CursorUnknown = new("CAM-0008", 400, "Vị trí trang tiếp theo không hợp lệ");
    public static readonly Problem HasOpenCampaigns = new("CAM-0009", 409, "Đơn vị còn phong trào thi đua đang mở");

    // Campaigns
    public static readonly Problem UnknownUnit = new("CAM-0020", 400, "Mã đơn vị chưa có trong danh mục đơn vị");
    public static readonly Problem UnitClosed = new("CAM-0021", 409, "Đơn vị đã ngừng hoạt động, không thể phát động phong trào thi đua");
    public static readonly Problem CodeTaken = new("CAM-0022", 409, "Mã phong trào thi đua này đã có trong thành phố");
    public static readonly Problem PlanInvalid = new("CAM-0023", 400, "Kế hoạch thi đua có nội dung không hợp lệ");
    public static readonly Problem NotDraft = new("CAM-0024", 409, "Chỉ sửa và phát động được kế hoạch còn ở trạng thái dự thảo");
    public static readonly Problem NotLaunched = new("CAM-0025", 409, "Phong trào thi đua chưa phát động hoặc đã kết thúc");
    public static readonly Problem NothingAmended = new("CAM-0026", 409, "Nội dung điều chỉnh không khác nội dung hiện hành");
    public static readonly Problem CategoryGone = new("CAM-0027", 409, "Không được bỏ hoặc đổi bản chất của hạng mục khen thưởng đã phát động");
    public static readonly Problem CategoryUnknown = new("CAM-0028", 400, "Hạng mục khen thưởng không có trong phong trào thi đua");
    public static readonly Problem CodeFixed = new("CAM-0029", 409, "Mã và đơn vị của phong trào thi đua không đổi được sau khi lập");
    public static readonly Problem PeriodTooLong = new("CAM-0030", 400, "Khoảng thời gian tra cứu không hợp lệ");
    public static readonly Problem VersionUnknown = new("CAM-0031", 404, "Phong trào thi đua không có phiên bản này");

    // Emulation blocks
    public static readonly Problem BlockInvalid = new("CAM-0040", 400, "Thông tin khối thi đua không hợp lệ");
    public static readonly Problem BlockTaken = new("CAM-0041", 409, "Đơn vị đã có khối thi đua mang mã này trong năm");
    public static readonly Problem BlockDissolved = new("CAM-0042", 409, "Khối thi đua đã giải thể, không thay đổi được nữa");
    public static readonly Problem BlockUnchanged = new("CAM-0043", 409, "Khối thi đua không có nội dung nào thay đổi");
    public static readonly Problem MemberUnknown = new("CAM-0044", 400, "Thành viên khối thi đua chưa có trong danh mục đơn vị");
    public static readonly Problem MemberInactive = new("CAM-0045", 409, "Đơn vị đã ngừng hoạt động, không tham gia khối thi đua được");

    // Criteria
    public static readonly Problem CriterionGone = new("CAM-0060", 409, "Không được bỏ hoặc đổi kiểu số liệu của tiêu chí đã phát động");

    // Notices, reminders, links
    public static readonly Problem NotYoursToAcknowledge = new("CAM-0090", 403, "Chỉ đơn vị nhận thông báo xác nhận đã đọc");
    public static readonly Problem LinkUnknown = new("CAM-0091", 409, "Phong trào được liên kết chưa có trong hệ thống hoặc ngoài phạm vi của đơn vị");
}
