namespace Emulation.Documents.Tests.PlanImport;

/// <summary>Further ways in which plans are printed.</summary>
internal static class MorePlans
{
    /// <summary>Marks with slashes, bases with dashes, the day after the issuer, awards in two sentences.</summary>
    public const string Slashes = """
        ỦY BAN NHÂN DÂN
        PHƯỜNG KIẾN AN
        _______

        Số: 112/KH-UBND
        Kiến An, ngày 03 tháng 4 năm 2026

        KẾ HOẠCH
        Tổ chức phong trào thi đua "Cải cách hành chính - Phục vụ Nhân dân"
        giai đoạn 2026 - 2028
        ____________

        - Căn cứ Luật Thi đua, Khen thưởng năm 2022;
        - Căn cứ Nghị định số 152/2025/NĐ-CP của Chính phủ ngày 14/6/2025 quy định chi tiết về phân cấp;
        - Thực hiện Công văn số 1234/SNV-TĐKT ngày 01/4/2026 của Sở Nội vụ về việc phát động phong trào thi đua;
        UBND phường Kiến An xây dựng Kế hoạch như sau:

        I/ MỤC ĐÍCH - YÊU CẦU
        1/ Mục đích: Làm cho thủ tục gọn hơn.
        2/ Yêu cầu: Làm thực chất.
        II/ CHỈ TIÊU
        - 100% thủ tục hành chính được công khai.
        - Phấn đấu tỷ lệ hài lòng đạt trên 95%.
        - Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 0,5%.
        III/ KHEN THƯỞNG
        1/ Hằng năm: UBND phường xét tặng Giấy khen cho không quá 03 tập thể và 05 cá nhân.
        2/ Tổng kết giai đoạn: đề nghị Chủ tịch UBND thành phố tặng Bằng khen cho 01 tập thể, 02 cá nhân.
        Hồ sơ gửi về Phòng Văn hóa - Xã hội trước và trong ngày 30/11 hằng năm.

        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Đỗ Thị Thí Nghiệm
        """;

    /// <summary>A short drive of a special zone: bases joined by “và”, standards after the form, an hour, a day of each month.</summary>
    public const string Sprint = """
        UBND ĐẶC KHU CÁT HẢI          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                           Độc lập – Tự do – Hạnh phúc
        Số: …/KH-UBND                  Cát Hải, ngày … tháng … năm 2028

        KẾ HOẠCH
        Phát động đợt thi đua cao điểm 90 ngày đêm chuyển đổi số năm 2028

        Căn cứ Kế hoạch số 15/KH-UBND ngày 10 tháng 01 năm 2028 của UBND thành phố về chuyển đổi số và Quyết định số 20/QĐ-UBND ngày 12/01/2028 của Chủ tịch UBND đặc khu phê duyệt Đề án số hóa;
        UBND đặc khu phát động đợt thi đua như sau:

        I. ĐỐI TƯỢNG THI ĐUA
        Các phòng, trung tâm và cán bộ, công chức đặc khu.
        II. NỘI DUNG THI ĐUA
        1. Số hóa tối thiểu 85% hồ sơ còn hiệu lực.
        2. Ít nhất 70% người dân có tài khoản định danh; không quá 2% hồ sơ trả lại.
        III. TIÊU CHUẨN, HÌNH THỨC KHEN THƯỞNG
        1. Cờ thi đua
        Đề nghị UBND thành phố tặng Cờ thi đua cho 01 tập thể dẫn đầu khối về Chỉ số cải cách hành chính.
        2. Giấy khen
        a) Tập thể: đạt một trong các tiêu chuẩn sau:
        - Dẫn đầu các phòng, đơn vị của đặc khu;
        - Có từ 03 sáng kiến trở lên được công nhận và nhân rộng.
        b) Cá nhân: chấp hành tốt chủ trương của Đảng, hoàn thành xuất sắc nhiệm vụ và đạt một trong các tiêu chuẩn sau:
        - Có 5 năm trực tiếp làm công tác cải cách hành chính;
        - Có sáng kiến được Hội đồng công nhận.
        3. Chủ tịch UBND đặc khu tặng Giấy khen cho các tập thể, cá nhân đạt tiêu chuẩn trên; mỗi đơn vị đề nghị không quá 02 tập thể, 04 cá nhân.
        IV. HỒ SƠ VÀ THỜI HẠN
        1. Hồ sơ đề nghị khen thưởng gồm:
        - Tờ trình;
        - Báo cáo thành tích có xác nhận của thủ trưởng đơn vị;
        - Bản sao quyết định công nhận sáng kiến.
        2. Thời hạn nhận hồ sơ: trước 17 giờ ngày 20/10/2028.
        3. Các đơn vị báo cáo kết quả trước ngày 05 hằng tháng và báo cáo tổng kết trước ngày 31/12/2028.

        Nơi nhận:                               TM. ỦY BAN NHÂN DÂN
        - UBND thành phố (để báo cáo);                CHỦ TỊCH
        - Thành viên Hội đồng
        thi đua đặc khu;
        - Lưu: VT, VHXH.                          Bùi Văn Tưởng Tượng
        """;
}
