using System.IO.Compression;
using System.Text;
using Emulation.Documents.Rendering.Model;
using Emulation.Documents.Tests.Rendering;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>Plans written for these tests: other words, other order, other units.</summary>
internal static class OwnPlans
{
    /// <summary>A commune: two-column letterhead and foot, heads in small letters, quota of each section, last day included.</summary>
    public const string Commune = """
        ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        XÃ NAM SÁCH                                 Độc lập - Tự do - Hạnh phúc

        Số: 57/KH-UBND                       Nam Sách, ngày 12 tháng 3 năm 2027

                                  KẾ HOẠCH
            Phát động phong trào thi đua “Chính quyền gần dân” năm 2027

        Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;
        Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về thi đua, khen thưởng;
        Theo Kế hoạch số 88/KH-UBND ngày 05 tháng 02 năm 2027 của Ủy ban nhân dân thành phố về phát động phong trào thi đua cải cách hành chính.
        Ủy ban nhân dân xã Nam Sách ban hành Kế hoạch với các nội dung sau (sau đây gọi tắt là Phong trào):

        I. Mục đích
        1. Giúp người dân đi lại ít hơn khi làm thủ tục.
        2. Khen kịp thời người làm tốt.
        II. Tiêu chí thi đua
        1. Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 98,5% trở lên.
        2. Tỷ lệ hồ sơ nộp trực tuyến trên 75%.
        3. Không quá 1,5% hồ sơ phải bổ sung quá một lần.
        III. Khen thưởng hằng năm
        1. Hình thức: Chủ tịch UBND xã tặng Giấy khen cho tập thể, cá nhân tiêu biểu.
        2. Tiêu chuẩn
        a) Tập thể được tặng Giấy khen phải đạt đồng thời các điều kiện sau:
        - Nằm trong tốp 3 đơn vị dẫn đầu về Chỉ số cải cách hành chính của khối xã;
        - Có ít nhất 02 sáng kiến được UBND xã công nhận và đã áp dụng.
        b) Cá nhân được tặng Giấy khen phải đạt một trong các điều kiện sau:
        - Hoàn thành tốt nhiệm vụ được giao trong năm;
        - Có tham mưu nổi bật, được cơ quan xét chọn.
        3. Số lượng: mỗi phòng đề nghị tối đa 02 tập thể, 03 cá nhân.
        4. Hồ sơ gửi về Văn phòng xã chậm nhất ngày 10/12/2027.
        IV. Tổ chức thực hiện
        1. Văn phòng xã theo dõi, đôn đốc.

        Nơi nhận:                                   TM. ỦY BAN NHÂN DÂN
        - Đảng ủy, HĐND xã;                            KT. CHỦ TỊCH
        - Các phòng, thôn;                            PHÓ CHỦ TỊCH
        - Lưu: VT, VP.

                                                      Trần Văn Mẫu
        """;

    /// <summary>No letterhead, figures only, a share of those taking part, years running, a day that is no day.</summary>
    public const string FiguresOnly = """
        KẾ HOẠCH
        Phát động phong trào thi đua nâng hạng cải cách hành chính giai đoạn 2027 - 2029 tại phường Hồng Bàng

        Thực hiện Nghị quyết số 05-NQ/TU ngày 03/02/2027 của Thành ủy về cải cách hành chính; Quyết định số 41/QĐ-UBND ngày 31/02/2027 của UBND thành phố về giao chỉ tiêu.

        1. Mục tiêu
        1.1. Đưa phường lên nhóm đầu.
        1.3. Không để tồn hồ sơ.
        2. Khen thưởng tổng kết giai đoạn
        2.1. Khen thưởng cấp thành phố
        a) Tập thể đề nghị Chủ tịch UBND thành phố tặng Bằng khen phải bảo đảm các tiêu chuẩn sau:
        - Có 02 năm liên tục trong tốp 7 đơn vị dẫn đầu Chỉ số cải cách hành chính khối phường;
        - Đóng góp cho chương trình phủ sóng số.
        b) Số lượng không quá 20% tập thể.
        3. Hồ sơ xét khen giai đoạn gửi về phòng Văn hóa - Xã hội trước ngày 30/02/2029.

        Nơi nhận:
        - Sở Nội vụ;
        - Lưu: VT.

        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Lê Thị Ví Dụ
        """;

    /// <summary>A unit that the catalogue does not know, no awards at all, no foot.</summary>
    public const string NoAwards = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG HỒNG BẢNG

        KẾ HOẠCH
        Phát động phong trào thi đua xây dựng phường kiểu mẫu năm 2028

        Căn cứ Chỉ thị số 09/CT-UBND ngày 02/01/2028 của Chủ tịch UBND thành phố về phong trào thi đua năm 2028.

        I. MỤC ĐÍCH
        Xây dựng phường kiểu mẫu.
        II. YÊU CẦU
        Làm thực chất.
        """;

    /// <summary>Automatic numbers: I, 1, a) and dashes; a table of criteria; letterhead in a table.</summary>
    public static byte[] Word()
    {
        static string P(string text, int? level = null) => $"<w:p>{(level is { } l ? $"<w:pPr><w:numPr><w:ilvl w:val=\"{l}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc>{P(c)}</w:tc>"))}</w:tr>";
        var body = $"<w:tbl>{Row("ỦY BAN NHÂN DÂN PHƯỜNG HỒNG BÀNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")}{Row("Số:     /KH-UBND", "Hồng Bàng, ngày     tháng     năm 2027")}</w:tbl>"
            + P("KẾ HOẠCH") + P("Phát động phong trào thi đua “Một cửa một lần” giai đoạn 2027-2030")
            + P("Căn cứ Quyết định số 12/QĐ-UBND ngày 04/01/2027 của UBND thành phố về Chỉ số cải cách hành chính.")
            + P("MỤC ĐÍCH, YÊU CẦU", 0) + P("Mục đích", 1) + P("Phục vụ nhanh hơn.", 2) + P("Giảm giấy tờ.", 2) + P("Yêu cầu", 1) + P("Không hình thức.", 2)
            + P("TIÊU CHÍ THI ĐUA", 0)
            + $"<w:tbl>{Row("STT", "Tiêu chí", "Chỉ tiêu")}{Row("1", "Hồ sơ giải quyết đúng hạn", "≥ 97,5%")}{Row("2", "Hồ sơ trực tuyến toàn trình", "&gt; 60%")}</w:tbl>"
            + P("KHEN THƯỞNG HẰNG NĂM", 0) + P("Chủ tịch UBND phường tặng Giấy khen cho không quá 05 cá nhân.", 1)
            + P("Nơi nhận:") + P("- Các phòng;") + P("- Lưu: VT.") + P("TM. ỦY BAN NHÂN DÂN") + P("CHỦ TỊCH") + P("Ngô Thị Thử");
        static string Level(int n, string format, string text) => $"<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";
        const string ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("word/document.xml", $"<w:document {ns}><w:body>{body}</w:body></w:document>"),
            ("word/numbering.xml", $"<w:numbering {ns}><w:abstractNum w:abstractNumId=\"0\">{Level(0, "upperRoman", "%1.")}{Level(1, "decimal", "%2.")}{Level(2, "lowerLetter", "%3)")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"));
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        return stream.ToArray();
    }

    /// <summary>A plan as this system prints it.</summary>
    public static byte[] Pdf() => Render.Pdf(Render.Of(
        new Letterhead([], ["ỦY BAN NHÂN DÂN", "PHƯỜNG HỒNG BÀNG"], "Số: 31/KH-UBND", "Hồng Bàng, ngày 20 tháng 01 năm 2027"),
        new TitleBlock("KẾ HOẠCH", "Phát động phong trào thi đua “Nhanh hơn một ngày” năm 2027"),
        new LegalBases(["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Căn cứ Kế hoạch số 88/KH-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân thành phố về phát động phong trào thi đua năm 2027"]),
        Emulation.Documents.Rendering.Model.Paragraph.Of("Ủy ban nhân dân phường Hồng Bàng ban hành Kế hoạch như sau:"),
        new Heading(1, "I. MỤC ĐÍCH"),
        Emulation.Documents.Rendering.Model.Paragraph.Of("Rút ngắn thời gian giải quyết của mỗi thủ tục ít nhất một ngày, để người dân không phải chờ lâu và cán bộ thấy rõ việc của mình."),
        new Heading(1, "II. KHEN THƯỞNG HẰNG NĂM"),
        Emulation.Documents.Rendering.Model.Paragraph.Of("1. Chủ tịch Ủy ban nhân dân phường tặng Giấy khen, không quá 04 tập thể, 06 cá nhân."),
        Emulation.Documents.Rendering.Model.Paragraph.Of("2. Hồ sơ gửi về phòng Văn hóa - Xã hội trước ngày 05/12/2027."),
        new SignatureBlock(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Phạm Văn Giả", ["Như trên", "Lưu: VT, VHXH"])));
}
