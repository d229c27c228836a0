using Emulation.Contracts.Campaigns;

namespace Emulation.Nominations.Tests;

/// <summary>Campaigns with the rules under test, built like the plans but on their own.</summary>
internal static class Plans
{
    private static readonly Award Certificate = new() { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen" };
    private static readonly Award Flag = new() { Kind = AwardKind.Title, Code = "co-thi-dua-tp", Name = "Cờ thi đua", Flag = true };
    private static readonly Award WardCertificate = new() { Kind = AwardKind.Form, Code = "giay-khen", Name = "Giấy khen" };

    public static YearsInTop PeriodGate(string clause, string block, int rank) =>
        new() { Clause = clause, Text = $"3 năm trong tốp {rank}", Tops = [new TopOfBlock { Block = block, Rank = rank }], AtLeast = 3, FromYear = 2026, ToYear = 2030 };

    public static Attested Leading(string clause) => new() { Clause = clause, Text = "Dẫn đầu phong trào", Statement = "leadingInCampaign", By = [Attester.WardCommittee] };

    private static RecognisedInitiatives TwoInitiatives(string clause) =>
        new() { Clause = clause, Text = "Từ 02 sáng kiến", AtLeast = 2, Applied = true, Replicable = true };

    public static CampaignSnapshot LeThanhNghi() => Plan("LTN-26-30", "10532", "Phường Lê Thanh Nghị",
        Category("period-gate", "LTN-26-30/III.2.b", Cadence.Period, Recipient.Collective, Certificate, PeriodGate("LTN-26-30/III.2.b.c3", "phuong", 10), once: new(2030, 2, 15)),
        Category("period-collective", "LTN-26-30/III.2.b.c", Cadence.Period, Recipient.Collective, Certificate, new AllOf
        {
            Clause = "LTN-26-30/III.2.b.c", Text = "Cờ, Bằng khen tập thể",
            Conditions = [PeriodGate("LTN-26-30/III.2.b.c3", "phuong", 10), new AnyOf { Clause = "LTN-26-30/III.2.b.c", Text = "Một trong", Conditions = [Leading("LTN-26-30/III.2.b.c1"), TwoInitiatives("LTN-26-30/III.2.b.c2")] }],
        }, once: new(2030, 2, 15)),
        Category("flag", "LTN-26-30/III.2.b.q2", Cadence.Period, Recipient.Collective, Flag, Leading("LTN-26-30/III.2.b.c1"), once: new(2030, 2, 15)),
        Category("beside-flag", "LTN-26-30/III.2.b.q3", Cadence.Period, Recipient.Individual, Certificate, new FlagNomineeMember { Clause = "LTN-26-30/III.2.b.q3", Text = "Đơn vị có tập thể đề nghị Cờ" }, once: new(2030, 2, 15)),
        Category("yearly-collective", "LTN-26-30/III.2.a.2.c", Cadence.Yearly, Recipient.Collective, Certificate, new IndexRank
        {
            Clause = "LTN-26-30/III.2.a.2.c2", Text = "Tốp 5 của năm", Tops = [new TopOfBlock { Block = "*", Rank = 5 }],
        }, yearly: new YearlyDay { Month = 2, Day = 15, YearsAfter = 1 }, deadlineClause: "LTN-26-30/III.3.a"),
        Category("yearly-initiative", "LTN-26-30/III.2.a.2.c1", Cadence.Yearly, Recipient.Collective, Certificate, new RecognisedInitiatives
        {
            Clause = "LTN-26-30/III.2.a.2.c1", Text = "Có sáng kiến", AtLeast = 1, Applied = true, Replicable = true,
        }),
        Category("ward-collective", "CVA-26/III.3.2.a", Cadence.Yearly, Recipient.Collective, WardCertificate, Leading("CVA-26/III.3.2.a1"), level: AwardLevel.Ward));

    public static CampaignSnapshot CatHai() => Plan("CH-26-30", "11914", "Đặc khu Cát Hải",
        Category("yearly-collective", "CH-26-30/III.2.1.2.a.c", Cadence.Yearly, Recipient.Collective, Certificate, new IndexRank
        {
            Clause = "CH-26-30/III.2.1.2.a.c2", Text = "Tốp 5 khối xã, đặc khu", Tops = [new TopOfBlock { Block = "xa-dac-khu", Rank = 5 }],
        }));

    /// <summary>Open to every unit of the city, so that one test can compare several.</summary>
    public static CampaignSnapshot OfTheCity() => Plan("TP-26-30", "31", "Thành phố Hải Phòng",
        Category("period-gate", "LTN-26-30/III.2.b.c3", Cadence.Period, Recipient.Collective, Certificate, PeriodGate("LTN-26-30/III.2.b.c3", "phuong", 10), once: new(2030, 2, 15)),
        Category("yearly-top5", "CH-26-30/III.2.1.2.a.c2", Cadence.Yearly, Recipient.Collective, Certificate, new IndexRank
        {
            Clause = "CH-26-30/III.2.1.2.a.c2", Text = "Tốp 5", Tops = [new TopOfBlock { Block = "xa-dac-khu", Rank = 5 }],
        }),
        Category("leading", "CH-26-30/III.2.3.b.2", Cadence.Yearly, Recipient.Collective, Certificate, Leading("CH-26-30/III.2.3.a.c1")));

    public static CampaignSnapshot Plan(string code, string unit, string unitName, params AwardCategory[] categories) => new()
    {
        CampaignId = Guid.CreateVersion7(), Version = 2, Code = code, Name = $"Đẩy mạnh cải cách hành chính ({code})", UnitCode = unit, UnitName = unitName,
        FromYear = 2026, ToYear = 2030, LegalBases = [], Scheme = new AwardScheme { Categories = categories },
    };

    public static AwardCategory Category(string key, string clause, Cadence cadence, Recipient recipient, Award award, Condition standard,
        DateOnly? once = null, YearlyDay? yearly = null, AwardLevel level = AwardLevel.City, string deadlineClause = "LTN-26-30/III.3.b") => new()
        {
            Key = key, Name = key, Clause = clause, Level = level, Award = award, Recipient = recipient, Cadence = cadence,
            InternalDeadline = once is null && yearly is null ? null : new Deadline { Date = once, EveryYear = yearly, Clause = deadlineClause },
            Standard = new Standard { Canonical = standard },
        };
}
