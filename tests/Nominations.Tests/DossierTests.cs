using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Nominations.Tests.DossierScene;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>What a dossier must hold, and that it holds a nomination up until it does.</summary>
public sealed class DossierTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly object Leads = new { attestations = new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } } };
    private static readonly object LeadsOffices = new
    {
        attestations = new object[]
        {
            new { statement = "discipline", holds = true, by = "wardCommittee" },
            new { statement = "leadsWardOffices", holds = true, by = "wardCommittee", evidence = "03/BB" },
        },
    };

    [Theory]
    [InlineData(Ltn, "LTN-26-30", "flag", "2026-03-02", "152/2025", "2025-07-01")]
    [InlineData(CatHai, "CH-26-30", "yearly-collective", "2025-03-03", "98/2023", "2024-01-01")]
    public async Task Dossier_PlanNamesNone_IsTheLawsOfThatDay(string unit, string campaign, string category, string day, string decree, string from)
    {
        // LTN-26-30/III.x, CH-26-30/III.x, C-18
        service.Time.Now = DateTimeOffset.Parse(day + "T08:00:00+07:00");
        var nomination = await service.PostAsync(unit, Body(campaign, category, unit, 2026, submit: true));
        var dossier = await service.DossierAsync(unit, nomination);
        Assert.Contains(decree, (string)dossier["legalBasis"]!);
        Assert.Equal(from, (string?)dossier["legalBasisFrom"]);
        Assert.Equal([(Submission, true), (Report, true), (Minutes, true), (Certificate, false)], dossier["parts"]!.AsArray().Select(p => ((string)p!["key"]!, (bool)p["asked"]!)));
        Assert.All(dossier["parts"]!.AsArray(), p => Assert.Contains("Điều 84", (string)p!["clause"]!));
        Assert.All(dossier["parts"]!.AsArray(), p => Assert.Equal(1, (int)p!["originals"]!));
        // It may be handed in all the same, and is told what is still to come.
        Assert.Equal([Submission, Report, Minutes], nomination["missing"]!.AsArray().Select(m => (string)m!["part"]!));
        Assert.Equal("Chưa có báo cáo thành tích.", (string?)nomination["missing"]![1]!["missing"]);
    }

    [Fact]
    public async Task Dossier_WayOverAnInitiative_AsksForItsCertificate()
    {
        // CVA-26/III.3.2.a2: asked when the way used rests on it, not when another way is met.
        await service.LaunchAsync("CVA-26", council: false);
        var office = await OfficeAsync(Cva);
        var initiative = await service.As(Cva).PostAsJsonAsync("/initiatives", new { unitCode = office, title = "Một cửa lưu động", summary = "Đến tận nơi", applied = true, replicable = true }).OkAsync();
        object discipline = new { statement = "discipline", holds = true, by = "wardCommittee" };
        var nomination = await service.PostAsync(Cva, Body("CVA-26", "yearly-ward-collective", office, 2026, new { initiativeIds = new[] { initiative["id"] }, attestations = new[] { discipline } }));
        Assert.Equal("met", (string?)nomination["eligibility"]);
        Assert.True((bool)(await service.PartAsync(Cva, nomination, Certificate))["asked"]!);
        await service.As(Cva).PostAsJsonAsync($"/nominations/{nomination["id"]}/attest", new { statement = "leadsWardOffices", holds = true, by = "wardCommittee", evidence = "03/BB" }).OkAsync();
        Assert.False((bool)(await service.PartAsync(Cva, nomination, Certificate))["asked"]!);
    }

    [Theory]
    [InlineData("CVA-26", Cva, 2026)]
    [InlineData("HA-25", HaiAn, 2025)]
    public async Task Award_PartsOfThePlan_EachIsAskedByItsClause(string campaign, string unit, int year)
    {
        // CVA-26/III.4.1, CVA-26/III.4.2, CVA-26/III.4.3, HA-25/III.4.1, HA-25/III.4.2, HA-25/III.4.3
        await service.LaunchAsync(campaign, council: false);
        var office = await OfficeAsync(unit);
        var nomination = await service.PostAsync(unit, Body(campaign, "yearly-ward-collective", office, year, LeadsOffices, submit: true));
        Assert.Equal("met", (string?)nomination["eligibility"]);
        var parts = (await service.DossierAsync(unit, nomination))["parts"]!.AsArray().Take(3);
        Assert.Equal([$"{campaign}/III.4.1", $"{campaign}/III.4.2", $"{campaign}/III.4.3"], parts.Select(p => (string)p!["clause"]!));

        await Refused(nomination, unit, Submission, Report, Minutes);
        await service.PutPaperAsync(office, nomination, Submission, Pdf("Tờ trình kèm danh sách")).OkAsync();
        await Refused(nomination, unit, Report, Minutes);
        // A section has no council: the minutes are of its own meeting (C-19).
        await (await service.PutPaperAsync(office, nomination, Minutes, Pdf("Biên bản"), query: "?minutes=council")).ProblemAsync(400, "NOM-0057");
        Assert.Equal("unitMeeting", (string?)(await service.PutPaperAsync(office, nomination, Minutes, Pdf("Biên bản"), query: "?minutes=unitMeeting").OkAsync())["minutes"]);
        var report = await service.PutPaperAsync(office, nomination, Report, Pdf("Báo cáo")).OkAsync();
        Assert.Contains("chưa được thủ trưởng đơn vị xác nhận", (string?)report["missing"]);
        await Refused(nomination, unit, Report);
        await service.ConfirmAsync(office, nomination, report).OkAsync();
        Assert.True((bool)(await service.DossierAsync(unit, nomination))["complete"]!);
        await service.DecideAsync(unit, nomination).OkAsync();
    }

    [Fact]
    public async Task Minutes_OfTheCommuneItself_AreOfItsCouncil()
    {
        // CVA-26/III.4.3, C-19
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "ward-collective", Ltn, 2026, Leads, submit: true));
        await (await service.PutPaperAsync(Ltn, nomination, Minutes, Pdf("x"), query: "?minutes=unitMeeting")).ProblemAsync(400, "NOM-0057");
        await (await service.PutPaperAsync(Ltn, nomination, Report, Pdf("x"), query: "?minutes=council")).ProblemAsync(400, "NOM-0057");
        Assert.Equal("council", (string?)(await service.PutPaperAsync(Ltn, nomination, Minutes, Pdf("x")).OkAsync())["current"]!["minutes"]);
    }

    [Fact]
    public async Task Forward_HigherAwards_NeedTheVoteOfTheBlock()
    {
        // LTN-TD-26/IV.1.e
        await service.LaunchAsync("LTN-TD-26", council: false);
        foreach (var category in new[] { "yearly-city-title", "yearly-state-order" })
        {
            var person = await service.PostAsync(Ltn, Body("LTN-TD-26", category, Office, 2026, individual: true));
            Assert.Equal([Submission, Report, Minutes], person["missing"]!.AsArray().Select(m => (string)m!["part"]!).Take(3));
            Assert.Equal(category == "yearly-city-title", person["missing"]!.AsArray().Any(m => (string?)m!["part"] == Certificate));
        }
        var ward = await service.PostAsync(Ltn, Body("LTN-TD-26", "yearly-city-collective", Ltn, 2026, submit: true));
        foreach (var part in new[] { Submission, Minutes })
            await service.PutPaperAsync(Ltn, ward, part, Pdf(part)).OkAsync();
        await service.ConfirmAsync(Ltn, ward, await service.PutPaperAsync(Ltn, ward, Report, Pdf("Báo cáo")).OkAsync()).OkAsync();
        var problem = await (await service.As(Ltn).PostAsJsonAsync($"/nominations/{ward["id"]}/forward", new { })).ProblemAsync(409, "NOM-0051");
        Assert.Equal("/dossier/bien-ban-khoi", (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
        await service.PutPaperAsync(Ltn, ward, "bien-ban-khoi", Pdf("Khối thi đua số 8 bình xét, suy tôn")).OkAsync();
        await service.As(Ltn).PostAsJsonAsync($"/nominations/{ward["id"]}/forward", new { }).OkAsync();
    }

    [Fact]
    public async Task Confirm_OneVersion_IsVoidForTheNext()
    {
        // CVA-26/III.4.2
        var nomination = await OfOffice();
        var first = await service.PutPaperAsync(Office, nomination, Report, Pdf("một")).OkAsync();
        var confirmed = await service.ConfirmAsync(Office, nomination, first).OkAsync();
        Assert.True((bool)confirmed["complete"]!);
        Assert.Equal("Trần Văn Mẫu, Trưởng phòng", (string?)confirmed["current"]!["confirmedName"]);
        var second = await service.PutPaperAsync(Office, nomination, Report, Pdf("hai"), query: "?reason=Bo%20sung").OkAsync();
        Assert.False((bool)second["complete"]!);
        await (await service.ConfirmAsync(Office, nomination, first)).ProblemAsync(409, "NOM-0058");
        // Both are kept: the confirmed first and the one that counts.
        Assert.Equal([(1, true), (2, false)], second["versions"]!.AsArray().Select(v => ((int)v!["version"]!, v["confirmedAt"] is not null)));
        Assert.Equal(Pdf("một"), await service.As(Ltn).GetByteArrayAsync($"/nominations/{nomination["id"]}/dossier/{Report}/content?version=1"));
    }

    [Fact]
    public async Task Confirm_NotTheHead_IsRefused()
    {
        var nomination = await OfOffice();
        var report = await service.PutPaperAsync(Office, nomination, Report, Pdf("x")).OkAsync();
        var path = $"/nominations/{nomination["id"]}/dossier/{Report}/confirm";
        var body = new { hash = (string?)report["current"]!["hash"], confirmedBy = "Trần Văn Mẫu" };
        await (await service.As(Office, "nominations:read", "nominations:write", "nominations:decide").PostAsJsonAsync(path, body)).ProblemAsync(403, "EMU-0004");
        await (await service.As(City).PostAsJsonAsync(path, body)).ProblemAsync(403, "EMU-0004");
        await (await service.As(Cva).PostAsJsonAsync(path, body)).ProblemAsync(404, "EMU-0005");
        await (await service.As(Office).PostAsJsonAsync(path, new { body.hash })).ProblemAsync(400);
        var submission = await service.PutPaperAsync(Office, nomination, Submission, Pdf("y")).OkAsync();
        await (await service.ConfirmAsync(Office, nomination, submission)).ProblemAsync(409, "NOM-0060");
        // The commune's own system vouches for the head of its office.
        await service.ConfirmAsync(Ltn, nomination, report).OkAsync();
    }

    [Fact]
    public async Task Paper_OfAnotherUnit_IsNotTouched()
    {
        var nomination = await OfOffice();
        await service.PutPaperAsync(Office, nomination, Report, Pdf("của phòng")).OkAsync();
        await (await service.PutPaperAsync(Cva, nomination, Report, Pdf("x"))).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).GetAsync($"/nominations/{nomination["id"]}/dossier")).ProblemAsync(404, "EMU-0005");
        await (await service.As(Cva).GetAsync($"/nominations/{nomination["id"]}/dossier/{Report}/content")).ProblemAsync(404, "EMU-0005");
        foreach (var other in new[] { City, Ltn })
        {
            await (await service.PutPaperAsync(other, nomination, Report, Pdf("x"))).ProblemAsync(403, "NOM-0054");
            await (await service.As(other).PostAsJsonAsync($"/nominations/{nomination["id"]}/dossier/{Report}/withdraw", new { reason = "x" })).ProblemAsync(403, "NOM-0054");
        }
        // What goes to the city in the commune's name is not the office's to file.
        var up = await service.PostAsync(Office, Body("LTN-26-30", "flag", Office));
        await (await service.PutPaperAsync(Office, up, Submission, Pdf("x"))).ProblemAsync(403, "NOM-0054");
    }

    [Fact]
    public async Task Withdraw_IsAVersion_NothingIsLost()
    {
        var nomination = await OfOffice();
        var path = $"/nominations/{nomination["id"]}/dossier/{Report}";
        await (await service.As(Office).PostAsJsonAsync($"{path}/withdraw", new { reason = "x" })).ProblemAsync(409, "NOM-0055");
        await service.PutPaperAsync(Office, nomination, Report, Pdf("một")).OkAsync();
        var taken = await service.As(Office).PostAsJsonAsync($"{path}/withdraw", new { reason = "Nhầm người" }).OkAsync();
        Assert.Null(taken["current"]);
        Assert.Equal("Đã rút, chưa nộp lại báo cáo thành tích.", (string?)taken["missing"]);
        await (await service.As(Office).GetAsync($"{path}/content")).ProblemAsync(404);
        Assert.Equal(Pdf("một"), await service.As(Office).GetByteArrayAsync($"{path}/content?version=1"));
        Assert.Equal(3, (int)(await service.PutPaperAsync(Office, nomination, Report, Pdf("một")).OkAsync())["current"]!["version"]!);
    }

    [Fact]
    public async Task Submit_PlanAsksForTheDossierThere_HoldsItUp()
    {
        var strict = Plans.LeThanhNghi().Scheme.Categories.Single(c => c.Key == "ward-collective") with { DossierAt = DossierAt.Submit };
        await service.DeliverAsync(new CampaignLaunched { Campaign = Plans.Plan("LTN-NOP", Ltn, "Phường Lê Thanh Nghị", strict), OccurredAt = service.Time.Now, ActedBy = "test" });
        await (await service.As(Office).PostAsJsonAsync("/nominations", Body("LTN-NOP", "ward-collective", Office, 2026, submit: true))).ProblemAsync(409, "NOM-0051");
        var draft = await service.PostAsync(Office, Body("LTN-NOP", "ward-collective", Office, 2026));
        await (await service.As(Office).PostAsJsonAsync($"/nominations/{draft["id"]}/submit", new { })).ProblemAsync(409, "NOM-0051");
        await service.CompleteDossierAsync(draft);
        Assert.Empty((await service.As(Office).PostAsJsonAsync($"/nominations/{draft["id"]}/submit", new { }).OkAsync())["missing"]!.AsArray());
    }

    [Fact]
    public async Task Unplanned_NeedsNoDossier_IsLookedAtAfterwards()
    {
        // C-28
        await service.LaunchAsync("LTN-TD-26", council: false);
        var statement = new { statement = "byLaw", holds = true, by = "wardCommittee", evidence = "5/BC" };
        var nomination = await service.PostAsync(Ltn, Body("LTN-TD-26", "unplanned-ward-collective", Office, 2026, new { attestations = new[] { statement } }, submit: true));
        Assert.Empty(nomination["missing"]!.AsArray());
        await service.DecideAsync(Ltn, nomination).OkAsync();
        Assert.Contains((await service.GetAsync(Ltn, nomination))["way"]!.AsArray(), s => (string?)s!["point"] == "postCheck" && (string?)s["state"] == "current");
    }

    [Fact]
    public async Task List_Complete_TellsWhoseDossierIsReady()
    {
        const string Unit = "11470";
        await service.UnitAsync(Unit, "Phường Đồ Sơn", UnitKind.Ward, City, "phuong");
        var ready = await service.PostAsync(Unit, Body("TP-26-30", "leading", Unit, 2026));
        var half = await service.PostAsync(Unit, Body("TP-26-30", "leading", Unit, 2027));
        var bare = await service.PostAsync(Unit, Body("TP-26-30", "leading", Unit, 2028));
        await service.CompleteDossierAsync(ready);
        await service.PutPaperAsync(Unit, half, Report, Pdf("x")).OkAsync();
        async Task<IEnumerable<string>> Ids(string query) => (await service.As(Unit).GetAsync($"/nominations?{query}").OkAsync())["items"]!.AsArray().Select(i => (string)i!["id"]!);
        Assert.Equal([(string)ready["id"]!], await Ids("complete=true"));
        Assert.Equal([(string)bare["id"]!, (string)half["id"]!], await Ids("complete=false"));
        Assert.Equal([(string)bare["id"]!], await Ids("complete=false&limit=1"));
    }

    private Task<JsonNode> OfOffice() => service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026, submit: true));

    private async Task<string> OfficeAsync(string unit)
    {
        await service.UnitAsync($"{unit}-PHONG", "Phòng Văn hóa - Xã hội", UnitKind.Office, unit, null);
        return $"{unit}-PHONG";
    }

    private async Task Refused(JsonNode nomination, string unit, params string[] missing)
    {
        var problem = await (await service.DecideAsync(unit, nomination)).ProblemAsync(409, "NOM-0051");
        Assert.Equal(missing.Select(m => $"/dossier/{m}").Append("/nominationIds/0"), problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
    }
}
