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
    public static readonly Problem UnknownPart = new("NOM-0050", 400, "Hạng mục không có thành phần hồ sơ này");
    public static readonly Problem DossierIncomplete = new("NOM-0051", 409, "Hồ sơ còn thiếu thành phần");
    public static readonly Problem PaperRefused = new("NOM-0052", 415, "Loại tệp này không được nhận vào hồ sơ");
    public static readonly Problem PaperUnsafe = new("NOM-0053", 400, "Tệp có nội dung không an toàn");
    public static readonly Problem PaperOfAnother = new("NOM-0054", 403, "Không được sửa thành phần hồ sơ của đơn vị khác; hãy trả lại để đơn vị đó bổ sung");
    public static readonly Problem PaperAbsent = new("NOM-0055", 409, "Thành phần hồ sơ này chưa có");
    public static readonly Problem PaperReceived = new("NOM-0056", 409, "Hồ sơ đã được tiếp nhận; phải trả lại mới thay được thành phần đã nộp");
    public static readonly Problem WrongMinutes = new("NOM-0057", 400, "Loại biên bản không phù hợp với đơn vị đề nghị");
    public static readonly Problem PaperChanged = new("NOM-0058", 409, "Bản đang xác nhận không còn là bản hiện hành");
    public static readonly Problem UnknownDocument = new("NOM-0059", 400, "Không có văn bản đã ban hành này cho hồ sơ");
    public static readonly Problem NotToConfirm = new("NOM-0060", 409, "Thành phần này không cần thủ trưởng đơn vị xác nhận");
    public static readonly Problem NotForList = new("NOM-0061", 409, "Thành phần này lập riêng cho từng trường hợp, không dùng chung");
    public static readonly Problem ReceivedAlready = new("NOM-0062", 409, "Hồ sơ đã được tiếp nhận");
    public static readonly Problem ContentElsewhere = new("NOM-0064", 409, "Nội dung của văn bản này được lưu tại sổ văn bản");
    public static readonly Problem CouncilFirst = new("NOM-0070", 409, "Hồ sơ phải được Hội đồng Thi đua - Khen thưởng thông qua trước");
    public static readonly Problem UnitInactive = new("NOM-0018", 409, "Đơn vị không còn hoạt động");
    public static readonly Problem AchievementAwarded = new("NOM-0100", 409, "Thành tích này đã được khen thưởng");
    public static readonly Problem InitiativeUsed = new("NOM-0101", 409, "Sáng kiến đã được dùng làm căn cứ khen thưởng");
    public static readonly Problem NotABasis = new("NOM-0102", 409, "Kết quả khen đột xuất, chuyên đề không làm căn cứ đề nghị khen công trạng");
    public static readonly Problem OnHold = new("NOM-0103", 409, "Đối tượng đang trong thời gian xem xét");
    public static readonly Problem UnknownMerit = new("NOM-0104", 400, "Không có thành tích này của đối tượng");
    public static readonly Problem NotAnAuthor = new("NOM-0105", 409, "Cá nhân không phải là tác giả của sáng kiến");
    public static readonly Problem HoldEnded = new("NOM-0106", 409, "Thời gian xem xét đã kết thúc");
    public static readonly Problem DecisionNumbered = new("NOM-0107", 409, "Quyết định đã có số");
    public static readonly Problem NotInForce = new("NOM-0108", 409, "Khen thưởng đã bị hủy bỏ");
    public static readonly Problem NotOfThisDecision = new("NOM-0109", 400, "Hồ sơ không thuộc quyết định này");
    public static readonly Problem NoPostCheck = new("NOM-0110", 409, "Khen thưởng này không còn chờ hậu kiểm");
    public static readonly Problem NothingToRecover = new("NOM-0111", 409, "Không có khoản phải thu hồi như vậy");
    public static readonly Problem NoEarlierAward = new("NOM-0112", 400, "Hồ sơ không trùng thành tích với lần khen thưởng này");
    public static readonly Problem NumberTaken = new("NOM-0113", 409, "Sổ khen thưởng đã có dòng khác mang số, ngày và thứ tự này");
    public static readonly Problem UsedMeanwhile = new("NOM-0114", 409, "Căn cứ khen thưởng vừa được dùng ở một quyết định khác");
    public static readonly Problem AuthorShares = new("NOM-0115", 400, "Tổng phần đóng góp của các tác giả vượt quá 100%");
    public static readonly Problem WhomToHold = new("NOM-0116", 400, "Cần họ tên khi tạm dừng đối với cá nhân, và chỉ khi đó");

    // Quotas
    public static readonly Problem QuotaReached = new("NOM-0030", 409, "Đã hết chỉ tiêu");
    public static readonly Problem NotAllotted = new("NOM-0031", 409, "Chưa được phân bổ chỉ tiêu");
    public static readonly Problem OverQuota = new("NOM-0032", 409, "Số đề nghị đang vượt chỉ tiêu");
    public static readonly Problem BehindInOrder = new("NOM-0033", 409, "Hồ sơ xếp sau số lượng được chọn theo thứ tự của Hội đồng");
    public static readonly Problem NotChosen = new("NOM-0034", 409, "Chủ tịch Ủy ban nhân dân thành phố chưa lựa chọn hồ sơ này");
    public static readonly Problem OutsideReason = new("NOM-0035", 400, "Lý do khen thưởng ngoài chỉ tiêu thiếu hoặc không có trong kế hoạch");
    public static readonly Problem NotThatQuota = new("NOM-0036", 400, "Hạng mục không có chỉ tiêu loại này");
    public static readonly Problem ParticipantsMissing = new("NOM-0037", 409, "Chưa báo cáo số tham gia phong trào");
    public static readonly Problem NotACandidate = new("NOM-0038", 400, "Hồ sơ không thuộc danh sách được xét");
    public static readonly Problem OrderWithoutReason = new("NOM-0039", 400, "Thứ tự khác gợi ý phải nêu lý do");
    public static readonly Problem QuotaBusy = new("NOM-0040", 409, "Chỉ tiêu này đang được người khác xử lý");
    public static readonly Problem ExceptionGranted = new("NOM-0041", 409, "Hồ sơ đã được cho phép ngoài số lượng");
    public static readonly Problem BlockNeeded = new("NOM-0042", 400, "Cần nêu khối xếp hạng hoặc đơn vị");

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
    public static readonly Problem ChairTitle = new("NOM-0095", 400, "Chủ trì phiên họp là Chủ tịch hoặc Phó Chủ tịch Hội đồng; ủy viên khác chỉ chủ trì khi được Chủ tịch phân công, kèm lý do");
    public static readonly Problem ChairIsPresent = new("NOM-0096", 409, "Chủ tịch hoặc Phó Chủ tịch Hội đồng có mặt, ủy viên được phân công không chủ trì");
    public static readonly Problem IsTheNominee = new("NOM-0097", 409, "Thành viên là cá nhân được đề nghị theo mã cán bộ, không bác được");
    public static readonly Problem ReformOutOfOrder = new("NOM-0098", 409, "Hội đồng đã được kiện toàn sau ngày này");

    public static readonly Problem NomineeFixed = new("NOM-0130", 409, "Hồ sơ này không đổi được đối tượng; hãy rút và lập hồ sơ mới");

    // Publication
    public static readonly Problem NothingToPublish = new("NOM-0131", 400, "Cần danh sách hồ sơ, hoặc một quyết định, và chỉ một trong hai");
    public static readonly Problem PublicationOver = new("NOM-0132", 409, "Đã hết thời gian góp ý");
    public static readonly Problem NotOnTheList = new("NOM-0133", 400, "Danh sách công khai không có hồ sơ này");
    public static readonly Problem CommentAnswered = new("NOM-0134", 409, "Góp ý đã được trả lời");
}
