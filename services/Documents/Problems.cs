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
    public static readonly Problem FileUnreadable = new("DOC-0040", 422, "Không đọc được tệp để kiểm tra thể thức");
    public static readonly Problem EditUnsafe = new("DOC-0041", 422, "Bản chỉnh sửa chứa nội dung không an toàn");
    public static readonly Problem EditRefused = new("DOC-0042", 422, "Bản chỉnh sửa không phải tệp DOCX đọc được");
    public static readonly Problem NoEdit = new("DOC-0043", 404, "Văn bản không có bản chỉnh sửa");
    public static readonly Problem EditOutdated = new("DOC-0044", 409, "Dữ liệu của văn bản đã thay đổi sau bản chỉnh sửa");
    public static readonly Problem EditUnfillable = new("DOC-0045", 409, "Bản chỉnh sửa không còn chỗ ghi số, ký hiệu hoặc địa danh, ngày tháng");
    public static readonly Problem NoOffice = new("DOC-0046", 409, "Máy chủ chưa cài LibreOffice nên không chuyển được bản chỉnh sửa sang PDF");
    public static readonly Problem EditUnsignable = new("DOC-0048", 409, "Bản chỉnh sửa không còn chỗ ghi số, ngày hoặc chỗ ký để trình ký số");
    public static readonly Problem OfficeFailed = new("DOC-0047", 409, "Không chuyển được bản chỉnh sửa sang PDF");

    public static readonly Problem NotTheNamedSigner = new("DOC-0100", 409, "Chứng thư số không phải của người ký ghi trên văn bản");

    public static readonly Problem SecretVotesTold = new("DOC-0120", 400, "Biên bản không ghi phiếu của từng người đối với nội dung bỏ phiếu kín");
    public static readonly Problem MinutesDoNotFit = new("DOC-0121", 400, "Số liệu của biên bản không khớp nhau");
    public static readonly Problem NoNomineeList = new("DOC-0124", 404, "Loại văn bản này không có danh sách trích ngang");
    public static readonly Problem NotRanked = new("DOC-0125", 404, "Chưa có kết quả xếp hạng được công bố cho bộ chỉ số, năm và khối này, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem ReportDoesNotFit = new("DOC-0126", 400, "Số liệu của báo cáo không khớp nhau");

    public static readonly Problem YearsDoNotFit = new("DOC-0127", 400, "Năm của phong trào không hợp lệ");
    public static readonly Problem SignerIsFixed = new("DOC-0128", 409, "Người ký đã được ghi khi trình ký, không đổi được khi ban hành");
    public static readonly Problem ReturnedUnseen = new("DOC-0129", 409, "Văn bản đã được trả về dự thảo sau khi trình ký");

    public static readonly Problem NotADecision = new("DOC-0080", 409, "Chỉ quyết định khen thưởng mới có giấy khen, bằng khen");
    public static readonly Problem CertificateBeforeIssue = new("DOC-0081", 409, "Quyết định chưa được ban hành nên chưa in giấy khen, bằng khen");
    public static readonly Problem NotAwarded = new("DOC-0082", 404, "Không có trường hợp này trong quyết định, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem NoCertificateForm = new("DOC-0083", 409, "Hình thức khen thưởng này không có mẫu in");
    public static readonly Problem UnknownTemplate = new("DOC-0084", 400, "Không có mẫu in này cho hình thức khen thưởng của đơn vị");
    public static readonly Problem CertificateTooLong = new("DOC-0085", 409, "Nội dung dài hơn khung in của mẫu");
    public static readonly Problem UnprintableLetter = new("DOC-0086", 409, "Nội dung có ký tự không in được");
    public static readonly Problem AwardWasRevoked = new("DOC-0087", 409, "Hình thức khen thưởng đã bị hủy bỏ, không in giấy khen, bằng khen");
    public static readonly Problem BulkNotFound = new("DOC-0089", 404, "Không tìm thấy việc in hàng loạt, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem NothingToBind = new("DOC-0090", 409, "Quyết định không có trường hợp nào để in trong phạm vi của đơn vị");
    public static readonly Problem TooManyToBind = new("DOC-0091", 409, "Số trường hợp vượt mức của một lần in hàng loạt");
    public static readonly Problem BulkNotReady = new("DOC-0092", 409, "Tệp chưa làm xong");
    public static readonly Problem BulkGone = new("DOC-0093", 410, "Tệp không còn được giữ");
    public static readonly Problem BulkEnded = new("DOC-0094", 409, "Việc in hàng loạt đã kết thúc");
    public static readonly Problem TooManyBulks = new("DOC-0095", 409, "Đơn vị đang có quá nhiều việc in hàng loạt chưa xong");

    public static readonly Problem ImportNotFound = new("DOC-0060", 404, "Không tìm thấy kế hoạch đã nhập, hoặc ngoài phạm vi đơn vị được phân công");
    public static readonly Problem ImportNotText = new("DOC-0061", 400, "Tệp không phải văn bản đọc được: chỉ nhận TXT (UTF-8), DOCX, PDF");
    public static readonly Problem ImportUnsafe = new("DOC-0062", 400, "Tệp có nội dung không an toàn hoặc bị hỏng, không nhận");
    public static readonly Problem ImportEmpty = new("DOC-0063", 400, "Tệp không có chữ nào");
    public static readonly Problem ImportTooLong = new("DOC-0064", 400, "Văn bản dài quá mức của một kế hoạch");
    public static readonly Problem PdfUnreadable = new("DOC-0066", 400, "Không đọc được tệp PDF này");
    public static readonly Problem PdfOnlyImages = new("DOC-0067", 400, "Tệp PDF chỉ có hình ảnh, không có chữ");
    public static readonly Problem UnknownField = new("DOC-0068", 400, "Kế hoạch đã nhập không có trường này");
    public static readonly Problem FieldInvalid = new("DOC-0069", 400, "Giá trị của trường không đúng dạng");

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
