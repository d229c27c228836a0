using Emulation.ServiceDefaults;

namespace Emulation.Scoring;

/// <summary>Every error of this service. Codes are never reused or renumbered.</summary>
internal static class Problems
{
    public static readonly Problem IndexSetInvalid = new("SCO-0001", 400, "Bộ chỉ số không hợp lệ");
    public static readonly Problem IndexSetLocked = new("SCO-0002", 409, "Bộ chỉ số đã có hiệu lực, không thay đổi được; hãy lập bộ chỉ số mới");
    public static readonly Problem IndexSetUnknown = new("SCO-0003", 409, "Không có bộ chỉ số này");
    public static readonly Problem IndexSetNotActive = new("SCO-0004", 409, "Bộ chỉ số chưa có hiệu lực");
    public static readonly Problem IndexSetCodeTaken = new("SCO-0005", 409, "Mã bộ chỉ số đã được dùng");
    public static readonly Problem UnitUnknown = new("SCO-0006", 409, "Không có đơn vị này trong danh mục đơn vị, hoặc đơn vị đã ngừng hoạt động");
    public static readonly Problem UnitOutsideBlocks = new("SCO-0007", 409, "Bộ chỉ số không áp dụng cho khối của đơn vị");
    public static readonly Problem SheetExists = new("SCO-0008", 409, "Đơn vị đã có phiếu chấm điểm của năm này theo bộ chỉ số này");
    public static readonly Problem EntriesInvalid = new("SCO-0009", 400, "Số liệu chấm điểm không hợp lệ");
    public static readonly Problem SurveyByCityOnly = new("SCO-0010", 409, "Điểm điều tra xã hội học chỉ do thành phố nhập khi thẩm định");
    public static readonly Problem SheetIncomplete = new("SCO-0011", 409, "Phiếu chấm điểm chưa đủ số liệu");
    public static readonly Problem SheetNotDraft = new("SCO-0012", 409, "Phiếu đã nộp, đơn vị không sửa được nữa");
    public static readonly Problem SheetNotSubmitted = new("SCO-0013", 409, "Phiếu chưa được nộp nên chưa thẩm định được");
    public static readonly Problem NotYours = new("SCO-0014", 403, "Việc này chỉ do cơ quan tổ chức chấm điểm thực hiện: thành phố, hoặc đơn vị đối với phòng, ban của mình");
    public static readonly Problem AppraisalInvalid = new("SCO-0015", 400, "Nội dung thẩm định không hợp lệ");
    public static readonly Problem BlockOutsideSet = new("SCO-0016", 409, "Bộ chỉ số không áp dụng cho khối này");
    public static readonly Problem UnitsWaiting = new("SCO-0017", 409, "Còn đơn vị trong khối chưa có kết quả thẩm định đầy đủ và chưa nêu lý do không xếp hạng");
    public static readonly Problem RankingExists = new("SCO-0018", 409, "Kết quả xếp hạng này đã công bố; nếu cần thay đổi, hãy dùng chức năng đính chính");
    public static readonly Problem RankingNotPublished = new("SCO-0019", 409, "Chưa có kết quả công bố để đính chính");
    public static readonly Problem RankingUnchanged = new("SCO-0020", 409, "Kết quả không khác bản đã công bố, không có gì để đính chính");
    public static readonly Problem UnrankedInvalid = new("SCO-0021", 400, "Danh sách đơn vị không xếp hạng không hợp lệ");
    public static readonly Problem NothingToRank = new("SCO-0022", 409, "Chưa có phiếu nào của khối được thẩm định đầy đủ");
    public static readonly Problem ExternalRefTaken = new("SCO-0023", 409, "Mã tham chiếu (externalRef) đã được dùng cho một phiếu khác");
    public static readonly Problem RankedByOtherSet = new("SCO-0024", 409, "Khối đã có kết quả xếp hạng của năm này theo một bộ chỉ số khác");
    public static readonly Problem RankingOvertaken = new("SCO-0025", 409, "Người khác vừa công bố hoặc đính chính kết quả xếp hạng này");
    public static readonly Problem RoundExists = new("SCO-0026", 409, "Khối đã có đợt chấm điểm của năm này");
    public static readonly Problem RoundNotOpen = new("SCO-0027", 409, "Chưa mở đợt chấm điểm của năm này cho khối của đơn vị");
    public static readonly Problem RoundOfOtherSet = new("SCO-0028", 409, "Đợt chấm điểm của khối dùng bộ chỉ số khác");
    public static readonly Problem SelfScoreLocked = new("SCO-0029", 409, "Đã hết hạn tự chấm điểm, phiếu đã khóa");
    public static readonly Problem SheetUnproven = new("SCO-0030", 409, "Còn tiêu chí tự chấm chưa có tài liệu kiểm chứng hoặc giải trình");
    public static readonly Problem SheetNotAwaitingApproval = new("SCO-0031", 409, "Phiếu không ở bước chờ lãnh đạo phê duyệt");
    public static readonly Problem ApproverRequired = new("SCO-0032", 400, "Nộp phiếu phải nêu lãnh đạo phê duyệt");
    public static readonly Problem ExplanationAwaited = new("SCO-0033", 409, "Đơn vị còn trong thời hạn giải trình");
    public static readonly Problem SheetNotUnderExplanation = new("SCO-0034", 409, "Phiếu không ở bước giải trình");
    public static readonly Problem ExplanationTooLate = new("SCO-0035", 409, "Đã hết thời hạn giải trình");
    public static readonly Problem ExplanationInvalid = new("SCO-0036", 400, "Nội dung giải trình không hợp lệ");
    public static readonly Problem SheetNotReady = new("SCO-0037", 409, "Phiếu chưa đủ điều kiện để chốt");
    public static readonly Problem SheetFinal = new("SCO-0038", 409, "Phiếu đã chốt; muốn thay đổi phải mở lại và nêu lý do");
    public static readonly Problem SheetNotReopenable = new("SCO-0039", 409, "Phiếu không ở bước có thể mở lại như vậy");
    public static readonly Problem EvidenceRefused = new("SCO-0040", 415, "Loại tệp này không được nhận làm tài liệu kiểm chứng");
    public static readonly Problem EvidenceUnsafe = new("SCO-0041", 400, "Tệp có nội dung không an toàn");
    public static readonly Problem EvidenceTooLarge = new("SCO-0042", 413, "Tệp vượt quá dung lượng cho phép");
    public static readonly Problem EvidenceEmpty = new("SCO-0043", 400, "Chưa có tệp, hoặc tệp rỗng");
    public static readonly Problem RoundDatesInvalid = new("SCO-0044", 400, "Thời hạn của đợt chấm điểm không hợp lệ");
    public static readonly Problem ApprovalNotAllowed = new("SCO-0045", 403, "Chỉ lãnh đạo đơn vị, hoặc hệ thống của đơn vị đã có phê duyệt, được nộp phiếu");
    public static readonly Problem NotTheScored = new("SCO-0047", 403, "Đơn vị tổ chức chấm điểm không lập, phê duyệt hay giải trình thay phòng, ban được chấm");
    public static readonly Problem ExplanationUnanswered = new("SCO-0048", 409, "Còn tiêu chí đã giải trình chưa có kết quả thẩm định lần 2");
    public static readonly Problem SurveyInvalid = new("SCO-0046", 400, "Kết quả điều tra xã hội học không hợp lệ");
    public static readonly Problem WorkbookUnreadable = new("SCO-0050", 400, "Không đọc được tệp bảng tính");
    public static readonly Problem WorkbookUnsafe = new("SCO-0051", 400, "Tệp bảng tính có nội dung không được phép");
    public static readonly Problem WorkbookTooLarge = new("SCO-0052", 400, "Bảng tính vượt quá giới hạn cho phép");
    public static readonly Problem WorkbookInvalid = new("SCO-0053", 400, "Nội dung bảng tính không hợp lệ");
    public static readonly Problem EditionsExhausted = new("SCO-0054", 409, "Bộ chỉ số đã ở lần ban hành cuối cùng");
    public static readonly Problem TiesUndecided = new("SCO-0080", 409, "Còn nhóm đơn vị bằng điểm chưa có kết quả biểu quyết của Hội đồng");
    public static readonly Problem CouncilOrderInvalid = new("SCO-0081", 400, "Kết quả biểu quyết của Hội đồng không hợp lệ");
    public static readonly Problem CouncilOrderMismatch = new("SCO-0082", 409, "Kết quả biểu quyết của Hội đồng không ứng với đúng một nhóm đơn vị đang bằng điểm");
    public static readonly Problem CouncilNotAsked = new("SCO-0083", 409, "Bộ chỉ số không giao Hội đồng biểu quyết: các đơn vị bằng điểm xếp đồng hạng");
    public static readonly Problem UnitUnranked = new("SCO-0084", 404, "Đơn vị không được xếp hạng trong kết quả này");
    public static readonly Problem SheetUnknown = new("SCO-0085", 409, "Đơn vị chưa có phiếu chấm điểm của năm này theo bộ chỉ số này");

    // Emulation blocks
    public static readonly Problem BlockDissolved = new("SCO-0060", 409, "Khối thi đua đã giải thể");
    public static readonly Problem YearMismatch = new("SCO-0061", 409, "Khối thi đua này không thuộc năm đã nêu");
    public static readonly Problem NotTheirTurn = new("SCO-0062", 403, "Việc này thuộc đơn vị khác trong khối thi đua");
    public static readonly Problem ScaleInvalid = new("SCO-0063", 400, "Thang điểm của khối thi đua không hợp lệ");
    public static readonly Problem ScaleExists = new("SCO-0064", 409, "Khối thi đua đã có thang điểm");
    public static readonly Problem ScaleLocked = new("SCO-0065", 409, "Thang điểm đã được xác nhận; khối trưởng phải mở lại trước khi sửa");
    public static readonly Problem ScaleNotConfirmed = new("SCO-0066", 409, "Thang điểm của khối thi đua chưa được xác nhận");
    public static readonly Problem NotMember = new("SCO-0067", 409, "Đơn vị không phải là thành viên của khối thi đua");
    public static readonly Problem BlockSheetExists = new("SCO-0068", 409, "Thành viên đã có phiếu của kỳ này trong khối thi đua");
    public static readonly Problem BlockEntriesInvalid = new("SCO-0069", 400, "Số liệu của phiếu khối thi đua không hợp lệ");
    public static readonly Problem PledgeLocked = new("SCO-0070", 409, "Giao ước thi đua đã được xác nhận; đơn vị xác nhận phải mở lại trước khi sửa");
    public static readonly Problem PledgeIncomplete = new("SCO-0071", 409, "Giao ước thi đua còn thiếu chỉ tiêu");
    public static readonly Problem NothingToConfirm = new("SCO-0072", 409, "Không có nội dung nào chờ xác nhận");
    public static readonly Problem NothingToReopen = new("SCO-0073", 409, "Nội dung chưa được xác nhận nên không cần mở lại");
    public static readonly Problem LineLocked = new("SCO-0074", 409, "Kết quả đã được xác nhận; chỉ đơn vị rà soát sửa được, kèm lý do");
    public static readonly Problem NotReviewed = new("SCO-0075", 409, "Kết quả chưa được khối trưởng rà soát nên chưa xác nhận được");
    public static readonly Problem MembersWaiting = new("SCO-0076", 409, "Còn thành viên của khối thi đua chưa đủ số liệu được xác nhận");
    public static readonly Problem BlockRankingChanged = new("SCO-0077", 409, "Số liệu đã thay đổi sau khi khối phó xác nhận bảng xếp hạng; khối phó cần xác nhận lại");
    public static readonly Problem BlockRankingUnchanged = new("SCO-0078", 409, "Kết quả không khác bản đã công bố, không có gì để đính chính");
    public static readonly Problem BlockRankingPublished = new("SCO-0079", 409, "Bảng xếp hạng này đã công bố");

    // Criteria of campaigns
    public static readonly Problem CampaignUnknown = new("SCO-0090", 404, "Không có phong trào thi đua này trong phạm vi của đơn vị, hoặc phong trào chưa được phát động");
    public static readonly Problem UnitOutsideCampaign = new("SCO-0091", 409, "Đơn vị không thuộc phạm vi của phong trào thi đua");
    public static readonly Problem CriterionUnknown = new("SCO-0092", 404, "Phong trào thi đua không có tiêu chí này");
    public static readonly Problem PeriodInvalid = new("SCO-0093", 400, "Kỳ báo cáo không hợp lệ với tiêu chí này");
    public static readonly Problem FiguresLocked = new("SCO-0094", 409, "Phong trào thi đua đã kết thúc, số liệu đã khóa");
    public static readonly Problem JudgedByIndex = new("SCO-0095", 409, "Tiêu chí này xét theo Chỉ số đã công bố, không nhập số liệu");
    public static readonly Problem FigureInvalid = new("SCO-0096", 400, "Số liệu của tiêu chí không hợp lệ");
    public static readonly Problem ReasonRequired = new("SCO-0097", 409, "Thay đổi số liệu đã báo cáo phải nêu lý do");
    public static readonly Problem YearOutsideCampaign = new("SCO-0098", 400, "Năm nằm ngoài thời gian của phong trào thi đua");
    public static readonly Problem NotAssessable = new("SCO-0099", 409, "Chỉ kết quả báo cáo bằng lời mới cần đánh giá; tiêu chí có số được kết luận theo số liệu");
    public static readonly Problem NotReported = new("SCO-0100", 409, "Đơn vị chưa báo cáo tiêu chí này");
    public static readonly Problem NotLaunchingUnit = new("SCO-0101", 403, "Chỉ đơn vị phát động phong trào, hoặc cấp trên của đơn vị đó, đánh giá kết quả");
}
