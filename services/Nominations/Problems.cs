using Emulation.ServiceDefaults;

namespace Emulation.Nominations;

/// <summary>Every error this service can return. Codes are never reused.</summary>
public static class Problems
{
    public static readonly Problem UnknownCampaign = new("NOM-0001", 400, "Không có phong trào thi đua mang mã này");
    public static readonly Problem UnknownCategory = new("NOM-0002", 400, "Phong trào không có hạng mục khen thưởng này");
    public static readonly Problem UnknownUnit = new("NOM-0003", 400, "Không có đơn vị mang mã này");
    public static readonly Problem UnknownClause = new("NOM-0004", 400, "Hạng mục không có khoản hoặc nội dung xác nhận này");
    public static readonly Problem UnknownInitiative = new("NOM-0005", 400, "Không có sáng kiến này trong phạm vi đơn vị");
    public static readonly Problem YearOutside = new("NOM-0006", 400, "Năm thành tích nằm ngoài phong trào");
    public static readonly Problem WrongRecipient = new("NOM-0007", 400, "Hạng mục không dành cho loại đối tượng này");
    public static readonly Problem OutsideCampaign = new("NOM-0008", 400, "Đơn vị không thuộc phạm vi của phong trào");
    public static readonly Problem NotYourUnit = new("NOM-0009", 403, "Không được đề nghị thay đơn vị khác");
    public static readonly Problem CampaignClosed = new("NOM-0010", 409, "Phong trào đã kết thúc");
    public static readonly Problem WrongState = new("NOM-0011", 409, "Hồ sơ không ở trạng thái cho phép việc này");
    public static readonly Problem NotEligible = new("NOM-0012", 409, "Đối tượng chưa đạt tiêu chuẩn");
    public static readonly Problem LateWithoutReason = new("NOM-0013", 409, "Hồ sơ quá hạn phải kèm lý do");
    public static readonly Problem ReferenceTaken = new("NOM-0014", 409, "Mã tham chiếu đã dùng cho một hồ sơ khác");
    public static readonly Problem WrongLevel = new("NOM-0015", 409, "Hạng mục thuộc thẩm quyền của cấp khác");
    public static readonly Problem NotInOneDecision = new("NOM-0016", 409, "Các hồ sơ không thể đưa vào cùng một quyết định");
    public static readonly Problem InitiativeState = new("NOM-0017", 409, "Sáng kiến đã được công nhận");
    public static readonly Problem NotYoursToAttest = new("NOM-0019", 403, "Không được xác nhận thay cơ quan khác");
    public static readonly Problem AwardedAlready = new("NOM-0020", 409, "Đối tượng đã được khen thưởng ở hạng mục và năm này");
    public static readonly Problem GradeTwice = new("NOM-0021", 400, "Một năm chỉ có một kết quả xếp loại");
    public static readonly Problem CouncilFirst = new("NOM-0070", 409, "Hồ sơ phải được Hội đồng Thi đua - Khen thưởng thông qua trước");
    public static readonly Problem UnitInactive = new("NOM-0018", 409, "Đơn vị không còn hoạt động");

    public static readonly Problem CouncilOverlaps = new("NOM-0071", 409, "Đơn vị đã có Hội đồng trong thời gian này");
    public static readonly Problem OneChair = new("NOM-0072", 400, "Hội đồng phải có đúng một Chủ tịch");
    public static readonly Problem MemberTwice = new("NOM-0073", 400, "Một người hoặc một tài khoản được kê hai lần trong Hội đồng");
    public static readonly Problem OutsideTerm = new("NOM-0074", 400, "Ngày nằm ngoài nhiệm kỳ của Hội đồng");
    public static readonly Problem NotAMember = new("NOM-0075", 400, "Không phải thành viên Hội đồng vào ngày họp");
    public static readonly Problem WrongSessionState = new("NOM-0076", 409, "Phiên họp không ở trạng thái cho phép việc này");
    public static readonly Problem EmptyAgenda = new("NOM-0077", 409, "Chương trình phiên họp chưa có nội dung");
    public static readonly Problem NotWaiting = new("NOM-0078", 409, "Hồ sơ không chờ Hội đồng này xem xét");
    public static readonly Problem OnAnotherAgenda = new("NOM-0079", 409, "Hồ sơ đang ở chương trình của một phiên họp khác");
    public static readonly Problem UnknownItem = new("NOM-0080", 400, "Chương trình không có nội dung này");
    public static readonly Problem ItemOffAgenda = new("NOM-0081", 409, "Nội dung đã ra khỏi chương trình");
    public static readonly Problem AttendanceIncomplete = new("NOM-0082", 400, "Phải điểm danh đủ thành viên, mỗi người một lần");
    public static readonly Problem NobodyPresent = new("NOM-0083", 409, "Không có thành viên nào dự họp");
    public static readonly Problem NotYourVote = new("NOM-0084", 403, "Tài khoản không có quyền biểu quyết tại phiên họp này");
    public static readonly Problem NotEntitled = new("NOM-0085", 409, "Thành viên không biểu quyết nội dung này");
    public static readonly Problem VotedAlready = new("NOM-0086", 409, "Phiếu của thành viên đã được nhận");
    public static readonly Problem PaperIncomplete = new("NOM-0087", 400, "Phiếu phải có đúng một ý kiến cho mỗi nội dung được biểu quyết");
    public static readonly Problem PapersAndMarks = new("NOM-0088", 400, "Số phiếu không bằng số thành viên gửi phiếu");
    public static readonly Problem VotesForThemselves = new("NOM-0089", 409, "Thành viên có mặt và có tài khoản tự bỏ phiếu");
    public static readonly Problem BoxUnreadable = new("NOM-0090", 409, "Hòm phiếu không khớp hoặc không mở được, phải bỏ phiếu lại");
    public static readonly Problem NotChair = new("NOM-0091", 403, "Chỉ chủ trì phiên họp được bác xung đột lợi ích, và không được bác của chính mình");
    public static readonly Problem NotTheChairman = new("NOM-0092", 403, "Chỉ Chủ tịch của chính đơn vị phê duyệt kết quả Hội đồng");
    public static readonly Problem CouncilSaidNo = new("NOM-0093", 409, "Hội đồng không thông qua hồ sơ");
    public static readonly Problem OnAgenda = new("NOM-0094", 409, "Hồ sơ đang được Hội đồng xem xét");
}
