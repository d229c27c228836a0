using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;
using Emulation.Documents.Composition;
using Emulation.Documents.Rendering.Model;
using Xunit;

namespace Emulation.Documents.Tests.Composition;

/// <summary>What the papers say: occasion, authority, receivers, bases.</summary>
public sealed class PaperTests
{
    private static NominationSnapshot Line(int number, Cadence cadence, int year) => Samples.Nomination(number, version: 5) with { Cadence = cadence, Year = year };

    // An end-of-period award carries the campaign's last year; “giai đoạn 2026-2030 … năm 2030” would be wrong.
    [Fact]
    public void Period_AllLines_NamesTheEndOfThePeriodAndNoYear()
    {
        NominationSnapshot[] lines = [Line(1, Cadence.Period, 2030), Line(2, Cadence.Period, 2030)];
        foreach (var paper in (OfficialDocument[])[Samples.Decision(lines), Samples.ProposalOf(Samples.Ward, [], lines)])
        {
            Assert.Contains("khen thưởng tổng kết giai đoạn thực hiện Phong trào thi đua “", Subject(paper));
            Assert.DoesNotContain("năm 2030", TextOf(paper));
        }

        Assert.Contains("đã có thành tích xuất sắc trong cả giai đoạn thực hiện Phong trào", TextOf(Samples.Decision(lines)));
        Assert.Contains("Căn cứ kết quả tổng kết giai đoạn thực hiện Phong trào", TextOf(Samples.ProposalOf(Samples.Ward, [], lines)));
    }

    [Fact]
    public void Yearly_AllLines_NamesTheYearAfterTheCampaign()
    {
        Assert.EndsWith("” năm 2026", Subject(Samples.Decision(2)));
        Assert.EndsWith("” năm 2026", Subject(Samples.Proposal(2)));
    }

    [Fact]
    public void Mixed_YearlyAndPeriod_NamesBothAndTheYearOfTheYearlyOnly()
    {
        NominationSnapshot[] lines = [Line(1, Cadence.Yearly, 2029), Line(2, Cadence.Period, 2030)];
        Assert.StartsWith("Về việc khen thưởng thành tích năm 2029 và tổng kết giai đoạn thực hiện Phong trào", Subject(Samples.Decision(lines)));
        Assert.StartsWith("Về việc đề nghị khen thưởng thành tích năm 2029 và tổng kết giai đoạn thực hiện Phong trào", Subject(Samples.ProposalOf(Samples.Ward, [], lines)));
    }

    // CH-26-30/III.3.a.2: khen thưởng đột xuất.
    [Fact]
    public void Unplanned_Lines_AreCalledSo()
    {
        NominationSnapshot[] lines = [Line(1, Cadence.Unplanned, 2026)];
        Assert.StartsWith("Về việc khen thưởng thành tích đột xuất trong Phong trào", Subject(Samples.Decision(lines)));
        Assert.DoesNotContain("” năm 2026", TextOf(Samples.Decision(lines)));
    }

    [Fact]
    public void Yearly_DifferentYears_NamesThemAll() =>
        Assert.EndsWith("” năm 2026, 2027", Subject(Samples.Decision([Line(1, Cadence.Yearly, 2027), Line(2, Cadence.Yearly, 2026)])));

    // Luật Thi đua, khen thưởng, Điều 74, 75: the chairman decides, not the committee.
    [Fact]
    public void Decision_Authority_IsTheChairmanWhoSignsInHisOwnRight()
    {
        var paper = Samples.Decision(8);
        Assert.Contains(Blocks<CentredLine>(paper), line => line.Text == "CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG");
        Assert.Equal(["CHỦ TỊCH"], Blocks<SignatureBlock>(paper).Single().Authority);
        Assert.Equal(["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"], Blocks<Letterhead>(paper).Single().Agency);
        Assert.EndsWith("của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng)", Blocks<AnnexTitle>(paper).Single().AttachedTo);
    }

    // LTN-26-30/S.1: what the committee itself says stays signed on its behalf.
    [Fact]
    public void Proposal_OfAWard_IsSignedOnBehalfOfTheCommittee() =>
        Assert.Equal(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], Blocks<SignatureBlock>(Samples.Proposal(1)).Single().Authority);

    [Theory]
    [InlineData("11413", "Phường Hải An", UnitKind.Ward, "Chủ tịch Ủy ban nhân dân phường Hải An")]
    [InlineData("31-STC", "Sở Tài chính", UnitKind.Department, "Giám đốc Sở Tài chính")]
    [InlineData("31-BQL", "Ban Quản lý Khu kinh tế", UnitKind.Department, "Trưởng Ban Quản lý Khu kinh tế")]
    [InlineData("31-VP", "Văn phòng Ủy ban nhân dân thành phố", UnitKind.Department, "Chánh Văn phòng Ủy ban nhân dân thành phố")]
    public void Head_InASentence_IsNamedWithTheAgencyOnce(string code, string name, UnitKind kind, string expected) =>
        Assert.Equal(expected, Issuer.Of(code, Samples.Registered(code, name, kind, "31"), Samples.City, Samples.City, unit => unit.BareName).HeadInSentence);

    [Fact]
    public void Proposal_OfADepartment_IsFiledInItsOfficeOnly()
    {
        var finance = Samples.ProposalOf(Samples.Registered("31-STC", "Sở Tài chính", UnitKind.Department, "31"), [], Samples.Nomination());
        Assert.Equal(["Như trên", "Lưu: VT"], Blocks<SignatureBlock>(finance).Single().Recipients);
        Assert.Equal(["Chủ tịch Ủy ban nhân dân thành phố Hải Phòng", "Sở Nội vụ thành phố Hải Phòng"], Blocks<Addressees>(finance).Single().Receivers);
        Assert.Equal(["Như trên", "Lưu: VT, VHXH"], Blocks<SignatureBlock>(Samples.Proposal(1)).Single().Recipients);
    }

    [Fact]
    public void Proposal_OfTheAppraiser_IsNotAddressedToItself()
    {
        var paper = Samples.ProposalOf(Samples.Registered("31-SNV", "Sở Nội vụ", UnitKind.Department, "31"), [], Samples.Nomination());
        Assert.Equal(["Ủy ban nhân dân thành phố Hải Phòng"], Blocks<Addressees>(paper).Single().Receivers);
    }

    [Fact]
    public void Bases_LawNamedByTheCampaignToo_IsPrintedOnce()
    {
        LegalBasis[] bases =
        [
            new LegalBasis { Verb = "Căn cứ", Type = "Luật", Issuer = "Quốc hội", Abstract = "Thi đua, khen thưởng" },
            new LegalBasis { Verb = "Thực hiện", Type = "Luật", Number = "06/2022/QH15", Date = new DateOnly(2022, 6, 15), Issuer = "Quốc hội", Abstract = "Luật Thi đua, Khen thưởng năm 2022" },
            .. Samples.CampaignBases,
            .. Samples.CampaignBases,
        ];
        var printed = Blocks<LegalBases>(Samples.ProposalOf(Samples.Ward, bases, Samples.Nomination())).Single().Bases;
        Assert.Equal(["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Luật Thi đua, khen thưởng", VietnameseText.Basis(Samples.CampaignBases[0])], printed);
    }

    // 10/QĐ-UBND comes back every year; 152/2025/NĐ-CP does not.
    [Theory]
    [InlineData("Căn cứ Quyết định số 10/QĐ-UBND ngày 08 tháng 01 năm 2026 của A", "Căn cứ Quyết định số 10/QĐ-UBND ngày 09 tháng 01 năm 2025 của B", false)]
    [InlineData("Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ", "Thực hiện Nghị định số 152/2025/NĐ-CP của Chính phủ", true)]
    [InlineData("Căn cứ Luật Thi đua, khen thưởng", "Căn cứ Luật Tổ chức chính quyền địa phương", false)]
    public void BasisKey_OfTwoBases_TellsWhetherTheyAreOne(string one, string other, bool same) => Assert.Equal(same, BasisKey.Of(one) == BasisKey.Of(other));

    private static IEnumerable<T> Blocks<T>(OfficialDocument paper) => paper.Sections.SelectMany(section => section.Blocks).OfType<T>();

    private static string Subject(OfficialDocument paper) => Blocks<TitleBlock>(paper).Single().Abstract;

    private static string TextOf(OfficialDocument paper) =>
        string.Join('\n', Blocks<Paragraph>(paper).Select(p => string.Concat(p.Runs.Select(run => run.Text))).Prepend(Subject(paper)).Prepend(paper.Title));
}
