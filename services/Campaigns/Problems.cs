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

    // Duties
    public static readonly Problem DutyUnknown = new("CAM-0070", 400, "Kế hoạch của phong trào không có nội dung này");
    public static readonly Problem NotOwed = new("CAM-0071", 409, "Đơn vị không có việc phải làm này trong kỳ đã nêu");
    public static readonly Problem PeriodInvalid = new("CAM-0072", 400, "Kỳ báo cáo không hợp lệ");
    public static readonly Problem PeriodAhead = new("CAM-0073", 409, "Kỳ báo cáo chưa bắt đầu");
    public static readonly Problem SelfScoreMissing = new("CAM-0074", 400, "Báo cáo phải có kết quả tự chấm Chỉ số cải cách hành chính của đơn vị");
    public static readonly Problem LateReasonMissing = new("CAM-0075", 400, "Đã quá hạn: phải nêu lý do nộp muộn");
    public static readonly Problem AlreadyReported = new("CAM-0076", 409, "Đơn vị đã gửi báo cáo này cho kỳ đã nêu");
    public static readonly Problem ReportReceived = new("CAM-0077", 409, "Báo cáo đã được tiếp nhận, không sửa được nữa");
    public static readonly Problem ReportNotWaiting = new("CAM-0078", 409, "Chỉ tiếp nhận hoặc trả lại được báo cáo đang chờ");
    public static readonly Problem FileUnknown = new("CAM-0079", 400, "Tệp đính kèm không có, hoặc không phải của đơn vị");
    public static readonly Problem FileRefused = new("CAM-0080", 415, "Loại tệp này không được nhận");
    public static readonly Problem FileUnsafe = new("CAM-0081", 400, "Tệp có nội dung không an toàn");
    public static readonly Problem OutcomeIncomplete = new("CAM-0082", 400, "Kết quả công việc còn thiếu hoặc không hợp lệ");
    public static readonly Problem NotConditional = new("CAM-0083", 409, "Chỉ việc ghi “nếu có” mới báo được là không phát sinh");
    public static readonly Problem AlreadyDone = new("CAM-0084", 409, "Việc này đã được ghi kết quả");
    public static readonly Problem RhythmPrinted = new("CAM-0085", 409, "Kế hoạch đã ghi kỳ của báo cáo này; muốn đổi phải điều chỉnh kế hoạch");
    public static readonly Problem FeedbackAnswered = new("CAM-0086", 409, "Phản ánh này đã được trả lời");
    // Notices, reminders, links
    public static readonly Problem NotYoursToAcknowledge = new("CAM-0090", 403, "Chỉ đơn vị nhận thông báo xác nhận đã đọc");
    public static readonly Problem LinkUnknown = new("CAM-0091", 409, "Phong trào được liên kết chưa có trong hệ thống hoặc ngoài phạm vi của đơn vị");
}
