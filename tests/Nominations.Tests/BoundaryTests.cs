using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Boundary cases of the rules over the service's own REST and events: units that are renamed, merged or moved, rankings corrected at every stage, initiatives shared.</summary>
public sealed class BoundaryTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly Award Certificate = new() { Kind = AwardKind.Form, Code = "bang-khen-tp", Name = "Bằng khen" };

    [Fact]
    public async Task Tie_AtTheLimit_BothPass_TheNextIsSeventhAndFails()
    {
        // LTN-26-30/III.2.a.2.c2: both are fifth, the next is seventh.
        var campaign = await YearlyTop5("TIE", "phuong-dong-hang");
        var units = new[] { "13001", "13002", "13003" };
        foreach (var unit in units)
            await Ward(unit, "phuong-dong-hang");
        await service.RankAsync(2026, "phuong-dong-hang", 1, (units[0], 5), (units[1], 5), (units[2], 7));
        foreach (var unit in units[..2])
        {
            var tied = await service.PostAsync(City, Body(campaign, "gate", unit, 2026));
            Assert.Equal("met", Eligibility(tied));
            Assert.Contains("2 đơn vị cùng hạng 5", (string)Assert.Single(tied["verdict"]!["warnings"]!.AsArray())!);
        }
        Assert.Equal("notMet", Eligibility(await service.PostAsync(City, Body(campaign, "gate", units[2], 2026))));
    }

    [Fact]
    public async Task Renamed_InThePeriod_KeepsItsPlaces()
    {
        const string Unit = "13011", Block = "phuong-doi-ten";
        var campaign = await PeriodGate("REN", Block);
        await Ward(Unit, Block, "Phường Tên Cũ");
        await service.RankAsync(2026, Block, 1, (Unit, 1));
        await service.UnitAsync(Unit, "Phường Tên Mới", UnitKind.Ward, City, Block, version: 2);
        await service.RankAsync(2027, Block, 1, (Unit, 2));
        await service.RankAsync(2028, Block, 1, (Unit, 3));
        var nomination = await service.PostAsync(City, Body(campaign, "gate", Unit));
        Assert.Equal("met", Eligibility(nomination));
        Assert.Contains("Phường Tên Mới", (string)nomination["verdict"]!["facts"]![0]!["value"]!);
    }

    [Fact]
    public async Task Merged_InThePeriod_PlacesOfTheClosedUnitCountOnlyWhenTheCitySaysSo()
    {
        // LTN-26-30/III.2.b.c3
        const string Old = "13021", Other = "13022", New = "13023", Block = "phuong-sap-nhap";
        var campaign = await PeriodGate("MERGE", Block);
        await Ward(Old, Block, "Phường Cũ Một");
        await Ward(Other, Block, "Phường Cũ Hai");
        await service.RankAsync(2026, Block, 1, (Old, 2), (Other, 30));
        await service.RankAsync(2027, Block, 1, (Old, 3), (Other, 4));
        await service.DeliverAsync(Registered(Old, Block) with { Name = "Phường Cũ Một", Active = false, Version = 2 });
        await service.DeliverAsync(Registered(Other, Block) with { Name = "Phường Cũ Hai", Active = false, Version = 2 });
        await Ward(New, Block, "Phường Hợp Nhất");
        await service.RankAsync(2028, Block, 1, (New, 1));
        await (await service.As(City).PostAsJsonAsync("/nominations", Body(campaign, "gate", Old))).ProblemAsync(409, "NOM-0018");

        // By itself the new unit was not ranked in 2026 and 2027: of four years only two are left.
        var nomination = await service.PostAsync(City, Body(campaign, "gate", New, submit: true));
        Assert.Equal("notMet", Eligibility(nomination));

        await service.DeliverAsync(Registered(New, Block) with { Name = "Phường Hợp Nhất", PredecessorCodes = [Old], Version = 2 });
        var counted = await service.GetAsync(City, nomination);
        Assert.Equal("met", Eligibility(counted));
        Assert.Contains(counted["verdict"]!["facts"]!.AsArray(), f => ((string)f!["source"]!).Contains($"Phường Cũ Một ({Old})") && (string)f["value"]! == "2");
        Assert.Equal($"Phường Cũ Một ({Old})", (string?)counted["verdict"]!["basis"]!["years"]![0]!["predecessor"]);
        Assert.Null((string?)counted["verdict"]!["basis"]!["years"]![2]!["predecessor"]);

        // With two of them the less favourable place of a year counts: 2 and 30 in 2026.
        await service.DeliverAsync(Registered(New, Block) with { Name = "Phường Hợp Nhất", PredecessorCodes = [Old, Other], Version = 3 });
        var both = await service.GetAsync(City, nomination);
        Assert.Equal("notYetKnown", Eligibility(both));
        Assert.Equal(30, (int)both["verdict"]!["basis"]!["years"]![0]!["rank"]!);

        // A ranking that names only the closed units is corrected: the successor's nomination follows.
        await service.RankAsync(2026, Block, 2, (Old, 2), (Other, 10));
        Assert.Equal("met", Eligibility(await service.GetAsync(City, nomination)));
    }

    [Fact]
    public async Task MovedToAnotherBlock_EachYearIsJudgedByTheLimitOfTheBlockItStoodIn()
    {
        const string Unit = "13031", Commune = "xa-chuyen", Ward_ = "phuong-chuyen";
        var campaign = await Launch("MOVE", new YearsInTop
        {
            Clause = "CH-26-30/III.2.3.a.c", Text = "3 năm", AtLeast = 3, FromYear = 2026, ToYear = 2030,
            Tops = [new() { Block = Ward_, Rank = 10 }, new() { Block = Commune, Rank = 15 }],
        });
        await service.UnitAsync(Unit, "Xã Chuyển Khối", UnitKind.Commune, City, Commune);
        await service.RankAsync(2026, Commune, 1, (Unit, 15));
        await service.RankAsync(2027, Commune, 1, (Unit, 16));
        var nomination = await service.PostAsync(City, Body(campaign, "gate", Unit, submit: true));
        Assert.Equal("notYetKnown", Eligibility(nomination));
        await service.UnitAsync(Unit, "Phường Chuyển Khối", UnitKind.Ward, City, Ward_, version: 2);
        await service.RankAsync(2028, Ward_, 1, (Unit, 10));
        await service.RankAsync(2029, Ward_, 1, (Unit, 10));
        var judged = await service.GetAsync(City, nomination);
        Assert.Equal("met", Eligibility(judged));
        Assert.Equal([(15, 15), (16, 15), (10, 10), (10, 10)], judged["verdict"]!["basis"]!["years"]!.AsArray().Select(y => ((int)y!["rank"]!, (int)y["limit"]!)));
        // Were all four judged as a ward, only two would count.
        await service.RankAsync(2029, Ward_, 2, (Unit, 11));
        Assert.Equal("notMet", Eligibility(await service.GetAsync(City, nomination)));
    }

    [Fact]
    public async Task OneInitiative_EnteredTwice_CountsOnce()
    {
        var campaign = await Launch("TWICE", new RecognisedInitiatives { Clause = "LTN-26-30/III.2.b.c2", Text = "Từ 02 sáng kiến", AtLeast = 2, Applied = true, Replicable = true }, Cadence.Period);
        var (one, again, other) = (await Recognised("Hồ sơ không giấy"), await Recognised("HỒ SƠ  KHÔNG GIẤY"), await Recognised("Kiosk tự phục vụ"));
        var twice = await service.PostAsync(Ltn, Body(campaign, "gate", Ltn, more: new { initiativeIds = new[] { one, again } }));
        Assert.Equal("notMet", Eligibility(twice));
        Assert.Contains("kê trùng", (string)Assert.Single(twice["verdict"]!["warnings"]!.AsArray())!);
        Assert.Equal("met", Eligibility(await service.PostAsync(Ltn, Body(campaign, "gate", Ltn, more: new { initiativeIds = new[] { one, other } }))));
    }

    [Fact]
    public async Task OneInitiative_UsedByTwo_CountsForEachAndEachIsToldOfTheOther()
    {
        var campaign = await Launch("SHARED", new RecognisedInitiatives { Clause = "LTN-26-30/III.2.a.2.i2", Text = "Có sáng kiến", AtLeast = 1, Applied = true }, Cadence.Yearly, Recipient.Individual);
        var initiative = await Recognised("Trợ lý ảo một cửa");
        object With(params string[] ids) => new { initiativeIds = ids };
        var first = await service.PostAsync(Ltn, Body(campaign, "gate", Ltn, 2026, With(initiative), individual: true, submit: true));
        Assert.Equal("met", Eligibility(first));
        Assert.Empty(first["verdict"]!["warnings"]!.AsArray());
        // Under another entry of the same initiative, too.
        var second = await service.PostAsync(Ltn, Body(campaign, "gate", Ltn, 2026, With(await Recognised("Trợ lý ảo  Một Cửa")), individual: true, submit: true));
        Assert.Equal("met", Eligibility(second));
        Assert.Contains((string)first["id"]!, (string)Assert.Single(second["verdict"]!["warnings"]!.AsArray())!);
        await Eventually.HoldsAsync(async () => (await service.GetAsync(Ltn, first))["verdict"]!["warnings"]!.AsArray() is [{ } told] && ((string)told!).Contains((string)second["id"]!), "the first is told of the second");
        Assert.Equal("met", Eligibility(await service.GetAsync(Ltn, first)));
        await service.As(Ltn).PostAsJsonAsync($"/nominations/{second["id"]}/withdraw", new { reason = "Nhường" }).OkAsync();
        await Eventually.HoldsAsync(async () => (await service.GetAsync(Ltn, first))["verdict"]!["warnings"]!.AsArray().Count == 0, "the other is gone");
    }

    [Fact]
    public async Task Office_FirstInTheWardsOwnRanking_LeadsIt()
    {
        // CVA-26/III.3.2.a1, HA-25/III.3.2.a1: by the ward's own ranking when there is one, else by statement.
        const string Block = $"noi-bo-{Ltn}", Sibling = $"{Ltn}-KTHT";
        await service.UnitAsync(Sibling, "Phòng Kinh tế", UnitKind.Office, Ltn, null);
        var campaign = await Launch("OFFICES", Assert.IsType<AnyOf>(SamplePlans.Find("CVA-26", "yearly-ward-collective", "CVA-26/III.3.2.a1")), Cadence.Yearly, unit: Ltn);
        var (one, two) = (await service.PostAsync(Ltn, Body(campaign, "gate", Office, 2026, submit: true)), await service.PostAsync(Ltn, Body(campaign, "gate", Sibling, 2026, submit: true)));
        Assert.Equal(("notYetKnown", "notYetKnown"), (Eligibility(one), Eligibility(two)));
        await service.RankAsync(2026, Block, 1, (Office, 1), (Sibling, 2));
        (one, two) = (await service.GetAsync(Ltn, one), await service.GetAsync(Ltn, two));
        Assert.Equal(("met", "notYetKnown"), (Eligibility(one), Eligibility(two)));
        Assert.Equal("notMet", (string?)two["verdict"]!["children"]![0]!["outcome"]);
        // What a ward says of its offices is no rank of its own.
        Assert.Equal("notYetKnown", Eligibility(await service.PostAsync(City, Body(await YearlyTop5("OFFICES-CITY", "phuong"), "gate", Ltn, 2026))));
    }

    private static string? Eligibility(JsonNode nomination) => (string?)nomination["eligibility"];

    private Task<string> YearlyTop5(string code, string block) =>
        Launch(code, new IndexRank { Clause = "LTN-26-30/III.2.a.2.c2", Text = "Tốp 5", Tops = [new() { Block = block, Rank = 5 }] }, Cadence.Yearly);

    private Task<string> PeriodGate(string code, string block) => Launch(code, Plans.PeriodGate("LTN-26-30/III.2.b.c3", block, 10));

    private async Task<string> Launch(string code, Condition standard, Cadence cadence = Cadence.Period, Recipient recipient = Recipient.Collective, string unit = City)
    {
        var plan = Plans.Plan(code, unit, "Đơn vị", Plans.Category("gate", standard.Clause, cadence, recipient, Certificate, standard, once: cadence == Cadence.Period ? new(2030, 2, 15) : null));
        await service.DeliverAsync(new CampaignLaunched { Campaign = plan, OccurredAt = service.Time.Now, ActedBy = "test" });
        return code;
    }

    private Task Ward(string code, string block, string? name = null) => service.UnitAsync(code, name ?? $"Phường {code}", UnitKind.Ward, City, block);

    private UnitRegistered Registered(string code, string block) => new()
    {
        UnitCode = code, Name = $"Phường {code}", Kind = UnitKind.Ward, ParentCode = City, RankingBlock = block, Active = true, Version = 1, OccurredAt = service.Time.Now, ActedBy = "test",
    };

    private async Task<string> Recognised(string title)
    {
        var initiative = await service.As(Ltn).PostAsJsonAsync("/initiatives", new { unitCode = Ltn, title, summary = "Rút ngắn thời gian" }).OkAsync();
        await service.As(Ltn).PostAsJsonAsync($"/initiatives/{initiative["id"]}/recognise",
            new { by = "wardCommittee", decisionNumber = "15/QĐ-UBND", decisionDate = "2026-10-01", applied = true, replicable = true }).OkAsync();
        return (string)initiative["id"]!;
    }
}
