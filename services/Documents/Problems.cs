using Emulation.ServiceDefaults;

namespace Emulation.Documents;

/// <summary>Errors of this service. Codes are never reused or renumbered.</summary>
internal static class Problems
{
    public static readonly Problem NotFound = new("DOC-0001", 404, "Không tìm thấy văn bản, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem AlreadyIssued = new("DOC-0002", 409, "Văn bản đã được ban hành");
    public static readonly Problem Empty = new("DOC-0003", 409, "Dự thảo chưa có trường hợp nào, không thể ban hành");
    public static readonly Problem Incomplete = new("DOC-0004", 409, "Danh sách của quyết định chưa đầy đủ, chưa thể ban hành");
    public static readonly Problem UnknownType = new("DOC-0005", 400, "Loại văn bản không có trong danh mục");
    public static readonly Problem UnknownUnit = new("DOC-0006", 404, "Không tìm thấy đơn vị");
    public static readonly Problem NotTheIssuer = new("DOC-0007", 403, "Chỉ đơn vị ban hành mới được soạn thảo, cấp số và ban hành văn bản này");
    public static readonly Problem BadRecipient = new("DOC-0008", 400, "Nơi nhận không hợp lệ");

    public static readonly Problem ImportNotFound = new("DOC-0060", 404, "Không tìm thấy kế hoạch đã nhập, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem ImportNotText = new("DOC-0061", 400, "Tệp không phải văn bản đọc được: chỉ nhận TXT (UTF-8), DOCX, PDF");
    public static readonly Problem ImportUnsafe = new("DOC-0062", 400, "Tệp có nội dung không an toàn hoặc bị hỏng, không nhận");
    public static readonly Problem ImportEmpty = new("DOC-0063", 400, "Tệp không có chữ nào");
    public static readonly Problem ImportTooLong = new("DOC-0064", 400, "Văn bản dài quá mức của một kế hoạch");
    public static readonly Problem NoPdfReader = new("DOC-0065", 503, "Máy chủ chưa cài bộ đọc PDF (pdftotext của poppler-utils); hãy tải lên tệp DOCX hoặc TXT");
    public static readonly Problem PdfUnreadable = new("DOC-0066", 400, "Không đọc được tệp PDF này");
    public static readonly Problem PdfOnlyImages = new("DOC-0067", 400, "Tệp PDF chỉ có hình ảnh, không có chữ");
    public static readonly Problem UnknownField = new("DOC-0068", 400, "Kế hoạch đã nhập không có trường này");
    public static readonly Problem FieldInvalid = new("DOC-0069", 400, "Giá trị của trường không đúng dạng");
}
