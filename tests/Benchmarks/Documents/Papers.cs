extern alias documents;

using documents::Emulation.Documents.Certificates;
using documents::Emulation.Documents.Composition;
using documents::Emulation.Documents.Domain;
using documents::Emulation.Documents.Rendering.Model;
using documents::Emulation.Documents.Verification;
using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Benchmarks.Documents;

/// <summary>Invented papers of one year: certificates of one decision, and Tờ trình of six pages.</summary>
internal static class Papers
{
    private const int RowsOfSixPages = 26;

    private static readonly DateTimeOffset At = new(2026, 12, 5, 1, 30, 0, TimeSpan.Zero);

    private static readonly string[] Names = ["Nguyễn Thị Ngọc Ánh", "Trần Đức Dũng", "Lê Quỳnh Như", "Phạm Hữu Nghĩa", "Hoàng Mỹ Uyên", "Đặng Văn Ước", "Vũ Thế Kỷ", "Đỗ Thị Hiền Lương"];

    private static readonly Unit City = Unit.From(new UnitRegistered { UnitCode = "31", Version = 1, Name = "Thành phố Hải Phòng", Kind = UnitKind.City, Active = true, OccurredAt = At, ActedBy = "bench" });
    private static readonly Unit Ward = Unit.From(new UnitRegistered { UnitCode = "11413", Version = 1, Name = "Phường Hải An", Kind = UnitKind.Ward, ParentCode = "31", Active = true, OccurredAt = At, ActedBy = "bench" });

    public static List<Certificate> Certificates(int count)
    {
        var nominations = Enumerable.Range(1, count).Select(Nomination).ToList();
        var decision = Document.Decision(new NominationAwarded
        {
            Nomination = nominations[0], DecisionId = Guid.CreateVersion7(At), Order = 1, Count = count, DecidingUnitCode = "31", DecidingUnitName = City.Name,
            SignerName = "Đoàn Thị Minh Khuê", SignerPosition = "CHỦ TỊCH", OccurredAt = At, ActedBy = "bench",
        }, At);
        for (var i = 0; i < count; i++)
            decision.Put(nominations[i], i + 1, At);
        decision.Issue(12, "12/QĐ-UBND", new DateOnly(2027, 1, 15), "bench", At);
        var draft = new Draft(decision, Issuer.Of("31", City, null, City, unit => unit.BareName), City, City, [], new Wording(), new DateOnly(2027, 1, 15));
        var codes = new VerificationCode(new byte[32], "https://thidua.haiphong.example/kiem-tra?ma=");
        return [.. decision.Lines.Select(line => Certificate.Of(draft, line, codes.Url(VerifiedKind.Certificate, line.NominationId)))];
    }

    /// <summary>Two pages upright and four across, as the measured ones of the design.</summary>
    public static OfficialDocument Dossier(int number)
    {
        var document = Document.Proposal(Nomination(number), Ward.Code, Ward.Name, At);
        for (var i = 0; i < RowsOfSixPages; i++)
            document.Put(Nomination(number * 100 + i), null, At);
        document.SignedBy("Nguyễn Văn Hoạch", "CHỦ TỊCH");
        document.Issue(number, $"{number:00}/TTr-UBND", new DateOnly(2026, 12, 5), "bench", At);
        LegalBasis[] bases = [.. Enumerable.Range(1, 8).Select(i => new LegalBasis
        {
            Verb = "Căn cứ", Type = "Quyết định", Number = $"{2160 + i}/QĐ-UBND", Date = new DateOnly(2026, 6, i), Issuer = "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng",
            Abstract = "Về việc ban hành Kế hoạch phát động phong trào thi đua đẩy mạnh cải cách hành chính trên địa bàn thành phố giai đoạn 2026 - 2030",
        })];
        return ProposalText.Write(new Draft(document, Issuer.Of(Ward.Code, Ward, City, City, unit => unit.BareName), City, Ward, bases, new Wording(), new DateOnly(2026, 12, 5)));
    }

    private static NominationSnapshot Nomination(int number) => new()
    {
        NominationId = new Guid(number, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8), Version = 5, CampaignId = Guid.Empty, CampaignCode = "HA-25", CampaignName = "Đẩy mạnh cải cách hành chính giai đoạn 2026 - 2030",
        CategoryKey = "yearly", CategoryName = "Khen thưởng hằng năm", Level = AwardLevel.City,
        Award = new Award { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố" },
        Year = 2026, ProposingUnitCode = Ward.Code, ProposingUnitName = Ward.Name,
        Nominee = new NomineeSnapshot { Kind = Recipient.Individual, Name = $"{Names[number % Names.Length]} {number}", Position = "Chuyên viên Phòng Văn hóa - Xã hội", UnitCode = Ward.Code, UnitName = Ward.Name },
        Achievement = $"Hoàn thành xuất sắc nhiệm vụ cải cách hành chính; tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,{number % 10}%; có sáng kiến rút ngắn thời gian trả kết quả từ 05 ngày còn 02 ngày làm việc.",
        Eligibility = Outcome.Met, Late = false,
    };
}
