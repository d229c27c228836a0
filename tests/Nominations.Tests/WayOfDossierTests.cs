using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Campaigns;
using Emulation.Nominations.Domain;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Nominations.Tests.DossierScene;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>The way of a dossier: unit, section, council, chairman, city, appraisal, decision.</summary>
public sealed class WayOfDossierTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private static readonly object Leads = new { attestations = new[] { new { statement = "leadingInCampaign", holds = true, by = "wardCommittee", evidence = "12/BC-UBND" } } };

    [Fact]
    public async Task Receive_SectionChecksWhatItTakesIn()
    {
        // LTN-26-30/IV.2.3
        service.Time.Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);
        var nomination = await service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026));
        await Step(Office, nomination, "submit");
        await (await Post(Office, nomination, "receive")).ProblemAsync(403, "EMU-0004");
        await (await Post(City, nomination, "receive")).ProblemAsync(403, "EMU-0004");
        await (await Post(Cva, nomination, "receive")).ProblemAsync(404, "EMU-0005");
        await (await Post(Ltn, nomination, "receive")).ProblemAsync(409, "NOM-0051");

        // Sent back with what is wanting in each part, by the section and in its term.
        await (await Post(Ltn, nomination, "return", new { reason = "x", parts = new[] { new { part = "khong-co", reason = "x" } } })).ProblemAsync(400, "NOM-0050");
        await (await Post(Ltn, nomination, "return", new { reason = "x", parts = new object?[] { null } })).ProblemAsync(400);
        await Step(Ltn, nomination, "return", new { reason = "Thiếu hồ sơ", parts = new[] { new { part = Report, reason = "Chưa nêu số liệu" } } });
        Assert.Equal("returned", Stops(await service.GetAsync(Office, nomination))["submit"]);
        Assert.Equal("Chưa nêu số liệu", (string?)(await service.PartAsync(Office, nomination, Report))["returnReason"]);
        service.Time.Now = service.Time.Now.AddHours(1);
        foreach (var part in new[] { Submission, Minutes, Report })
            await service.PutPaperAsync(Office, nomination, part, Pdf(part)).OkAsync();
        var report = await service.PartAsync(Office, nomination, Report);
        Assert.Null(report["returnReason"]);
        await service.ConfirmAsync(Office, nomination, report).OkAsync();
        await Step(Office, nomination, "submit");
        await Step(Ltn, nomination, "receive", new { note = "Đủ thành phần" });
        await (await Post(Ltn, nomination, "receive")).ProblemAsync(409, "NOM-0062");
        await (await service.PutPaperAsync(Office, nomination, Report, Pdf("khác"))).ProblemAsync(409, "NOM-0056");
        Assert.NotNull((await service.DossierAsync(Office, nomination))["receivedAt"]);

        // One thread, with every step, paper and confirmation: who, when, where from.
        var history = (await service.As(Office).GetAsync($"/nominations/{nomination["id"]}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal(["drafted", "submitted", "returned", "paperFiled", "paperFiled", "paperFiled", "paperConfirmed", "submitted", "received"], history.Select(i => (string)i!["action"]!));
        Assert.Equal(Office, (string?)history[3]!["changes"]!["unit"]);
        Assert.Equal("Chưa nêu số liệu", (string?)history[2]!["changes"]!["parts"]![0]!["reason"]);
        Assert.False((bool)history[2]!["changes"]!["late"]!);
    }

    [Fact]
    public async Task Way_OneRouteToTheWard_AnotherOnToTheCity()
    {
        // LTN-26-30/III.2.a.2, CVA-26/III.2.2, HA-25/III.2.2
        service.Time.Now = new(2029, 6, 1, 3, 0, 0, TimeSpan.Zero);
        var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn, more: Leads, submit: true));
        Assert.Equal("submit=done receive=current forward=ahead appraise=ahead award=ahead", await Way(nomination));
        await (await service.DecideAsync(Ltn, nomination)).ProblemAsync(403, "EMU-0004");
        await service.CompleteDossierAsync(nomination);
        await Step(Ltn, nomination, "receive");
        Assert.Equal("submit=done receive=done forward=current appraise=ahead award=ahead", await Way(nomination));
        // As long as it has not left, the section may send it back; then only the city.
        await Step(Ltn, nomination, "return", new { reason = "Sửa lỗi chính tả" });
        await Step(Ltn, nomination, "submit");
        Assert.Equal("submit=done receive=current forward=ahead appraise=ahead award=ahead", await Way(nomination));
        await Step(Ltn, nomination, "receive");
        await Step(Ltn, nomination, "forward");
        await (await Post(Ltn, nomination, "return", new { reason = "x" })).ProblemAsync(403, "EMU-0004");
        await (await service.PutPaperAsync(Ltn, nomination, Report, Pdf("muộn"))).ProblemAsync(409, "NOM-0011");
        await Step(City, nomination, "appraise", new { note = "Hồ sơ đầy đủ" });
        Assert.Equal("submit=done receive=done forward=done appraise=done award=current", await Way(nomination));
        await service.DecideAsync(City, nomination).OkAsync();
        var way = (await service.GetAsync(Ltn, nomination))["way"]!.AsArray();
        Assert.All(way, w => Assert.Equal("done", (string?)w!["state"]));
        Assert.Equal(["test-10532", "test-10532", "test-10532", "test-31", "test-31"], way.Select(w => (string)w!["by"]!));
        Assert.Equal("Hồ sơ đầy đủ", (string?)way[3]!["reason"]);
    }

    [Theory]
    [InlineData("HA-25", HaiAn, 2025)]
    [InlineData("CVA-26", Cva, 2026)]
    public async Task Way_WardAward_GoesByCouncilAndChairman(string campaign, string unit, int year)
    {
        // HA-25/III.2.1, CVA-26/III.2.1
        var plan = Plans.LeThanhNghi().Scheme.Categories.Single(c => c.Key == "ward-collective") with { Clause = $"{campaign}/III.2.1", Council = new CouncilRule { Clause = $"{campaign}/III.2.1" } };
        await service.DeliverAsync(new CampaignLaunched { Campaign = Plans.Plan($"{campaign}-HD", unit, "Phường", plan) with { FromYear = 2025 }, OccurredAt = service.Time.Now, ActedBy = "test" });
        await service.UnitAsync($"{unit}-P", "Phòng", UnitKind.Office, unit, null);
        var nomination = await service.PostAsync(unit, Body($"{campaign}-HD", "ward-collective", $"{unit}-P", year, Leads, submit: true));
        Assert.Equal("submit=done receive=current agree=ahead award=ahead", await Way(nomination));
        await service.CompleteDossierAsync(nomination);
        await Step(unit, nomination, "receive");
        await (await service.DecideAsync(unit, nomination)).ProblemAsync(409, "NOM-0070");
        await service.WithDb(async db =>
        {
            var id = (Guid)nomination["id"]!;
            Assert.Null((await db.Nominations.SingleAsync(n => n.Id == id)).Agree());
            db.Audit("nomination", id, "agreed", "council", service.Time.Now);
            return await db.SaveChangesAsync();
        });
        Assert.Equal("submit=done receive=done agree=done award=current", await Way(nomination));
        await service.DecideAsync(unit, nomination).OkAsync();
        Assert.Equal("submit=done receive=done agree=done award=done", await Way(nomination));
    }

    [Theory]
    // Tết takes the working days from 16 to 20 February.
    [InlineData("2026-02-12", "2026-02-26")]
    // Giỗ Tổ falls on a Sunday and is made up for on Monday; then 30/04 and 01/05.
    [InlineData("2026-04-24", "2026-05-06")]
    [InlineData("2026-06-01", "2026-06-08")]
    public async Task Way_TermOfTheCheck_IsCountedInWorkingDays(string submitted, string due)
    {
        service.Time.Now = DateTimeOffset.Parse(submitted + "T16:00:00+07:00");
        var nomination = await service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026, submit: true));
        var stop = (await service.GetAsync(Ltn, nomination))["way"]![1]!;
        Assert.Equal((due, false), ((string?)stop["due"], (bool)stop["late"]!));
        Assert.Contains("5 ngày làm việc", (string?)stop["dueFrom"]);
        service.Time.Now = DateTimeOffset.Parse(due + "T23:59:59+07:00");
        Assert.False((bool)(await service.GetAsync(Ltn, nomination))["way"]![1]!["late"]!);
        service.Time.Now = service.Time.Now.AddSeconds(1);
        Assert.True((bool)(await service.GetAsync(Ltn, nomination))["way"]![1]!["late"]!);
        // Sent back after the term: it goes back all the same, and it is on record.
        await Step(Ltn, nomination, "return", new { reason = "Thiếu" });
        var history = (await service.As(Ltn).GetAsync($"/nominations/{nomination["id"]}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal((due, true), ((string?)history[^1]!["changes"]!["due"], (bool)history[^1]!["changes"]!["late"]!));
    }

    [Fact]
    public async Task Way_TurnedDown_EndsWhereItStood()
    {
        var nomination = await service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026, submit: true));
        await Step(Ltn, nomination, "reject", new { reason = "Trùng thành tích" });
        Assert.Equal("submit=done receive=ended award=ahead", await Way(nomination));
        Assert.Equal("Trùng thành tích", (string?)(await service.GetAsync(Office, nomination))["way"]![1]!["reason"]);
    }

    [Fact]
    public async Task Nomination_ShowsThePublishedIndexOfItsUnit()
    {
        // CVA-26/I.2.3b: awards are tied to the unit's index of the year.
        await service.RankAsync(2026, "phuong", 1, (Ltn, 3), (Cva, 4));
        await service.RankAsync(2026, "phuong", 2, (Ltn, 4), (Cva, 3));
        await service.RankAsync(2027, "phuong", 1, (Ltn, 7), (Cva, 1));
        var nomination = await service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026, submit: true));
        var index = Assert.Single((await service.GetAsync(Office, nomination))["index"]!.AsArray())!;
        Assert.Equal((Ltn, 2026, 4, 96m, 2), ((string)index["unitCode"]!, (int)index["year"]!, (int)index["rank"]!, (decimal)index["index"]!, (int)index["rankingVersion"]!));
    }

    [Fact]
    public async Task Forward_PaperTakenBackAtTheSameMoment_OneOfThemFails()
    {
        service.Time.Now = new(2029, 6, 1, 3, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 5; i++)
        {
            var nomination = await service.PostAsync(Ltn, Body("LTN-26-30", "flag", Ltn, more: Leads, submit: true));
            await service.CompleteDossierAsync(nomination);
            await Task.WhenAll(Post(Ltn, nomination, "forward"), Post(Ltn, nomination, $"dossier/{Report}/withdraw", new { reason = "x" }));
            var forwarded = (string?)(await service.GetAsync(Ltn, nomination))["state"] == "forwarded";
            Assert.Equal(forwarded, (bool)(await service.DossierAsync(Ltn, nomination))["complete"]!);
        }
    }

    private Task<HttpResponseMessage> Post(string caller, JsonNode nomination, string step, object? body = null) =>
        service.As(caller).PostAsJsonAsync($"/nominations/{nomination["id"]}/{step}", body ?? new { });

    private Task<JsonNode> Step(string caller, JsonNode nomination, string step, object? body = null) => Post(caller, nomination, step, body).OkAsync();

    private async Task<string> Way(JsonNode nomination) =>
        string.Join(' ', Stops(await service.GetAsync((string)nomination["proposingUnitCode"]!, nomination)).Select(s => $"{s.Key}={s.Value}"));

    private static Dictionary<string, string> Stops(JsonNode nomination) =>
        nomination["way"]!.AsArray().ToDictionary(w => (string)w!["point"]!, w => (string)w!["state"]!);
}
