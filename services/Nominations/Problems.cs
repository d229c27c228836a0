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
}
