namespace Emulation.Documents.Rendering;

internal enum TextAlign
{
    Left,
    Centre,
    Right,
    Justify,
}

/// <summary>One named style, shared by DOCX (as a Word style) and PDF (as measures). Sizes and spaces in points.</summary>
/// <param name="Id">Style id in the DOCX.</param>
/// <param name="Name">Name that officials see in Word.</param>
internal sealed record TextStyle(string Id, string Name, double Size, bool Bold = false, bool Italic = false,
    TextAlign Align = TextAlign.Left, double FirstLine = 0, double Before = 0, double After = 0, double Spacing = 1, bool KeepWithNext = false);

/// <summary>Sizes and styles by Nghị định 30/2020, Phụ lục I; the decree's own sample column gives the size where it leaves a choice.</summary>
internal static class Typography
{
    public const double Millimetre = 72 / 25.4;
    private const double Indent = 10 * Millimetre;

    public static readonly TextStyle NationalName = new("QuocHieu", "Quốc hiệu", 12, Bold: true, Align: TextAlign.Centre);
    public static readonly TextStyle Motto = new("TieuNgu", "Tiêu ngữ", 13, Bold: true, Align: TextAlign.Centre);
    public static readonly TextStyle Parent = new("CoQuanChuQuan", "Cơ quan chủ quản", 12, Align: TextAlign.Centre);
    public static readonly TextStyle Agency = new("CoQuanBanHanh", "Cơ quan ban hành", 12, Bold: true, Align: TextAlign.Centre);
    public static readonly TextStyle Number = new("SoKyHieu", "Số và ký hiệu", 13, Align: TextAlign.Centre);
    public static readonly TextStyle PlaceAndDate = new("DiaDanhNgayThang", "Địa danh và ngày tháng", 13, Italic: true, Align: TextAlign.Centre);
    public static readonly TextStyle Subject = new("TrichYeuCongVan", "Trích yếu công văn", 12, Align: TextAlign.Centre, Before: 6);
    public static readonly TextStyle DocumentType = new("TenLoaiVanBan", "Tên loại văn bản", 14, Bold: true, Align: TextAlign.Centre, Before: 18, KeepWithNext: true);
    public static readonly TextStyle Abstract = new("TrichYeu", "Trích yếu", 14, Bold: true, Align: TextAlign.Centre, KeepWithNext: true);
    public static readonly TextStyle CentredLine = new("ThamQuyenBanHanh", "Thẩm quyền ban hành", 14, Bold: true, Align: TextAlign.Centre, Before: 12, After: 6, KeepWithNext: true);
    public static readonly TextStyle Addressee = new("KinhGui", "Kính gửi", 14, Align: TextAlign.Left, Before: 4, KeepWithNext: true);
    public static readonly TextStyle Basis = new("CanCuBanHanh", "Căn cứ ban hành", 14, Italic: true, Align: TextAlign.Justify, FirstLine: Indent, Before: 6, Spacing: 1.08);
    public static readonly TextStyle Body = new("ThanVanBan", "Thân văn bản", 14, Align: TextAlign.Justify, FirstLine: Indent, Before: 6, Spacing: 1.08);
    public static readonly TextStyle Heading1 = new("Heading1", "heading 1", 14, Bold: true, Align: TextAlign.Justify, FirstLine: Indent, Before: 8, Spacing: 1.08, KeepWithNext: true);
    public static readonly TextStyle Heading2 = new("Heading2", "heading 2", 14, Bold: true, Align: TextAlign.Justify, FirstLine: Indent, Before: 6, Spacing: 1.08, KeepWithNext: true);
    public static readonly TextStyle AnnexLabel = new("NhanPhuLuc", "Nhãn phụ lục", 14, Bold: true, Align: TextAlign.Centre, KeepWithNext: true);
    public static readonly TextStyle AnnexTitle = new("TenPhuLuc", "Tên phụ lục", 14, Bold: true, Align: TextAlign.Centre, KeepWithNext: true);
    public static readonly TextStyle AnnexNote = new("ChiDanPhuLuc", "Chỉ dẫn kèm theo", 14, Italic: true, Align: TextAlign.Centre, KeepWithNext: true);
    public static readonly TextStyle TableHead = new("DauBang", "Đầu bảng", 12, Bold: true, Align: TextAlign.Centre);
    public static readonly TextStyle TableGroup = new("NhomBang", "Nhóm trong bảng", 12, Bold: true, KeepWithNext: true);
    public static readonly TextStyle TableCell = new("NoiDungBang", "Nội dung bảng", 12);
    public static readonly TextStyle Authority = new("QuyenHanChucVu", "Quyền hạn và chức vụ", 14, Bold: true, Align: TextAlign.Centre);
    public static readonly TextStyle Signer = new("NguoiKy", "Họ tên người ký", 14, Bold: true, Align: TextAlign.Centre);
    public static readonly TextStyle SignerHint = new("GhiChuKy", "Ghi chú ký", 12, Italic: true, Align: TextAlign.Centre);
    public static readonly TextStyle RecipientsLabel = new("NoiNhan", "Nơi nhận", 12, Bold: true, Italic: true);
    public static readonly TextStyle Recipient = new("DanhSachNoiNhan", "Danh sách nơi nhận", 11);
    public static readonly TextStyle PageNumber = new("SoTrang", "Số trang", 14, Align: TextAlign.Centre);

    public static readonly IReadOnlyList<TextStyle> All =
    [
        NationalName, Motto, Parent, Agency, Number, PlaceAndDate, Subject, DocumentType, Abstract, CentredLine, Addressee, Basis, Body,
        Heading1, Heading2, AnnexLabel, AnnexTitle, AnnexNote, TableHead, TableGroup, TableCell, Authority, Signer, SignerHint,
        RecipientsLabel, Recipient, PageNumber,
    ];
}
