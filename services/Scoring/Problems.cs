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
    public static readonly Problem CityOnly = new("SCO-0014", 403, "Việc này chỉ do cấp thành phố thực hiện");
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
}
