using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Scoring;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Domain.Rankings;

namespace Emulation.Documents.Tests.Papers;

internal static partial class PaperSamples
{
    private const string CampaignName = "Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030";

    public static AchievementReport PersonReport => new()
    {
        CampaignId = Samples.CampaignId,
        CampaignName = CampaignName,
        Recipient = Recipient.Individual,
        NomineeName = "Lê Quỳnh Như",
        Position = "Chuyên viên Phòng Văn hóa - Xã hội",
        NomineeUnit = "Phường Lê Thanh Nghị",
        AwardName = "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố",
        AchievedIn = 2026,
        Outline = ["Trình độ chuyên môn: Thạc sĩ Quản lý công.", "Nhiệm vụ được giao: đầu mối theo dõi cải cách hành chính của phường từ năm 2024."],
        Achievements = ["Chủ trì rút ngắn thời gian trả kết quả 12 thủ tục hành chính từ 05 ngày còn 02 ngày làm việc; tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,6%.", "Tham mưu 03 văn bản chỉ đạo, hướng dẫn 14 tổ dân phố nộp hồ sơ trực tuyến."],
        Initiatives = [new InitiativeFigure { Name = "Sổ tay số về thủ tục hành chính", Recognition = "Quyết định số 45/QĐ-UBND ngày 10 tháng 9 năm 2026 của Chủ tịch Ủy ban nhân dân phường", Effect = "Áp dụng tại 14 tổ dân phố." }],
        EarlierAwards = [new EarlierAward { Year = 2025, Name = "Giấy khen của Chủ tịch Ủy ban nhân dân phường", DecisionNumber = "118/QĐ-UBND", DecisionDate = new DateOnly(2025, 12, 20), Issuer = "Chủ tịch Ủy ban nhân dân phường Lê Thanh Nghị" }],
    };

    public static AchievementReport CollectiveReport => PersonReport with
    {
        Recipient = Recipient.Collective,
        NomineeName = "Trung tâm Phục vụ hành chính công",
        Position = null,
        AwardName = "Cờ thi đua của Ủy ban nhân dân thành phố",
        Outline = ["Trung tâm có 09 công chức, viên chức; trong đó 06 nữ."],
        Criteria =
        [
            new CriterionFigure { Name = "Tỷ lệ hồ sơ giải quyết đúng hạn", Target = "100%", Result = "99,6%", Met = false },
            new CriterionFigure { Name = "Mức độ hài lòng của người dân, tổ chức", Target = "từ 90% trở lên", Result = "96,2%", Met = true },
            new CriterionFigure { Name = "Hồ sơ nộp trực tuyến toàn trình", Target = "tối thiểu 80%", Result = "chưa công bố" },
        ],
        Index = [new IndexFigure { Year = 2026, Index = 93.4125m, Rank = 3, Class = "Tốt" }, new IndexFigure { Year = 2027, UnrankedReason = "Chưa công bố" }],
        EarlierAwards = [],
    };

    public static CampaignReport InterimReport => new()
    {
        CampaignId = Samples.CampaignId,
        CampaignName = CampaignName,
        Stage = ReportStage.Interim,
        FromYear = 2026,
        ToYear = 2026,
        Addressees = ["Ủy ban nhân dân thành phố Hải Phòng", "Sở Nội vụ thành phố Hải Phòng"],
        Carrying = ["Ủy ban nhân dân phường ban hành Kế hoạch phát động, quán triệt tới 03 phòng chuyên môn và 14 tổ dân phố."],
        Awards =
        [
            Figure("Khen thưởng hằng năm, tập thể", Recipient.Collective, "Phòng Văn hóa - Xã hội", 2, 1),
            Figure("Khen thưởng hằng năm, tập thể", Recipient.Collective, "Trung tâm Phục vụ hành chính công", 1, 1),
            Figure("Khen thưởng hằng năm, cá nhân", Recipient.Individual, "Phòng Văn hóa - Xã hội", 5, 3),
            Figure("Khen thưởng hằng năm, cá nhân", Recipient.Individual, "Phòng Kinh tế, Hạ tầng và Đô thị", 4, 2),
            Figure("Khen thưởng đột xuất", Recipient.Individual, "Trung tâm Phục vụ hành chính công", 1, 0),
        ],
        Index =
        [
            new IndexFigure { Year = 2026, UnitName = "Phòng Văn hóa - Xã hội", Index = 92.5m, Rank = 1, Class = "Tốt" },
            new IndexFigure { Year = 2026, UnitName = "Trung tâm Phục vụ hành chính công", Index = 91.75m, Rank = 2, Class = "Tốt" },
            new IndexFigure { Year = 2026, UnitName = "Phòng Kinh tế, Hạ tầng và Đô thị", UnrankedReason = "Chưa nộp phiếu tự chấm" },
        ],
        Criteria = CollectiveReport.Criteria,
        Deadlines = [new DeadlineFigure { What = "Hồ sơ đề nghị khen thưởng năm 2026", Due = new DateOnly(2026, 12, 5), Done = 13, Late = 2, Missing = 1 }, new DeadlineFigure { What = "Báo cáo tự chấm điểm", Done = 3, Missing = 0 }],
        Shortcomings = ["Một số hồ sơ gửi quá hạn, thiếu minh chứng.", "Tỷ lệ hồ sơ đúng hạn chưa đạt chỉ tiêu do quá tải tháng 7/2026."],
        Proposals = ["Đề nghị Sở Nội vụ hướng dẫn sớm biểu mẫu tự chấm điểm."],
    };

    public static CampaignReport FinalReport => InterimReport with
    {
        Stage = ReportStage.Final,
        ToYear = 2029,
        Awards = [Figure("Tổng kết giai đoạn", Recipient.Collective, "Phường Lê Thanh Nghị", 1, 1)],
        Index =
        [
            .. new[] { (2026, 88.12m), (2027, 90.4m), (2029, 93.41m) }.Select(f => new IndexFigure { Year = f.Item1, UnitName = "Phường Lê Thanh Nghị", Index = f.Item2, Rank = 5, Class = "Tốt" }),
            new IndexFigure { Year = 2028, UnitName = "Phường Lê Thanh Nghị", UnrankedReason = "Không xếp hạng do sắp xếp đơn vị" },
            .. new[] { (2026, 86.5m), (2027, 87.25m), (2028, 89m), (2029, 91.05m) }.Select(f => new IndexFigure { Year = f.Item1, UnitName = "Trung bình khối phường", Index = f.Item2 }),
        ],
        Directions = ["Duy trì tỷ lệ hồ sơ giải quyết trước hạn."],
    };

    public static RankingPublished Ranking(int version = 1, string block = "phuong", string set = "CCHC-XA-2026") => new()
    {
        RankingId = new Guid(version, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
        IndexSetCode = set,
        Year = 2026,
        Block = block,
        Version = version,
        CorrectionReason = version > 1 ? "Cập nhật kết quả khảo sát mức độ hài lòng của phường Hải An" : null,
        Entries =
        [
            Ranked("11413", "Phường Hải An", 1, false, version > 1 ? 94.2051m : 93.9m, "Xuất sắc"),
            Ranked("10532", "Phường Lê Thanh Nghị", 2, true, 93.41m, "Tốt"),
            Ranked("10549", "Phường Chu Văn An", 2, true, 93.41m, "Tốt"),
            Ranked("11311", "Phường Hồng Bàng", 4, false, 88m, "Khá"),
        ],
        Unranked = [new UnrankedUnit { UnitCode = "11329", Reason = "Chưa hoàn thành thẩm định" }],
        OccurredAt = Samples.At,
        ActedBy = "test",
    };

    public static RankingTable RankingTable(bool corrected)
    {
        var known = new KnownRanking { IndexSet = "CCHC-XA-2026", Year = 2026, Block = "phuong" };
        known.Apply(Ranking(corrected ? 2 : 1));
        return Domain.Papers.RankingTable.Of(known, new Dictionary<string, string> { ["11329"] = "Phường Ngô Quyền" });
    }

    private static AwardFigure Figure(string category, Recipient recipient, string unit, int nominated, int awarded) =>
        new() { Category = category, Recipient = recipient, UnitName = unit, Nominated = nominated, Awarded = awarded };

    private static RankedUnit Ranked(string code, string name, int rank, bool tied, decimal index, string? grade) =>
        new() { UnitCode = code, UnitName = name, Rank = rank, Tied = tied, Index = index, Class = grade };
}
