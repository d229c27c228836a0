using System.Text.Json;
using Emulation.Campaigns.Domain;
using Emulation.Campaigns.Features.Campaigns;
using Emulation.Contracts.Campaigns;
using Emulation.ServiceDefaults;

namespace Emulation.Campaigns.Tests;

public sealed class DomainTests
{
    [Theory]
    [InlineData("Hoà Bình", "hoa binh")]
    [InlineData("Hòa Bình", "hoa binh")]
    [InlineData("  ĐẶC   KHU Cát Hải ", "dac khu cat hai")]
    [InlineData("Thuỷ Nguyên", "thuy nguyen")]
    [InlineData("Lưu Kiếm", "luu kiem")]
    [InlineData("L\u200Bưu\uFEFF K\u00ADiếm\u2060", "luu kiem")]
    [InlineData("Lưu\tKi\u3164ếm\u0001", "luu kiem")]
    public void Fold_VietnameseSpellings_AreOne(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("Hoà", true)]
    [InlineData("\u200B.", true)]
    [InlineData(" \u200B\u00AD\uFEFF", false)]
    [InlineData("\u3164\u2800\u0301", false)]
    public void Text_MustShowSomething(string text, bool valid) => Assert.Equal(valid, new TextAttribute(20).IsValid(text));

    [Theory]
    [InlineData("31", UnitKind.City, null, null, null)]
    [InlineData("10532", UnitKind.Ward, "31", "phuong", null)]
    [InlineData("10532", UnitKind.Ward, "31", null, null)]
    [InlineData("31-SNV", UnitKind.Department, "31", "so-nganh", null)]
    [InlineData("31-THUE", UnitKind.VerticalAgency, "31", null, null)]
    [InlineData("10532-VHXH", UnitKind.Office, "10532", null, null)]
    [InlineData("10532-VHXH-T1", UnitKind.Office, "10532-VHXH", null, null)]
    [InlineData("32", UnitKind.City, null, null, "/code")]
    [InlineData("1053", UnitKind.Ward, "31", null, "/code")]
    [InlineData("１０５３２", UnitKind.Ward, "31", null, "/code")]
    [InlineData("10532-VHXH", UnitKind.Office, "10549", null, "/code")]
    [InlineData("10532-vhxh", UnitKind.Office, "10532", null, "/code")]
    [InlineData("10532-", UnitKind.Office, "10532", null, "/code")]
    [InlineData("31-VP", UnitKind.Office, "31", null, "/parentCode")]
    [InlineData("10532", UnitKind.Ward, "10549", null, "/parentCode")]
    [InlineData("31", UnitKind.City, "31", null, "/parentCode")]
    [InlineData("10532", UnitKind.Ward, "31", "so-nganh", "/rankingBlock")]
    [InlineData("10532-VHXH", UnitKind.Office, "10532", "phuong", "/rankingBlock")]
    public void UnitEntry_CodeKindParentBlock_MustFit(string code, UnitKind kind, string? parent, string? block, string? pointer)
    {
        var problem = new UnitEntry(code, "Tên", kind, parent, block, false).Check();

        Assert.Equal(pointer, problem?.Errors[0].Pointer);
    }

    [Fact]
    public void Deadlines_YearlyCategory_OnePerYearOfThePeriod()
    {
        var deadlines = DeadlinesOf(_ => { }).Where(d => d.Category == "yearly-city-collective").OrderBy(d => d.Year).ToArray();

        // C-02: “trước ngày 15/02” ends on the 14th.
        Assert.Equal([2026, 2027, 2028, 2029, 2030], deadlines.Select(d => d.Year));
        Assert.Equal(new DateOnly(2027, 2, 15), deadlines[0].Printed);
        Assert.Equal(new DateOnly(2027, 2, 14), deadlines[0].LastDay);
    }

    [Fact]
    public void Deadlines_InclusiveReading_DayItselfIsInTime()
    {
        var deadline = DeadlinesOf(p => p.Put("/scheme/categories/1/internalDeadline/boundary", "\"inclusive\""))
            .Single(d => d is { Category: "period-city-flag", Stage: DeadlineStage.Internal });

        Assert.Equal(new DateOnly(2030, 2, 15), deadline.LastDay);
        Assert.Equal(0, deadline.Year);
    }

    [Fact]
    public void Deadlines_BeforeLeapDay_AllOfFebruaryIsInTimeInOtherYears()
    {
        var deadlines = DeadlinesOf(p => p.Put("/scheme/categories/0/internalDeadline/everyYear/day", "29")).Where(d => d.Category == "yearly-city-collective");

        Assert.Equal([new(2027, 3, 1), new(2028, 2, 29), new(2029, 3, 1), new(2030, 3, 1), new(2031, 3, 1)], deadlines.OrderBy(d => d.Year).Select(d => d.Printed));
    }

    [Fact]
    public void PlanDiff_MovedDeadline_IsNamedByCategory()
    {
        var before = Plan(_ => { });
        var after = Plan(p => p.Put("/scheme/categories/1/internalDeadline/date", "\"2030-03-01\""));

        var change = Assert.Single(PlanDiff.Between(before, after));

        Assert.Equal("/scheme/categories/period-city-flag/internalDeadline/date", change.Pointer);
        Assert.Equal("2030-02-15", (string?)change.Before);
        Assert.Equal("2030-03-01", (string?)change.After);
    }

    private static DraftCampaignRequest Plan(Action<System.Text.Json.Nodes.JsonObject> change) => Plans.Of("D", change: change).Deserialize<DraftCampaignRequest>(Json.Options)!;

    private static CampaignDeadline[] DeadlinesOf(Action<System.Text.Json.Nodes.JsonObject> change)
    {
        var unit = Unit.Register(new UnitEntry("10532", "Phường Lê Thanh Nghị", UnitKind.Ward, "31", "phuong", true));
        return [.. CampaignDeadline.Of(Campaign.Draft(Plan(change), unit, DateTimeOffset.UnixEpoch))];
    }
}
