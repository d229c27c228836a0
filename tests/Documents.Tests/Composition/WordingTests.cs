using Emulation.Contracts.Campaigns;
using Emulation.Documents.Composition;
using Emulation.Documents.Domain;
using Xunit;

namespace Emulation.Documents.Tests.Composition;

public sealed class WordingTests
{
    // HA-25/H.3: month 9 without zero; only days below 10 and months 1 and 2 get one.
    [Theory]
    [InlineData(2025, 9, 30, "ngày 30 tháng 9 năm 2025")]
    [InlineData(2026, 12, 5, "ngày 05 tháng 12 năm 2026")]
    [InlineData(2026, 2, 10, "ngày 10 tháng 02 năm 2026")]
    [InlineData(2027, 1, 1, "ngày 01 tháng 01 năm 2027")]
    [InlineData(2026, 3, 9, "ngày 09 tháng 3 năm 2026")]
    public void Date_ByTheDecree_HasZerosOnlyWhereItAsks(int year, int month, int day, string expected) =>
        Assert.Equal(expected, VietnameseText.Date(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(7, "07/TTr-UBND")]
    [InlineData(119, "119/TTr-UBND")]
    public void Symbol_BelowTen_HasAZero(int number, string expected) => Assert.Equal(expected, VietnameseText.Symbol(number, "TTr-UBND"));

    // A công văn has no type: agency and drafting section (Phụ lục I.II.3).
    [Theory]
    [InlineData(DocumentType.Plan, "VHXH", "KH-UBND")]
    [InlineData(DocumentType.UrgingLetter, "VHXH", "UBND-VHXH")]
    [InlineData(DocumentType.UrgingLetter, null, "UBND")]
    public void Symbol_ByType_NamesTypeOrSection(DocumentType type, string? section, string expected) =>
        Assert.Equal(expected, VietnameseText.SymbolSuffix(DocumentKind.Of(type), "UBND", section));

    [Fact]
    public void Codes_AsTyped_AreFoundInAnyCaseAndWithoutMarks() =>
        Assert.Equal(["QĐ", "QĐ", "TTr", "GƯ", null], new[] { "qd", "QĐ", "ttr", "gu", "xyz" }.Select(DocumentKind.CodeFrom));

    [Theory]
    [InlineData("Đẩy mạnh cải cách hành chính", "Phong trào thi đua “Đẩy mạnh cải cách hành chính”")]
    [InlineData("Phát động Phong trào thi đua “Đẩy mạnh cải cách”", "Phong trào thi đua “Đẩy mạnh cải cách”")]
    [InlineData("Phong trào thi đua trong công tác", "Phong trào thi đua “trong công tác”")]
    public void Campaign_AnyPrintedForm_IsNamedOnceBetweenQuotes(string name, string expected) => Assert.Equal(expected, VietnameseText.Campaign(name));

    // CVA-26/H.2, LTN-TD-26/H.1, CH-26-30/H.2: the full form comes from data, the bare name is the rule.
    [Theory]
    [InlineData("10532", "Phường Lê Thanh Nghị", UnitKind.Ward, "Phường Lê Thanh Nghị")]
    [InlineData("11413", "Phường Hải An", UnitKind.Ward, "Hải An")]
    [InlineData("11914", "Đặc khu Cát Hải", UnitKind.SpecialZone, "Cát Hải")]
    [InlineData("31", "Thành phố Hải Phòng", UnitKind.City, "Hải Phòng")]
    public void Place_ByData_IsFullOrBare(string code, string name, UnitKind kind, string expected) =>
        Assert.Equal(expected, IssuerOf(code, Samples.Registered(code, name, kind, "31")).Place);

    // LTN-26-30/S.1, CVA-26/S.1: in full, never “TM. UBND”.
    [Fact]
    public void Issuer_Ward_SignsOnBehalfOfTheCommittee()
    {
        var issuer = IssuerOf("10532", Samples.Ward);
        Assert.Equal(["ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ THANH NGHỊ"], issuer.Agency);
        Assert.Empty(issuer.Parent);
        Assert.Equal(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "UBND"), (issuer.OnBehalfOf, issuer.HeadPosition, issuer.Organ));
        Assert.Equal("Ủy ban nhân dân phường Lê Thanh Nghị", issuer.InSentence);
    }

    [Fact]
    public void Issuer_Department_StandsUnderTheCityAndItsHeadSignsForHimself()
    {
        var issuer = IssuerOf("31-SNV", Samples.Registered("31-SNV", "Sở Nội vụ", UnitKind.Department, "31"));
        Assert.Equal(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"], issuer.Parent);
        Assert.Equal(["SỞ NỘI VỤ"], issuer.Agency);
        Assert.Equal((null, "GIÁM ĐỐC", "SNV", "Hải Phòng"), (issuer.OnBehalfOf, issuer.HeadPosition, issuer.Organ, issuer.Place));
    }

    [Fact]
    public void Issuer_Office_StandsUnderItsWard()
    {
        var office = Samples.Registered("10532-VHXH", "Phòng Văn hóa - Xã hội", UnitKind.Office, "10532");
        var issuer = Issuer.Of(office.Code, office, Samples.Ward, Samples.City, Place);
        Assert.Equal(["ỦY BAN NHÂN DÂN", "PHƯỜNG LÊ THANH NGHỊ"], issuer.Parent);
        Assert.Equal(("TRƯỞNG PHÒNG", "VHXH", "Phường Lê Thanh Nghị"), (issuer.HeadPosition, issuer.Organ, issuer.Place));
    }

    [Fact]
    public void Basis_Law_IsCitedByNameOnlyAndOthersInFull()
    {
        Assert.Equal("Căn cứ Luật Thi đua, khen thưởng", VietnameseText.Basis(new LegalBasis { Verb = "Căn cứ", Type = "Luật", Issuer = "Quốc hội", Abstract = "Thi đua, khen thưởng" }));
        Assert.Equal(
            "Căn cứ Quyết định số 2162/QĐ-UBND ngày 09 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng về việc ban hành Kế hoạch phát động phong trào thi đua đẩy mạnh cải cách hành chính giai đoạn 2026 - 2030",
            VietnameseText.Basis(Samples.CampaignBases[0]));
    }

    [Fact]
    public void LawBasis_OutsideItsTimeOfEffect_IsNotCited()
    {
        var decree = new LawBasis { From = new DateOnly(2025, 7, 1) };
        Assert.False(decree.AppliesOn(new DateOnly(2025, 6, 30)));
        Assert.True(decree.AppliesOn(new DateOnly(2025, 7, 1)));
    }

    private static Issuer IssuerOf(string code, Unit unit) => Issuer.Of(code, unit, null, Samples.City, Place);

    private static string Place(Unit unit) => unit.Code == "10532" ? "Phường Lê Thanh Nghị" : unit.BareName;
}
