using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Emulation.Documents.Rendering.Model;

namespace Emulation.Documents.Tests;

/// <summary>Invented nominations, units and documents.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset At = new(2026, 12, 5, 1, 30, 0, TimeSpan.Zero);
    public static readonly Guid CampaignId = Guid.Parse("0193a0b0-0000-7000-8000-000000000001");

    private static readonly string[] Names =
    [
        "Nguyễn Thị Ngọc Ánh", "Trần Đức Dũng", "Lê Quỳnh Như", "Phạm Hữu Nghĩa", "Hoàng Mỹ Uyên", "Đặng Văn Ước", "Vũ Thế Kỷ", "Đỗ Thị Hiền Lương",
    ];

    public static Unit City { get; } = Registered("31", "Thành phố Hải Phòng", UnitKind.City, null);

    public static Unit Ward { get; } = Registered("10532", "Phường Lê Thanh Nghị", UnitKind.Ward, "31");

    public static Unit Registered(string code, string name, UnitKind kind, string? parent) => Unit.From(new UnitRegistered
    {
        UnitCode = code, Version = 1, Name = name, Kind = kind, ParentCode = parent, Active = true, OccurredAt = At, ActedBy = "test",
    });

    public static NominationSnapshot Nomination(int number = 1, int version = 1, string unit = "10532", AwardLevel level = AwardLevel.City,
        Outcome eligibility = Outcome.Met, string? achievement = null, Guid? id = null, string unitName = "Phường Lê Thanh Nghị") => new()
    {
        NominationId = id ?? new Guid(number, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8),
        Version = version,
        CampaignId = CampaignId,
        CampaignCode = "LTN-26-30",
        CampaignName = "Đẩy mạnh cải cách hành chính trên địa bàn phường Lê Thanh Nghị, giai đoạn 2026 - 2030",
        CategoryKey = number % 3 == 0 ? "yearly-collective" : "yearly-individual",
        CategoryName = "Khen thưởng hằng năm",
        Level = level,
        Award = number % 3 == 0
            ? new Award { Kind = AwardKind.Title, Code = "co-thi-dua-tp", Name = "Cờ thi đua của Ủy ban nhân dân thành phố" }
            : new Award { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen của Chủ tịch Ủy ban nhân dân thành phố" },
        Year = 2026,
        ProposingUnitCode = unit,
        ProposingUnitName = unitName,
        Nominee = new NomineeSnapshot
        {
            Kind = number % 3 == 0 ? Recipient.Collective : Recipient.Individual,
            Name = number % 3 == 0 ? $"Trung tâm Phục vụ hành chính công số {number}" : $"{Names[number % Names.Length]} {number}",
            Position = number % 3 == 0 ? null : "Chuyên viên Phòng Văn hóa - Xã hội",
            UnitCode = unit,
            UnitName = unitName,
        },
        Achievement = achievement ?? "Hoàn thành xuất sắc nhiệm vụ cải cách hành chính; tỷ lệ hồ sơ giải quyết đúng hạn đạt 99,6%; có sáng kiến rút ngắn thời gian trả kết quả từ 05 ngày còn 02 ngày làm việc.",
        Eligibility = eligibility,
        Late = number % 7 == 0,
    };

    public static LegalBasis[] CampaignBases { get; } =
    [
        new LegalBasis
        {
            Verb = "Căn cứ", Type = "Quyết định", Number = "2162/QĐ-UBND", Date = new DateOnly(2026, 6, 9), Issuer = "Chủ tịch Ủy ban nhân dân thành phố Hải Phòng",
            Abstract = "Về việc ban hành Kế hoạch phát động phong trào thi đua đẩy mạnh cải cách hành chính giai đoạn 2026 - 2030",
        },
    ];

    public static Wording Wording { get; } = new()
    {
        LawBases = [new LawBasis { Text = "Căn cứ Luật Tổ chức chính quyền địa phương" }, new LawBasis { Text = "Căn cứ Luật Thi đua, khen thưởng" }],
        ProposalFiledBy = { [UnitKind.Ward] = "VHXH" },
        CityAppraiser = "Sở Nội vụ",
        City = new DecisionWording
        {
            ProposedBy = "Theo đề nghị của Giám đốc Sở Nội vụ",
            CarriedOutBy = "Chánh Văn phòng Ủy ban nhân dân thành phố, Giám đốc Sở Nội vụ, Thủ trưởng các cơ quan, đơn vị có liên quan",
            Receivers = ["CT, các PCT UBND thành phố", "Sở Nội vụ"],
            FiledBy = "SNV",
        },
    };

    public static OfficialDocument Proposal(int lines, bool issued = true)
    {
        var document = Document.Proposal(Nomination(), "10532", "Phường Lê Thanh Nghị", At);
        for (var i = 1; i <= lines; i++)
            document.Put(Nomination(i, eligibility: i % 5 == 0 ? Outcome.NotYetKnown : Outcome.Met), null, At);
        if (issued)
        {
            document.SignedBy("Nguyễn Văn Hoạch", "CHỦ TỊCH");
            document.Issue(7, "07/TTr-UBND", new DateOnly(2026, 12, 5), "test", At);
        }

        var issuer = Issuer.Of("10532", Ward, City, City, Place);
        return ProposalText.Write(new Draft(document, issuer, City, Ward, CampaignBases, Wording, new DateOnly(2026, 12, 5)));
    }

    /// <summary>The draft Tờ trình of any unit, with lines as given.</summary>
    public static OfficialDocument ProposalOf(Unit unit, LegalBasis[] bases, params NominationSnapshot[] nominations)
    {
        var document = Document.Proposal(nominations[0], unit.Code, unit.Name, At);
        foreach (var nomination in nominations)
            document.Put(nomination, null, At);
        return ProposalText.Write(new Draft(document, Issuer.Of(unit.Code, unit, City, City, Place), City, unit, bases, Wording, new DateOnly(2026, 12, 5)));
    }

    public static OfficialDocument Decision(int lines, bool issued = true) => Decision(Enumerable.Range(1, lines).Select(i => Nomination(i, version: 5)).ToArray(), issued);

    public static OfficialDocument Decision(NominationSnapshot[] nominations, bool issued = true)
    {
        var document = Document.Decision(Awarded(1, nominations.Length, nomination: nominations[0]), At);
        for (var i = 0; i < nominations.Length; i++)
            document.Put(nominations[i], i + 1, At);
        if (issued)
            document.Issue(12, "12/QĐ-UBND", new DateOnly(2027, 1, 15), "test", At);
        var issuer = Issuer.Of("31", City, null, City, Place);
        return DecisionText.Write(new Draft(document, issuer, City, City, CampaignBases, Wording, new DateOnly(2027, 1, 15)));
    }

    public static NominationAwarded Awarded(int order, int count, Guid? decision = null, NominationSnapshot? nomination = null) => new()
    {
        Nomination = nomination ?? Nomination(order, version: 5),
        DecisionId = decision ?? Guid.Parse("0193a0b0-0000-7000-8000-00000000000d"),
        Order = order,
        Count = count,
        DecidingUnitCode = "31",
        DecidingUnitName = "Thành phố Hải Phòng",
        SignerName = "Đoàn Thị Minh Khuê",
        SignerPosition = "CHỦ TỊCH",
        OccurredAt = At,
        ActedBy = "test",
    };

    private static string Place(Unit unit) => unit.Code == "10532" ? unit.Name : unit.BareName;
}
