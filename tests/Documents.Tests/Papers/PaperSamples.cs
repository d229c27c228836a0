using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Tests.Papers;

/// <summary>One invented paper of each typed kind; every general test of the renderers runs over them.</summary>
internal static partial class PaperSamples
{
    public static readonly IReadOnlyDictionary<string, Func<OfficialDocument>> All = new Dictionary<string, Func<OfficialDocument>>
    {
        ["deadline notice"] = () => Paper(DeadlineNotice),
        ["plan LTN-26-30"] = () => PlanSamples.Paper("LTN-26-30"),
        ["plan CVA-26"] = () => PlanSamples.Paper("CVA-26", issued: false),
        ["plan CH-26-30"] = () => PlanSamples.Paper("CH-26-30", issued: false),
        ["plan HA-25"] = () => PlanSamples.Paper("HA-25"),
        ["plan LTN-TD-26"] = () => PlanSamples.Paper("LTN-TD-26", issued: false),
        ["pledge"] = () => Paper(Pledge),
        ["self-score sheet"] = () => Paper(SelfScoreSheet),
        ["urging letter"] = () => Paper(UrgingLetter, presentation: new Presentation(SigningForm.ByOrder, null, "Trưởng phòng Văn hóa - Xã hội", null)),
        ["council minutes"] = () => Paper(Minutes, unitCode: "10532-HDTDKT"),
        ["council ballot"] = () => Paper(Ballot, unitCode: "10532-HDTDKT"),
        ["report of a person"] = () => Paper(PersonReport),
        ["report of a collective"] = () => Paper(CollectiveReport),
        ["interim report"] = () => Paper(InterimReport),
        ["final report"] = () => Paper(FinalReport),
        ["ranking table"] = () => Paper(RankingTable(corrected: true)),
    };

    public static DeadlineNotice DeadlineNotice => new()
    {
        CampaignId = Samples.CampaignId,
        CampaignName = "Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030",
        Reason = "Để các đơn vị có đủ thời gian tổng hợp kết quả khảo sát mức độ hài lòng",
        Addressees = ["Các phòng, ban, đơn vị thuộc phường", "Các trường học trên địa bàn phường"],
        Moved =
        [
            new MovedDeadline { What = "Gửi hồ sơ đề nghị khen thưởng hằng năm", From = new DateOnly(2026, 11, 25), To = new DateOnly(2026, 12, 5) },
            new MovedDeadline { What = "Gửi báo cáo kết quả năm 2026", To = new DateOnly(2027, 1, 8) },
        ],
    };

    public static EmulationPledge Pledge => new()
    {
        BlockName = "Khối thi đua số 8",
        OwnerName = "Thành phố Hải Phòng",
        PledgeYear = 2026,
        Contents =
        [
            "Thi đua hoàn thành và hoàn thành vượt mức các chỉ tiêu phát triển kinh tế - xã hội năm 2026 được giao.",
            "Thi đua đẩy mạnh cải cách hành chính, chuyển đổi số; nâng cao chất lượng phục vụ người dân, doanh nghiệp",
            "Thi đua xây dựng Đảng, chính quyền trong sạch, vững mạnh; thực hành tiết kiệm, chống lãng phí.",
        ],
        Criteria =
        [
            new() { Code = "I.1", Group = "Phát triển kinh tế - xã hội", Name = "Thu ngân sách so với dự toán giao", Unit = "%", Max = 15 },
            new() { Code = "I.2", Group = "Phát triển kinh tế - xã hội", Name = "Tỷ lệ giải ngân vốn đầu tư công", Unit = "%", Max = 12.5m },
            new() { Code = "II.1", Group = "Cải cách hành chính, chuyển đổi số", Name = "Tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn", Unit = "%", Max = 20 },
            new() { Code = "II.2", Group = "Cải cách hành chính, chuyển đổi số", Name = "Tỷ lệ hồ sơ trực tuyến", Unit = "%", Max = 22.5m },
            new() { Code = "III.1", Group = "Xây dựng hệ thống chính trị", Name = "Kết quả xếp loại chính quyền trong sạch, vững mạnh", Max = 30 },
            new() { Code = "T", Name = "Mô hình mới được thành phố nhân rộng", Max = 5, OutsideTotal = true },
        ],
        Members =
        [
            .. new[] { "Phường Lê Thanh Nghị", "Phường Chu Văn An", "Phường Hải An", "Phường Tứ Minh", "Đặc khu Cát Hải", "Xã Nguyễn Lương Bằng", "Phường Thạch Khôi" }.Select((name, i) => new PledgingMember
            {
                Name = $"Ủy ban nhân dân {VietnameseText.LowerFirst(name)}",
                Role = i switch { 0 => PledgeRole.Head, 1 => PledgeRole.Deputy, _ => PledgeRole.Member },
                SignerPosition = "Chủ tịch",
                SignerName = i == 0 ? "Vũ Hoàng Đăng" : null,
                Targets = new() { ["I.1"] = 105 + i, ["I.2"] = 95, ["II.1"] = 99.5m, ["II.2"] = 80 + i },
            }),
        ],
    };

    public static UrgingLetter UrgingLetter => new()
    {
        CampaignName = "Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030",
        AsOf = new DateOnly(2026, 12, 5),
        Addressees = ["Phòng Kinh tế, Hạ tầng và Đô thị", "Trung tâm Phục vụ hành chính công", "Trung tâm Dịch vụ sự nghiệp công"],
        Until = new DateOnly(2026, 12, 12),
        Owed =
        [
            new() { Unit = "Phòng Kinh tế, Hạ tầng và Đô thị", What = "Báo cáo kết quả thực hiện phong trào thi đua năm 2026.", Clause = "LTN-26-30/IV.2.2", LastDay = new DateOnly(2026, 11, 19) },
            new() { Unit = "Trung tâm Phục vụ hành chính công", What = "Báo cáo kết quả thực hiện phong trào thi đua năm 2026.", Clause = "LTN-26-30/IV.2.2", LastDay = new DateOnly(2026, 11, 19) },
            new() { Unit = "Trung tâm Phục vụ hành chính công", What = "Kế hoạch riêng của đơn vị", LastDay = new DateOnly(2026, 12, 5) },
            new() { Unit = "Trung tâm Dịch vụ sự nghiệp công", What = "Hồ sơ đề nghị khen thưởng hằng năm", LastDay = new DateOnly(2026, 12, 20) },
            new() { Unit = "Trung tâm Dịch vụ sự nghiệp công", What = "Ý kiến góp ý tiêu chí thi đua năm 2027" },
        ],
    };

    public static SelfScoreSheet SelfScoreSheet => new()
    {
        IndexSetName = "Bộ chỉ số theo dõi, đánh giá, xếp hạng kết quả cải cách hành chính khối phường, xã, đặc khu",
        IndexYear = 2026,
        MakerName = "Lê Quỳnh Như",
        Areas =
        [
            .. Enumerable.Range(1, 6).Select(area => new ScoredArea
            {
                Code = Outline.Roman(area),
                Name = $"Lĩnh vực thứ {area} của cải cách hành chính",
                Criteria =
                [
                    .. Enumerable.Range(1, 5).Select(i => new ScoredCriterion
                    {
                        Code = i > 3 ? $"{Outline.Roman(area)}.3.{i - 2}" : $"{Outline.Roman(area)}.{i}",
                        PartOf = i > 3 ? "Chất lượng giải quyết thủ tục hành chính" : null,
                        Name = i == 2 ? "Tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn trên Hệ thống thông tin giải quyết thủ tục hành chính của thành phố" : $"Tiêu chí thành phần số {i}",
                        Max = 3.5m,
                        Self = (area, i) is (6, 5) ? null : 3.25m,
                        NotApplicable = (area, i) is (5, 1),
                        Evidence = i == 2 ? "Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2026; danh sách hồ sơ trích xuất từ Hệ thống thông tin giải quyết thủ tục hành chính" : i == 1 ? "ke-hoach-cchc-2026.pdf" : null,
                    }),
                ],
            }),
        ],
        Adjustments = [new() { Code = "T1", Name = "Sáng kiến được thành phố nhân rộng", Max = 2, Self = 0.5m }],
    };

    /// <summary>The paper as a ward would issue it.</summary>
    public static OfficialDocument Paper(PaperContent content, bool issued = true, Presentation? presentation = null, string unitCode = "10532")
    {
        var document = Document.Paper(content, unitCode, "Phường Lê Thanh Nghị", Samples.At);
        if (presentation is not null)
            document.Present(presentation, Samples.At);
        document.SignedBy("Nguyễn Văn Hoạch", null);
        var draft = new Draft(document, Issuer.Of(unitCode, Samples.Ward, Samples.City, Samples.City, unit => unit.Code == "10532" ? unit.Name : unit.BareName),
            Samples.City, Samples.Ward, Samples.CampaignBases, Samples.Wording, new DateOnly(2026, 12, 5));
        if (issued)
            document.Issue(document.Kind.Numbered ? 8 : null, document.Kind.Numbered ? VietnameseText.Symbol(8, draft.SymbolSuffix) : null, new DateOnly(2026, 12, 5), "test", Samples.At);
        return DocumentWriter.Text(draft);
    }
}
