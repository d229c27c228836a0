namespace Emulation.Documents.FormCheck;

/// <summary>What Nghị định 30/2020/NĐ-CP asks, element by element (domain 4.1–4.4).</summary>
internal static class FormRules
{
    private const string First = "Phụ lục I, Nghị định 30/2020/NĐ-CP, phần ";

    public static readonly FormRule Paper = new("TT01", "Khổ giấy", "Khổ A4 (210 x 297 mm), trình bày theo chiều dài; chiều ngang chỉ khi có bảng biểu hoặc là phụ lục.", First + "I.1");
    public static readonly FormRule Margins = new("TT02", "Định lề trang", "Mép trên, mép dưới 20–25 mm; mép trái 30–35 mm; mép phải 15–20 mm.", First + "I.3");
    public static readonly FormRule Font = new("TT03", "Phông chữ", "Times New Roman, bộ mã Unicode theo TCVN 6909:2001.", First + "I.4");
    public static readonly FormRule Colour = new("TT04", "Màu chữ", "Chữ màu đen.", First + "I.4");
    public static readonly FormRule PageNumber = new("TT05", "Số trang", "Chữ số Ả Rập từ 1, cỡ 13–14, kiểu đứng, canh giữa lề trên; không hiển thị trang thứ nhất; phụ lục đánh số riêng.", First + "I.7");
    public static readonly FormRule NationalName = new("TT06", "Quốc hiệu", "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”: chữ in hoa, cỡ 12–13, kiểu đứng, đậm; phía trên bên phải trang đầu.", First + "II.1");
    public static readonly FormRule Motto = new("TT07", "Tiêu ngữ", "“Độc lập - Tự do - Hạnh phúc”: chữ in thường, cỡ 13–14, kiểu đứng, đậm; giữa các cụm từ có gạch nối, có cách chữ; canh giữa dưới Quốc hiệu.", First + "II.1");
    public static readonly FormRule MottoRule = new("TT08", "Đường kẻ dưới Tiêu ngữ", "Đường kẻ ngang, nét liền, dài bằng dòng chữ Tiêu ngữ; không dùng lệnh gạch chân.", First + "II.1");
    public static readonly FormRule Parent = new("TT09", "Tên cơ quan chủ quản", "Chữ in hoa, cỡ 12–13, kiểu đứng.", First + "II.2");
    public static readonly FormRule Agency = new("TT10", "Tên cơ quan ban hành", "Chữ in hoa, cỡ 12–13, kiểu đứng, đậm, canh giữa phía trên bên trái.", First + "II.2");
    public static readonly FormRule AgencyRule = new("TT11", "Đường kẻ dưới tên cơ quan", "Đường kẻ ngang, nét liền, dài 1/3 đến 1/2 dòng chữ.", First + "II.2");
    public static readonly FormRule Columns = new("TT12", "Bố trí phần đầu", "Tên cơ quan ở bên trái ngang với Quốc hiệu ở bên phải; số, ký hiệu cùng dòng với địa danh, thời gian.", First + "IV (sơ đồ bố trí)");
    public static readonly FormRule Number = new("TT13", "Số, ký hiệu", "“Số:” có dấu hai chấm, số nhỏ hơn 10 thêm số 0; giữa số và ký hiệu là “/”, trong ký hiệu là “-”, không cách chữ; cỡ 13, kiểu đứng.", First + "II.3");
    public static readonly FormRule TypeSymbol = new("TT14", "Chữ viết tắt tên loại trong ký hiệu", "Theo bảng chữ viết tắt tên loại văn bản.", "Phụ lục III, Nghị định 30/2020/NĐ-CP, phần I");
    public static readonly FormRule Place = new("TT15", "Địa danh", "Tên gọi chính thức của đơn vị; đơn vị mang tên người, chữ số, sự kiện lịch sử ghi đầy đủ cả loại đơn vị; không viết tắt; sau địa danh có dấu phẩy.", First + "II.4");
    public static readonly FormRule Date = new("TT16", "Ngày, tháng, năm", "“ngày … tháng … năm …” viết đầy đủ; ngày nhỏ hơn 10 và tháng 1, 2 thêm số 0 phía trước.", First + "II.4");
    public static readonly FormRule PlaceDateLook = new("TT17", "Kiểu chữ địa danh và thời gian", "Chữ in thường, cỡ 13–14, kiểu nghiêng.", First + "II.4");
    public static readonly FormRule Type = new("TT18", "Tên loại văn bản", "Chữ in hoa, cỡ 13–14, kiểu đứng, đậm, canh giữa.", First + "II.5");
    public static readonly FormRule Abstract = new("TT19", "Trích yếu nội dung", "Chữ in thường, cỡ 13–14, kiểu đứng, đậm, canh giữa dưới tên loại.", First + "II.5");
    public static readonly FormRule AbstractRule = new("TT20", "Đường kẻ dưới trích yếu", "Đường kẻ ngang, nét liền, dài 1/3 đến 1/2 dòng chữ.", First + "II.5");
    public static readonly FormRule Subject = new("TT21", "Trích yếu công văn", "“V/v …” dưới số, ký hiệu: chữ in thường, cỡ 12–13, kiểu đứng.", First + "II.5");
    public static readonly FormRule BasisLines = new("TT22", "Căn cứ ban hành: mỗi căn cứ một dòng", "Sau mỗi căn cứ phải xuống dòng, cuối dòng có dấu “;”, dòng cuối cùng kết thúc bằng dấu “.”.", First + "II.6");
    public static readonly FormRule BasisLook = new("TT23", "Căn cứ ban hành: kiểu chữ", "Chữ in thường, kiểu nghiêng, cỡ 13–14.", First + "II.6");
    public static readonly FormRule BasisWhole = new("TT24", "Căn cứ ban hành: ghi đầy đủ", "Tên loại, số, ký hiệu, cơ quan ban hành, ngày tháng năm và trích yếu (luật, pháp lệnh chỉ ghi tên loại và tên).", First + "II.6");
    public static readonly FormRule LawName = new("TT25", "Viện dẫn luật, pháp lệnh", "Luật, Pháp lệnh chỉ ghi tên loại và tên của văn bản, không ghi thêm năm, số, ngày.", First + "II.6");
    public static readonly FormRule Repeated = new("TT26", "Viện dẫn lần sau", "Viện dẫn lần đầu ghi đầy đủ; các lần sau chỉ ghi tên loại và số, ký hiệu.", First + "II.6");
    public static readonly FormRule BodyLook = new("TT27", "Nội dung: cỡ và kiểu chữ", "Chữ in thường, cỡ 13–14, kiểu đứng.", First + "II.6");
    public static readonly FormRule Justified = new("TT28", "Nội dung: canh lề", "Canh đều cả hai lề.", First + "II.6");
    public static readonly FormRule FirstLine = new("TT29", "Nội dung: lùi đầu dòng", "Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.", First + "II.6");
    public static readonly FormRule Gaps = new("TT30", "Nội dung: khoảng cách giữa các đoạn", "Tối thiểu 6 pt.", First + "II.6");
    public static readonly FormRule Spacing = new("TT31", "Nội dung: khoảng cách giữa các dòng", "Tối thiểu là dòng đơn, tối đa là 1,5 dòng.", First + "II.6");
    public static readonly FormRule Sections = new("TT32", "Tiêu đề mục (I., II., …)", "Số La Mã, tiêu đề chữ in hoa, cỡ 13–14, kiểu đứng, đậm.", First + "II.6");
    public static readonly FormRule Clauses = new("TT33", "Khoản (1., 2., …) và điểm (a), b), …)", "Khoản có tiêu đề: số và tiêu đề trên dòng riêng, cỡ 13–14, kiểu đứng, đậm; khoản không có tiêu đề và điểm: kiểu đứng, không đậm.", First + "II.6");
    public static readonly FormRule Letters = new("TT34", "Chữ cái của điểm", "Chữ cái tiếng Việt theo thứ tự a, b, c, d, đ, e, g, h, i, k, l, m …, sau có dấu “)”; không dùng f, j, w, z.", First + "II.6");
    public static readonly FormRule Order = new("TT35", "Thứ tự đánh số", "Số của mục, khoản, điểm liên tục, không nhảy, không trùng.", First + "II.6");
    public static readonly FormRule End = new("TT36", "Kết thúc nội dung", "Hết nội dung có dấu “./.”.", "Phụ lục III, Nghị định 30/2020/NĐ-CP, phần II (các mẫu trình bày)");
    public static readonly FormRule Authority = new("TT37", "Quyền hạn, chức vụ của người ký", "Ghi đầy đủ, không viết tắt tên cơ quan: “TM. ỦY BAN NHÂN DÂN”; chữ in hoa, cỡ 13–14, kiểu đứng, đậm.", First + "II.7");
    public static readonly FormRule Signer = new("TT38", "Họ tên người ký", "Chữ in thường, cỡ 13–14, kiểu đứng, đậm; không ghi học hàm, học vị, danh hiệu trước họ tên.", First + "II.7");
    public static readonly FormRule Signature = new("TT39", "Chữ ký, con dấu, chữ ký số", "Chữ ký của người có thẩm quyền và dấu, chữ ký số của cơ quan phải bao phủ toàn văn bản.", First + "II.7, II.8");
    public static readonly FormRule Addressees = new("TT40", "Kính gửi", "“Kính gửi:” cỡ 13–14, kiểu đứng; một nơi nhận ghi cùng dòng; nhiều nơi nhận mỗi nơi một dòng, đầu dòng “-”, cuối dòng “;”, dòng cuối “.”.", First + "II.9");
    public static readonly FormRule RecipientsLabel = new("TT41", "“Nơi nhận:”", "“Nơi nhận:” có dấu hai chấm, chữ in thường, cỡ 12, kiểu nghiêng, đậm.", First + "II.9");
    public static readonly FormRule Recipients = new("TT42", "Danh sách nơi nhận", "Mỗi nơi một dòng, đầu dòng “-”, cuối dòng “;”, dòng cuối “.”; cỡ 11, kiểu đứng.", First + "II.9");
    public static readonly FormRule AsAbove = new("TT43", "“Như trên” ở nơi nhận", "Văn bản có “Kính gửi”: dòng đầu của nơi nhận là “- Như trên;”.", First + "II.9");
    public static readonly FormRule Filed = new("TT44", "“Lưu:” ở nơi nhận", "Dòng cuối: “Lưu:” (có dấu hai chấm), “VT” (có dấu phẩy), chữ viết tắt tên đơn vị soạn thảo, kết thúc bằng dấu chấm.", First + "II.9");
    public static readonly FormRule Urgency = new("TT45", "Dấu chỉ mức độ khẩn, phạm vi lưu hành", "Chữ in hoa, cỡ 13–14, kiểu đứng, đậm.", First + "III.2");
    public static readonly FormRule Drafter = new("TT46", "Ký hiệu người soạn thảo và số lượng bản", "Chữ in hoa, cỡ 11, kiểu đứng.", First + "III.3");
    public static readonly FormRule Address = new("TT47", "Địa chỉ, thư điện tử, điện thoại ở chân trang đầu", "Chữ in thường, cỡ 11–12, kiểu đứng, dưới một đường kẻ dài hết vùng trình bày.", First + "III.4");
    public static readonly FormRule Annex = new("TT48", "Phụ lục", "“Phụ lục” cỡ 14, đậm, canh giữa; tiêu đề chữ in hoa, cỡ 13–14, đậm; “(Kèm theo …)” cỡ 13–14, kiểu nghiêng.", First + "III.1");
    public static readonly FormRule Tracked = new("TT49", "Dấu vết chỉnh sửa", "Văn bản phát hành là bản hoàn chỉnh, không còn dấu vết chỉnh sửa (track changes).", "Yêu cầu nghiệp vụ, không phải điều khoản của Nghị định");
}
