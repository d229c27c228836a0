using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Domain.Papers;
using HowVoted = Emulation.Contracts.Campaigns.Ballot;

namespace Emulation.Documents.Tests.Papers;

internal static partial class PaperSamples
{
    private const string CouncilName = "Hội đồng Thi đua - Khen thưởng phường Lê Thanh Nghị";

    public static CouncilMinutes Minutes => new()
    {
        CampaignId = Samples.CampaignId,
        CampaignName = "Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030",
        CouncilName = CouncilName,
        CouncilDecision = "31/QĐ-UBND",
        CouncilDecisionDate = new DateOnly(2026, 7, 15),
        Title = "Xét đề nghị khen thưởng năm 2026 về cải cách hành chính",
        OpenedAt = new DateTimeOffset(2026, 12, 4, 1, 30, 0, TimeSpan.Zero),
        ConcludedAt = new DateTimeOffset(2026, 12, 4, 3, 45, 0, TimeSpan.Zero),
        Place = "Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường",
        ChairName = "Nguyễn Văn Hoạch",
        SecretaryName = "Lương Thị Thanh Vân",
        Attendance =
        [
            Member("Nguyễn Văn Hoạch", MinutesTitle.Chair, "Chủ tịch UBND phường"),
            Member("Đặng Quốc Ước", MinutesTitle.ViceChair, "Phó Chủ tịch UBND phường"),
            Member("Trần Thị Kỷ", MinutesTitle.Standing, "Trưởng phòng Văn hóa - Xã hội"),
            Member("Lương Thị Thanh Vân", MinutesTitle.Secretary, "Chuyên viên Phòng Văn hóa - Xã hội"),
            Member("Phạm Hữu Nghĩa", MinutesTitle.Member, "Chủ tịch Ủy ban Mặt trận Tổ quốc phường"),
            Member("Hoàng Mỹ Uyên", MinutesTitle.Member, "Chánh Văn phòng HĐND và UBND", MinutesAttendance.Written, "Đi công tác"),
            Member("Vũ Thế Lương", MinutesTitle.Member, "Trưởng phòng Kinh tế, Hạ tầng và Đô thị", MinutesAttendance.Absent, "Nghỉ ốm"),
        ],
        Items =
        [
            new MinutesItem
            {
                Subject = "Trung tâm Phục vụ hành chính công: Cờ thi đua của Ủy ban nhân dân thành phố", Ballot = HowVoted.Secret, Threshold = "4/5", Of = VoteBase.AllMembers,
                LegalBasis = "Theo tỷ lệ của Nghị định 98/2023/NĐ-CP Điều 30 khoản 7",
                Result = new MinutesResult { Yes = 6, No = 0, Abstain = 0, Invalid = 0, Base = 7, Share = 0.8571m, Outcome = CouncilOutcome.Passed },
                Conclusion = "Thống nhất đề nghị tặng Cờ thi đua", Approved = true,
            },
            new MinutesItem
            {
                Subject = "Lê Quỳnh Như, chuyên viên: Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", Ballot = HowVoted.Secret, Threshold = "1/2", MoreThan = true, Of = VoteBase.Voting,
                Conflicts = [new MinutesConflict { MemberName = "Trần Thị Kỷ", Detail = "Là thủ trưởng trực tiếp của cá nhân được đề nghị" }],
                Result = new MinutesResult { Yes = 4, No = 1, Abstain = 0, Invalid = 0, Base = 5, Share = 0.8m, Outcome = CouncilOutcome.Passed },
                Approved = false, LeftOutReason = "Đã được khen thưởng cùng thành tích trong năm",
            },
            new MinutesItem
            {
                Subject = "Thông qua dự thảo Quy chế hoạt động của Hội đồng", Ballot = HowVoted.Open, Threshold = "1/2", MoreThan = true, Of = VoteBase.Voting,
                Result = new MinutesResult { Yes = 2, No = 3, Abstain = 1, Invalid = 0, Base = 6, Share = 0.3333m, Outcome = CouncilOutcome.NotPassed },
                Votes = [new MinutesVote { Name = "Phạm Hữu Nghĩa", Choice = MinutesChoice.No, Reason = "Cần lấy thêm ý kiến các đơn vị" }, new MinutesVote { Name = "Đặng Quốc Ước", Choice = MinutesChoice.Yes }],
            },
            new MinutesItem { Subject = "Hồ sơ của Trường Trung học cơ sở số 2", Ballot = HowVoted.Secret, OffNote = "Đơn vị đã rút hồ sơ trước phiên họp" },
        ],
        Approved = true,
        ApprovedAt = new DateTimeOffset(2026, 12, 4, 7, 0, 0, TimeSpan.Zero),
    };

    public static CouncilBallot Ballot => new()
    {
        CouncilName = CouncilName,
        Title = "Xét đề nghị khen thưởng năm 2026 về cải cách hành chính",
        On = new DateOnly(2026, 12, 4),
        Items =
        [
            new BallotItem { Subject = "Trung tâm Phục vụ hành chính công", AwardName = "Cờ thi đua của Ủy ban nhân dân thành phố" },
            new BallotItem { Subject = "Lê Quỳnh Như, chuyên viên Phòng Văn hóa - Xã hội", AwardName = "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố" },
            new BallotItem { Subject = "Phạm Hữu Nghĩa, chuyên viên Phòng Kinh tế", AwardName = "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố" },
        ],
    };

    private static MinutesMember Member(string name, MinutesTitle title, string position, MinutesAttendance attendance = MinutesAttendance.Present, string? note = null) =>
        new() { Name = name, Title = title, Position = position, Attendance = attendance, Note = note };
}
