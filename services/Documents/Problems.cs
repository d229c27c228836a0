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

    // Signatures: 0020–0039.
    public static readonly Problem NotAReadablePdf = new("DOC-0020", 400, "Tệp PDF không đọc được");
    public static readonly Problem WrongSigningStep = new("DOC-0021", 409, "Văn bản chưa ở bước này của quy trình ký");
    public static readonly Problem NoKeyHere = new("DOC-0022", 409, "Hệ thống không giữ khóa ký phù hợp; hãy ký từ xa bằng thiết bị hoặc dịch vụ ký số");
    public static readonly Problem UnknownCertificate = new("DOC-0023", 409, "Chứng thư số chưa được đăng ký cho người hoặc cơ quan ký văn bản này");
    public static readonly Problem CertificateNotInForce = new("DOC-0024", 409, "Chứng thư số hết hạn, chưa có hiệu lực hoặc đã ngừng sử dụng");
    public static readonly Problem CertificateRevoked = new("DOC-0025", 409, "Chứng thư số đã ngừng sử dụng");
    public static readonly Problem CertificateUnreadable = new("DOC-0026", 400, "Chứng thư số không đọc được");
    public static readonly Problem CertificateUntrusted = new("DOC-0027", 409, "Chứng thư số không do tổ chức chứng thực được tin cậy cấp");
    public static readonly Problem CertificateNotFound = new("DOC-0028", 404, "Không tìm thấy chứng thư số, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem PreparedNotFound = new("DOC-0029", 404, "Không tìm thấy lần chuẩn bị ký này");
    public static readonly Problem PreparedExpired = new("DOC-0030", 409, "Lần chuẩn bị ký đã hết hạn hoặc văn bản đã đổi; hãy chuẩn bị lại");
    public static readonly Problem SignatureRefused = new("DOC-0031", 400, "Chữ ký gửi lên không khớp với nội dung đã chuẩn bị hoặc với chứng thư số");
    public static readonly Problem TimeStampUnavailable = new("DOC-0032", 503, "Dịch vụ cấp dấu thời gian không trả lời; văn bản chưa được ký, hãy thử lại");
    public static readonly Problem NewDraftBegun = new("DOC-0033", 409, "Đã có dự thảo mới của cùng phong trào, không thể đưa văn bản này về dự thảo");
    public static readonly Problem CodeUnknown = new("DOC-0034", 404, "Mã kiểm tra không đúng hoặc không do hệ thống này cấp");
    public static readonly Problem InSigning = new("DOC-0035", 409, "Văn bản đang trong quy trình ký số");
    public static readonly Problem NotTheSigner = new("DOC-0036", 403, "Chỉ lãnh đạo của đơn vị ban hành mới được ký văn bản này");
    public static readonly Problem CertificateKnown = new("DOC-0037", 409, "Chứng thư số đã được đăng ký");
}
